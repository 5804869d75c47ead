"""The sentence in which words stand, cut as the reader cuts it."""

from collections.abc import Iterator

import spacy

from recoupe.model.document import Document
from recoupe.model.span import Span
from recoupe.reading.parse import lines, parse, pipeline, where
from recoupe.reading.read import readable


def sentence_at(document: Document, words: Span, pipeline_name: str | None = None) -> Span:
    """Give the sentence in which words stand; of words that go beyond it, all that they touch.

    pipeline_name: as in `read`. In a language that nobody reads here, punctuation alone ends it.
    """
    touched = [s for s in _sentences(document, words, pipeline_name) if s.overlaps(words)]
    return Span(touched[0].start, touched[-1].end) if touched else words


def _sentences(document: Document, words: Span, pipeline_name: str | None) -> Iterator[Span]:
    """Give the sentences of the lines on which the words stand."""
    for start, end in lines(document.text):
        if not Span(start, end).overlaps(words):
            continue
        for span in _of_line(document.text[start:end], document.language, pipeline_name):
            yield Span(start + span.start, start + span.end)


def _of_line(line: str, language: str | None, pipeline_name: str | None) -> Iterator[Span]:
    if language is not None and (pipeline_name or readable(language)):
        for doc in parse(line, pipeline(pipeline_name or language)):
            yield from (where(sentence) for sentence in doc.sents)
        return
    plain = spacy.blank("xx")
    plain.add_pipe("sentencizer")
    for sentence in plain(line).sents:
        yield Span(sentence.start_char, sentence.end_char)
