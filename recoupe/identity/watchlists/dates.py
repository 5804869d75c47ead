"""Dates as lists write them → EDTF."""

import re
from datetime import date, datetime

DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4})")
"""`28/06/2024`, `28.2.2022`; `00/00/1975` where only the year is known."""

WITH_NAME = ("%d-%b-%Y", "%d %b %Y", "%d %B %Y", "%b %Y", "%B %Y")
"""`13-Feb-2026`, `23 Nov 1943`, `Nov 1943`: the months of English, as lists print them."""

ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?!\d)")


def edtf(year: str | int, month: str | int = 0, day: str | int = 0) -> str | None:
    """Write a date as EDTF, as far as it is known; None where there is no such day.

    >>> edtf("2024", "6", "30"), edtf(1975, 0, 0), edtf(2024, 2, 30)
    ('2024-06-30', '1975', None)
    """
    numbers = [int(part or 0) for part in (year, month, day)]
    try:
        date(numbers[0], numbers[1] or 1, numbers[2] or 1)
    except ValueError:
        return None
    if not numbers[1]:
        return f"{numbers[0]:04}"
    return "-".join([f"{numbers[0]:04}", *(f"{n:02}" for n in numbers[1:] if n)])


def iso(text: str) -> str | None:
    """Read the date at the beginning of `2024-06-28T16:37:50+02:00`, as far as it goes."""
    match = ISO.match(text.strip())
    return edtf(*(part or 0 for part in match.groups())) if match else None


def day_first(text: str) -> str | None:
    """Read the first `28/06/2024` or `28.6.2024` in a text."""
    match = DAY_FIRST.search(text)
    return edtf(match["year"], match["month"], match["day"]) if match else None


def with_name(text: str) -> str | None:
    """Read `23 Nov 1943`, `Nov 1943`, `circa 1943` or `1943`.

    >>> with_name("23 Nov 1943"), with_name("Nov 1943"), with_name("circa 1943")
    ('1943-11-23', '1943-11', '1943~')
    """
    words = text.strip().removeprefix("circa ").strip()
    about = "~" if "circa" in text else ""
    for form in WITH_NAME:
        try:
            found = datetime.strptime(words, form)
        except ValueError:
            continue
        return (edtf(found.year, found.month, found.day * ("%d" in form)) or "") + about or None
    return f"{words}{about}" if re.fullmatch(r"\d{4}", words) else None


def at_latest(days: list[str | None]) -> str | None:
    """Give the earliest of the days as an open interval: listed then or before."""
    known = sorted(day for day in days if day)
    return f"../{known[0]}" if known else None
