"""What a translation leaves as it is, by the sentence: figures, dates, names, quotes, claims."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from hashlib import blake2b
from itertools import islice

from recoupe.identity.actors import plain
from recoupe.languages.countries import country
from recoupe.languages.furniture import languages_with
from recoupe.languages.values import values
from recoupe.model.claim import Claim
from recoupe.model.document import Document
from recoupe.model.reading import Reading
from recoupe.model.span import Span
from recoupe.weighing.fingerprints import WORD, article
from recoupe.weighing.memory import Memory

END = re.compile(r"(?<=[\w%)][\w%)»”][.!?])\s+|(?<=[.!?,][»”\"])\s+|\n\s*\n")
"""Where a sentence ends: after *M.* and *U.S.* it does not, nor at the end of a line."""

QUOTED = re.compile('[«“"„]')
SHORTEST_NAME = 3
AT_MOST = 400
"""Sentences of a text that are looked at: of a book, the beginning."""

SAME_SOUND = str.maketrans("cqwz", "kkvs")
"""Letters that languages write for one sound when they transliterate a name."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that has anchors. span: in the document's text; words: how many it has."""

    span: Span
    anchors: frozenset[int]
    words: int


class Anchors(dict[str, int]):
    """The anchor that each word of a language is, the same in every language; 0 for none."""

    def __init__(self, language: str | None) -> None:
        self._language = language
        self._known = _known(language)

    def __missing__(self, word: str) -> int:
        self[word] = anchor = self._anchor(word)
        return anchor

    def _anchor(self, word: str) -> int:
        key = plain(word)
        if key in self._known:
            return number(self._known[key])
        place = country(word, self._language) if self._language in _languages() else None
        if place:
            return number(f"country {place}")
        if any(c.isdigit() for c in word):
            return number(key)
        named = word[0].isupper() and len(word) >= SHORTEST_NAME
        return number(f"name {_sound(key)}") if named else 0


def anchored(
    documents: Iterable[Document], readings: Mapping[str, Reading], memory: Memory
) -> Iterator[tuple[Sentence, ...]]:
    """Give the sentences of each document that have anchors, in their order.

    readings: by document id; the claims of a document that was read are anchors too.
    """
    tables: dict[str | None, Anchors] = {}
    for document in documents:
        table = tables.setdefault(document.language, Anchors(document.language))
        reading = readings.get(document.id)
        claims = [claim for _, claim in reading.standing()] if reading else []
        make = partial(_anchored, document, table, claims)
        yield memory.of(("anchored", document.id), (document, claims), make)


def _anchored(document: Document, table: Anchors, claims: Sequence[Claim]) -> tuple[Sentence, ...]:
    return tuple(islice(_sentences(article(document), table, claims), AT_MOST))


def number(anchor: str) -> int:
    """Give the number of an anchor, never 0."""
    return int.from_bytes(blake2b(anchor.encode(), digest_size=8).digest(), "little") | 1


def _sound(name: str) -> str:
    """Give what is left of a name whichever language wrote it: its first letter and consonants.

    >>> _sound("ladyguine"), _sound("ladygin"), _sound("toula"), _sound("leo")
    ('ldgn', 'ldgn', 'tl', 'leo')
    """
    heard = name.translate(SAME_SOUND)
    bones = heard[:1] + re.sub("[aeiouyh]", "", heard[1:])
    bones = re.sub(r"(.)\1+", r"\1", bones)
    return bones if len(bones) > 1 else name


def _sentences(text: str, table: Anchors, claims: Sequence[Claim]) -> Iterator[Sentence]:
    spans = tuple(_spans(text))
    words = [WORD.findall(span.of(text)) for span in spans]
    inside = {word for sentence in words for word in sentence[1:]}
    told = _told(spans, claims)
    for at, (span, sentence) in enumerate(zip(spans, words, strict=True)):
        found = {table[word] for word in sentence[1:]} | told[at]
        if sentence and (sentence[0] in inside or not sentence[0].isalpha()):
            # A word with which a sentence opens has its capital from there, unless it keeps it.
            found.add(table[sentence[0]])
        if QUOTED.search(span.of(text)):
            found.add(number("quote"))
        if anchors := frozenset(found - {0}):
            yield Sentence(span, anchors, len(sentence))


def _spans(text: str) -> Iterator[Span]:
    start = 0
    for end in END.finditer(text):
        if end.start() > start:
            yield Span(start, end.start())
        start = end.end()
    if start < len(text):
        yield Span(start, len(text))


def _told(spans: Sequence[Span], claims: Sequence[Claim]) -> Mapping[int, set[int]]:
    """Give what is claimed in each sentence, by its index: the event, and yes or no."""
    found: dict[int, set[int]] = defaultdict(set)
    for claim in claims:
        side = "yes" if claim.factuality.affirmed else "no"
        for at, span in enumerate(spans):
            if span.overlaps(claim.evidence[0]):
                found[at].add(number(f"claim {claim.event.value} {side}"))
                break
    return found


@cache
def _known(language: str | None) -> Mapping[str, str]:
    """Give the words of numbers and dates, as `plain` writes them."""
    if language not in _languages():
        return {}
    words = values(language)
    listed = {plain(word): str(value) for word, value in words.numbers.words.items()}
    for kind, entries in (("month", words.dates.months), ("weekday", words.dates.weekdays)):
        for at, forms in enumerate(entries):
            listed |= {plain(form): f"{kind} {at}" for form in forms}
    return listed


@cache
def _languages() -> tuple[str, ...]:
    return languages_with("values.toml")
