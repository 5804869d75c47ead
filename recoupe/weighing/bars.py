"""What keeps two accounts apart, however alike they are: one of them must be another event."""

from collections.abc import Mapping, Sequence
from itertools import product

from recoupe.identity.resolve import Identity, Kind, apart, same
from recoupe.model.claim import EventType, Tense
from recoupe.model.factuality import Certainty
from recoupe.model.finding import ClaimRef
from recoupe.weighing.account import Account
from recoupe.weighing.amounts import Amount, comparable, differ
from recoupe.weighing.items import Item, alike
from recoupe.weighing.parts import in_series
from recoupe.weighing.telling import Telling

Origins = Mapping[ClaimRef, str]

MULTIPLE = 2
"""An amount more than twice another is of another event, or of a part of it."""

PASSES_ON = {"supplier": ("supplier", "intermediary"), "intermediary": ("supplier", "intermediary")}
"""Roles that one bearer may have in two tellings: who passes goods on is a supplier too."""

NAMED = (EventType.EXERCISE, EventType.AGREEMENT)
"""Events that have a name of their own."""


VISIT = 2
"""Days by which two dates of one meeting may lie apart: who arrives the day before stays on."""

NEWS = 7
"""Days before publication on which somebody spoke of whom news tells."""

TRADE = (
    EventType.TRANSFER,
    EventType.ORDER,
    EventType.PROCUREMENT,
    EventType.PRODUCTION,
    EventType.PAYMENT,
)
"""Events whose amounts are counted out; of crowds and lists, estimates of one differ widely."""


def barred(one: Account, other: Account, origins: Origins) -> bool:
    """Say whether two accounts cannot be of one event. origins: the key of each claim's origin."""
    return one.event is not other.event or contrary(one, other, origins)


def contrary(one: Account, other: Account, origins: Origins) -> bool:
    """Say whether two accounts, of one kind of event or two, are of different goings-on."""
    return (
        _other_people(one, other)
        or _other_things(one.items, other.items)
        or (one.event in NAMED and _other_things(one.topics, other.topics))
        or _other_days(one, other)
        or _other_amounts(one, other, origins)
        or _added(one, other)
        or in_series(one, other)
        or _in_one_breath(one, other, origins)
        or _is_over(one, other)
        or _is_over(other, one)
        or _other_periods(one, other)
    )


def _other_people(one: Account, other: Account) -> bool:
    return any(
        _apart(one.who[role], _fillers(other, role))
        and _apart(other.who[role], _fillers(one, role))
        for role in one.who.keys() & other.who.keys()
    )


def _fillers(account: Account, role: str) -> tuple[Identity, ...]:
    return tuple(i for name in PASSES_ON.get(role, (role,)) for i in account.who.get(name, ()))


def _apart(mine: Sequence[Identity], theirs: Sequence[Identity]) -> bool:
    """Say whether some are plainly others, and none the same or of one state."""
    pairs = list(product(mine, theirs))
    return any(apart(a, b) for a, b in pairs) and not any(
        same(a, b) or (a.country is not None and a.country == b.country and not apart(a, b))
        for a, b in pairs
    )


def _other_things(mine: Sequence[Item], theirs: Sequence[Item]) -> bool:
    """Say whether both name their things, and none alike."""
    named = [i for i in mine if i.names], [i for i in theirs if i.names]
    return all(named) and not any(alike(a, b) for a, b in product(*named))


def _other_days(one: Account, other: Account) -> bool:
    slack = VISIT if one.event is other.event is EventType.MEETING else 0
    return any(
        not any(a.meets(b, slack) for a, b in product(t.when, u.when))
        for t, u in product(one.tellings, other.tellings)
        if t.when and u.when and not any(map(_may_be_when_said, (t, u)))
    )


def _may_be_when_said(telling: Telling) -> bool:
    """Say whether its days may be those on which its source spoke: *denied on Thursday*."""
    seen = telling.published
    return (
        bool(telling.claim.sources)
        and seen is not None
        and all(0 <= (seen.last - days.first).days <= NEWS for days in telling.when)
    )


def _other_amounts(one: Account, other: Account, origins: Origins) -> bool:
    return one.event in TRADE and any(
        _far(a, b)
        and not part(t, a, u, b)
        and not (a.is_vague and b.is_vague and _are_rivals(t, u, origins))
        for t, u in product(one.tellings, other.tellings)
        for mine, theirs in ((t.counts, u.counts), (t.sums, u.sums))
        if len(mine) == len(theirs) == 1
        for a, b in product(mine, theirs)
    )


def _are_rivals(one: Telling, other: Telling, origins: Origins) -> bool:
    """Say whether a document lays the number of another beside the first, of the same things."""
    shared = one.who.keys() & other.who.keys()
    return (
        one.ref.document == other.ref.document
        and origins[one.ref] != origins[other.ref]
        and bool(shared)
        and all(
            any(same(a, b) for a, b in product(one.who[role], other.who[role])) for role in shared
        )
        and any(a.kinds & b.kinds or alike(a, b) for a, b in product(one.items, other.items))
    )


def _other_periods(one: Account, other: Account) -> bool:
    """Say whether two sums or counts are of two periods: *14 last year*, *113 since 2003*."""
    return any(
        len(t.when) == len(u.when) == 1 and t.when != u.when and differ(a, b)
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
        0 < _number(small, role) < _number(large, role)
        for role in small.who.keys() & large.who.keys()
    )
    return any(fewer) or 0 < len(small.items) < len(large.items)


def _number(telling: Telling, role: str) -> float:
    """Count the participants that are named, or numbered."""
    spans = {filler.span for filler in telling.claim.fillers(role)}
    named = sum(who.kind is not Kind.DESCRIBED for who in telling.who[role])
    return max(sum(a.least for a in telling.heads if a.span in spans), named)


def _added(one: Account, other: Account) -> bool:
    """Say whether one is told in addition to the other: *African states too served as relays*."""
    return any(
        t.ref.document == u.ref.document and t.sentence != u.sentence and _adds(t, u)
        for t, u in product(one.tellings, other.tellings)
        if _is_further(t) or _is_further(u)
    )


def _is_further(telling: Telling) -> bool:
    """Say whether it adds an event; who *also denies* adds a denial, of the same one perhaps."""
    return telling.additive and not telling.denies


def _is_over(one: Account, other: Account) -> bool:
    """Say whether one tells that it goes on no more, and the other only what was."""
    affirmed = [t.claim.tense for t in other.tellings if t.affirms]
    return any(t.denies and t.ended for t in one.tellings) and set(affirmed) == {Tense.PAST}


def _in_one_breath(one: Account, other: Account, origins: Origins) -> bool:
    """Say whether one voice affirms and denies in one sentence: it does not mean one event."""
    return any(
        t.ref.document == u.ref.document
        and t.sentence == u.sentence
        and t.denies is not u.denies
        and t.claim.factuality.certainty is u.claim.factuality.certainty is Certainty.CT
        and origins[t.ref] == origins[u.ref]
        for t, u in product(one.tellings, other.tellings)
    )


def _adds(one: Telling, other: Telling) -> bool:
    return any(
        not any(same(a, b) for a, b in product(one.who[role], other.who[role]))
        for role in one.who.keys() & other.who.keys()
    )
