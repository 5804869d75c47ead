"""Which stretch of a document was printed first in which other, cut out of both texts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from recoupe.model.span import Span
from recoupe.weighing.anchors import Sentence
from recoupe.weighing.fingerprints import IN_A_ROW, Wording
from recoupe.weighing.firsthand import FirstHand, is_more_than_chance
from recoupe.weighing.memory import Memory
from recoupe.weighing.overlap import Run
from recoupe.weighing.translations import aligned

AT_HAND = 2_000
"""Documents of which it is remembered where their words stand; those that print each other are of
the same days, and of all together that is more than their texts."""


@dataclass(frozen=True, order=True, slots=True)
class Passage:
    """A stretch of a document that stands in an earlier one.

    span: in the document; source: id of the earliest document that has it, and source_span: where.
    words: how many it has. verbatim: the words of both are the same, but for case and marks; else
    whole sentences answer each other, in two languages or in two translations of one text.
    """

    span: Span
    source: str
    source_span: Span
    words: int
    verbatim: bool = True


class Passages:
    """Cuts the passages of documents, by their running numbers."""

    def __init__(self, wordings: Sequence[Wording], known: FirstHand, memory: Memory) -> None:
        self._known = known
        self._ids = [wording.document.id for wording in wordings]
        self._places = lru_cache(AT_HAND)(lambda at: _places(wordings[at], memory))

    def of(self, document: int, among: frozenset[int]) -> tuple[Passage, ...]:
        """Give the passages that were first printed by one of those documents."""
        found = self._runs(document)
        return tuple(self._passage(document, *each) for each in found if each[0] in among)

    def borrowed(self, document: int, beside: frozenset[int]) -> dict[int, tuple[Passage, ...]]:
        """Give the passages that are of other documents than those, by document."""
        by_printer: dict[int, list[Run]] = defaultdict(list)
        for printer, run in self._runs(document):
            if printer not in beside:
                by_printer[printer].append(run)
        return {
            printer: tuple(self._passage(document, printer, run) for run in found)
            for printer, found in sorted(by_printer.items())
            if is_more_than_chance(found)
        }

    def translated(
        self, document: int, source: int, texts: Sequence[Sequence[Sentence]]
    ) -> tuple[Passage, ...]:
        """Give the sentences of a document that those of another answer."""
        found = aligned(texts[document], texts[source]).sentences
        pairs = ((texts[document][one], texts[source][other]) for one, other in sorted(found))
        return tuple(
            Passage(mine.span, self._ids[source], theirs.span, mine.words, verbatim=False)
            for mine, theirs in pairs
        )

    def _runs(self, document: int) -> Iterator[tuple[int, Run]]:
        """Give each row of words that another printed first, with who did."""
        first = self._known.words(document)
        printers = self._known.printers(first)
        breaks = (np.diff(first) != 1) | (np.diff(printers) != 0)
        starts = [0, *(np.flatnonzero(breaks) + 1).tolist(), len(first)]
        for start, end in pairwise(starts):
            if end - start >= IN_A_ROW and printers[start] != document:
                printer = int(printers[start])
                there = int(first[start] - self._known.starts[printer])
                yield printer, Run(start, there, end - start)

    def _passage(self, document: int, printer: int, run: Run) -> Passage:
        return Passage(
            self._span(document, run.start, run.length),
            self._ids[printer],
            self._span(printer, run.there, run.length),
            run.length,
        )

    def _span(self, document: int, start: int, length: int) -> Span:
        places = self._places(document)
        return Span(int(places[start, 0]), int(places[start + length - 1, 1]))


def _places(wording: Wording, memory: Memory) -> NDArray[np.int32]:
    return memory.of(("places", wording.document.id), wording, wording.places)


def words_of(passages: Iterable[Passage]) -> int:
    """Count the words of some passages."""
    return sum(passage.words for passage in passages)
