"""The lines of a canonical text, each with where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.model.span import Span


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line without the white space around it.

    span: of `text` in the canonical text. after_gap: an empty line, or the start, comes before.
    """

    text: str
    span: Span
    after_gap: bool


def lines(text: str) -> Iterator[TextLine]:
    """Give the lines that hold more than white space, in order.

    >>> [(line.text, line.after_gap) for line in lines("Un titre\\n\\n  Suite\\nfin")]
    [('Un titre', True), ('Suite', True), ('fin', False)]
    """
    start, after_gap = 0, True
    for whole in text.split("\n"):
        words = whole.strip()
        if words:
            at = start + whole.index(words)
            yield TextLine(words, Span(at, at + len(words)), after_gap)
        after_gap = not words
        start += len(whole) + 1
