"""Which sentences one document prints from another: the same words but for a few."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache

from recoupe.identity.actors import plain

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
    mine, others = shingles(sentence), shingles(other)
    shorter = min(len(mine), len(others))
    return shorter > SHORTEST - SHINGLE and len(mine & others) >= SHARED * shorter


@cache
def shingles(sentence: str) -> frozenset[tuple[str, ...]]:
    """Give every three words in a row."""
    words = plain(sentence).split()
    return frozenset(tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))


class Printings:
    """Which documents print a sentence: text of every document in, an index of its shingles."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._documents: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for document, text in texts.items():
            for shingle in shingles(text):
                self._documents[shingle].add(document)

    def of(self, sentence: str) -> frozenset[str]:
        """Give the documents that print the sentence, with small changes or none."""
        mine = shingles(sentence)
        if len(mine) <= SHORTEST - SHINGLE:
            return frozenset()
        counts = Counter(d for shingle in mine for d in self._documents.get(shingle, ()))
        return frozenset(d for d, count in counts.items() if count >= SHARED * len(mine))
