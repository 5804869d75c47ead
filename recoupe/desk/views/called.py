"""An entity by its name and its address, wherever a page names it."""

from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.desk.who import Whose
from recoupe.identity.bearer import Bearer, place_id
from recoupe.identity.portrait import place_in
from recoupe.model.claim import Role, Source
from recoupe.model.finding import Finding
from recoupe.model.reading import Reading
from recoupe.publish.ledger import Ledger
from recoupe.publish.named import bearer


@dataclass(frozen=True, slots=True)
class Called:
    """An entity by its name and its address."""

    id: str
    name: str
    type: str


def called(found: Bearer) -> Called:
    """Name an entity."""
    return Called(found.id, found.name, found.type)


def named_in(finding: Finding, ledger: Ledger, whose: Whose) -> tuple[Called, ...]:
    """Give whom the claims of a finding name, in the order of its claims, each once."""
    found = (
        Called(one.id, bearer(one.name, None, ledger.words)[1], one.type)
        for claim, document in ledger.told(finding)
        for words in _said(claim.participants(), claim.sources)
        if (one := whose.bearer(document.id, words))
    )
    return tuple(dict.fromkeys(found))


def address(reading: Reading, words: Role | Source) -> str:
    """Give the id under which whoever these words name has a page; none where they name nobody."""
    place = place_in(reading, words.span, words.resolved)
    return place_id(place) if place else ""


def _said(roles: tuple[Role, ...], sources: tuple[Source, ...]) -> Iterator[Role | Source]:
    yield from roles
    yield from sources
