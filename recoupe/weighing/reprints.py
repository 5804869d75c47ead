"""Which documents print one text, whole or in part or translated, which was first, what is whose.

Words are compared in rows of five, by fingerprints that any two documents share which print twelve
words alike (winnowing), so that the work grows with the number of documents and not with its
square; what is shared is then told word by word. Translations are known by figures, dates, names,
quotes and claims that follow each other in the same order.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from recoupe.model.document import Document
from recoupe.model.reading import Reading
from recoupe.weighing.anchors import Sentence, anchored
from recoupe.weighing.chronology import chronology
from recoupe.weighing.credits import credits
from recoupe.weighing.fingerprints import wordings
from recoupe.weighing.firsthand import FirstHand, first_hand
from recoupe.weighing.memory import Forgetful, Memory
from recoupe.weighing.passages import Passages, words_of
from recoupe.weighing.printed import Borrowing, Kind, PrintedText, Reprint, Reprints
from recoupe.weighing.translations import Translation, translations

WHOLE = 0.8
"""Of the words of a document, and of the first printing: headlines and lead-ins are new."""


def reprints(
    documents: Iterable[Document], readings: Iterable[Reading] = (), memory: Memory | None = None
) -> Reprints:
    """Find what documents print from each other; their order changes nothing.

    readings: of those that were read; their claims help to know a translation. memory: of an
    earlier time, where the case is looked at again; it holds much of each document.
    """
    read = {reading.document: reading for reading in readings}
    press = _laid_out(documents, read, memory or Forgetful())
    texts = [printed for printed in press.texts() if len(printed) > 1]
    home = {one: printed for printed in texts for one in printed}
    return Reprints(
        tuple(press.text(printed) for printed in texts),
        tuple(
            borrowing
            for one in range(len(press.documents))
            for borrowing in press.borrowings(one, home.get(one, frozenset((one,))))
        ),
    )


@dataclass(frozen=True, slots=True)
class _Press:
    """Documents in the order of their dates, by running number, with what is known of them.

    sources: of a document, the earlier one in another language that it prints.
    """

    documents: Sequence[Document]
    known: FirstHand
    sentences: Sequence[Sequence[Sentence]]
    translated: Sequence[Translation]
    sources: Mapping[int, int]
    passages: Passages

    def texts(self) -> Iterable[frozenset[int]]:
        """Give the documents that print one text, in one language or several."""
        lead = list(self.known.text)

        def first(one: int) -> int:
            while lead[one] != one:
                lead[one] = one = lead[lead[one]]
            return one

        for found in self.translated:
            one, other = sorted((first(found.one), first(found.other)))
            lead[other] = one
        printed = defaultdict(set)
        for document in range(len(lead)):
            printed[first(document)].add(document)
        return [frozenset(each) for each in printed.values()]

    def text(self, printed: frozenset[int]) -> PrintedText:
        """Tell of a text what each document prints of it."""
        earliest, *later = sorted(printed)
        agencies = {name for one in printed for name in credits(self.documents[one])}
        return PrintedText(
            self.documents[earliest].id,
            tuple(sorted(agencies)),
            tuple(self._reprint(one, earliest, printed) for one in later),
        )

    def borrowings(self, one: int, printed: frozenset[int]) -> Iterator[Borrowing]:
        """Give what a document has from those that do not print its text."""
        for source, found in self.passages.borrowed(one, printed).items():
            share = words_of(found) / len(self.known.words(one))
            yield Borrowing(self.documents[one].id, self.documents[source].id, share, found)

    def _reprint(self, one: int, earliest: int, printed: frozenset[int]) -> Reprint:
        found = self.passages.of(one, printed)
        if one in self.sources or not found:
            source = self.sources.get(one, earliest)
            answered = self.passages.translated(one, source, self.sentences)
            found = max(found, answered, key=words_of)
        share = words_of(found) / max(1, len(self.known.words(one)))
        kind = self._kind(one, earliest, share)
        if not all(passage.verbatim for passage in found):
            kind = Kind.TRANSLATED
        return Reprint(self.documents[one].id, kind, share, found)

    def _kind(self, one: int, earliest: int, share: float) -> Kind:
        languages = {self.documents[each].language for each in (one, earliest)}
        if len(languages - {None}) > 1:
            return Kind.TRANSLATED
        if share < WHOLE:
            return Kind.MIXED
        kept = np.isin(self.known.words(earliest), self.known.words(one)).mean()
        return Kind.WHOLE if kept >= WHOLE else Kind.CUT


def _laid_out(
    documents: Iterable[Document], readings: Mapping[str, Reading], memory: Memory
) -> _Press:
    once = {document.id: document for document in documents}
    worded, pairs = chronology(tuple(wordings(tuple(once.values()), memory)), memory)
    ordered = [wording.document for wording in worded]
    known = first_hand(worded, pairs, memory)
    sentences = tuple(anchored(ordered, readings, memory))
    translated = translations(sentences, ordered, memory)
    sources = _sources(translated)
    return _Press(ordered, known, sentences, translated, sources, Passages(worded, known, memory))


def _sources(translated: Iterable[Translation]) -> Mapping[int, int]:
    """Give the earlier of two documents that are translations; of several, the most alike."""
    found: dict[int, tuple[float, int]] = {}
    for one, other, share in translated:
        earlier, later = sorted((one, other))
        found[later] = max((share, -earlier), found.get(later, (0.0, 0)))
    return {later: -earlier for later, (_, earlier) in found.items()}
