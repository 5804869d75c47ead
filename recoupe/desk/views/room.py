"""A document to be read: its text as captured, with claims and names marked in place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.case.queue import Progress
from recoupe.desk.interface import Interface
from recoupe.desk.views.card import Beside, Card, card, marks, tone
from recoupe.desk.views.marked import Mark, Piece, marked
from recoupe.desk.views.stretch import paragraphs, stretches
from recoupe.model.claim import Claim
from recoupe.model.document import Custody, Document
from recoupe.model.reading import Reading
from recoupe.model.span import Span
from recoupe.publish.ledger import Ledger
from recoupe.publish.words import moment, one_line

HEADING = 120
"""Characters of the longest line that may be set as a heading."""

SENTENCE_ENDS = (".", "!", "?", "…", "»", "”", '"', ":", ";", ",")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text. heading: short, ended by no full stop; furniture: of the page only.

    start, end: its place in the text, in code points.
    """

    start: int
    end: int
    pieces: tuple[Piece, ...]
    heading: bool
    furniture: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """The sign of a claim in the text. number: from 1, as people count.

    rejected: a reviewer found that its source does not say so; nothing rests on it.
    """

    index: int
    number: int
    tone: str
    reading: str
    title: str
    part: int
    rejected: bool


@dataclass(frozen=True, slots=True)
class About:
    """Where a document came from, in the order of reading."""

    id: str
    title: str
    publisher: str
    authors: tuple[str, ...]
    published: str
    known: str
    language: str | None
    captures: tuple[str, ...]
    address: str
    hash: str
    made_by: str


@dataclass(frozen=True, slots=True)
class Room:
    """The reading room. part: of the text, from 1; chosen: the claim that is looked at.

    cards: of the claims told in this part; chips: of all claims, in their order.
    before, after: ids of the neighbouring documents. read: whether it was read at all.
    progress: of the queue through which a reviewer came here, None where he did not.
    author: whose name decisions will carry.
    checked: whether what was read in it was looked through for doubts.
    """

    about: About
    read: bool
    paragraphs: tuple[Paragraph, ...]
    cards: tuple[Card, ...]
    chips: tuple[Chip, ...]
    part: int
    parts: int
    chosen: int | None
    doubts: tuple[str, ...]
    checked: bool
    before: str | None
    after: str | None
    author: str | None
    progress: Progress | None = None


def about(document: Document, custody: Sequence[Custody], shown: Interface) -> About:
    """Say where a document came from."""
    words, published = shown.words, document.published
    return About(
        id=document.id,
        title=one_line(document.title or words.say("no_title")),
        publisher=one_line(document.publisher or words.say("no_publisher")),
        authors=tuple(one_line(author) for author in document.authors),
        published=words.day(published.edtf) if published.edtf else words.say("no_date"),
        known=words.evidence[published.evidence],
        language=document.language,
        captures=tuple(
            f"{words.say('captured', time=moment(line.captured))}, {line.media_type}, "
            f"{words.counted('bytes', line.size)}"
            for line in custody
        ),
        address=custody[0].address if custody else words.say("no_address"),
        hash=words.say("sha256", hash=document.original),
        made_by=words.say("made_by", extractor=document.extractor),
    )


def part_of(claim: Claim, document: Document) -> int:
    """Say in which part of the text a claim is told, from 1."""
    return part_at(claim.evidence[0].start, document)


def part_at(start: int, document: Document) -> int:
    """Say in which part of the text a code point stands, from 1."""
    for number, stretch in enumerate(stretches(document.text), 1):
        if start < stretch.end:
            return number
    return 1


def told_in(
    document: Document, reading: Reading | None, part: int, also: Sequence[Mark] = ()
) -> tuple[Paragraph, ...]:
    """Give the paragraphs of a part with every mark that lies on them, and those given beside."""
    cut = stretches(document.text)
    if not cut:
        return ()
    stretch = cut[min(part, len(cut)) - 1]
    all_marks = [mark for mark in (*_marks(reading), *also) if mark.span.overlaps(stretch)]
    return tuple(
        Paragraph(
            span.start,
            span.end,
            marked(document.text, span, [m for m in all_marks if m.span.overlaps(span)]),
            _is_heading(document.text, span),
            any(furniture.contains(span) for furniture in document.boilerplate),
        )
        for span in paragraphs(document.text, stretch)
    )


def chips(document: Document, reading: Reading, shown: Interface) -> Iterator[Chip]:
    """Give the signs of all claims."""
    for index, claim in enumerate(reading.claims):
        noun = shown.words.event[claim.event].noun
        commitment = shown.words.commitment(claim.factuality)
        title = f"{noun}{shown.words.colon}{commitment.name}"
        yield Chip(
            index=index,
            number=index + 1,
            tone=tone(claim.factuality),
            reading=str(claim.factuality),
            title=title,
            part=part_of(claim, document),
            rejected=index in reading.rejected,
        )


def cards(
    reading: Reading, wanted: Sequence[int], ledger: Ledger, beside: Beside, shown: Interface
) -> Iterator[Card]:
    """Give the cards of the claims that are wanted, by their places."""
    for index in wanted:
        yield card(index, reading.claims[index], ledger, beside, shown)


def _marks(reading: Reading | None) -> Iterator[Mark]:
    if reading is None:
        return
    for index, claim in enumerate(reading.claims):
        yield from marks(index, claim)
    for entity in reading.entities:
        yield from (Mark(span, "name", None, entity.type) for span in entity.mentions)


def _is_heading(text: str, span: Span) -> bool:
    line = span.of(text).strip()
    return len(line) <= HEADING and not line.endswith(SENTENCE_ENDS)
