"""A claim that is edited or added beside its text, and the text in which its sentence is chosen."""

from collections.abc import Iterable
from dataclasses import dataclass

from recoupe.desk.interface import Interface
from recoupe.desk.proposed import SOURCE, Marked
from recoupe.desk.views.filled import Filled, Row, rows
from recoupe.desk.views.kinds import LETTERS, Kind, kinds
from recoupe.desk.views.marked import Mark
from recoupe.desk.views.room import Paragraph, part_at, told_in
from recoupe.desk.views.stretch import stretches
from recoupe.model.document import Document
from recoupe.model.reading import Reading
from recoupe.model.span import Span
from recoupe.publish.words import one_line


@dataclass(frozen=True, slots=True)
class Editing:
    """A claim that is edited or added beside its text. index: its place in the document.

    sentence: the one that tells the event, at `told`. action, back: where the form goes, and
    where it leads. part: of the text, from 1. queue: whether the claims that wait are gone through.
    """

    document: str
    title: str
    publisher: str
    language: str | None
    new: bool
    index: int
    total: int
    sentence: str
    told: str
    source_letter: str
    form: Filled
    kinds: tuple[Kind, ...]
    paragraphs: tuple[Paragraph, ...]
    part: int
    parts: int
    action: str
    back: str
    queue: bool


@dataclass(frozen=True, slots=True)
class Choosing:
    """A text in which the sentence of a missed claim is chosen. sentences: of the line that was.

    part: of the text, from 1. back: the room that it was opened from.
    """

    document: str
    title: str
    publisher: str
    language: str | None
    sentences: tuple[Row, ...]
    paragraphs: tuple[Paragraph, ...]
    part: int
    parts: int
    back: str


def editing(
    document: Document, reading: Reading, index: int, form: Filled, queue: bool, shown: Interface
) -> Editing:
    """Lay a claim of a document out to be edited."""
    told = reading.claims[index].evidence[0]
    action = f"/documents/{document.id}/claims/{index}/edit"
    back = room_of(document.id, index, queue)
    return _laid_out(document, reading, told, index, form, (action, back), queue, shown)


def adding(
    document: Document, reading: Reading, told: Span, form: Filled, shown: Interface
) -> Editing:
    """Lay a sentence of a document out to have a claim added."""
    action, back = f"/documents/{document.id}/claims/new", f"/documents/{document.id}"
    index = len(reading.claims)
    return _laid_out(document, reading, told, index, form, (action, back), False, shown)


def choosing(
    document: Document, reading: Reading, part: int, cut: Iterable[Span], shown: Interface
) -> Choosing:
    """Lay a document out to have a sentence chosen. cut: the sentences of the line that was."""
    return Choosing(
        document=document.id,
        title=one_line(document.title or shown.words.say("no_title")),
        publisher=one_line(document.publisher or shown.words.say("no_publisher")),
        language=document.language,
        sentences=tuple(rows((Marked("", span) for span in cut), document)),
        paragraphs=told_in(document, reading, part),
        part=part,
        parts=len(stretches(document.text)),
        back=f"/documents/{document.id}?part={part}",
    )


def room_of(document: str, index: int, queue: bool) -> str:
    """Give the address of a claim in its reading room. queue: as there."""
    queued = "queue=true&" if queue else ""
    return f"/documents/{document}?{queued}claim={index}#claim-{index}"


def _laid_out(
    document: Document,
    reading: Reading,
    told: Span,
    index: int,
    form: Filled,
    ways: tuple[str, str],
    queue: bool,
    shown: Interface,
) -> Editing:
    part, new = part_at(told.start, document), index == len(reading.claims)
    return Editing(
        document=document.id,
        title=one_line(document.title or shown.words.say("no_title")),
        publisher=one_line(document.publisher or shown.words.say("no_publisher")),
        language=document.language,
        new=new,
        index=index,
        total=len(reading.claims),
        sentence=one_line(told.of(document.text)),
        told=f"{told.start}-{told.end}",
        source_letter=LETTERS[SOURCE],
        form=form,
        kinds=kinds(shown),
        paragraphs=told_in(document, reading, part, [Mark(told, "told", index)] if new else []),
        part=part,
        parts=len(stretches(document.text)),
        action=ways[0],
        back=ways[1],
        queue=queue,
    )
