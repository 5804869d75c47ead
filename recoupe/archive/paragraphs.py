"""Printed lines → paragraphs: wrapped lines joined, hyphens undone, page furniture left out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

SENTENCE_END = tuple(".!?…»”\"':;)")
BULLET = re.compile(r"(?:[•‣▪●○◦*–—-]|\(?\d{1,3}[.)])\s")
NUMBER = re.compile(r"\W*\d{1,4}\W*")
LAST_WORD = re.compile(r"\w*$")
FIRST_WORD = re.compile(r"\w*")
COMPOUND = re.compile(r"\w+-\w+")
EDGE = 2  # lines at the top and at the foot of a page where its furniture stands
# The four below were set on pages made for the tests, November 2026; print is more even.
WIDE = 1.4  # of the usual distance of two lines: a new paragraph
OTHER_SIZE = 0.08  # of the type size: a heading begins or ends
SHORT = 0.85  # of the measure: a line that ends before, with a full stop, ends its paragraph
INDENT = 0.8  # of the type size: the first line of a paragraph


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line. left, right, bottom, size: points; wrapped: a hyphen cut its last word."""

    text: str
    left: float
    right: float
    bottom: float
    size: float
    wrapped: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """How the body is set. step: from line to line; left, right: its edges; all in points."""

    step: float
    left: float
    right: float


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[str]:
    """Put the lines of all pages together into paragraphs, in reading order."""
    lines = list(_without_furniture(pages))
    if not lines:
        return []
    setting = _setting(lines)
    compounds = {word for line in lines for word in COMPOUND.findall(line.text)}
    made = [lines[0].text]
    for before, line in pairwise(lines):
        if _parted(before, line, setting):
            made.append(line.text)
        else:
            made[-1] = _joined(made[-1], before, line, compounds)
    return made


def _without_furniture(pages: Sequence[Sequence[Line]]) -> Iterator[Line]:
    """Leave out page numbers, and running heads after their first page."""
    numbered, running = _repeated(pages)
    seen: set[str] = set()
    for page in pages:
        edges = set(_edges(page))
        for i, line in enumerate(page):
            outermost = i in (0, len(page) - 1)
            if NUMBER.fullmatch(line.text):
                if not outermost:
                    yield line
            elif line not in edges or not (_shape(line.text) in numbered or line.text in seen):
                yield line
            if line in edges and line.text in running:
                seen.add(line.text)


def _repeated(pages: Sequence[Sequence[Line]]) -> tuple[set[str], set[str]]:
    """Give the shapes of lines that count the pages, and the lines that every other page has."""
    often = max(2, len(pages) / 2)  # left and right pages may have heads of their own
    words = Counter(text for page in pages for text in {line.text for line in _edges(page)})
    shapes = Counter(
        shape for page in pages for shape in {_shape(line.text) for line in _edges(page)}
    )
    wordings = Counter(_shape(text) for text in words)
    numbered = {shape for shape, n in shapes.items() if n >= often and wordings[shape] > 1}
    return numbered, {text for text, n in words.items() if n >= often}


def _edges(page: Sequence[Line]) -> Sequence[Line]:
    return page if len(page) <= 2 * EDGE else (*page[:EDGE], *page[-EDGE:])


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _setting(lines: Sequence[Line]) -> Setting:
    steps = [
        a.bottom - b.bottom for a, b in pairwise(lines) if 0 < a.bottom - b.bottom < 3 * a.size
    ]
    longest = sorted(lines, key=lambda line: line.right - line.left)[len(lines) // 2 :]
    return Setting(
        step=median(steps) if steps else lines[0].size,
        left=median(line.left for line in longest),
        right=median(line.right for line in longest),
    )


def _parted(before: Line, line: Line, setting: Setting) -> bool:
    """Say whether a paragraph ends between two lines."""
    if before.wrapped:
        return False
    if abs(before.size - line.size) > OTHER_SIZE * before.size or BULLET.match(line.text):
        return True
    ended = before.text.endswith(SENTENCE_END)
    step = before.bottom - line.bottom
    if step < 0:  # the next column or page
        return ended
    if step > WIDE * setting.step or line.left - before.left > INDENT * line.size:
        return True
    measure = setting.right - setting.left
    return ended and before.right < setting.left + SHORT * measure


def _joined(text: str, before: Line, line: Line, compounds: set[str]) -> str:
    """Add a line to a paragraph; a hyphen at the end stays only where the word has one."""
    hyphen = before.wrapped or (before.text.endswith("-") and line.text[:1].islower())
    if not hyphen:
        return f"{text} {line.text}"
    head = text.removesuffix("-")
    cut_word = "-".join(LAST_WORD.findall(head)[:1] + FIRST_WORD.findall(line.text)[:1])
    return f"{head}-{line.text}" if cut_word in compounds else f"{head}{line.text}"
