"""Invented events and the sentences that tell of them, in French and English, from a grammar.

The grammar is `wires.toml`. A sentence is kept as what it tells, in which way, and the number that
its choice of words was drawn by: so it can be told again, reworded, or translated.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

from pydantic import BaseModel, ConfigDict

LANGUAGES = ("fr", "en")
FILE = Path(__file__).with_name("wires.toml")
CHOICE = re.compile(r"\[([^\[\]]*)\]")
BOUNDS = {
    "number": (6, 1800), "value": (12, 2400), "part": (2, 40), "trainees": (20, 600),
    "weeks": (3, 40), "few": (4, 90), "percent": (2, 38), "workers": (150, 9000),
    "rate": (8, 400), "reach": (18, 420), "weight": (2, 60), "armies": (3, 30), "share": (55, 95),
    "years": (5, 25), "yes": (90, 310), "no": (11, 88), "dossier": (1000, 99999), "hits": (3, 19),
    "shots": (20, 48), "containers": (9, 240), "fleet": (30, 400), "ready": (3, 29),
    "fee": (2, 70), "growth": (3, 60),
}  # fmt: skip
PEOPLE = ("person", "boss", "critic", "analyst", "envoy", "agent")
NAMES = (
    *("town", "company", "base", "rival", "institute", "plant", "model", "fair", "bank", "range"),
    *("vessel", "port", "harbour", "haven"),
)


class Fact(BaseModel):
    """What a sentence can tell. fr, en: its ways, in the same order."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    fr: tuple[str, str]
    en: tuple[str, str]


class Both(BaseModel):
    """The same in both languages: a text, words with spaces between, or several texts."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    fr: str | tuple[str, ...]
    en: str | tuple[str, ...]


class Grammar(BaseModel):
    """wires.toml; each field is told in the file's own comments."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    onsets: str
    rimes: str
    months: Both
    weekdays: Both
    small: Both
    inserted: Both
    countries: tuple[tuple[str, str, str, str], ...]
    items: tuple[tuple[str, str], ...]
    facts: tuple[Fact, ...]
    quotes: tuple[Both, ...]
    headlines: Both
    intros: Both


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence to be: index of its fact, way it is told, number its words are drawn by."""

    fact: int
    way: int
    draw: int

    def reworded(self, random: Random) -> "Told":
        """Tell the same in the same way, in words drawn anew."""
        return replace(self, draw=random.getrandbits(32))


@dataclass(frozen=True, slots=True)
class Story:
    """An event: the words for each slot of the grammar by language, and the day it is told."""

    slots: dict[str, dict[str, str]]
    day: date

    def tell(self, told: Told, language: str) -> str:
        """Give a sentence."""
        template = getattr(grammar().facts[told.fact], language)[told.way]
        return self.fill(template, language, Random(f"{told.draw} {language}"))

    def one_of(self, kind: str, language: str, random: Random) -> str:
        """Give one of the `headlines` or `intros`."""
        return self.fill(
            random.choice(getattr(getattr(grammar(), kind), language)), language, random
        )

    def fill(self, template: str, language: str, random: Random) -> str:
        """Give a template with its choices drawn and its slots filled."""
        words = _chosen(template, random).format(**self.slots[language])
        return words[:1].upper() + words[1:]


def story(random: Random, day: date) -> Story:
    """Invent an event of which is told on that day."""
    slots = {language: dict[str, str]() for language in LANGUAGES}
    for slot, words in _drawn(random, day).items():
        for language, word in zip(LANGUAGES, words, strict=True):
            slots[language][slot] = word
    return Story(slots, day)


def plan(random: Random, length: int) -> tuple[Told, ...]:
    """Draw what a text tells, and in which order; the deal always first."""
    facts = [0, *random.sample(range(1, len(grammar().facts)), length - 1)]
    return tuple(Told(fact, random.randrange(2), random.getrandbits(32)) for fact in facts)


def in_own_words(random: Random, told: Sequence[Told]) -> tuple[Told, ...]:
    """Draw another text on the same event: half its facts, others beside, mostly another way."""
    ways = {each.fact: each.way for each in told}
    kept = random.sample(sorted(ways), max(2, len(ways) * 6 // 10))
    beside = [fact for fact in range(len(grammar().facts)) if fact not in ways]
    facts = [*kept, *random.sample(beside, min(len(beside), max(2, len(told) // 3)))]
    random.shuffle(facts)
    return tuple(
        Told(fact, _another_way(ways.get(fact, 0), random), random.getrandbits(32))
        for fact in facts
    )


@cache
def grammar() -> Grammar:
    """Load the grammar."""
    return Grammar.model_validate(tomllib.loads(FILE.read_text("utf-8")))


def proper(random: Random, syllables: int = 2) -> str:
    """Invent a name."""
    onsets, rimes = grammar().onsets.split(), grammar().rimes.split()
    made = "".join(random.choice(onsets) + random.choice(rimes) for _ in range(syllables))
    return made.capitalize()


def _another_way(way: int, random: Random) -> int:
    return 1 - way if random.random() < 0.75 else way


def _chosen(template: str, random: Random) -> str:
    return CHOICE.sub(lambda found: random.choice(found[1].split("|")), template)


def _drawn(random: Random, day: date) -> dict[str, tuple[str, str]]:
    """Give the words for each slot, French and English."""
    said: dict[str, tuple[str, str]] = {}
    for slot, (least, most) in BOUNDS.items():
        said[slot] = _number(random.randint(least, most), random)
    for slot in NAMES:
        said[slot] = _twice(proper(random, random.choice((2, 2, 3))))
    for slot in PEOPLE:
        said[slot] = _twice(f"{proper(random)} {proper(random, random.choice((2, 3)))}")
    said["item"] = random.choice(grammar().items)
    said |= _countries(random) | _dates(random, day)
    for slot, quote in zip(("quote1", "quote2"), random.sample(grammar().quotes, 2), strict=True):
        said[slot] = (_chosen(str(quote.fr), random), _chosen(str(quote.en), random))
    whole, tenths = random.randint(1, 8), random.randint(1, 9)
    said["interest"] = (f"{whole},{tenths}", f"{whole}.{tenths}")
    return said


def _countries(random: Random) -> dict[str, tuple[str, str]]:
    """Give two countries, in French with their article and prepositions."""
    said = {}
    for slot, forms in zip(
        ("recipient", "neighbour"), random.sample(grammar().countries, 2), strict=True
    ):
        for before, form in zip(("le", "du", "au"), forms[:3], strict=True):
            said[f"{before}_{slot}"] = (form, forms[3])
        said[slot] = (forms[0], forms[3])
    return said


def _dates(random: Random, day: date) -> dict[str, tuple[str, str]]:
    month, vote = random.sample(range(1, 13), 2)
    weekday, on = _word(grammar().weekdays, day.weekday()), _month(day.month)
    return {
        "day": (f"{weekday[0]} {day.day} {on[0]}", f"on {weekday[1]}, {on[1]} {day.day}"),
        "month": _month(month),
        "votemonth": _month(vote),
        "deadline": _twice(str(random.randint(2, 28))),
        "licenceday": _twice(str(random.randint(2, 28))),
        "year": _twice(str(day.year + random.randint(1, 2))),
        "later": _twice(str(day.year + random.randint(3, 6))),
        "past": _twice(str(day.year - random.randint(2, 14))),
    }


def _month(number: int) -> tuple[str, str]:
    return _word(grammar().months, number - 1)


def _number(number: int, random: Random) -> tuple[str, str]:
    """Write a number as each language does; a small one often in words."""
    if number <= 16 and random.random() < 0.6:
        return _word(grammar().small, number - 2)
    return (f"{number:,}".replace(",", "\u00a0"), f"{number:,}")


def _word(words: Both, at: int) -> tuple[str, str]:
    return (str(words.fr).split()[at], str(words.en).split()[at])


def _twice(word: str) -> tuple[str, str]:
    return (word, word)
