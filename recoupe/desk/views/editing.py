"""A claim as a form: its event, how far its source commits itself, and the words of each role."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from recoupe.desk.deciding import fingerprint
from recoupe.desk.interface import Interface
from recoupe.desk.proposed import SOURCE, Marked, Proposal, roles_of
from recoupe.desk.views.room import Paragraph, part_of, told_in
from recoupe.desk.views.stretch import stretches
from recoupe.model.claim import Claim, EventType
from recoupe.model.document import Document
from recoupe.model.reading import Reading
from recoupe.publish.words import one_line

LETTERS = {
    "supplier": "s",
    "recipient": "r",
    "intermediary": "m",
    "producer": "p",
    "partner": "a",
    "provider": "p",
    "participant": "p",
    "party": "p",
    "authority": "a",
    "target": "t",
    "payer": "p",
    "payee": "e",
    "user": "u",
    "publisher": "p",
    "verifier": "v",
    "item": "i",
    "quantity": "q",
    "value": "v",
    "date": "d",
    "place": "l",
    "subject": "b",
    "name": "n",
    "reason": "o",
    SOURCE: "w",
}
"""The key that marks words as a role; no two roles of one event have the same."""


@dataclass(frozen=True, slots=True)
class Row:
    """Words that are marked. at: their place, as *start-end*; said: cut from the text."""

    name: str
    at: str
    said: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event that a claim may be of. roles: each with its word and its key."""

    event: str
    noun: str
    roles: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """What the form holds. event: empty where it is still to be chosen.

    seen: the claim that is decided on, empty for a new one. wrong: why it was not taken, in a line.
    """

    event: str
    reading: str
    tense: str
    rows: tuple[Row, ...]
    seen: str
    reason: str = ""
    wrong: str = ""

    @property
    def own(self) -> tuple[str, ...]:
        """Give the roles that the chosen event can have."""
        return roles_of(EventType(self.event)) if self.event else ()


@dataclass(frozen=True, slots=True)
class Editing:
    """A claim that is edited beside its text. index: its place in the document.

    sentence: the one that tells the event, which begins at `begins`. action, back: where the form goes, and where it leads.
    part: of the text, from 1. queue: whether the reviewer goes through the claims that wait.
    """

    document: str
    title: str
    publisher: str
    language: str | None
    index: int
    total: int
    sentence: str
    begins: int
    source_letter: str
    form: Filled
    kinds: tuple[Kind, ...]
    paragraphs: tuple[Paragraph, ...]
    part: int
    parts: int
    action: str
    back: str
    queue: bool


def editing(
    document: Document, reading: Reading, index: int, form: Filled, queue: bool, shown: Interface
) -> Editing:
    """Lay a claim of a document out to be edited."""
    claim = reading.claims[index]
    part = part_of(claim, document)
    return Editing(
        document=document.id,
        title=one_line(document.title or shown.words.say("no_title")),
        publisher=one_line(document.publisher or shown.words.say("no_publisher")),
        language=document.language,
        index=index,
        total=len(reading.claims),
        sentence=one_line(claim.evidence[0].of(document.text)),
        begins=claim.evidence[0].start,
        source_letter=LETTERS[SOURCE],
        form=form,
        kinds=_kinds(shown),
        paragraphs=told_in(document, reading, part),
        part=part,
        parts=len(stretches(document.text)),
        action=f"/documents/{document.id}/claims/{index}/edit",
        back=room_of(document.id, index, queue),
        queue=queue,
    )


def room_of(document: str, index: int, queue: bool) -> str:
    """Give the address of a claim in its reading room. queue: as there."""
    queued = "queue=true&" if queue else ""
    return f"/documents/{document}?{queued}claim={index}#claim-{index}"


def form_of(claim: Claim, document: Document) -> Filled:
    """Fill the form with a claim as it is read."""
    sources = (Marked(SOURCE, source.span) for source in claim.sources)
    roles = (Marked(role.name, role.span) for role in claim.roles)
    return Filled(
        event=claim.event.value,
        reading=str(claim.factuality),
        tense=claim.tense.value,
        rows=tuple(_rows((*sources, *roles), document)),
        seen=fingerprint(claim),
    )


def refilled(proposal: Proposal, document: Document, seen: str, reason: str, wrong: str) -> Filled:
    """Fill the form with what was asked, and say why it was not taken."""
    return Filled(
        event=proposal.event.value,
        reading=str(proposal.factuality),
        tense=proposal.tense.value,
        rows=tuple(_rows(proposal.marked, document)),
        seen=seen,
        reason=reason,
        wrong=wrong,
    )


def _rows(marked: Iterable[Marked], document: Document) -> Iterator[Row]:
    for one in marked:
        said = one_line(document.text[one.span.start : one.span.end])
        yield Row(one.name, f"{one.span.start}-{one.span.end}", said)


def _kinds(shown: Interface) -> tuple[Kind, ...]:
    """Give every kind of event with the roles that it can have."""
    return tuple(
        Kind(
            event.value,
            shown.words.event[event].noun,
            tuple((role, shown.words.role[role], LETTERS[role]) for role in roles_of(event)),
        )
        for event in EventType
    )
