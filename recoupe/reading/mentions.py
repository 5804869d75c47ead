"""Names in a document: where each stands, and what kind of thing it names."""

from collections.abc import Iterator
from dataclasses import dataclass

from simplemma import is_known
from spacy.tokens import Doc

from recoupe.languages import countries
from recoupe.languages.names import name_words
from recoupe.model.span import Span
from recoupe.reading.kinds import Name, is_city, kinds
from recoupe.reading.lemmas import DICTIONARIES
from recoupe.reading.line import Candidate, Line, line
from recoupe.reading.parse import where
from recoupe.reading.phrases import Phrases
from recoupe.reading.voters import QUOTES, candidates, lists

PAIRS = (('"', '"'), ("“", "”"), ("«", "»"), ("„", "“"))
"""Quotes that open and that close."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at its place. doc: index of its Doc; first, last: its tokens, both included."""

    span: Span
    type: str
    doc: int
    first: int
    last: int


def mentions(
    docs: tuple[Doc, ...],
    language: str,
    boilerplate: tuple[Span, ...] = (),
    further: tuple[tuple[str, str], ...] = (),
) -> tuple[Mention, ...]:
    """Give every name in the document, in the order of the text; none nested, none in furniture.

    further: names of the user's own, each with its entity type.
    """
    lines = tuple(line(doc, language) for doc in docs)
    votes = tuple(tuple(candidates(each, lists(language, further))) for each in lines)
    names = [name for i, each in enumerate(lines) for name in _chosen(each, i, votes[i])]
    names += _repeats(lines, names, kinds(lines, votes, names))
    types = kinds(lines, votes, names)
    found = (_mention(lines[name.line], name, types[name.key]) for name in sorted(names))
    return tuple(m for m in found if not any(m.span.overlaps(b) for b in boilerplate))


def _mention(line: Line, name: Name, kind: str) -> Mention:
    span = where(line.doc[name.first : name.end])
    if kind in ("Country", "Place"):
        kind = _power(line, name) or kind
    return Mention(span, kind, name.line, name.first, name.end - 1)


def _power(line: Line, name: Name) -> str | None:
    """Say what a capital or seat stands for: its city, its country, or the European Union."""
    words = line.doc[name.first : name.end].text
    code = countries.country(words, line.language)
    if code is None:
        return None
    if countries.kind(words, line.language) != "name" and is_city(line, name):
        return "Place"
    return "Organization" if code == "EU" else "Country"


def _chosen(line: Line, index: int, votes: tuple[Candidate, ...]) -> Iterator[Name]:
    """Give the longest runs that a voter is sure of; where two are as long, the weightier."""
    taken: set[int] = set()
    bare = (_bare(line, vote) for vote in votes if vote.sure)
    for vote in sorted(bare, key=lambda v: (v.first - v.end, -v.weight, v.first)):
        tokens = range(vote.first, vote.end)
        if tokens and _is_name(line, vote) and taken.isdisjoint(tokens):
            taken.update(tokens)
            yield _name(line, index, vote.first, vote.end)


def _bare(line: Line, vote: Candidate) -> Candidate:
    """Leave off the article and title before, and the quotes, points and possessive after."""
    words = name_words(line.language)
    first, end = vote.first, vote.end
    if vote.type == "Person":
        titled = [i for i in range(first, min(first + 2, end - 1)) if _is_title(line, i)]
        first = titled[-1] + 1 if titled else first
    while first < end and (
        line.words[first] in QUOTES
        or (not line.capital(first) and line.words[first] in (*words.articles, *words.titles))
    ):
        first += 1
    while first < end and (
        line.words[end - 1] in QUOTES
        or line.words[end - 1] in (",", ";", ":", "(", *words.possessive)
    ):
        end -= 1
    return vote._replace(first=first, end=_closed(line, first, end))


def _closed(line: Line, first: int, end: int) -> int:
    """Take in the quote that closes one inside the name: *LLC "Ural-Most"*."""
    inside = [line.words[i] for i in range(first + 1, end)]
    for opening, closing in PAIRS:
        closed = opening != closing and closing in inside
        odd = inside.count(opening) % 2 == 1
        if odd and not closed and closing in line.words[end : end + 1]:
            return end + 1
    return end


def _is_title(line: Line, i: int) -> bool:
    return line.low_word(i) in name_words(line.language).titles


def _is_name(line: Line, vote: Candidate) -> bool:
    """Refuse adjectives of nationality, days, and words without a capital or figure."""
    words = [line.words[i] for i in range(vote.first, vote.end)]
    if len(words) == 1 and words[0].lower() in name_words(line.language).never:
        return False
    if len(words) == 1 and vote.weight < 4 and _is_common(line, vote.first):
        return False
    if countries.kind(" ".join(words), line.language) == "adjective":
        return False
    return vote.weight > 3 or any(word != word.lower() for word in words)


def _is_common(line: Line, i: int) -> bool:
    """Say whether a word has its capital only because it opens a sentence."""
    opens = i in line.openers or line.low_word(i - 1) in ("•", "|", ":", "»", "«")
    word = line.words[i]
    return (
        opens
        and word.istitle()
        and line.language in DICTIONARIES
        and is_known(word.lower(), lang=line.language)
    )


def _name(line: Line, index: int, first: int, end: int) -> Name:
    words = (line.words[i].lower() for i in range(first, end))
    return Name(index, first, end, tuple(word for word in words if not word.isspace()))


def _repeats(
    lines: tuple[Line, ...], names: list[Name], types: dict[tuple[str, ...], str]
) -> Iterator[Name]:
    """Give the further places of names already found, and of the surnames of persons."""
    phrases = Phrases((form, True) for form in _forms(lines, names, types))
    taken = {(n.line, i) for n in names for i in range(n.first, n.end)}
    for index, here in enumerate(lines):
        for first, end, _ in here.found(phrases, here.text):
            if taken.isdisjoint((index, i) for i in range(first, end)):
                taken.update((index, i) for i in range(first, end))
                yield _name(here, index, first, end)


def _forms(
    lines: tuple[Line, ...], names: list[Name], types: dict[tuple[str, ...], str]
) -> Iterator[str]:
    for name in names:
        here = lines[name.line]
        words = [here.words[i] for i in range(name.first, name.end)]
        text = here.text[here.starts[name.first] : here.starts[name.end - 1] + len(words[-1])]
        if len(text) > 2 and text[0].isupper():
            yield from (text, text.upper())
        if types[name.key] == "Person" and len(words) > 1 and len(words[-1]) > 2:
            yield from (words[-1], words[-1].upper())
