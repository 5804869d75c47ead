"""Moments in EDTF: what comes before and after one, and which one a bare month means.

A moment is an EDTF date of level 0 to 2: `2024`, `2024-06`, `2024-06-14`, a season or quarter
(`2024-21`, `2024-34`), or an interval of two of them.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

FIRST_MONTHS = {
    **{21: 3, 22: 6, 23: 9, 24: 12},
    **{33: 1, 34: 4, 35: 7, 36: 10},
    **{40: 1, 41: 7},
}
"""The month in which each season (21-24), quarter (33-36) and half year (40, 41) begins."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, and where told its month (or season, quarter) and day."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = [f"{self.year:04}", *(f"{n:02}" for n in (self.month, self.day) if n)]
        return "-".join(parts)

    def first_month(self) -> int:
        """Give the month in which it begins, January for a year."""
        return FIRST_MONTHS.get(self.month or 1, self.month or 1)

    def first_day(self) -> date:
        return date(self.year, self.first_month(), self.day or 1)

    def before(self) -> "Moment":
        """Give the last day, month or year that is over when this one begins.

        A season gives the month it begins in: *avant l'été* is by June.
        """
        if self.month is None:
            return Moment(self.year - 1)
        if self.day is not None:
            return of_day(self.first_day() - timedelta(days=1))
        if 20 < self.month < 25:
            return Moment(self.year, self.first_month())
        return self._month(self.first_month() - 2)

    def after(self) -> "Moment":
        """Give the first day, month or year that begins when this one is over."""
        if self.month is None:
            return Moment(self.year + 1)
        if self.day is not None:
            return of_day(self.first_day() + timedelta(days=1))
        months = 1 if self.month < 20 else 6 if self.month >= 40 else 3
        return self._month(self.first_month() - 1 + months)

    def months_later(self, months: int) -> "Moment":
        """Give the month that lies so many months off."""
        return self._month(self.first_month() - 1 + months)

    def _month(self, count: int) -> "Moment":
        return Moment(self.year + count // 12, count % 12 + 1)


def moment(edtf: str | None) -> Moment | None:
    """Read a moment; an interval gives its end, what cannot be read None.

    >>> moment("2024-06~"), moment("../2025"), moment("2013/..")
    (Moment(year=2024, month=6, day=None), Moment(year=2025, month=None, day=None), None)
    """
    last = (edtf or "").rsplit("/", 1)[-1].rstrip("?~%")
    parts = last.split("-")
    if not all(part.isdigit() for part in parts) or len(parts[0]) != 4 or len(parts) > 3:
        return None
    return Moment(*(int(part) for part in parts))


def of_day(day: date) -> Moment:
    """Give the moment of a calendar day."""
    return Moment(day.year, day.month, day.day)


def is_day(year: int, month: int, day: int) -> bool:
    """Say whether the calendar has such a day, of a year that a press text can mean."""
    return 1000 <= year < 3000 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def nearest(now: Moment, month: int, day: int | None = None, *, ahead: bool) -> Moment | None:
    """Give the month (season, quarter, day) nearest to `now` that is not over, or has begun.

    None for a day that none of those years has.

    >>> str(nearest(Moment(2024, 6, 18), 10, ahead=False))
    '2023-10'
    """
    years = range(now.year - 1, now.year + 2)
    options = [Moment(y, month, day) for y in years if day is None or is_day(y, month, day)]
    if ahead:
        open_still = [m for m in options if m.after().first_day() > now.first_day()]
        return open_still[0] if open_still else None
    begun = [m for m in options if m.first_day() < now.after().first_day()]
    return begun[-1] if begun else None


def easter(year: int) -> date:
    """Give Easter Sunday (Meeus, Jones and Butcher; Astronomical Algorithms, 1991, ch. 8)."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * shift + 114, 31)
    return date(year, month, day + 1)
