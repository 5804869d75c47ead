"""A name that is looked up, as it may be said, beside others as they are said."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import cdist

from recoupe.identity.name_pairs import pairs_of
from recoupe.identity.name_said import (
    PERSONAL,
    bones,
    has_initials,
    is_silent,
    said,
    telling,
    turned,
)
from recoupe.identity.name_words import in_ascii

WAYS = 8
"""In which a name may be said."""

GLIMPSED = 4
"""Of these, the ones that are looked for at first, by pairs of letters."""

LEAST_ALIKE = 40
"""Names that sound less alike, in a hundred, sound alike in nothing."""


class Asked:
    """A name that is looked up. ways: how it may be said; bones: without vowels.

    heard, boned: the pairs of letters of both.
    """

    def __init__(self, name: str, schema: str) -> None:
        self.schema = schema
        words = telling(name, schema)
        in_turn = turned(words) if schema in PERSONAL else ()
        self.ways = tuple(dict.fromkeys(filter(None, (*islice(said(words), WAYS), *in_turn))))
        self.bones = tuple(dict.fromkeys(islice(bones(words), WAYS)))
        self.is_silent = is_silent(words)
        self.has_initials = has_initials(name, schema)
        self.initials = frozenset(_firsts(one for one in name.split() if len(one.strip(".")) == 1))
        self.heard, self.boned = pairs_of(self.ways[:GLIMPSED]), pairs_of(self.bones[:GLIMPSED])


def begun(asked: Asked, texts: Sequence[str]) -> NDArray[np.float32]:
    """Say what share of a name's initials other names have words for.

    >>> begun(Asked("Petrov I.", "Person"), ["Петров Иван", "Петров Олег"]).tolist()
    [1.0, 0.0]
    """
    if not asked.initials:
        return np.ones(len(texts), np.float32)
    shares = (len(asked.initials & _firsts(text.split())) for text in texts)
    return np.fromiter(shares, np.float32, len(texts)) / np.float32(len(asked.initials))


def _firsts(words: Iterable[str]) -> frozenset[str]:
    return frozenset(in_ascii(word[0])[:1].lower() for word in words)


def near(
    ways: Sequence[str], spoken: Sequence[str], scorer: Callable[..., float] = ratio
) -> NDArray[np.float32]:
    """Say how alike some texts are to the nearest of the ways in which a name is said, 0 to 1."""
    if not ways or not spoken:
        return np.zeros(len(spoken), np.float32)
    found: NDArray[np.float32] = cdist(ways, spoken, scorer=scorer, score_cutoff=LEAST_ALIKE).max(
        axis=0
    ) / np.float32(100)
    return found
