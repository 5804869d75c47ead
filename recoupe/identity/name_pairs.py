"""Which pairs of letters texts have, a bit for each: a quick way to see which are alike."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from recoupe.identity.name_file import Numbers
from recoupe.identity.sounds import VOWELS

Bits = NDArray[np.uint64]

_VOWEL = np.isin(np.arange(256), np.frombuffer(VOWELS.encode("ascii"), np.uint8))
_BARE = np.where(np.arange(256) == ord("x"), ord("h"), np.arange(256)).astype(np.uint8)


def pairs(text: Numbers, starts: Numbers) -> Bits:
    """Give the pairs of letters that stand beside each other in each text.

    text: bytes of all, one after the other; starts: where each begins, and all end.

    >>> [int(bits).bit_count() for bits in pairs(*in_bytes("kupol", "", "k"))]
    [4, 0, 0]
    """
    if len(text) < 2:
        return np.zeros(len(starts) - 1, np.uint64)
    # Each pair at its first letter; none at the last letter of a text.
    mixed = (text[:-1].astype(np.uint32) * 37 + text[1:].astype(np.uint32) * 11) & 63
    each = np.append(np.uint64(1) << mixed.astype(np.uint64), np.uint64(0))
    places = starts.astype(np.int64)
    filled = places[1:] > places[:-1]
    each[places[1:][filled] - 1] = 0
    found = np.zeros(len(starts) - 1, np.uint64)
    found[filled] = np.bitwise_or.reduceat(each, places[:-1][filled])
    return found


def bare(text: Numbers, starts: Numbers) -> tuple[Numbers, Numbers]:
    """Give texts without vowels; arguments and result are as in `pairs`."""
    is_kept = ~_VOWEL[text]
    before = np.append(0, np.cumsum(is_kept))
    return _BARE[text[is_kept]], before[starts.astype(np.int64)]


def in_common(one: Bits, others: Bits, within: bool = False) -> NDArray[np.float32]:
    """Say what share of their pairs each of some has in common with the one nearest to it.

    within: what share of its pairs they have, whatever they have besides.

    >>> shares = in_common(pairs_of(["kupol"]), pairs_of(["koupol", "vega"]))
    >>> [round(float(share), 2) for share in shares]
    [0.67, 0.0]
    """
    sizes = np.bitwise_count(others).astype(np.float32)
    best = np.zeros(len(others), np.float32)
    for bits in one:
        both = np.bitwise_count(others & bits).astype(np.float32)
        own = np.float32(int(bits).bit_count())
        most = 2 * own if within else sizes + own
        np.maximum(best, 2 * both / np.maximum(most, 1), out=best)
    return best


def pairs_of(texts: Iterable[str]) -> Bits:
    """Give the pairs of letters of each text."""
    return pairs(*in_bytes(*texts))


def in_bytes(*texts: str) -> tuple[Numbers, Numbers]:
    """Give texts one after the other, and where each begins."""
    each = [text.encode("utf-8", "surrogatepass") for text in texts]
    starts = np.cumsum([0, *map(len, each)]).astype(np.uint64)
    return np.frombuffer(b"".join(each), np.uint8), starts
