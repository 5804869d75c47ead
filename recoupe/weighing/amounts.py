"""The least and the most that an amount may mean, and whether two amounts can both be true."""

import re
from dataclasses import dataclass
from functools import cache

from recoupe.identity.actors import languages, plain, words_for
from recoupe.languages.values import values
from recoupe.model.claim import Role
from recoupe.model.span import Span
from recoupe.model.value import Date
from recoupe.weighing.goods import kind_of, singular

TOLERANCE = 0.05
"""Share by which *about 700* may be missed: 750 is another number, 730 is not."""


OVER = 2
"""Times that *more than 100* may be exceeded: who means thousands does not say so."""


@dataclass(frozen=True, slots=True)
class Amount:
    """How much, and of what. least, most: both included; unit: plain words or ISO 4217 code."""

    least: float
    most: float
    unit: str
    span: Span

    @property
    def is_vague(self) -> bool:
        """Say whether it is not counted out: *several hundred*, *more than 100*."""
        return self.least != self.most


def amount(role: Role, text: str, language: str) -> Amount | None:
    """Read how much a role says; None where it gives no number."""
    value = role.value
    if value is None or isinstance(value, Date):
        return None
    exact = getattr(value, "amount", None) or getattr(value, "number", None)
    least = value.minimum if value.minimum is not None else exact
    most = value.maximum if value.maximum is not None else exact
    if exact is not None and _is_about(role.span.of(text), language):
        least, most = exact * (1 - TOLERANCE), exact * (1 + TOLERANCE)
    unit = getattr(value, "currency", None) or getattr(value, "unit", None) or ""
    if most is None:
        most = (least or 0.0) * OVER
    return Amount(least if least is not None else 0.0, most, plain(unit), role.span)


def differ(one: Amount, other: Amount) -> bool:
    """Say whether two amounts of one thing cannot both be true; a range holds what lies in it."""
    return comparable(one, other) and (one.most < other.least or other.most < one.least)


def comparable(one: Amount, other: Amount) -> bool:
    """Say whether two amounts measure one thing: *36 howitzers*, *50 pieces*; not *80 %*.

    A unit within a longer one is the same: *motors*, *servo motors*.
    """
    if one.unit == other.unit:
        return True
    broad = words_for("broad", None)
    if any(unit and set(unit.split()) <= broad for unit in (one.unit, other.unit)):
        return "%" not in one.unit + other.unit
    if kind_of(one.unit) == kind_of(other.unit):
        return True
    short, long = sorted((one.unit, other.unit), key=len)
    words = {singular(word) for word in short.split()}
    within = words and words <= {singular(word) for word in long.split()}
    return len(short) > 2 and (bool(within) or long.startswith(singular(short)))


def _is_about(words: str, language: str) -> bool:
    return bool(_about(language).search(plain(words)))


@cache
def _about(language: str) -> re.Pattern[str]:
    known = (language,) if language in languages() else languages()
    amounts = [values(code).amounts for code in known]
    words = {plain(word) for a in amounts for word in (*a.about, *a.about_after)}
    return re.compile(rf"\b({'|'.join(sorted(map(re.escape, words)))})\b")
