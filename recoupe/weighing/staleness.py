"""How far an event with a date lies from one without: news tells without a date what is recent."""

from recoupe.model.claim import Tense
from recoupe.weighing.account import Account

BACKGROUND, OVER = -1.5, -2.0
"""Points where one is long past, and where it was over when the other told it as to come."""

RECENT = 120
"""Days before publication; what news tells without a date is not older."""


def staleness(one: Account, other: Account) -> float:
    """Take points where one has a date, and the other, without one, would lie far from it."""
    return sum(
        BACKGROUND * _is_background(dated, undated) + OVER * _is_over(dated, undated)
        for dated, undated in ((one, other), (other, one))
        if dated.when and not undated.when
    )


def _is_background(dated: Account, undated: Account) -> bool:
    """Say whether one has a date long before the other, undated, was printed."""
    seen = [t.published.first for t in undated.tellings if t.published]
    if not seen or any(days.length > 366 for days in dated.when):
        return False
    return (min(seen) - max(days.last for days in dated.when)).days > RECENT


def _is_over(dated: Account, undated: Account) -> bool:
    """Say whether one was over when the other told it as still to come, or the reverse."""
    seen = [t.published for t in undated.tellings if t.published]
    tenses = {t.claim.tense for t in undated.tellings}
    if len(seen) < len(undated.tellings) or len(tenses) > 1:
        return False
    if tenses == {Tense.FUTURE}:
        return max(d.last for d in dated.when) < min(days.first for days in seen)
    last = max(days.last for days in seen)
    return tenses == {Tense.PAST} and min(d.first for d in dated.when) > last
