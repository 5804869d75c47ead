"""Which documents print which sentences of each other, as documents come and go."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recoupe.weighing.fingerprints import Numbers, Vocabulary, numbers, rows
from recoupe.weighing.reprint import SHARED, SHINGLE, SHORTEST

Sentences = Mapping[str, Sequence[str]]
Printed = Mapping[str, Sequence[frozenset[str]]]


@dataclass(frozen=True, slots=True)
class _Page:
    """A document. prints, rows: the shingles of its text, and of its sentences."""

    text: str
    sentences: Sequence[str]
    prints: Numbers
    rows: Sequence[Numbers]


class Printings:
    """Knows the documents that it was last asked about: only what is new is compared."""

    def __init__(self) -> None:
        self._vocabulary = Vocabulary()
        self._pages: dict[str, _Page] = {}
        self._printed: dict[str, list[frozenset[str]]] = {}

    def of(self, texts: Mapping[str, str], sentences: Sentences) -> Printed:
        """Give, for each sentence of each document, the others that print it nearly word for word.

        texts, sentences: by document; a document need not have every sentence in its text.
        """
        kept = {d for d in texts.keys() & self._pages.keys() if self._is_known(d, texts, sentences)}
        self._forget(self._pages.keys() - kept)
        new = {d: self._page(texts[d], sentences.get(d, ())) for d in texts if d not in kept}
        self._printed |= {d: [frozenset()] * len(page.sentences) for d, page in new.items()}
        self._note(self._pages, new)
        self._pages |= new
        self._note(new, self._pages)
        return self._printed

    def _is_known(self, document: str, texts: Mapping[str, str], sentences: Sentences) -> bool:
        page = self._pages[document]
        told = (page.text, tuple(page.sentences))
        return told == (texts[document], tuple(sentences.get(document, ())))

    def _forget(self, gone: set[str]) -> None:
        for document in gone:
            del self._pages[document], self._printed[document]
        for printed in self._printed.values() if gone else ():
            printed[:] = [by - gone for by in printed]

    def _page(self, text: str, sentences: Sequence[str]) -> _Page:
        return _Page(
            text, sentences, self._shingles(text), [self._shingles(told) for told in sentences]
        )

    def _shingles(self, text: str) -> Numbers:
        return np.unique(rows(numbers(text, self._vocabulary), SHINGLE))

    def _note(self, told: Mapping[str, _Page], texts: Mapping[str, _Page]) -> None:
        """Note which of the sentences told the texts print."""
        places = [(d, at) for d, page in told.items() for at in range(len(page.rows))]
        names = list(texts)
        shingles = [told[d].rows[at] for d, at in places]
        for sentence, text in _printing(shingles, [texts[d].prints for d in names]):
            document, at = places[sentence]
            if names[text] != document:
                self._printed[document][at] |= {names[text]}


def _printing(sentences: Sequence[Numbers], texts: Sequence[Numbers]) -> Iterator[tuple[int, int]]:
    """Give, by their places, each sentence with a text that has most of its shingles."""
    for sentence, text in _candidates(sentences, texts).tolist():
        mine = sentences[sentence]
        if np.count_nonzero(_among(mine, texts[text])) >= SHARED * len(mine):
            yield sentence, text


def _candidates(sentences: Sequence[Numbers], texts: Sequence[Numbers]) -> NDArray[np.int64]:
    """Give pairs that share one of the rarest shingles of the sentence.

    A text that has most of them has one of any few: of those that fewest texts have, so that what
    everybody writes costs nothing.
    """
    shingles, of = _laid_out([s if len(s) > SHORTEST - SHINGLE else s[:0] for s in sentences])
    every, whose = _laid_out(texts)
    wanted = np.unique(shingles)
    known = _among(every, wanted)
    at, whose = np.searchsorted(wanted, every[known]), whose[known]
    order = np.argsort(at, kind="stable")
    whose, counts = whose[order], np.bincount(at, minlength=len(wanted))
    rare, of = _rarest(np.searchsorted(wanted, shingles), of, counts)
    firsts = np.cumsum(counts) - counts
    steps = np.arange(counts[rare].sum()) - np.repeat(
        np.cumsum(counts[rare]) - counts[rare], counts[rare]
    )
    holders = whose[np.repeat(firsts[rare], counts[rare]) + steps]
    pairs = np.unique(np.repeat(of, counts[rare]) * len(texts) + holders)
    return np.stack((pairs // max(1, len(texts)), pairs % max(1, len(texts))), axis=1)


def _rarest(
    shingles: NDArray[np.int64], of: NDArray[np.int64], counts: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Keep of each sentence so many shingles that nobody has most without one of them."""
    order = np.lexsort((counts[shingles], of))
    shingles, of = shingles[order], of[order]
    lengths = np.bincount(of) if len(of) else np.zeros(0, np.int64)
    rank = np.arange(len(of)) - (np.cumsum(lengths) - lengths)[of]
    kept = rank <= (lengths - np.ceil(SHARED * lengths))[of]
    return shingles[kept], of[kept]


def _laid_out(several: Sequence[Numbers]) -> tuple[Numbers, NDArray[np.int64]]:
    """Give all numbers in one row, and the place of whoever has each."""
    lengths = [len(each) for each in several]
    return np.concatenate([*several, np.empty(0, np.uint64)]), np.repeat(
        np.arange(len(several)), lengths
    )


def _among(numbers: Numbers, others: Numbers) -> NDArray[np.bool_]:
    """Say of each number whether it is among others that are in order."""
    if not len(others):
        return np.zeros(len(numbers), np.bool_)
    at = np.minimum(np.searchsorted(others, numbers), len(others) - 1)
    found: NDArray[np.bool_] = others[at] == numbers
    return found
