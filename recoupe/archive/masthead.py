"""A line of its own that dates a text: *Le Fanal, jeudi 2 mai 2024*; *Posted on May 2, 2024*."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from recoupe.archive.dates import Printed, dates
from recoupe.archive.phrases import any_of
from recoupe.languages.publication import PublicationWords, publication_words

SEPARATOR = re.compile(r"\s*[,|·•/:]\s+|\s+[|·•/:–—-]\s+|\s*[|·•]\s*")
PARTED = re.compile(r".*[,|·•/:–—-]\s*$")
LONGEST = 120  # characters
NAME_WORDS = 8
PLACE_WORDS = 3  # before *le 2 mai 2024*, where a longer name would be a caption


@dataclass(frozen=True, slots=True)
class DateLine:
    """date: has a year. says: `published`, `updated`, None where no word says it.

    names: what stands before the date, without numbers of issues and sorts of text: a masthead,
    a place, or both. place: it is a place (*Tunis, le 2 mai 2024*). sure: a word, a weekday or
    the sort of text shows that the line is no headline.
    """

    date: Printed
    says: str | None
    names: tuple[str, ...]
    place: bool
    sure: bool


def date_line(words: str, language: str | None) -> DateLine | None:
    """Read a line that dates a text, None where it does anything else.

    >>> found = date_line("Le Fanal - Publié le 2 mai 2024 à 10 h 14 - Lecture : 3 min", "fr")
    >>> found.date.edtf, found.says, found.names
    ('2024-05-02', 'published', ('Le Fanal',))
    >>> date_line("Ce que dit le contrat du 2 mai 2024", "fr") is None
    True
    """
    if len(words) > LONGEST or is_caption(words):
        return None
    printed = next((d for d in dates(words, language) if d.has_year), None)
    if printed is None or not _after().fullmatch(words[printed.end :]):
        return None
    return _with_names(words[: printed.start], printed, words[printed.start : printed.end])


def _with_names(before: str, printed: Printed, date: str) -> DateLine | None:
    article = bool(_article().search(before) or _article().match(date))
    before = _article().sub("", before)
    marked = _marker().search(before)
    names = before[: marked.start()] if marked else before
    if names.strip() and not marked and not PARTED.match(names):
        return None
    parts = [part for part in SEPARATOR.split(f"{names.strip()} ") if part.strip(" –—-")]
    own = tuple(part.strip(" –—-") for part in parts if not is_kind(part))
    place = article and not marked and len(own) == 1
    longest = PLACE_WORDS if place else NAME_WORDS
    if any(len(name.split()) > longest or not can_name(name) for name in own):
        return None
    sure = bool(marked or printed.weekday or not own or len(own) < len(parts))
    return DateLine(printed, _says(marked[1]) if marked else None, own, place, sure)


def can_name(words: str) -> bool:
    """Say whether some words can be the name of an outlet, a body or a place.

    >>> can_name("Le Journal des ports"), can_name("Un radar à Bizerte"), can_name("il dément")
    (True, False, False)
    """
    if not words[:1].isupper() and not words[:1].isdigit():
        return False
    return not re.search(r"[?!…»«]|\.$", words) and not _toward().search(words)


def is_caption(words: str) -> bool:
    """Say whether a line begins as the description of a picture does."""
    return bool(_captions().match(words))


def is_kind(words: str) -> bool:
    """Say whether some words only tell what sort of text it is, or its number.

    >>> is_kind("Note brève no 14"), is_kind("PRESS RELEASE"), is_kind("Le Fanal")
    (True, True, False)
    """
    return bool(_kinds().fullmatch(words.strip()))


def words_of(choose: Callable[[PublicationWords], Iterable[str]]) -> str:
    """Give the pattern of some words of every language."""
    return any_of(word for one in publication_words().values() for word in choose(one))


@cache
def _after() -> re.Pattern[str]:
    """The hour, and what a separator parts from the date: another date, the reading time."""
    clock = words_of(lambda one: one.clock)
    hour = rf"{clock}?\s*\d{{1,2}}(?:\s*[:.hH]\s*\d{{2}})?(?:\s*{clock})*"
    again = words_of(lambda one: [_bare(marker.words) for marker in one.markers])
    other = rf"\s*[|·•(–—-].{{0,60}}|\s*,?\s*\(?{again}.{{0,60}}"
    return re.compile(rf"(?:\s*[,–—-]?\s*{hour})?(?:{other})?\s*", re.IGNORECASE)


@cache
def _article() -> re.Pattern[str]:
    articles = words_of(lambda one: one.before_day)
    return re.compile(rf"(?:^|(?<=\s)){articles}(?:\s*$|(?=\s\d))", re.IGNORECASE)


@cache
def _marker() -> re.Pattern[str]:
    words = words_of(lambda one: [_bare(marker.words) for marker in one.markers])
    return re.compile(rf"(?:^|(?<=[,|·•/:–—-])\s*)({words})\s*:?\s*$", re.IGNORECASE)


def _says(words: str) -> str:
    bare = " ".join(words.lower().split())
    every = (marker for one in publication_words().values() for marker in one.markers)
    return next(marker.says for marker in every if _bare(marker.words) == bare)


def _bare(words: str) -> str:
    """Give a marker without the article at its end."""
    return _article().sub("", words).strip()


@cache
def _captions() -> re.Pattern[str]:
    return re.compile(rf"\(?{words_of(lambda one: one.captions)}", re.IGNORECASE)


@cache
def _kinds() -> re.Pattern[str]:
    kinds, numbers = words_of(lambda one: one.kinds), words_of(lambda one: one.numbers)
    number = rf"(?:{numbers}\s*)?\d{{1,5}}"
    return re.compile(rf"{kinds}(?:\s+{number})?|{numbers}\s*\d{{1,5}}", re.IGNORECASE)


@cache
def _toward() -> re.Pattern[str]:
    """A preposition that makes of a name a description: *un radar à Bizerte*."""
    return re.compile(words_of(lambda one: one.places))
