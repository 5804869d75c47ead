"""Which sentences one document prints from another: the same words but for a few."""

from functools import lru_cache

from recoupe.weighing.fingerprints import Vocabulary, numbers, rows

SHINGLE = 3
"""Words in a row that are compared; three, because reprints change a word in ten."""

SHARED = 0.6
"""Share of the shorter sentence's shingles; measured on the pairs of wire and reprint of dev."""

AT_HAND = 20_000
"""Sentences of which the shingles are kept: those of one story are compared many times."""

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


@lru_cache(AT_HAND)
def _shingles(sentence: str) -> frozenset[int]:
    """Give every three words in a row, as numbers."""
    return frozenset(rows(numbers(sentence, Vocabulary()), SHINGLE).tolist())
