"""Which sentences one document prints from another: the same words but for a few."""

from collections import Counter
from collections.abc import Mapping
from functools import cache

import numpy as np

from recoupe.weighing.fingerprints import Numbers, Vocabulary, numbers, rows

SHINGLE = 3
"""Words in a row that are compared; three, because reprints change a word in ten."""

SHARED = 0.6
"""Share of the shorter sentence's shingles; measured on the pairs of wire and reprint of dev."""

SHORTEST = 7
"""Words; below that two reporters may well write the same sentence."""


def reprinted(sentence: str, other: str) -> bool:
    """Say whether two sentences are one, printed twice with small changes.

    >>> lead = "Le ministre a signé lundi à Paris un contrat de douze canons"
    >>> reprinted(lead, lead + ", selon lui"), reprinted(lead, "Le ministre a signé lundi")
    (True, False)
    """
    mine, others = _shingles(sentence), _shingles(other)
    shorter = min(len(mine), len(others))
    return shorter > SHORTEST - SHINGLE and len(mine & others) >= SHARED * shorter


class Printings:
    """Which documents print a sentence: text of every document in, an index of its shingles."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        vocabulary = Vocabulary()
        prints = [np.unique(rows(numbers(text, vocabulary), SHINGLE)) for text in texts.values()]
        every = np.concatenate([*prints, np.empty(0, np.uint64)])
        order = np.argsort(every, kind="stable")
        self._every: Numbers = every[order]
        self._whose = np.repeat(np.arange(len(prints)), [len(each) for each in prints])[order]
        self._names = tuple(texts)

    def of(self, sentence: str) -> frozenset[str]:
        """Give the documents that print the sentence, with small changes or none."""
        mine = np.fromiter(_shingles(sentence), np.uint64)
        if len(mine) <= SHORTEST - SHINGLE:
            return frozenset()
        counts = Counter(document for shingle in mine for document in self._printing(shingle))
        return frozenset(
            self._names[d] for d, count in counts.items() if count >= SHARED * len(mine)
        )

    def _printing(self, shingle: np.uint64) -> list[int]:
        first = np.searchsorted(self._every, shingle, "left")
        last = np.searchsorted(self._every, shingle, "right")
        return list(self._whose[first:last].tolist())


@cache
def _shingles(sentence: str) -> frozenset[int]:
    """Give every three words in a row, as numbers."""
    return frozenset(rows(numbers(sentence, Vocabulary()), SHINGLE).tolist())
