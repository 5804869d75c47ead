"""The dossier's own words, checked as they load."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache, lru_cache
from importlib import resources
from typing import Self

from babel.numbers import format_decimal
from pydantic import BaseModel, ConfigDict, Field, model_validator

from recoupe.errors import BadInput
from recoupe.languages.toml import check
from recoupe.model.claim import CIRCUMSTANCES, PARTICIPANTS, EventType, Tense
from recoupe.model.factuality import EVERY_READING, Factuality
from recoupe.model.finding import Status

ROLES = {role for roles in (PARTICIPANTS, CIRCUMSTANCES) for e in roles for role in roles[e]}

DOUBTED = "~?%"
"""What stands at the end of an EDTF date that is approximate, uncertain or both."""

OPEN = ("", "..")
"""An end of an EDTF interval that nobody knows, or that there is none of."""

TEMPLATES = resources.files("recoupe.publish").joinpath("templates")

BREAKS = re.compile(r"[^\S\u00a0\u202f]+")


class Entry(BaseModel):
    """An entry of the file of words; a field that the schema lacks is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Commitment(Entry):
    """How a reading is told: its name, what the source does, and on which side it stands."""

    name: str
    verb: str
    side: str


class Chapter(Entry):
    """A status as a section: its title and what it means."""

    title: str
    lead: str


class Noun(Entry):
    """An event as a noun with its two sides, and a third beside them."""

    noun: str
    from_: tuple[str, ...] = Field(alias="from")
    to: tuple[str, ...] = ()
    join: str = ""
    beside: tuple[str, ...] = ()
    by: str = ""


class Method(Entry):
    """How to read the dossier: terms with what they mean, and what is not claimed."""

    terms: tuple[tuple[str, str], ...]
    closing: tuple[str, ...]


class Words(Entry):
    """All that a dossier says of its own. count: for one, and for {n}; phrase: by its name.

    label: what stands before a heading, by the surest reading, so that no heading is a fact.
    doubt: by its kind. part: of a year, by its code in EDTF.
    """

    language: str
    colon: str
    quotes: tuple[str, str]
    reading: dict[str, Commitment]
    label: dict[str, str]
    tense: dict[Tense, str]
    status: dict[Status, Chapter]
    event: dict[EventType, Noun]
    role: dict[str, str]
    on: dict[str, str]
    date: dict[str, str]
    part: dict[str, str]
    doubt: dict[str, str]
    evidence: dict[str, str]
    count: dict[str, tuple[str, str]]
    phrase: dict[str, str]
    method: Method

    @model_validator(mode="after")
    def _complete(self) -> Self:
        wanted = (
            (map(str, EVERY_READING), self.reading),
            ((*map(str, EVERY_READING), "both", "differing"), self.label),
            (ROLES, self.role),
            (("since", "until", "between", "about"), self.date),
            (Tense, self.tense),
            (Status, self.status),
            (EventType, self.event),
        )
        missing = [str(key) for keys, held in wanted for key in keys if key not in held]
        if missing:
            raise ValueError(f"nothing for {', '.join(missing)}")
        return self

    def say(self, phrase: str, **filled: str) -> str:
        """Give a phrase with its braces filled in."""
        return self.phrase[phrase].format(**filled)

    def quoted(self, text: str) -> str:
        """Put a quote between the quotation marks of the dossier's language."""
        return text.join(self.quotes)

    def listed(self, names: Sequence[str]) -> str:
        """Give names as one: *A, B and C*."""
        *first, last = names
        return self.phrase["and"].join(filter(None, (", ".join(first), last)))

    def counted(self, what: str, number: int) -> str:
        """Count in words: *1 claim*, *2,310 claims*."""
        one, many = self.count[what]
        return one if number == 1 else many.format(n=self.number(number))

    def number(self, number: int) -> str:
        """Write a number with the language's own mark between thousands."""
        return _number(number, self.language)

    def day(self, edtf: str) -> str:
        """Write an EDTF date for a reader: *from Q2 2024 on*, *2024-06-03*."""
        start, parted, end = edtf.partition("/")
        if not parted:
            return self._point(edtf)
        key = "since" if end in OPEN else "until" if start in OPEN else "between"
        return self.date[key].format(start=self._point(start), end=self._point(end))

    def _point(self, edtf: str) -> str:
        day = edtf.rstrip(DOUBTED)
        year, _, part = day.rpartition("-")
        said = self.part[part].format(year=year) if part in self.part and year.isdigit() else day
        return said if day == edtf else self.date["about"].format(day=said)

    def commitment(self, factuality: Factuality) -> Commitment:
        """Give the words for how far a source commits itself."""
        return self.reading[str(factuality)]


@lru_cache(maxsize=5_000)
def _number(number: int, language: str) -> str:
    return format_decimal(number, locale=language)


def moment(time: datetime) -> str:
    """Write a moment to the second, in UTC.

    >>> from datetime import UTC
    >>> moment(datetime(2024, 6, 3, 8, 30, tzinfo=UTC))
    '2024-06-03 08:30:00 UTC'
    """
    return f"{time.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"


def one_line(text: str) -> str:
    """Put a quote on one line; its words stay as they are, and so do spaces that may not break."""
    return BREAKS.sub(" ", text).strip()


@cache
def words(language: str = "en") -> Words:
    """Load the dossier's words in that language.

    Raises BadInput where there are none; BadLexicon names file, entry and field.
    """
    file = TEMPLATES / f"{language}.toml"
    if not file.is_file():
        there = sorted(f.name for f in TEMPLATES.iterdir() if f.name.endswith(".toml"))
        known = ", ".join(name.removesuffix(".toml") for name in there)
        raise BadInput(f"no words for a dossier in {language!r}: one of {known}")
    return check(f"publish/templates/{language}.toml", file.read_text("utf-8"), Words)
