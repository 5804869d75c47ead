"""What keeps two accounts apart, however alike they are: one of them must be another event."""

from collections.abc import Sequence
from itertools import product

from recoupe.identity.resolve import Identity, apart, same
from recoupe.model.claim import EventType, Tense
from recoupe.weighing.account import Account
from recoupe.weighing.amounts import Amount, comparable, differ
from recoupe.weighing.items import Item, alike
from recoupe.weighing.telling import Telling

MULTIPLE = 2
"""An amount more than twice another is of another event, or of a part of it."""

PASSES_ON = {"supplier": ("supplier", "intermediary"), "intermediary": ("supplier", "intermediary")}
"""Roles that one bearer may have in two tellings: who passes goods on is a supplier too."""

NAMED = (EventType.EXERCISE, EventType.AGREEMENT)
"""Events that have a name of their own."""


def barred(one: Account, other: Account) -> bool:
    """Say whether two accounts cannot be of one event."""
    return (
        one.event is not other.event
        or _other_people(one, other)
        or _other_things(one.items, other.items)
        or (one.event in NAMED and _other_things(one.topics, other.topics))
        or _other_days(one, other)
        or _other_amounts(one, other)
    )


def _other_people(one: Account, other: Account) -> bool:
    return any(
        _all_apart(one.who[role], _fillers(other, role))
        and _all_apart(other.who[role], _fillers(one, role))
        for role in one.who.keys() & other.who.keys()
    )


def _fillers(account: Account, role: str) -> tuple[Identity, ...]:
    return tuple(i for name in PASSES_ON.get(role, (role,)) for i in account.who.get(name, ()))


def _all_apart(mine: Sequence[Identity], theirs: Sequence[Identity]) -> bool:
    return all(apart(a, b) for a, b in product(mine, theirs))


def _other_things(mine: Sequence[Item], theirs: Sequence[Item]) -> bool:
    """Say whether both name their things, and none alike."""
    named = [i for i in mine if i.names], [i for i in theirs if i.names]
    return all(named) and not any(alike(a, b) for a, b in product(*named))


def _other_days(one: Account, other: Account) -> bool:
    return any(
        _apart_in_time(a, b) or _apart_by_tense(a, b) or _apart_by_tense(b, a)
        for a, b in product(one.tellings, other.tellings)
    )


def _apart_in_time(one: Telling, other: Telling) -> bool:
    if not one.when or not other.when:
        return False
    return not any(a.meets(b) for a, b in product(one.when, other.when))


def _apart_by_tense(dated: Telling, undated: Telling) -> bool:
    """Say whether what is to come was over when it was told, or what is past still to come."""
    seen = undated.published
    if not dated.when or undated.when or seen is None:
        return False
    if undated.claim.tense is Tense.FUTURE:
        return all(days.last < seen.first for days in dated.when)
    return undated.claim.tense is Tense.PAST and all(days.first > seen.last for days in dated.when)


def _other_amounts(one: Account, other: Account) -> bool:
    return any(
        _far(a, b) and not part(t, a, u, b)
        for t, u in product(one.tellings, other.tellings)
        for mine, theirs in ((t.counts, u.counts), (t.sums, u.sums))
        if len(mine) == len(theirs) == 1
        for a, b in product(mine, theirs)
    )


def _far(one: Amount, other: Amount) -> bool:
    small, large = sorted((one, other), key=lambda amount: amount.least)
    return comparable(one, other) and large.least > MULTIPLE * small.most


def part(one: Telling, mine: Amount, other: Telling, theirs: Amount) -> bool:
    """Say whether the smaller amount is of fewer participants or things: a part of the whole."""
    small, large = (one, other) if mine.most < theirs.least else (other, one)
    fewer = (
        _number(small, role) < _number(large, role) for role in small.who.keys() & large.who.keys()
    )
    return any(fewer) or 0 < len(small.items) < len(large.items)


def _number(telling: Telling, role: str) -> float:
    spans = [filler.span for filler in telling.claim.fillers(role)]
    return max(sum(a.least for a in telling.heads if a.span in spans), len(spans))
