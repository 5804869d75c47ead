"""Which claims tell one event. Merging two events is the worse error: in doubt, apart."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations, count
from math import inf

from recoupe.model.claim import EventType
from recoupe.model.finding import ClaimRef
from recoupe.weighing.account import Account, account
from recoupe.weighing.bars import barred, contrary
from recoupe.weighing.likeness import EVENT, Ties, likeness, side_likeness
from recoupe.weighing.stories import stories
from recoupe.weighing.telling import Telling

SIDE = 2.5
"""Points that a denial, or a mention that commits to nothing, needs to belong to an event."""

LEADS_TO = (
    {EventType.ORDER, EventType.TRANSFER},
    {EventType.PROCUREMENT, EventType.ORDER},
    {EventType.PROCUREMENT, EventType.TRANSFER},
)
"""Events of which one follows from the other: linked, never merged."""

Alike = Callable[[Account, Account], float]


def events(tellings: Sequence[Telling], origins: Mapping[ClaimRef, str]) -> tuple[Account, ...]:
    """Group tellings by event, each in exactly one account; their order changes nothing.

    What is affirmed is grouped first, within a document before across documents. Denials and
    mentions that commit to nothing then join, so that none of them draws two events together.
    """
    ties = Ties(origins, stories(tellings))
    affirmed = _grouped([t for t in tellings if t.affirms], ties)
    joined, loose = _with_sides(affirmed, [t for t in tellings if not t.affirms], ties)
    return tuple(sorted((*joined, *_grouped(loose, ties)), key=_first))


def links(accounts: Sequence[Account], origins: Mapping[ClaimRef, str]) -> Mapping[int, set[int]]:
    """Give, for the place of each account, the places of those that lead to it or follow."""
    tellings = [telling for each in accounts for telling in each.tellings]
    ties = Ties(origins, stories(tellings))
    found: dict[int, set[int]] = defaultdict(set)
    for (i, one), (j, other) in combinations(enumerate(accounts), 2):
        if {one.event, other.event} not in LEADS_TO or not ties.related(one, other):
            continue
        if not contrary(one, other, origins) and likeness(one, other, ties) >= EVENT:
            found[i].add(j)
            found[j].add(i)
    return found


def _first(one: Account) -> ClaimRef:
    return one.tellings[0].ref


def _grouped(tellings: Iterable[Telling], ties: Ties) -> list[Account]:
    by_document: dict[str, list[Account]] = defaultdict(list)
    for telling in tellings:
        by_document[telling.ref.document].append(account([telling]))
    within = [each for told in by_document.values() for each in _merged(told, ties)]
    return _merged(within, ties)


def _merged(accounts: Sequence[Account], ties: Ties) -> list[Account]:
    """Merge the two that are most alike, again and again, while any two are alike enough."""
    alive = dict(enumerate(sorted(accounts, key=_first)))
    numbers = count(len(alive))
    queue = [
        entry for i, j in combinations(alive, 2) if (entry := _entry(i, j, alive, ties)) is not None
    ]
    heapify(queue)
    while queue:
        *_, i, j = heappop(queue)
        if i not in alive or j not in alive:
            continue
        new = next(numbers)
        alive[new] = account((*alive.pop(i).tellings, *alive.pop(j).tellings))
        for other in [k for k in alive if k != new]:
            if (entry := _entry(other, new, alive, ties)) is not None:
                heappush(queue, entry)
    return list(alive.values())


Entry = tuple[float, ClaimRef, ClaimRef, int, int]


def _entry(i: int, j: int, alive: Mapping[int, Account], ties: Ties) -> Entry | None:
    one, other = alive[i], alive[j]
    if (
        one.event is not other.event
        or not ties.related(one, other)
        or barred(one, other, ties.origins)
    ):
        return None
    points = likeness(one, other, ties)
    first, second = sorted((_first(one), _first(other)))
    return (-points, first, second, i, j) if points >= EVENT else None


def _with_sides(
    affirmed: Sequence[Account], sides: Sequence[Telling], ties: Ties
) -> tuple[list[Account], list[Telling]]:
    """Let each denial join the event that it fits best; give those that fit none apart."""
    groups = list(affirmed)
    choices = sorted(
        (choice for side in sides if (choice := _choice(side, affirmed, ties)) is not None),
        key=lambda choice: (-choice[0], choice[2].ref),
    )
    joined: set[ClaimRef] = set()
    for _, place, side in choices:
        if not barred(account([side]), groups[place], ties.origins):
            groups[place] = account((*groups[place].tellings, side))
            joined.add(side.ref)
    return groups, [side for side in sides if side.ref not in joined]


def _choice(
    side: Telling, groups: Sequence[Account], ties: Ties
) -> tuple[float, int, Telling] | None:
    """Give the place of the event that a denial fits best, with its points.

    A general denial (*has always denied*) is of no single event, nor is one that fits two of a
    document equally.
    """
    if side.general and side.denies:
        return None
    mine = account([side])
    fits = [
        (side_likeness(mine, group, ties), -_distance(side, group), -place)
        for place, group in enumerate(groups)
        if group.event is mine.event
        and ties.related(mine, group)
        and not barred(mine, group, ties.origins)
    ]
    points, _, place = max(fits, default=(0.0, 0.0, 0))
    if side.denies and sum(p == points and d > -inf for p, d, _ in fits) > 1:
        return None
    return (points, -place, side) if points >= SIDE else None


def _distance(side: Telling, group: Account) -> float:
    """Give the code points to the nearest telling in the same document."""
    start = side.claim.evidence[0].start
    return min(
        (
            float(abs(start - t.claim.evidence[0].start))
            for t in group.tellings
            if t.ref.document == side.ref.document
        ),
        default=inf,
    )
