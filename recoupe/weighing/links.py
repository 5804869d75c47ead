"""Which events have to do with each other and are not one: they are linked, never merged."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations, product

from recoupe.identity.resolve import Identity, apart, same
from recoupe.model.claim import EventType
from recoupe.model.finding import ClaimRef
from recoupe.weighing.account import Account
from recoupe.weighing.likeness import EVENT, role_points, thing_points
from recoupe.weighing.match import together
from recoupe.weighing.nearness import NEXT, SAME_DOCUMENT, nearness
from recoupe.weighing.parts import in_series
from recoupe.weighing.ties import Ties

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

SIDES = (
    ("recipient", "payer", "party"),
    ("supplier", "payee", "producer", "intermediary", "party"),
)
"""Roles of who gets, and of who gives, in events that follow from each other."""


def links(accounts: Sequence[Account], origins: Mapping[ClaimRef, str]) -> Mapping[int, set[int]]:
    """Give, for the place of each account, the places of those that lead to it, follow, or are
    parts of it or of one series with it.
    """
    ties = Ties.of([telling for each in accounts for telling in each.tellings], origins)
    found: dict[int, set[int]] = defaultdict(set)
    for told in together(range(len(accounts)), lambda place: ties.story(accounts[place])):
        for i, j in combinations(told, 2):
            if _are_linked(accounts[i], accounts[j], ties):
                found[i].add(j)
                found[j].add(i)
    return found


def _are_linked(one: Account, other: Account, ties: Ties) -> bool:
    if not ties.related(one, other):
        return False
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
