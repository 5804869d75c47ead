"""Dates as a press text prints them, where the words alone settle the day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from recoupe.archive.phrases import any_of
from recoupe.languages.publication import PublicationWords, publication_words

ISO = re.compile(r"(?<![\d/-])(?P<year>\d{4})[-/](?P<month>\d{2})[-/](?P<day>\d{2})(?![\d/-])")
FIGURES = re.compile(r"(?<![\d./-])(?P<a>\d{1,2})([./-])(?P<b>\d{1,2})\2(?P<year>\d{4})(?![\d/-])")


@dataclass(frozen=True, slots=True)
class Printed:
    """A date as printed. edtf: `2024-05-02`, `2024-05`, or `05-02` where no year stands by it.

    start, end: with its weekday, in the text that was searched. weekday: one stands by it.
    """

    edtf: str
    start: int
    end: int
    weekday: bool = False

    @property
    def has_year(self) -> bool:
        return not re.fullmatch(r"\d\d-\d\d", self.edtf)


def dates(words: str, language: str | None) -> list[Printed]:
    """Give the dates in some words, in order; those inside a longer one are left out.

    A date that no calendar has, or whose weekday is another, is none; nor is `02/05/2024`
    where the language does not settle the order.

    >>> [d.edtf for d in dates("Tunis, jeudi 2 mai 2024, et May 2024; 31/12/2023", "fr")]
    ['2024-05-02', '2024-05', '2023-12-31']
    """
    found = [*_in_words(words), *_in_figures(words, language)]
    found.sort(key=lambda printed: (printed.start, -printed.end))
    kept: list[Printed] = []
    for printed in found:
        if not kept or printed.start >= kept[-1].end:
            kept.append(printed)
    return [printed for printed in kept if printed.edtf]


def _in_words(words: str) -> Iterator[Printed]:
    for language in publication_words().values():
        for pattern in _patterns(language):
            for found in pattern.finditer(words):
                yield _printed(found, language)


@cache
def _patterns(language: PublicationWords) -> tuple[re.Pattern[str], ...]:
    month = f"(?P<month>{any_of(w for names in language.months for w in names)})" + r"\.?"
    day = rf"(?P<day>(?<!\d)\d{{1,2}})(?:{'|'.join(language.first)})?(?!\w)"
    weekday = rf"(?:(?P<weekday>{any_of(language.weekdays)}),?\s+)?"
    article = rf"(?:{any_of(language.before_day)}\s+)?"
    year = r"(?P<year>\d{4})(?!\d)"
    shapes = (
        rf"{weekday}{article}{day}\s+{month}(?:,?\s+{year})?",
        rf"{weekday}{month}\s+{day}(?:,?\s+{year})?",
        rf"{month}\s+{year}",
    )
    return tuple(re.compile(shape, re.IGNORECASE) for shape in shapes)


def _printed(found: re.Match[str], language: PublicationWords) -> Printed:
    """Give a date; with no `edtf` where it is none, so that no part of it passes for one."""
    parts = found.groupdict()
    month = _place(parts["month"], language.months)
    day = int(parts["day"]) if parts.get("day") else None
    weekday = parts.get("weekday")
    edtf = f"{parts['year']}-{month:02}"
    if not parts["year"]:
        edtf = f"{month:02}-{day:02}"
    elif day is not None:
        real = _day(int(parts["year"]), month, day)
        contradicted = (
            real and weekday and language.weekdays[real.weekday()].lower() != weekday.lower()
        )
        edtf = "" if real is None or contradicted else real.isoformat()
    return Printed(edtf, found.start(), found.end(), bool(weekday))


def _place(name: str, months: tuple[tuple[str, ...], ...]) -> int:
    said = name.lower()
    return next(i for i, names in enumerate(months, 1) if said in {n.lower() for n in names})


def _in_figures(words: str, language: str | None) -> Iterator[Printed]:
    for found in ISO.finditer(words):
        yield from _figured(found, found["month"], found["day"])
    order = publication_words()[language].order if language in publication_words() else None
    for found in FIGURES.finditer(words):
        a, b = found["a"], found["b"]
        if order == "day first" or int(a) > 12:
            yield from _figured(found, b, a)
        elif order == "month first" or int(b) > 12 or a == b:
            yield from _figured(found, a, b)


def _figured(found: re.Match[str], month: str, day: str) -> Iterator[Printed]:
    if real := _day(int(found["year"]), int(month), int(day)):
        yield Printed(real.isoformat(), found.start(), found.end())


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
