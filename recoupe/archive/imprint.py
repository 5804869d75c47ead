"""What a text says of itself at its head and foot: title, publisher, authors and date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from recoupe.archive.dateline import Dateline, dateline
from recoupe.archive.head import Head, head
from recoupe.archive.lines import TextLine
from recoupe.archive.masthead import DateLine, can_name, date_line, is_caption, is_kind
from recoupe.archive.names import is_place, mended, signed
from recoupe.archive.publication import publication
from recoupe.model.document import Publication
from recoupe.model.span import Span

TITLE_WORDS = 4  # a shorter line may be the name of a section
MASTHEAD_WORDS = 7
OWNER = re.compile(
    r"(?:©|\(c\)|copyright\b)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?P<owner>[^\W\d_][^.|,]{1,60})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Imprint:
    """None and () where the text does not say. authors: names as printed."""

    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: Publication = field(default_factory=Publication)


@dataclass(frozen=True, slots=True)
class Seen:
    """What was read line by line.

    dated: date lines of the head; footed: those of the foot that a word marks; opened: datelines.
    """

    text: str
    head: Head
    dated: dict[TextLine, DateLine]
    footed: dict[TextLine, DateLine]
    opened: dict[TextLine, Dateline]


def imprint(
    text: str, language: str | None, furniture: tuple[Span, ...], captured: datetime
) -> Imprint:
    """Read what a text says of itself; precision before recall, a date is never guessed.

    furniture: the text's boilerplate. captured: no publication lies after it.
    """
    seen = _seen(text, language, furniture)
    title = _title(seen)
    return Imprint(
        title=title.text if title else None,
        publisher=next(_publishers(seen), None),
        authors=tuple(dict.fromkeys(_authors(seen))),
        published=_published(seen, captured),
    )


def _seen(text: str, language: str | None, furniture: tuple[Span, ...]) -> Seen:
    around = head(text, furniture)
    in_head = {line: read for line in around.head if (read := date_line(line.text, language))}
    in_foot = {line: read for line in around.foot if (read := date_line(line.text, language))}
    alone = len(around.head) == 1  # then a bare *Tunis, 2 mai 2024* may be the headline
    return Seen(
        text=text,
        head=around,
        dated={line: read for line, read in in_head.items() if read.sure or not alone},
        footed={line: read for line, read in in_foot.items() if read.says},
        opened={line: d for line in around.opening if (d := dateline(line.text, language))},
    )


def _title(seen: Seen) -> TextLine | None:
    """Give the first long heading before the article, or the longest."""
    headings = [line for line in _headings(seen) if line != _masthead(seen)]
    long = [line for line in headings if len(line.text.split()) >= TITLE_WORDS]
    return long[0] if long else max(headings, key=lambda line: len(line.text), default=None)


def _headings(seen: Seen) -> Iterator[TextLine]:
    for line in seen.head.head:
        other = line in seen.dated or line in seen.opened or is_kind(line.text)
        sentence = line.text.endswith((".", ":", ",")) and not line.text.endswith("...")
        if not (other or sentence or is_caption(line.text) or signed(line.text)):
            yield line


def _masthead(seen: Seen) -> TextLine | None:
    """Give the first line if it is a name over a menu, a date or the sort of text."""
    first, *rest = seen.head.head or (None,)
    headings = [line for line in _headings(seen) if len(line.text.split()) >= TITLE_WORDS]
    if first is None or first in seen.dated or not [line for line in headings if line != first]:
        return None
    if len(first.text.split()) > MASTHEAD_WORDS or not can_name(first.text):
        return None
    under = rest[0] if rest and not rest[0].after_gap else None
    dated_under = under is not None and (under in seen.dated or is_kind(under.text))
    return first if dated_under or seen.head.menu_second else None


def _publishers(seen: Seen) -> Iterator[str]:
    """Give the names of a publisher, the surest first."""
    for read in seen.dated.values():
        for name in read.names:
            if not signed(name) and not (read.place or is_place(name, seen.text)):
                yield mended(name)
    if masthead := _masthead(seen):
        yield mended(masthead.text)
    for line in (*seen.head.around, *seen.head.foot):
        if owner := OWNER.match(line.text):
            yield mended(owner["owner"].strip())
    yield from (read.agency for read in seen.opened.values() if read.agency)


def _authors(seen: Seen) -> Iterator[str]:
    for line in (*seen.head.head, *seen.head.foot):
        yield from signed(line.text)
    for read in seen.dated.values():
        for name in read.names:
            yield from signed(name)


def _published(seen: Seen, captured: datetime) -> Publication:
    """Give the date that the surest kind of line states; unknown where its lines differ."""
    lines_with_date = [*seen.dated.items(), *seen.footed.items()]
    kinds = (
        [(line, read) for line, read in lines_with_date if read.says == "published"],
        [(line, read) for line, read in seen.dated.items() if read.says is None],
        [(line, read) for line, read in seen.opened.items() if read.date and read.date.has_year],
        [(line, read) for line, read in lines_with_date if read.says == "updated"],
    )
    kind = next((kind for kind in kinds if kind), [])
    stated = {read.date.edtf: _words(line, read) for line, read in kind if read.date}
    exact = {e: w for e, w in stated.items() if not any(o.startswith(f"{e}-") for o in stated)}
    if len(exact) != 1:
        return Publication()
    edtf, words = exact.popitem()
    return publication(edtf, "text", words, captured)


def _words(line: TextLine, read: DateLine | Dateline) -> str:
    return line.text[read.date.start : read.date.end] if read.date else ""
