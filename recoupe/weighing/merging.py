"""Accounts that are merged where they are most alike, again and again."""

from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations, count

from recoupe.model.finding import ClaimRef
from recoupe.weighing.account import Account, account
from recoupe.weighing.bars import barred
from recoupe.weighing.likeness import EVENT, likeness
from recoupe.weighing.ties import Ties

Entry = tuple[float, ClaimRef, ClaimRef, int, int]


def merged(accounts: Sequence[Account], ties: Ties) -> list[Account]:
    """Merge the two that are most alike, again and again, while any two are alike enough."""
    alive = dict(enumerate(sorted(accounts, key=lambda one: one.first)))
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


def _entry(i: int, j: int, alive: Mapping[int, Account], ties: Ties) -> Entry | None:
    # subtle: points are not the same both ways round; who comes first is laid beside the other.
    one, other = sorted((alive[i], alive[j]), key=lambda account: account.first)
    if one.event is not other.event or not ties.related(one, other):
        return None
    if barred(one, other, ties.origins):
        return None
    points = likeness(one, other, ties)
    return (-points, one.first, other.first, i, j) if points >= EVENT else None
