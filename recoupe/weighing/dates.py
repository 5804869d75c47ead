"""The first and last day that an EDTF date may mean."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

FIRST, LAST = date.min, date.max
SEASON_MONTHS = {
    **{21: (3, 6), 22: (6, 9), 23: (9, 12), 24: (12, 15)},
    **{33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)},
    **{37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12)},
}
"""ISO 8601-2, table of sub-year groupings; a season takes in the month on either side."""

APPROXIMATE = timedelta(days=31)
DECADE = re.compile(r"(\d{2})(\dX|XX)")
"""`201X`, `19XX`"""

POINT = re.compile(r"(?P<year>\d{4})(?:-(?P<part>\d{2})(?:-(?P<day>\d{2}))?)?(?P<about>[~?%]?)")
"""`2024`, `2024-06~`, `2024-34`, `2024-06-18?`"""


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last day that is meant, both included; open ends reach the limits."""

    first: date
    last: date

    def meets(self, other: "Days", slack: int = 0) -> bool:
        """Say whether a day lies in both, or within `slack` days of both."""
        return max((self.first - other.last).days, (other.first - self.last).days) <= slack

    @property
    def length(self) -> int:
        """Count the days."""
        return (self.last - self.first).days + 1


@cache
def days(edtf: str) -> Days | None:
    """Give the days that an EDTF date may mean; None where it cannot be read.

    >>> days("2024-06"), days("../2020").last.isoformat()
    (Days(first=datetime.date(2024, 6, 1), last=datetime.date(2024, 6, 30)), '2020-12-31')
    """
    text = edtf.strip()
    if text[:1] in "[{":
        return _around(text.strip("[]{}").replace("..", ",").split(","))
    if "/" not in text:
        return _point(text)
    first, last = (part.strip() for part in text.split("/", 1))
    start = Days(FIRST, FIRST) if first in ("", "..") else _point(first)
    end = Days(LAST, LAST) if last in ("", "..") else _point(last)
    if start is None or end is None or start.first > end.last:
        return None
    return Days(start.first, end.last)


def _around(parts: list[str]) -> Days | None:
    found = [point for part in parts if (point := _point(part.strip()))]
    return Days(min(p.first for p in found), max(p.last for p in found)) if found else None


def _point(text: str) -> Days | None:
    if DECADE.fullmatch(text):
        first, last = int(text.replace("X", "0")), int(text.replace("X", "9"))
        return Days(date(first, 1, 1), date(last, 12, 31))
    match = POINT.fullmatch(text)
    if match is None:
        return None
    try:
        bounds = _bounds(int(match["year"]), match["part"], match["day"])
    except ValueError:
        return None
    return _widened(bounds) if match["about"] in ("~", "%") else bounds


def _bounds(year: int, part: str | None, day: str | None) -> Days:
    if part is None:
        return Days(date(year, 1, 1), date(year, 12, 31))
    if day is not None:
        return Days(date(year, int(part), int(day)), date(year, int(part), int(day)))
    first, last = SEASON_MONTHS.get(int(part), (int(part), int(part)))
    return Days(_month(year, first), _month(year, last + 1) - timedelta(days=1))


def _month(year: int, month: int) -> date:
    """Give the first day of a month; the thirteenth is January of the next year."""
    if not 1 <= month <= 16:
        raise ValueError(f"{month} is no month")
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _widened(bounds: Days) -> Days:
    return Days(bounds.first - APPROXIMATE, bounds.last + APPROXIMATE)
