"""Which documents are worth laid side by side: those that share fingerprints, a few for each."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from recoupe.weighing.fingerprints import Numbers

AT_LEAST = 3
"""Fingerprints in common; some 15 words printed alike."""

AT_MOST = 4
"""Partners that a document is laid beside, those with most in common."""

Pairs = NDArray[np.int64]


def partners(prints: Sequence[Numbers]) -> Pairs:
    """Give pairs of documents, as rows of (later, earlier): indices into `prints`.

    prints: the fingerprints of each document, the earliest document first. Whoever prints a
    fingerprint is paired with the first who did, and with the last before it: the number of pairs
    grows with the number of documents, not with its square.
    """
    return _counted(*_meetings(prints), len(prints))


def partners_across(prints: Sequence[Numbers], languages: NDArray[np.int64]) -> Pairs:
    """Give pairs of documents in two languages: each with the first in another one.

    languages: of each document, as a number; -1 for one that meets nobody.
    """
    every, whose, opening = _sorted(prints, languages >= 0)
    if not len(every):
        return np.empty((0, 2), np.int64)
    starts = np.flatnonzero(opening)
    first = np.repeat(whose[starts], np.diff([*starts, len(every)]))
    foreign = languages[whose] != languages[first]
    # The first of each group that speaks another language than the first of all; none: the end.
    at = np.minimum.reduceat(np.where(foreign, np.arange(len(every)), len(every)), starts)
    second = np.append(whose, -1)[np.repeat(at, np.diff([*starts, len(every)]))]
    other = np.where(foreign, first, second)
    return _counted(whose[other >= 0], other[other >= 0], len(prints))


def _meetings(prints: Sequence[Numbers]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give who meets whom, once for each fingerprint in common."""
    every, whose, opening = _sorted(prints, np.ones(len(prints), np.bool_))
    again = np.flatnonzero(~opening)
    first = whose[np.maximum.accumulate(np.where(opening, np.arange(len(every)), 0))][again]
    previous = whose[again - 1]
    other = previous != first
    later = np.concatenate((whose[again], whose[again][other]))
    return later, np.concatenate((first, previous[other]))


def _sorted(
    prints: Sequence[Numbers], among: NDArray[np.bool_]
) -> tuple[Numbers, NDArray[np.int64], NDArray[np.bool_]]:
    """Give the fingerprints in order, whose each is, and where a new one begins."""
    every = np.concatenate([*prints, np.empty(0, np.uint64)])
    whose = np.repeat(np.arange(len(prints)), [len(each) for each in prints])
    every, whose = every[among[whose]], whose[among[whose]]
    order = np.argsort(every, kind="stable")
    every, whose = every[order], whose[order]
    opening = np.ones(len(every), np.bool_)
    opening[1:] = every[1:] != every[:-1]
    return every, whose, opening


def _counted(one: NDArray[np.int64], other: NDArray[np.int64], count: int) -> Pairs:
    """Count how often two meet, and keep those that meet often enough."""
    pairs, common = np.unique(one * count + other, return_counts=True)
    enough = common >= AT_LEAST
    pairs, common = pairs[enough], common[enough]
    return _most_alike(np.stack((pairs // count, pairs % count), axis=1), common)


def _most_alike(pairs: Pairs, common: NDArray[np.int64]) -> Pairs:
    """Keep `AT_MOST` pairs of each later document; of two with as much in common, the earlier."""
    order = np.lexsort((pairs[:, 1], -common, pairs[:, 0]))
    pairs = pairs[order]
    starts = np.searchsorted(pairs[:, 0], pairs[:, 0])
    return pairs[np.arange(len(pairs)) - starts < AT_MOST]
