"""The words of dates and amounts in a language, checked as they load."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal

from babel import Locale
from babel.numbers import get_currency_name, get_territory_currencies
from pydantic import BaseModel, ConfigDict, Field

from recoupe.languages.toml import load

Forms = tuple[str, ...]
Unit = Literal["day", "weekend", "week", "fortnight", "month", "quarter", "half", "year", "decade"]
Part = Literal["early", "mid", "late", "end"]
Meaning = str | int | float | None


class _Part(BaseModel):
    """Lower-case forms stand for any case; one with a capital needs it (`May`, `March`)."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class NumberWords(_Part):
    """How numbers are written. joiners: words between parts (*vingt et un*)."""

    decimal: Literal[",", "."]
    grouping: str
    words: Mapping[str, int]
    ones: Forms
    joiners: Forms
    scales: Mapping[str, float]
    short_scales: Mapping[str, float]
    ordinal_suffixes: Forms
    decade_suffixes: Forms


class DateWords(_Part):
    """Words of dates; the names of the fields are those that the shapes in reading/ are made of.

    shifted: days from the date told before; days: days from the document's date.
    holidays: month and day, or `easter`. spans: how each part of a year is written in EDTF.
    ahead: words that plan; past_auxiliaries: what makes a perfect; moved: verbs that make it with
    *être*. numeric: what 04/05/2024 is: the day comes first, or nobody can tell.
    """

    numeric: Literal["day first", "unclear"]
    months: tuple[Forms, ...] = Field(min_length=12, max_length=12)
    weekdays: tuple[Forms, ...] = Field(min_length=7, max_length=7)
    seasons: tuple[Forms, ...] = Field(min_length=4, max_length=4)
    quarters: tuple[Forms, ...] = Field(min_length=4, max_length=4)
    ordinals: tuple[Forms, ...] = Field(min_length=4, max_length=4)
    parts: Mapping[Part, Forms]
    part_of_year: Mapping[Part, str]
    units: Mapping[Unit, Forms]
    days: Mapping[str, int]
    shifted: Mapping[str, int]
    holidays: Mapping[str, str]
    dayparts: Forms
    decades: Forms
    last: Forms
    next: Forms
    several: Forms
    plurals: Forms
    this: Forms
    that: Forms
    there: Forms
    every: Forms
    following: Forms
    previous: Forms
    since: Forms
    until: Forms
    by: Forms
    before: Forms
    after: Forms
    starting: Forms
    between: Forms
    conjunctions: Forms
    to: Forms
    of: Forms
    at: Forms
    articles: Forms
    day_articles: Forms
    ago_before: Forms
    ago_after: Forms
    later: Forms
    earlier: Forms
    fiscal: Forms
    ahead: Forms
    past_auxiliaries: Forms
    moved: Forms


class Currency(_Part):
    """A currency: its ISO 4217 code, the words after a number, the signs before or after it."""

    code: str | None = None
    names: Forms = ()
    signs: Forms = ()


class AmountWords(_Part):
    """Words of amounts. Bounds stand before the number, `_after` behind it.

    collectives: nouns that are a number of their own (*dizaine*); vague: plurals that stand for
    at least twice a number (*dozens*), several: words that multiply them (*plusieurs*).
    measures: units of size and calibre that count nothing; durations: units of time;
    within: words that make a duration a term. not_counted: what a number after it only labels;
    no_head: nouns that nothing counts.
    """

    about: Forms
    minimum: Forms
    maximum: Forms
    about_after: Forms
    minimum_after: Forms
    maximum_after: Forms
    between: Forms
    conjunctions: Forms
    alternatives: Forms
    to: Forms
    of: Forms
    percent: Forms
    times: Mapping[str, int]
    collectives: Mapping[str, int]
    vague: Mapping[str, int]
    several: Forms
    measures: frozenset[str]
    durations: frozenset[str]
    ages: frozenset[str]
    within: frozenset[str]
    not_counted: frozenset[str]
    no_head: frozenset[str]
    currencies: tuple[Currency, ...]


class Values(_Part):
    """values.toml"""

    numbers: NumberWords
    dates: DateWords
    amounts: AmountWords


@cache
def values(language: str) -> Values:
    """Load the words of dates and amounts; raises BadLexicon where the file breaks its schema."""
    return load(f"{language}/values.toml", Values)


def date_words(words: DateWords) -> Iterator[tuple[str, str, Meaning]]:
    """Give each word of a date with its kind and what it stands for."""
    listed: dict[str, tuple[tuple[Forms, ...], int]] = {
        "month": (words.months, 1),
        "weekday": (words.weekdays, 0),
        "season": (words.seasons, 21),
        "quarter": (words.quarters, 1),
        "rank": (words.ordinals, 1),
    }
    for kind, (entries, start) in listed.items():
        for value, forms in enumerate(entries, start):
            yield from ((form, kind, value) for form in forms)
    for kind, table in (("part", words.parts), ("unit", words.units)):
        for name, forms in table.items():
            yield from ((form, kind, name) for form in forms)
    yield from ((form, "today", shift) for form, shift in words.days.items())
    yield from ((form, "shifted", shift) for form, shift in words.shifted.items())
    yield from ((form, "holiday", day) for form, day in words.holidays.items())
    for kind, field in _SIMPLE.items():
        yield from ((form, kind, None) for form in getattr(words, field))


def amount_words(words: AmountWords, language: str) -> Iterator[tuple[str, str, Meaning]]:
    """Give each word of an amount with its kind and what it stands for.

    Currencies are known by babel's names and ISO codes too; the file's own words come first.
    """
    for currency in words.currencies:
        yield from ((form, "currency", currency.code) for form in currency.names)
        yield from ((form, "sign", currency.code) for form in currency.signs)
    for kind, table in (("collective", words.collectives), ("vague", words.vague)):
        yield from ((form, kind, number) for form, number in table.items())
    yield from ((form, "times", number) for form, number in words.times.items())
    for kind in _BOUNDS:
        yield from ((form, kind, None) for form in getattr(words, kind))
    yield from ((form, "and", None) for form in words.conjunctions)
    yield from ((form, "or", None) for form in words.alternatives)
    yield from _from_babel(language)


_SIMPLE = {
    "daypart": "dayparts",
    "decade": "decades",
    "last": "last",
    "next": "next",
    "several": "several",
    "plural": "plurals",
    "this": "this",
    "that": "that",
    "there": "there",
    "every": "every",
    "following": "following",
    "previous": "previous",
    "since": "since",
    "until": "until",
    "by": "by",
    "before": "before",
    "after": "after",
    "starting": "starting",
    "between": "between",
    "and": "conjunctions",
    "to": "to",
    "of": "of",
    "at": "at",
    "article": "articles",
    "dayarticle": "day_articles",
    "agobefore": "ago_before",
    "ago": "ago_after",
    "later": "later",
    "earlier": "earlier",
    "fiscal": "fiscal",
}
_BOUNDS = (
    "about",
    "minimum",
    "maximum",
    "about_after",
    "minimum_after",
    "maximum_after",
    "between",
    "to",
    "of",
    "percent",
    "several",
)


def _from_babel(language: str) -> Iterator[tuple[str, str, Meaning]]:
    """Give the ISO code and the full names of each currency that is legal tender somewhere."""
    territories = [str(t) for t in Locale(language).territories if len(str(t)) == 2]
    for code in sorted({c for t in territories for c in get_territory_currencies(t)}):
        yield code, "sign", code
        names = {get_currency_name(code, count, language) for count in (1, 2)}
        yield from ((name, "currency", code) for name in sorted(names) if "(" not in name)
