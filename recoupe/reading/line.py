"""A line of a document as the readers of names see it, and what they may find in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Doc

from recoupe.languages import countries
from recoupe.reading.phrases import Meaning, Phrases, plain


class Candidate(NamedTuple):
    """Tokens [first, end) of a line that may be a name. weight: how much its type counts.

    sure: the voter stands for the span; else it only says what a name there would be.
    """

    first: int
    end: int
    type: str | None
    weight: int
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """A Doc as the voters see it, each token's text, case and part of speech laid out once."""

    doc: Doc
    language: str
    text: str
    low: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    tags: tuple[str, ...]
    ends: dict[int, int]
    openers: frozenset[int]

    def __contains__(self, i: int) -> bool:
        return 0 <= i < len(self.words)

    def capital(self, i: int) -> bool:
        """Say whether the token begins with a capital letter."""
        return i in self and self.words[i][0].isupper()

    def found(self, phrases: Phrases[Meaning], text: str) -> Iterator[tuple[int, int, Meaning]]:
        """Give first token, end and meaning of each phrase in `text` (or the lowered)."""
        for i, start in enumerate(self.starts):
            found = phrases.at(text, start)
            if found and found[0] in self.ends:
                yield i, self.ends[found[0]], found[1]

    def nationality(self, i: int) -> bool:
        """Say whether the token is an adjective or noun of nationality."""
        return i in self and countries.kind(self.words[i], self.language) == "adjective"

    def low_word(self, i: int) -> str:
        """Give the token in lower case; empty outside the line."""
        return self.words[i].lower() if i in self else ""


def line(doc: Doc, language: str) -> Line:
    """Lay a Doc out for the voters."""
    text = plain(doc.text)
    low = text.lower()
    words = tuple(plain(token.text) for token in doc)
    starts = tuple(token.idx for token in doc)
    return Line(
        doc=doc,
        language=language,
        text=text,
        low=low if len(low) == len(text) else text,
        words=words,
        starts=starts,
        tags=tuple(token.pos_ for token in doc),
        ends={
            start + len(word): i + 1
            for i, (start, word) in enumerate(zip(starts, words, strict=True))
        },
        openers=frozenset(sentence.start for sentence in doc.sents),
    )
