"""The sentences of a document, cut as the reader of its case cuts them."""

from recoupe.case.folder import Case
from recoupe.desk.proposed import SentenceOf
from recoupe.model.document import Document
from recoupe.model.span import Span


def sentence_of(case: Case, document: Document) -> SentenceOf:
    """Give what finds the sentence of some words of the document."""

    def found(words: Span) -> Span:
        # Imported here: a pipeline takes a second to load, and most edits stay in one sentence.
        from recoupe.reading.sentence import sentence_at

        return sentence_at(document, words, case.pipelines.get(document.language or ""))

    return found
