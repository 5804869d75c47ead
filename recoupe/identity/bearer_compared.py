"""Two entities laid side by side: what speaks for it that they are one, and what against."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product

from recoupe.identity.bearer import Bearer
from recoupe.identity.bearer_called import BODIES, PERSON, VESSEL
from recoupe.identity.name_comparison import Part
from recoupe.identity.names import compare
from recoupe.identity.resolve import countries_inside
from recoupe.model.decision import Named

NAMES = 12
"""Names of an entity that are compared, those of most documents first."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The places of two entities whose names are most alike. speaks_for, against: in words."""

    one: Named
    other: Named
    score: float
    speaks_for: tuple[str, ...]
    against: tuple[str, ...]


def compared(one: Bearer, other: Bearer) -> Compared:
    """Lay two entities side by side, by those of their names that are most alike."""
    schema = one.type if one.type in (PERSON, VESSEL) else "Company"
    pairs = product(islice(one.names, NAMES), islice(other.names, NAMES))
    found = [(compare(mine, theirs, schema), mine, theirs) for mine, theirs in pairs]
    best, mine, theirs = max(found, key=lambda each: each[0].score)
    return Compared(
        one=_place(one, mine),
        other=_place(other, theirs),
        score=best.score,
        speaks_for=tuple(str(part) for part in best.parts if _matched(part)),
        against=(
            *(str(part) for part in best.parts if not _matched(part)),
            *_unlike(one, other, mine, theirs),
        ),
    )


def _unlike(one: Bearer, other: Bearer, mine: str, theirs: str) -> Iterator[str]:
    if one.type != other.type and not {one.type, other.type} <= set(BODIES):
        yield f"one is told as {one.type}, the other as {other.type}"
    here, there = (frozenset(countries_inside(name, None)) for name in (mine, theirs))
    if here and there and not here & there:
        yield "their names tell of different countries"
    if both := set(one.documents) & set(other.documents):
        many = "a document names" if len(both) == 1 else f"{len(both)} documents name"
        yield f"{many} both, as two"


def _matched(part: Part) -> bool:
    return bool(part.a and part.b) and part.score > 0


def _place(bearer: Bearer, name: str) -> Named:
    return next(place for place in bearer.places if place.name == name)
