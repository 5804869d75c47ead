"""Denials, and mentions that commit to nothing, put to the events that they speak of."""

from collections.abc import Iterator, Sequence
from itertools import product
from math import inf

from recoupe.model.finding import ClaimRef
from recoupe.weighing.account import Account, account
from recoupe.weighing.bars import barred
from recoupe.weighing.likeness import EVENT, likeness, side_likeness
from recoupe.weighing.reprint import reprinted
from recoupe.weighing.telling import Telling
from recoupe.weighing.ties import Ties

SIDE = 2.5
"""Points that a denial, or a mention that commits to nothing, needs to belong to an event."""


def with_sides(
    affirmed: Sequence[Account], sides: Sequence[Telling], ties: Ties
) -> tuple[list[Account], list[Telling]]:
    """Let each denial join the event that it fits best; give those that fit none apart."""
    groups = list(affirmed)
    found = (_choice(side, affirmed, ties) for side in _printed(sides, ties))
    choices = sorted(
        (choice for choice in found if choice is not None),
        key=lambda choice: (-choice[0], choice[2].first),
    )
    joined: set[ClaimRef] = set()
    for _, place, side in choices:
        if not barred(side, groups[place], ties.origins):
            groups[place] = account((*groups[place].tellings, *side.tellings))
            joined |= {telling.ref for telling in side.tellings}
    loose = [side for side in sides if side.ref not in joined]
    return _following(groups, loose, ties)


def _following(
    groups: list[Account], loose: Sequence[Telling], ties: Ties
) -> tuple[list[Account], list[Telling]]:
    """Let each denial that is left join the event that one like it, by the same voice, denies."""
    left: list[Telling] = []
    for side in loose:
        alone = account([side])
        fits = [
            place
            for place, group in enumerate(groups)
            if any(_repeats(side, other, ties) for other in group.tellings)
            and not barred(alone, group, ties.origins)
        ]
        if len(fits) == 1 and side.denies and not side.general:
            groups[fits[0]] = account((*groups[fits[0]].tellings, side))
        else:
            left.append(side)
    return groups, left


def _repeats(side: Telling, other: Telling, ties: Ties) -> bool:
    """Say whether a denial says again what another denial of the same voice says."""
    one, again = account([other]), account([side])
    return (
        other.denies
        and ties.origins[side.ref] == ties.origins[other.ref]
        and ties.related(one, again)
        and likeness(one, again, ties) >= EVENT
    )


def _printed(sides: Sequence[Telling], ties: Ties) -> Iterator[Account]:
    """Give denials that are printed from each other together: they deny one event."""
    for denies in (True, False):
        left = [side for side in sides if side.denies is denies]
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


def _choice(
    side: Account, groups: Sequence[Account], ties: Ties
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
        for place, group in enumerate(groups)
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
