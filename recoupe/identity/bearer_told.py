"""Names that tell too little alone: joined where documents tell of the same people and bodies."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.identity.bearer import Join
from recoupe.identity.bearer_called import BODY, COUNTRY, Called, Name
from recoupe.identity.bearer_groups import Groups
from recoupe.identity.bearer_stories import CLOSE, Stories, stories
from recoupe.identity.bearer_ties import Bond, Tie
from recoupe.identity.bearer_unclear import Ties, Unclear
from recoupe.model.decision import Named

NAMED = 3
"""Names in common that a reason lists."""


@dataclass(frozen=True, slots=True)
class Told:
    """What documents tell beside a name. groups: those that names alone, and people, have made.

    standing: where each name stands, by document; held: whom each document names.
    """

    names: Mapping[Called, Name]
    standing: Mapping[Called, Mapping[str, Sequence[Named]]]
    ties: Ties
    groups: Groups
    unclear: Unclear
    near: Stories
    held: Mapping[str, frozenset[Named]]

    def candidates(self, called: Called, place: Named) -> Mapping[Named, tuple[Named, Tie]]:
        """Give the bearers that the name may mean there, each with a place and the tie to it.

        Those of the document itself, where it has any.
        """
        found = [
            (other, tie)
            for tie in self.ties.get(called, ())
            if self._is_weak(called, tie)
            for other in self._beside(place, called, tie.far(called))
        ]
        own = [(other, tie) for other, tie in found if other.document == place.document]
        return {self.groups.of(other): (other, tie) for other, tie in reversed(own or found)}

    def _is_weak(self, called: Called, tie: Tie) -> bool:
        if (tie.one, tie.other) in self.unclear.apart:
            return False
        if tie.bond is Bond.PART:
            return tie.one == called
        general = any(self.names[end].general for end in (tie.one, tie.other))
        return tie.bond is Bond.KIND or general or not self.unclear.holds(tie)

    def same(self, called: Called, place: Named) -> Iterator[Named]:
        """Give the other places of the name that mean the same bearer."""
        return (other for other in self._beside(place, called, called) if place < other)

    def _beside(self, place: Named, called: Called, other: Called) -> Iterator[Named]:
        """Give the places of a name in the document and in those of its story."""
        vague = any(name.general and name.called.sort == BODY for name in self._both(called, other))
        near = self.near.get(place.document, {})
        for document, share in ((place.document, 1.0), *near.items()):
            if share >= CLOSE or not vague:
                yield from (p for p in self.standing[other].get(document, ()) if p != place)

    def _both(self, one: Called, other: Called) -> tuple[Name, Name]:
        return self.names[one], self.names[other]

    def why(self, one: Named, other: Named) -> tuple[str, ...]:
        """Say what two documents have in common."""
        if one.document == other.document:
            return ("in one document",)
        shared = sorted(self.held[one.document] & self.held[other.document])
        return (f"both documents name {', '.join(place.name for place in shared[:NAMED])}",)


def told(
    names: Mapping[Called, Name], ties: Ties, groups: Groups, unclear: Unclear
) -> tuple[Join, ...]:
    """Give the joins of names that tell too little alone."""
    telling = _telling(names, groups, unclear)
    held: dict[str, set[Named]] = defaultdict(set)
    for group in telling:
        for place in group:
            held[place.document].add(min(group))
    beside = {document: frozenset(some) for document, some in held.items()}
    standing = {called: _by_document(name.places) for called, name in names.items()}
    here = Told(names, standing, ties, groups, unclear, stories(telling), beside)
    return tuple(join for called in names for join in _joins(called, here))


def _by_document(places: Sequence[Named]) -> Mapping[str, Sequence[Named]]:
    found: dict[str, list[Named]] = defaultdict(list)
    for place in places:
        found[place.document].append(place)
    return found


def _telling(
    names: Mapping[Called, Name], groups: Groups, unclear: Unclear
) -> Sequence[frozenset[Named]]:
    """Give the places of those whose names make one story of two documents."""
    found: dict[Named, set[Named]] = defaultdict(set)
    for called, name in names.items():
        everybodys = called.known or called.sort in (COUNTRY, "Place", "Outlet") or name.general
        if not everybodys and called not in unclear.within:
            for place in name.places:
                found[groups.of(place)].add(place)
    return [frozenset(found[first]) for first in sorted(found)]


def _joins(called: Called, here: Told) -> Iterator[Join]:
    free: set[Named] = set()
    for place in here.names[called].places:
        candidates = here.candidates(called, place)
        others = {
            first: each for first, each in candidates.items() if first != here.groups.of(place)
        }
        if len(others) == 1:
            ((other, tie),) = others.values()
            yield Join(place, other, tie.rule, (*tie.why, *here.why(place, other)))
        if len(others) < 2:
            free.add(place)
    if here.names[called].general or called in here.unclear.within:
        for place in sorted(free):
            for other in here.same(called, place):
                if other in free:
                    yield Join(place, other, "the same name", here.why(place, other))
