"""Readings as people decided who is who in them, ready for findings, which compare names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from recoupe.identity.bearer import Bearers
from recoupe.identity.bearer_groups import decided
from recoupe.identity.bearers import bearers
from recoupe.identity.portrait import place_in
from recoupe.identity.resolve import apart, identity
from recoupe.model.claim import PARTICIPANTS, Claim, Role, Source
from recoupe.model.decision import Decision, Named, NotSame, Same, standing
from recoupe.model.reading import Reading

SHORT = 6
"""Digits of a bearer's id that stand beside its name where another one's is told apart."""

Languages = Mapping[str, str | None]
Names = Mapping[Named, str]
Filled = TypeVar("Filled", Role, Source)


def known_as(
    readings: Sequence[Reading], texts: Mapping[str, str], decisions: Iterable[Decision]
) -> tuple[Reading, ...]:
    """Give the readings with one name for each bearer whom people merged. texts: id → text.

    Of two whom people keep apart, and whose names do not tell that, both have their id beside
    the name. Names that only Recoupe takes for one bearer's stay as they are: an event drawn
    together with another on a likeness of names would count origins that are not its own.
    """
    log = tuple(d for d in standing(decisions) if isinstance(d.what, Same | NotSame))
    if not log:
        return tuple(readings)
    found = bearers(readings, texts, log)
    names = _names(found, {reading.document: reading.language for reading in readings}, log)
    return tuple(_renamed(reading, names) for reading in readings)


def _names(found: Bearers, languages: Languages, log: Sequence[Decision]) -> Names:
    merged = (b for b in found.every if any(join.decision for join in b.joins))
    one = {bearer.id: bearer.name for bearer in merged}
    whose = found.by_place()
    for pair in decided(log, whose)[1]:
        both = [whose[place] for place in pair if place in whose]
        if len(both) == 2 and not _told_apart(pair, languages):
            one.update({b.id: f"{b.name} ({b.id:.{SHORT}})" for b in both})
    return {p: one[b.id] for b in found.every if b.id in one for p in b.places}


def _told_apart(pair: Sequence[Named], languages: Languages) -> bool:
    one, other = (identity(place.name, languages[place.document]) for place in pair)
    return apart(one, other)


def _renamed(reading: Reading, names: Names) -> Reading:
    places = [Named(reading.document, entity.name, entity.type) for entity in reading.entities]
    if not any(place in names for place in places):
        return reading
    entities = tuple(
        replace(entity, name=names.get(place, entity.name))
        for entity, place in zip(reading.entities, places, strict=True)
    )
    claims = tuple(_resolved(claim, reading, names) for claim in reading.claims)
    return replace(reading, entities=entities, claims=claims)


def _resolved(claim: Claim, reading: Reading, names: Names) -> Claim:
    """Give a claim whose participants and sources are known by their bearers' names."""
    return replace(
        claim,
        roles=tuple(
            next(_known([role], reading, names)) if role.name in PARTICIPANTS[claim.event] else role
            for role in claim.roles
        ),
        sources=tuple(_known(claim.sources, reading, names)),
    )


def _known(filled: Iterable[Filled], reading: Reading, names: Names) -> Iterator[Filled]:
    for one in filled:
        place = place_in(reading, one.span, one.resolved)
        name = names.get(place) if place else None
        yield replace(one, resolved=name) if name else one
