"""Names that two bearers may have: they join nothing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from recoupe.identity.bearer_called import PERSON, Called, Name
from recoupe.identity.bearer_groups import Groups, Pair
from recoupe.identity.bearer_ties import Bond, Tie, rivals

Ties = Mapping[Called, Sequence[Tie]]


@dataclass(frozen=True, slots=True)
class Unclear:
    """across: names that are joined with no other, with two that each may be meant.

    within: names of which not even two places are joined. apart: pairs that people keep apart.
    """

    across: Mapping[Called, tuple[Called, Called]]
    within: frozenset[Called]
    apart: frozenset[tuple[Called, Called]]

    def holds(self, tie: Tie) -> bool:
        """Say whether nothing speaks against a tie."""
        ends = (tie.one, tie.other)
        return ends not in self.apart and not any(end in self.across for end in ends)


def unclear(
    names: Mapping[Called, Name], of: Ties, groups: Groups, apart: Sequence[Pair]
) -> Unclear:
    """Give the names that are unclear. groups, apart: what people joined and keep apart."""
    whose = {place: called for called, name in names.items() for place in name.places}
    kept = {(whose[a], whose[b]) for a, b in apart if a in whose and b in whose}
    parted = frozenset(pair for one, other in kept for pair in ((one, other), (other, one)))
    joined = _joined(names, groups)
    across, within = dict[Called, tuple[Called, Called]](), {a for a, b in parted if a == b}
    for called in names:
        for one, other in _at_odds(called, of, parted, joined):
            across.setdefault(called, (one.far(called), other.far(called)))
            if called.sort == PERSON or not (one.fuller or other.fuller):
                within.add(called)
    return Unclear(across, frozenset(within), parted)


def _joined(names: Mapping[Called, Name], groups: Groups) -> frozenset[tuple[Called, Called]]:
    """Give the pairs of names that people joined a place of."""
    held: dict[object, set[Called]] = defaultdict(set)
    for called, name in names.items():
        for place in name.places:
            held[groups.of(place)].add(called)
    return frozenset(
        pair for some in held.values() for pair in combinations(sorted(some), 2) if len(some) > 1
    )


def _at_odds(
    called: Called,
    of: Ties,
    parted: frozenset[tuple[Called, Called]],
    joined: frozenset[tuple[Called, Called]],
) -> Iterator[tuple[Tie, Tie]]:
    """Give the pairs of names that this one may be, and that are not one themselves."""
    some = [t for t in rivals(called, of.get(called, ())) if (called, t.far(called)) not in parted]
    for one, other in combinations(some, 2):
        first, second = sorted((one.far(called), other.far(called)))
        tied = any(t.far(first) == second and t.bond is not Bond.KIND for t in of.get(first, ()))
        if (first, second) not in joined and (not tied or (first, second) in parted):
            yield one, other
