"""The lines before an article, and those after it, where a text says what it is."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.archive.lines import TextLine, lines
from recoupe.model.span import Span

LONGEST = 12  # lines before the article in which it may be named, signed and dated
OPENING = 3  # lines of the article that may begin with a dateline: a heading may go before
FOOT = 6  # lines
PARAGRAPH = 160  # characters; the first longer line is the article itself


@dataclass(frozen=True, slots=True)
class Head:
    """head: the short lines before the article. opening: its first lines. foot: the last ones.

    Page furniture is in none of them but `around`, which has all of it.
    menu_second: page furniture stands right under the first line, as under a masthead.
    """

    head: tuple[TextLine, ...]
    opening: tuple[TextLine, ...]
    foot: tuple[TextLine, ...]
    around: tuple[TextLine, ...]
    menu_second: bool


def head(text: str, furniture: tuple[Span, ...]) -> Head:
    """Give the lines around an article; `furniture` is its boilerplate."""
    every = list(lines(text))
    inside = _inside(every, furniture)
    around = [line for line in every if line in inside]
    own = [line for line in every if line not in inside]
    end = next((i for i, line in enumerate(own) if len(line.text) > PARAGRAPH), len(own))
    end = min(end, LONGEST)
    return Head(
        head=tuple(own[:end]),
        opening=tuple(own[max(end - 1, 0) : end + OPENING]),
        foot=tuple(own[max(end, len(own) - FOOT) :]),
        around=tuple(around),
        menu_second=len(every) > 1 and every[1] in inside and not every[1].after_gap,
    )


def _inside(every: Sequence[TextLine], furniture: tuple[Span, ...]) -> set[TextLine]:
    """Give the lines that lie wholly in a stretch of furniture; both are in order."""
    starts = [span.start for span in furniture]
    inside = set()
    for line in every:
        at = bisect_right(starts, line.span.start) - 1
        if at >= 0 and furniture[at].contains(line.span):
            inside.add(line)
    return inside
