"""A text as numbers that tell whether two print the same words in a row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from recoupe.identity.actors import plain
from recoupe.model.document import Document
from recoupe.weighing.memory import Memory

Numbers = NDArray[np.uint64]

WORD = re.compile(r"\w+")
IN_A_ROW = 5
"""Words that are compared at once; shorter rows are everybody's: *said in a statement*."""

WINDOW = 8
"""Rows of which one is kept: of any 12 words printed alike, one row is kept in both texts."""

FACTOR = np.uint64(0x9E3779B97F4A7C15)


class Vocabulary(dict[str, int]):
    """The number of each word, the same in any order and on any machine; forms of a word share it.

    Case, accents and marks make no other word: *L'Émirat* and *l’emirat*.
    """

    def __missing__(self, word: str) -> int:
        digest = blake2b(plain(word).encode(), digest_size=8).digest()
        self[word] = number = int.from_bytes(digest, "little")
        return number


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The words of a document in their order, page furniture left out.

    words: a number each.
    """

    document: Document
    words: Numbers

    @property
    def rows(self) -> Numbers:
        """Give a number for each `IN_A_ROW` words in a row, at the first of them."""
        return rows(self.words, IN_A_ROW)

    def places(self) -> NDArray[np.int32]:
        """Give where each word of the document's text begins and ends, in code points."""
        spans = (word.span() for word in WORD.finditer(article(self.document)))
        return np.fromiter(chain.from_iterable(spans), np.int32).reshape(-1, 2)

    def fingerprints(self) -> Numbers:
        """Give the rows that stand for the text: the least of each window (Schleimer et al. 2003).

        A text printed again gives the same, whatever stands around it.
        """
        printed = self.rows
        if len(printed) <= WINDOW:
            return np.unique(printed)
        windows = np.lib.stride_tricks.sliding_window_view(printed, WINDOW)
        return np.unique(windows.min(axis=1))


def wordings(documents: Sequence[Document], memory: Memory) -> Iterator[Wording]:
    """Give each document's words as numbers."""
    vocabulary = Vocabulary()
    for document in documents:
        make = partial(_wording, document, vocabulary)
        yield memory.of(("wording", document.id), document, make)


def _wording(document: Document, vocabulary: Vocabulary) -> Wording:
    return Wording(document, numbers(article(document), vocabulary))


def numbers(text: str, vocabulary: Vocabulary) -> Numbers:
    """Give the number of each word of a text."""
    found = WORD.findall(text)
    return np.fromiter(map(vocabulary.__getitem__, found), np.uint64, len(found))


def rows(words: Numbers, length: int) -> Numbers:
    """Give a number for each so many words in a row."""
    count = len(words) - length + 1
    if count < 1:
        return np.empty(0, np.uint64)
    found = np.zeros(count, np.uint64)
    for at in range(length):
        found = (found + words[at : at + count]) * FACTOR
    # subtle: the last bits of a product depend on few of the words, so the first are mixed in.
    return found ^ (found >> np.uint64(29))


def article(document: Document) -> str:
    """Give the document's text with its furniture blanked: every word stays where it stands."""
    text = document.text
    for span in document.boilerplate:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text
