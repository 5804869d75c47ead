"""Which claims tell one event. Merging two events is the worse error: in doubt, apart."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations, count, product
from math import inf
from typing import TypeVar

from recoupe.model.finding import ClaimRef
from recoupe.weighing.account import Account, account
from recoupe.weighing.bars import barred
from recoupe.weighing.likeness import EVENT, likeness, side_likeness
from recoupe.weighing.reprint import reprinted
from recoupe.weighing.telling import Telling
from recoupe.weighing.ties import Ties

SIDE = 2.5
"""Points that a denial, or a mention that commits to nothing, needs to belong to an event."""

Thing = TypeVar("Thing")


def events(tellings: Sequence[Telling], origins: Mapping[ClaimRef, str]) -> tuple[Account, ...]:
    """Group tellings by event, each in exactly one account; their order changes nothing.

    What is affirmed is grouped first, within a document before across documents, then once more
    knowing which sentences tell one event: what else they tell may be one too. Denials and
    mentions that commit to nothing then join, so that none of them draws two events together.
    """
    ties = Ties.of(tellings, origins)
    affirmed = _grouped([t for t in tellings if t.affirms], ties)
    affirmed = _across(affirmed, ties.knowing(affirmed))
    joined, loose = _with_sides(affirmed, [t for t in tellings if not t.affirms], ties)
    return tuple(sorted((*joined, *_grouped(loose, ties)), key=_first))


def _first(one: Account) -> ClaimRef:
    return one.tellings[0].ref


def _grouped(tellings: Iterable[Telling], ties: Ties) -> list[Account]:
    single = [account([telling]) for telling in tellings]
    within = [
        each
        for told in together(single, lambda one: (one.event, *one.documents))
        for each in _merged(told, ties)
    ]
    return _across(within, ties)


def _across(accounts: Iterable[Account], ties: Ties) -> list[Account]:
    """Merge accounts of whatever documents."""
    return [
        each
        for told in together(accounts, lambda one: _matter(one, ties))
        for each in _merged(told, ties)
    ]


def together(things: Iterable[Thing], by: Callable[[Thing], Hashable]) -> Iterable[Sequence[Thing]]:
    """Give the things that can have to do with each other together: cost grows with stories."""
    groups: dict[Hashable, list[Thing]] = defaultdict(list)
    for thing in things:
        groups[by(thing)].append(thing)
    return groups.values()


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
    if not ties.related(one, other) or barred(one, other, ties.origins):
        return None
    points = likeness(one, other, ties)
    first, second = sorted((_first(one), _first(other)))
    return (-points, first, second, i, j) if points >= EVENT else None


def _with_sides(
    affirmed: Sequence[Account], sides: Sequence[Telling], ties: Ties
) -> tuple[list[Account], list[Telling]]:
    """Let each denial join the event that it fits best; give those that fit none apart."""
    groups, at_hand = list(affirmed), _places(affirmed, ties)
    found = (_choice(side, at_hand[_matter(side, ties)], ties) for side in _printed(sides, ties))
    choices = sorted(
        (choice for choice in found if choice is not None),
        key=lambda choice: (-choice[0], _first(choice[2])),
    )
    joined: set[ClaimRef] = set()
    for _, place, side in choices:
        if not barred(side, groups[place], ties.origins):
            groups[place] = account((*groups[place].tellings, *side.tellings))
            joined |= {telling.ref for telling in side.tellings}
    return groups, [side for side in sides if side.ref not in joined]


def _printed(sides: Sequence[Telling], ties: Ties) -> Iterator[Account]:
    """Give denials that are printed from each other together: they deny one event."""
    for told in together(sides, lambda t: (t.denies, _matter(account([t]), ties))):
        left = list(told)
        while left:
            first, *others = left
            same = [t for t in others if _is_printed_from(first, t, ties)]
            yield account([first, *same])
            left = [t for t in others if t not in same]


def _is_printed_from(one: Telling, other: Telling, ties: Ties) -> bool:
    return (
        one.ref.document != other.ref.document
        and ties.origins[one.ref] == ties.origins[other.ref]
        and reprinted(one.sentence, other.sentence)
    )


def _matter(one: Account, ties: Ties) -> Hashable:
    return one.event, ties.story(one)


def _places(
    accounts: Sequence[Account], ties: Ties
) -> Mapping[Hashable, Sequence[tuple[int, Account]]]:
    places: dict[Hashable, list[tuple[int, Account]]] = defaultdict(list)
    for place, one in enumerate(accounts):
        places[_matter(one, ties)].append((place, one))
    return places


def _choice(
    side: Account, groups: Sequence[tuple[int, Account]], ties: Ties
) -> tuple[float, int, Account] | None:
    """Give the place of the event that a denial fits best, with its points.

    A general denial (*has always denied*) is of no single event, nor is one that fits two of a
    document equally.
    """
    denies = side.tellings[0].denies
    if denies and any(telling.general for telling in side.tellings):
        return None
    fits = [
        (side_likeness(side, group, ties), -_distance(side, group), -place)
        for place, group in groups
        if ties.related(side, group) and not barred(side, group, ties.origins)
    ]
    points, _, place = max(fits, default=(0.0, 0.0, 0))
    if denies and sum(p == points and d > -inf for p, d, _ in fits) > 1:
        return None
    return (points, -place, side) if points >= SIDE else None


def _distance(side: Account, group: Account) -> float:
    """Give the code points between the nearest tellings in one document."""
    return min(
        (
            float(abs(t.claim.evidence[0].start - u.claim.evidence[0].start))
            for t, u in product(side.tellings, group.tellings)
            if t.ref.document == u.ref.document
        ),
        default=inf,
    )
