"""Who printed each word first, and whose text a document is: word by word, in the order of dates.

The documents are gone through once, earliest first. A word printed again points to where it was
first printed, through any number of reprints in between; what is left is the document's own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

import numpy as np
from numpy.typing import NDArray

from recoupe.weighing.fingerprints import Wording
from recoupe.weighing.memory import Memory
from recoupe.weighing.overlap import Run, runs
from recoupe.weighing.partners import Pairs

LONGEST, TOGETHER = 12, 20
"""Words in a row, and words in all, that two documents must share: less is chance, or idiom."""

MOST, LEAST = 0.6, 0.25
"""Of the one and of the other, what two documents share where one prints the other's text: so much
of one, where it was cut, and so much of the other; measured in November 2026 on the invented press
of benchmarks/."""

BOTH = 0.45
"""Of either: enough too, where each has words of its own beside. At 0.36 a sixth of those who take
over two or three sentences would be reprints; at 0.5 one in a hundred that are edited would not."""

CORE = 0.1
"""Of the words that a document has from a text, those that its first printing has."""

Indices = NDArray[np.int64]
Words = NDArray[np.signedinteger]
"""Running numbers of words, in four bytes each as long as these are enough."""


@dataclass(frozen=True, slots=True)
class FirstHand:
    """What is known of the documents gone through; they and their words go by running numbers.

    starts: of each document, the number of its first word. first: of each word, the word that it
    was printed from, or itself. text: of each document, the first document that printed its text.
    beside: of a document that prints a second text beside its own, the first to print that alone.
    """

    starts: Indices
    first: Words
    text: list[int] = field(default_factory=list)
    beside: dict[int, int] = field(default_factory=dict)

    def words(self, document: int) -> Words:
        """Give the first printing of each word of a document."""
        return self.first[self.starts[document] : self.starts[document + 1]]

    def printers(self, words: Words) -> Indices:
        """Give the document that each word stands in."""
        return np.searchsorted(self.starts, words, side="right") - 1


def first_hand(wordings: Sequence[Wording], pairs: Pairs, memory: Memory) -> FirstHand:
    """Go through the documents in order. pairs: (later, earlier), those worth comparing."""
    starts = np.cumsum([0, *(len(wording.words) for wording in wordings)])
    size = np.int32 if starts[-1] <= np.iinfo(np.int32).max else np.int64
    known = FirstHand(starts, np.arange(starts[-1], dtype=size))
    of = np.searchsorted(pairs[:, 0], np.arange(len(wordings) + 1))
    for document in range(len(wordings)):
        partners = sorted(pairs[of[document] : of[document + 1], 1].tolist())
        shared = dict(_shared(document, partners, wordings, known, memory))
        known.text.append(_text(document, shared, known))
    return known


def is_more_than_chance(found: Sequence[Run]) -> bool:
    """Say whether two documents share more than idioms and names."""
    lengths = [run.length for run in found]
    return max(lengths, default=0) >= LONGEST and sum(lengths) >= TOGETHER


def _shared(
    document: int,
    partners: Sequence[int],
    wordings: Sequence[Wording],
    known: FirstHand,
    memory: Memory,
) -> Iterator[tuple[int, int]]:
    """Note where the words of a document were first printed; give how many each partner has.

    Once fewer words are left than a passage has, later partners are not asked.
    """
    mine = known.words(document)
    own = mine.copy()
    for partner in partners:
        pair = wordings[document], wordings[partner]
        found = memory.of(("runs", *(one.document.id for one in pair)), pair, partial(runs, *pair))
        if not is_more_than_chance(found):
            continue
        theirs = known.words(partner)
        for start, there, length in found:
            here = mine[start : start + length]
            new = here == own[start : start + length]
            here[new] = theirs[there : there + length][new]
        yield partner, sum(run.length for run in found)
        if np.count_nonzero(mine == own) < TOGETHER:
            return


def _text(document: int, shared: Mapping[int, int], known: FirstHand) -> int:
    """Give the text that a document prints: that of the one it has most words of, or its own.

    shared: of each partner, how many words both have.
    """
    if not shared:
        return document
    nearest = max(shared, key=lambda partner: (shared[partner], -partner))
    text = known.text[nearest]
    words = _by_printer(document, known)
    of_text = {p: count for p, count in words.items() if known.text[p] == text}
    beside = of_text.get(text, 0) < CORE * sum(of_text.values())
    printer = max(of_text, key=lambda p: (of_text[p], -p), default=nearest)
    if beside:
        # Of the text itself it has nothing, only what another printed beside it: another text.
        text = known.beside.get(printer, document)
    among = {p for p in shared if known.text[p] == text} | {nearest}
    length = len(known.words(document))
    if not any(_is_one_text(shared[p], length, len(known.words(p))) for p in among):
        return document
    if beside:
        known.beside.setdefault(printer, text)
    return text


def _by_printer(document: int, known: FirstHand) -> Mapping[int, int]:
    """Count the words of a document that others printed first, by who did."""
    printers, counts = np.unique(known.printers(known.words(document)), return_counts=True)
    found = dict(zip(printers.tolist(), counts.tolist(), strict=True))
    return {printer: count for printer, count in found.items() if printer != document}


def _is_one_text(shared: int, one: int, other: int) -> bool:
    """Say whether two documents print one text, by their words and those that both have."""
    least, most = sorted((shared / one, shared / other))
    return (most >= MOST and least >= LEAST) or least >= BOTH
