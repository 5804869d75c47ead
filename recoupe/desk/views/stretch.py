"""A long text in stretches that a screen can hold, cut between paragraphs where it can be."""

from collections.abc import Iterator

from recoupe.model.span import Span

LONGEST = 30_000
"""Characters of a stretch: a long read; a page of it stays light."""


def stretches(text: str) -> tuple[Span, ...]:
    """Cut a text into stretches, in order, none longer than `LONGEST`; none of an empty text."""
    return tuple(_stretches(text))


def paragraphs(text: str, within: Span) -> Iterator[Span]:
    """Give the lines of a stretch that hold more than white space."""
    start = within.start
    while start < within.end:
        found = text.find("\n", start, within.end)
        end = within.end if found < 0 else found
        if text[start:end].strip():
            yield Span(start, end)
        start = end + 1


def _stretches(text: str) -> Iterator[Span]:
    start = 0
    while start < len(text):
        end = start + LONGEST
        if end < len(text):
            cut = max(text.rfind("\n", start, end), text.rfind(" ", end - LONGEST // 10, end))
            end = cut + 1 if cut > start else end
        yield Span(start, min(end, len(text)))
        start = end
