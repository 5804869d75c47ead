"""Which events have to do with each other and are not one: they are linked, never merged."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import chain, combinations, product

from recoupe.identity.resolve import Identity, apart, same
from recoupe.model.claim import EventType
from recoupe.weighing.account import Account
from recoupe.weighing.likeness import EVENT, role_points, thing_points
from recoupe.weighing.memory import Memory
from recoupe.weighing.nearness import NEXT, SAME_DOCUMENT, nearness
from recoupe.weighing.parts import in_series
from recoupe.weighing.ties import Ties
from recoupe.weighing.written import said

LEADS_TO = {
    (EventType.PROCUREMENT, EventType.ORDER),
    (EventType.PROCUREMENT, EventType.TRANSFER),
    (EventType.AGREEMENT, EventType.ORDER),
    (EventType.ORDER, EventType.PRODUCTION),
    (EventType.ORDER, EventType.PAYMENT),
    (EventType.ORDER, EventType.TRANSFER),
    (EventType.PRODUCTION, EventType.TRANSFER),
    (EventType.PAYMENT, EventType.TRANSFER),
}
"""Events of which the second may follow from the first."""

MAY_BE_LINKED = {
    *LEADS_TO,
    *((after, before) for before, after in LEADS_TO),
    *((event, event) for event in EventType),
}

SIDES = (
    ("recipient", "payer", "party"),
    ("supplier", "payee", "producer", "intermediary", "party"),
)
"""Roles of who gets, and of who gives, in events that follow from each other."""


def links(accounts: Sequence[Account], ties: Ties, memory: Memory) -> Mapping[int, set[int]]:
    """Give, for the place of each account, the places of those that lead to it, follow, or are
    parts of it or of one series with it.
    """
    found: dict[int, set[int]] = defaultdict(set)
    for i, j in sorted(_beside(accounts, ties)):
        pair = (accounts[i], accounts[j])
        key = ("link", *(one.first for one in pair))
        form = said("link", pair, ties.signs) if ties.signs else None
        if memory.of(key, pair, partial(_are_linked, *pair), form):
            found[i].add(j)
            found[j].add(i)
    return found


def _beside(accounts: Sequence[Account], ties: Ties) -> Iterable[tuple[int, int]]:
    """Give the places of two accounts of one document or story whose kinds may be linked."""
    told: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(accounts):
        for document in one.documents:
            told[document].append(place)
    near = [combinations(places, 2) for places in told.values()]
    far = [product(told[one], told[other]) for one, other in ties.stories]
    return {
        (min(pair), max(pair))
        for pair in chain(*near, *far)
        if (accounts[pair[0]].event, accounts[pair[1]].event) in MAY_BE_LINKED
        and pair[0] != pair[1]
    }


def _are_linked(one: Account, other: Account) -> bool:
    pairs = ((one, other), (other, one))
    follows = any((a.event, b.event) in LEADS_TO and not _is_before(b, a) for a, b in pairs)
    in_one = one.event is other.event and in_series(one, other)
    return (follows or in_one) and _points(one, other) >= EVENT


def _is_before(one: Account, other: Account) -> bool:
    """Say whether all days that are told of one are over before any of the other."""
    return bool(one.when and other.when) and max(d.last for d in one.when) < min(
        d.first for d in other.when
    )


def _points(one: Account, other: Account) -> float:
    """Give the points of two events that may follow from each other.

    Sides that are plainly others, or nothing in common but states far apart, give none.
    """
    sides = [(_fillers(one, roles), _fillers(other, roles)) for roles in SIDES]
    if any(_are_others(mine, theirs) for mine, theirs in sides):
        return 0.0
    near, things = nearness(one, other), thing_points(one.items, other.items)
    if things < 0 or (things == 0 and near < SAME_DOCUMENT + NEXT):
        return 0.0
    shared = (role_points(mine, theirs) for mine, theirs in sides if mine and theirs)
    return near + things + sum(points for points in shared if points > 0)


def _fillers(account: Account, roles: Sequence[str]) -> tuple[Identity, ...]:
    return tuple(who for role in roles for who in account.who.get(role, ()))


def _are_others(mine: Sequence[Identity], theirs: Sequence[Identity]) -> bool:
    pairs = list(product(mine, theirs))
    return any(apart(a, b) for a, b in pairs) and not any(same(a, b) for a, b in pairs)
