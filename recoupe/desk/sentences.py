"""What a document's own reader makes of some words: their sentence, and what they amount to."""

from dataclasses import dataclass
from threading import Lock

from recoupe.case.folder import Case
from recoupe.model.document import Document
from recoupe.model.span import Span
from recoupe.model.value import Value

ONE_AT_A_TIME = Lock()
"""A pipeline is loaded once, and reads for one visitor after the other."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """A document of a case, as its reader cuts and counts it."""

    case: Case
    document: Document

    def sentence(self, words: Span) -> Span:
        """Give the sentence in which words stand."""
        # Imported here: a pipeline takes a second to load, and most edits stay in one sentence.
        from recoupe.reading.sentence import sentence_at

        with ONE_AT_A_TIME:
            return sentence_at(self.document, words, self._pipeline)

    def cut(self, within: Span) -> tuple[Span, ...]:
        """Give the sentences that a stretch of the text touches."""
        from recoupe.reading.sentence import sentences

        with ONE_AT_A_TIME:
            return tuple(sentences(self.document, within, self._pipeline))

    def values(self, sentence: Span) -> dict[Span, Value]:
        """Give the sums, counts and dates of a sentence."""
        from recoupe.reading.sentence import values

        with ONE_AT_A_TIME:
            return values(self.document, sentence, self._pipeline)

    @property
    def _pipeline(self) -> str | None:
        return self.case.pipelines.get(self.document.language or "")
