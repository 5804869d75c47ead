"""Which document printed a sentence first, and the agency that it names as its author."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.model.document import Document
from recoupe.model.reading import Reading
from recoupe.model.span import Span
from recoupe.weighing.memory import Memory
from recoupe.weighing.passages import Passage
from recoupe.weighing.printed import Borrowing, PrintedText, Reprint
from recoupe.weighing.reprints import reprints

MOST = 0.6
"""Of a sentence, what must stand in a passage that is another's."""


@dataclass(frozen=True, slots=True)
class Printers:
    """What documents print from others.

    taken: by document, the passages that it has from an earlier one; lent: by document, what of it
    others print. agencies: by the document that is the first to print a text, who wrote that.
    """

    taken: Mapping[str, Sequence[Passage]]
    lent: Mapping[str, Sequence[Span]]
    agencies: Mapping[str, str]

    @classmethod
    def of(
        cls, readings: Sequence[Reading], documents: Mapping[str, Document], memory: Memory
    ) -> "Printers":
        """Compare the documents that were read; a single one prints from nobody."""
        if len(readings) < 2:
            return cls({}, {}, {})
        found = reprints([documents[r.document] for r in readings], readings, memory)
        taken: dict[str, list[Passage]] = defaultdict(list)
        lent: dict[str, list[Span]] = defaultdict(list)
        shares: list[Reprint | Borrowing] = [r for text in found.texts for r in text.reprints]
        for one in (*shares, *found.borrowings):
            taken[one.document] += one.passages
            for passage in one.passages:
                lent[passage.source].append(passage.source_span)
        return cls(taken, lent, dict(_agencies(found.texts)))

    def first(self, document: str, sentence: Span) -> str:
        """Give the document that printed the sentence first, itself where none is earlier."""
        passages = self.taken.get(document, ())
        return next((p.source for p in passages if _holds(p.span, sentence)), document)

    def agency(self, document: str, sentence: Span) -> str | None:
        """Name the agency that wrote a sentence which several print, where they credit just one."""
        first = self.first(document, sentence)
        shared = first != document or any(_holds(s, sentence) for s in self.lent.get(document, ()))
        return self.agencies.get(first) if shared else None


def _holds(passage: Span, sentence: Span) -> bool:
    shared = min(passage.end, sentence.end) - max(passage.start, sentence.start)
    return shared >= MOST * (sentence.end - sentence.start)


def _agencies(texts: Sequence[PrintedText]) -> Iterator[tuple[str, str]]:
    for text in texts:
        if len(text.agencies) == 1:
            yield text.earliest, text.agencies[0]
