"""Parts and wholes, and events of one series: linked, never merged."""

from itertools import product

from recoupe.identity.actors import words_for
from recoupe.model.claim import EventType, Tense
from recoupe.weighing.account import Account
from recoupe.weighing.telling import Telling

LONGEST = 31
"""Days that one exercise may last."""


def is_part(one: Account, other: Account) -> bool:
    """Say whether one is a part of the other: a first lot, a point of a list, one drill of many."""
    return one.event is other.event and (
        _first_of_more(one, other)
        or _is_point_of(one, other)
        or _is_point_of(other, one)
        or _several_beside_one(one, other)
    )


def in_series(one: Account, other: Account) -> bool:
    """Say whether one is a part of the other, or one more after it."""
    return is_part(one, other) or _one_more(one, other) or _two_points(one, other)


def _one_more(one: Account, other: Account) -> bool:
    """Say whether one is a further event of a series, told after the other: *the next drill*."""
    return any(
        t.another
        and not u.another
        and u.affirms
        and t.ref.document == u.ref.document
        and u.claim.evidence[0].end <= t.claim.evidence[0].start
        and (u.first or u.claim.evidence[0] not in t.claim.evidence)
        for mine, theirs in ((one, other), (other, one))
        for t, u in product(mine.tellings, theirs.tellings)
    )


def _first_of_more(one: Account, other: Account) -> bool:
    """Say whether one tells a first part as done, and the other the whole as still to come."""
    return any(
        _is_first(mine)
        and any(not u.first and u.claim.tense is Tense.FUTURE for u in theirs.tellings)
        for mine, theirs in ((one, other), (other, one))
    )


def _is_first(one: Account) -> bool:
    """Say whether all who affirm it tell of a first part, and none of one to come."""
    told = [t for t in one.tellings if t.affirms]
    return bool(told) and all(t.first and t.claim.tense is not Tense.FUTURE for t in told)


def _two_points(one: Account, other: Account) -> bool:
    """Say whether they are two points of one list, or one a point of what the other tells."""
    return (
        _is_point_of(one, other)
        or _is_point_of(other, one)
        or any(
            t.ref.document == u.ref.document and t.point and u.point and t.sentence != u.sentence
            for t, u in product(one.tellings, other.tellings)
        )
    )


def _is_point_of(one: Account, other: Account) -> bool:
    return any(
        t.ref.document == u.ref.document
        and t.point
        and not u.point
        and (u.headline or u.claim.evidence[0] in t.claim.evidence[1:])
        for t, u in product(one.tellings, other.tellings)
    )


def _several_beside_one(one: Account, other: Account) -> bool:
    """Say whether one counts exercises together, and the other tells of a single one of them."""
    return one.event is EventType.EXERCISE and any(
        _counts_drills(t) and _is_single(u, t)
        for mine, theirs in ((one, other), (other, one))
        for t, u in product(mine.tellings, theirs.tellings)
    )


def _counts_drills(telling: Telling) -> bool:
    drills = words_for("drills", telling.language)
    return any(a.least > 1 and drills & set(a.unit.split()) for a in telling.counts)


def _is_single(telling: Telling, several: Telling) -> bool:
    if _counts_drills(telling):
        return False
    short = max((days.length for days in telling.when), default=0)
    long = min((days.length for days in several.when), default=0)
    return bool(telling.topics.names) or 0 < short <= LONGEST < long
