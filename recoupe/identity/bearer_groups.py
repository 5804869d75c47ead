"""Places that were joined, in stages; what people keep apart is never joined by names."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from recoupe.identity.bearer import Join
from recoupe.model.decision import Decision, Named, NotSame, Same, standing


class Pair(NamedTuple):
    """Two places that a decision keeps apart."""

    one: Named
    other: Named


class Groups:
    """Which places have one bearer. A group goes by its first place."""

    def __init__(self, joins: Iterable[Join] = ()) -> None:
        self.above: dict[Named, Named] = {}
        self.joins = tuple(joins)
        for join in self.joins:
            self._join(join.one, join.other)

    def of(self, place: Named) -> Named:
        """Give the first place of the group."""
        while (above := self.above.get(place, place)) != place:
            self.above[place] = self.above.get(above, above)
            place = above
        return place

    def staged(self, joins: Sequence[Join], apart: Sequence[Pair]) -> "Groups":
        """Give the groups with these joins; without those that draw together what is kept apart.

        Of a group in which two are kept apart, none of these joins holds.
        """
        every = Groups((*self.joins, *joins))
        torn = {every.of(pair.one) for pair in apart if every.of(pair.one) == every.of(pair.other)}
        if not torn:
            return every
        return Groups((*self.joins, *(join for join in joins if every.of(join.one) not in torn)))

    def _join(self, one: Named, other: Named) -> None:
        first, second = sorted((self.of(one), self.of(other)))
        if first != second:
            self.above[second] = first


def decided(
    decisions: Iterable[Decision], places: Iterable[Named]
) -> tuple[Groups, tuple[Pair, ...]]:
    """Give what people joined, and what they keep apart. Of decisions at odds the newer holds."""
    now = _still(places)
    groups, apart = Groups(), list[Pair]()
    for decision in reversed(standing(decisions)):
        what = decision.what
        if not isinstance(what, Same | NotSame):
            continue
        pair = Pair(now.get(_bare(what.one), what.one), now.get(_bare(what.other), what.other))
        if isinstance(what, NotSame):
            if groups.of(pair.one) != groups.of(pair.other):
                apart.append(pair)
            continue
        why = (decision.reason,) if decision.reason else ()
        join = Join(*pair, f"{decision.author} says so", why, decision.number)
        groups = groups.staged((join,), apart)
    return groups, tuple(apart)


def _still(places: Iterable[Named]) -> Mapping[tuple[str, str], Named]:
    """Give the place that a name has in a document now, whatever kind readers take it for."""
    found: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for place in places:
        found[_bare(place)].append(place)
    return {bare: some[0] for bare, some in found.items() if len(some) == 1}


def _bare(place: Named) -> tuple[str, str]:
    return place.document, place.name
