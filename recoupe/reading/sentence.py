"""The sentence in which words stand, and what is counted in it, as the reader has them."""

from collections.abc import Iterator

import spacy
from spacy.tokens import Doc

from recoupe.languages.readable import readable
from recoupe.model.document import Document
from recoupe.model.span import Span
from recoupe.model.value import Value
from recoupe.reading.parse import lines, parse, pipeline, where
from recoupe.reading.scene import measured


def sentence_at(document: Document, words: Span, pipeline_name: str | None = None) -> Span:
    """Give the sentence in which words stand; of words that go beyond it, all that they touch.

    pipeline_name: as in `read`. In a language that nobody reads here, punctuation alone ends it.
    """
    touched = list(sentences(document, words, pipeline_name))
    return Span(touched[0].start, touched[-1].end) if touched else words


def sentences(document: Document, within: Span, pipeline_name: str | None = None) -> Iterator[Span]:
    """Give the sentences that a stretch of the text touches."""
    for start, line in _lines(document, within):
        for span in _cut(line, document, pipeline_name):
            moved = Span(start + span.start, start + span.end)
            if moved.overlaps(within):
                yield moved


def values(
    document: Document, sentence: Span, pipeline_name: str | None = None
) -> dict[Span, Value]:
    """Give the sums, counts and dates of a sentence; none in a language that nobody reads here."""
    found: dict[Span, Value] = {}
    language, published = document.language, document.published.edtf
    if language is None or not readable(language):
        return found
    for start, line in _lines(document, sentence):
        for doc in parse(line, pipeline(pipeline_name or language)):
            found |= {
                Span(start + one.span.start, start + one.span.end): one.value
                for told in doc.sents
                for one in measured(told, language, published)
                if one.value is not None
            }
    return {span: value for span, value in found.items() if sentence.contains(span)}


def _lines(document: Document, within: Span) -> Iterator[tuple[int, str]]:
    """Give the lines that a stretch touches, each with its place."""
    for start, end in lines(document.text):
        if Span(start, end).overlaps(within):
            yield start, document.text[start:end]


def _cut(line: str, document: Document, pipeline_name: str | None) -> Iterator[Span]:
    language = document.language
    if language is not None and (pipeline_name or readable(language)):
        for doc in parse(line, pipeline(pipeline_name or language)):
            yield from (where(sentence) for sentence in doc.sents)
        return
    for sentence in _by_punctuation(line).sents:
        yield Span(sentence.start_char, sentence.end_char)


def _by_punctuation(line: str) -> Doc:
    plain = spacy.blank("xx")
    plain.add_pipe("sentencizer")
    return plain(line)
