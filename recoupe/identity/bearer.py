"""Who bears a name in the documents of a case, and why names were taken for one bearer's."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from recoupe.model.decision import Named


@dataclass(frozen=True, slots=True)
class Join:
    """Why two documents' entities were taken for one. why: which part of the names matched which.

    decision: the number of the decision that says so; None where the names do.
    """

    one: Named
    other: Named
    rule: str
    why: tuple[str, ...] = ()
    decision: int | None = None


@dataclass(frozen=True, slots=True)
class Bearer:
    """An entity of the case. places: where documents name it, in order, each once.

    name: as most documents have it; names: all that they have, that one first.
    joins: enough of them to lead from each place to every other.
    """

    name: str
    type: str
    names: tuple[str, ...]
    places: tuple[Named, ...]
    joins: tuple[Join, ...] = ()

    @property
    def id(self) -> str:
        """Name the bearer by its first place: 12 hex digits. That of any place leads to it too."""
        return place_id(self.places[0])

    @property
    def documents(self) -> tuple[str, ...]:
        """Give the ids of the documents that name it, in order."""
        return tuple(dict.fromkeys(place.document for place in self.places))


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two bearers that may be one, for a person to say. one, other: their ids.

    rule: what the names have in common; against: why they were not joined.
    """

    one: str
    other: str
    rule: str
    why: tuple[str, ...]
    against: str


@dataclass(frozen=True, slots=True)
class Bearers:
    """Everybody whom the documents of a case name. every: those of most documents first."""

    every: tuple[Bearer, ...]
    proposals: tuple[Proposal, ...] = ()

    def by_place(self) -> Mapping[Named, Bearer]:
        """Give the bearer of each entity of a document."""
        return {place: bearer for bearer in self.every for place in bearer.places}


@lru_cache(maxsize=20_000)
def place_id(place: Named) -> str:
    """Name an entity of a document: 12 hex digits, the same everywhere.

    >>> place_id(Named("d1", "Kupol", "Company"))
    '8352ff44a14f'
    """
    told = json.dumps([place.document, place.name, place.type])
    return hashlib.sha256(told.encode()).hexdigest()[:12]
