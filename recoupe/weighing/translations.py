"""Which documents print a text in translation: the same anchors, sentence by sentence, in order."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np

from recoupe.model.document import Document
from recoupe.weighing.anchors import Sentence
from recoupe.weighing.fingerprints import FACTOR, Numbers
from recoupe.weighing.memory import Memory
from recoupe.weighing.partners import Pairs, partners_across

TRANSLATED = 0.72
"""Share of the anchors of the shorter text that stand in sentences of the other, in their order;
measured in November 2026 on the invented press of benchmarks/: translations of a text have 0.8 and
more, articles on one event in own words 0.7 at most, mostly 0.4."""

SENTENCES = 3
"""Sentences that must be found again: below, two reporters may well tell the same in order."""

FAITHFUL = 0.78
"""Share of their anchors that sentences have in common which translate each other; in a digest of
the same news, sentence after sentence, it is 0.7."""

ALIKE = 0.34
"""Share of the anchors of the poorer of two sentences that both have."""

NEIGHBOURS = 6
"""Anchors with which one is paired, in the order of their numbers: a list may have thousands."""

ONE_IN = 3
"""Pairs of anchors of which one is kept for the search: a text has hundreds."""


class Translation(NamedTuple):
    """Two documents by their numbers, and the share of the anchors of one found in the other."""

    one: int
    other: int
    share: float


class Aligned(NamedTuple):
    """Sentences of two documents that match, by their indices, last first.

    of_one, of_other: share of the anchors of each document that match. alike: of the anchors of
    the sentences that match, how many both have.
    """

    of_one: float
    of_other: float
    alike: float
    sentences: tuple[tuple[int, int], ...]


Text = Sequence[Sentence]


def translations(
    texts: Sequence[Text], documents: Sequence[Document], memory: Memory
) -> tuple[Translation, ...]:
    """Give each document with the one in another language that it prints, or that prints it.

    texts: of each document, the earliest document first. A document of unknown language is left.
    """
    languages = sorted({document.language for document in documents if document.language})
    codes = {code: at for at, code in enumerate(languages)}
    spoken = np.array([codes.get(each.language or "", -1) for each in documents], np.int64)
    prints = [
        memory.of(("pairs of anchors", each.id), text, partial(_prints, text))
        for each, text in zip(documents, texts, strict=True)
    ]
    pairs = partners_across(prints, spoken)
    best: dict[int, Translation] = {}
    for found in _measured(pairs, texts, documents, memory):
        known = best.get(found.one)
        if known is None or (found.share, -found.other) > (known.share, -known.other):
            best[found.one] = found
    return tuple(best[one] for one in sorted(best))


def aligned(one: Text, other: Text) -> Aligned:
    """Lay two texts side by side, sentences in order, so that most anchors match.

    An anchor weighs the less, the more often it comes.
    """
    counts = Counter(anchor for sentence in one for anchor in sentence.anchors)
    others = Counter(anchor for sentence in other for anchor in sentence.anchors)
    weight = defaultdict(float, {a: 1 / min(counts[a], others[a]) for a in counts if a in others})
    table = [[0.0] * (len(other) + 1)]
    for mine in one:
        row = [0.0]
        for at, theirs in enumerate(other):
            match = table[-1][at] + _match(mine, theirs, weight)
            row.append(max(match, table[-1][at + 1], row[at]))
        table.append(row)
    total, pairs = table[-1][-1], tuple(_matched(table))
    return Aligned(
        total / _total(one, counts, weight),
        total / _total(other, others, weight),
        _alike([(one[mine].anchors, other[theirs].anchors) for mine, theirs in pairs]),
        pairs,
    )


def _measured(
    pairs: Pairs, texts: Sequence[Text], documents: Sequence[Document], memory: Memory
) -> Iterator[Translation]:
    for one, other in pairs.tolist():
        pair = texts[one], texts[other]
        key = ("aligned", documents[one].id, documents[other].id)
        found = memory.of(key, pair, partial(aligned, *pair))
        if len(found.sentences) < SENTENCES or found.alike < FAITHFUL:
            continue
        if found.of_one >= TRANSLATED:
            yield Translation(one, other, found.of_one)
        if found.of_other >= TRANSLATED:
            yield Translation(other, one, found.of_other)


def _match(mine: Sentence, theirs: Sentence, weight: dict[int, float]) -> float:
    common = mine.anchors & theirs.anchors
    if not common or len(common) < ALIKE * min(len(mine.anchors), len(theirs.anchors)):
        return 0.0
    return sum(weight[anchor] for anchor in common)


def _alike(pairs: Sequence[tuple[frozenset[int], frozenset[int]]]) -> float:
    every = sum(len(mine) + len(theirs) for mine, theirs in pairs)
    return 2 * sum(len(mine & theirs) for mine, theirs in pairs) / every if every else 0.0


def _total(text: Text, counts: Counter[int], weight: dict[int, float]) -> float:
    return sum(weight.get(a, 1 / counts[a]) for sentence in text for a in sentence.anchors) or 1.0


def _matched(table: Sequence[Sequence[float]]) -> Iterator[tuple[int, int]]:
    """Give the sentences that match, last first."""
    one, other = len(table) - 1, len(table[0]) - 1
    while one and other:
        here = table[one][other]
        if here == table[one - 1][other]:
            one -= 1
        elif here == table[one][other - 1]:
            other -= 1
        else:
            one, other = one - 1, other - 1
            yield one, other


def _prints(text: Text) -> Numbers:
    """Give numbers for two anchors of one sentence, of which each pair is rarer than either."""
    found: set[int] = set()
    for sentence in text:
        anchors = sorted(sentence.anchors)
        for at, least in enumerate(anchors):
            near = anchors[at + 1 : at + 1 + NEIGHBOURS]
            found.update((least * 3 + most) & 0xFFFFFFFFFFFFFFFF for most in near)
    mixed: Numbers = np.unique(np.fromiter(found, np.uint64, len(found)) * FACTOR)
    return mixed[np.flatnonzero(mixed % ONE_IN == 0)]
