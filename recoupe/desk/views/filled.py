"""What the form of a claim holds: as it is read, as it is to be added, or as it came in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from recoupe.desk.deciding import fingerprint
from recoupe.desk.proposed import SOURCE, Marked, roles_of
from recoupe.desk.sent import Sent
from recoupe.model.claim import Claim, EventType, Tense
from recoupe.model.document import Document
from recoupe.model.factuality import UNCOMMITTED
from recoupe.model.reading import Reading
from recoupe.model.span import Span
from recoupe.publish.words import one_line


@dataclass(frozen=True, slots=True)
class Row:
    """Words that are marked. at: their place, as *start-end*; said: cut from the text."""

    name: str
    at: str
    said: str


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


def form_of(claim: Claim, document: Document, reading: Reading) -> Filled:
    """Fill the form with a claim as it is read; names of its sentences are offered beside."""
    sources = [Marked(SOURCE, source.span) for source in claim.sources]
    marked = [*sources, *(Marked(role.name, role.span) for role in claim.roles)]
    offered = _unmarked(_names(reading, claim.evidence), marked)
    return Filled(
        event=claim.event.value,
        reading=str(claim.factuality),
        tense=claim.tense.value,
        rows=tuple(rows((*marked, *offered), document)),
        seen=fingerprint(claim),
    )


def bare(document: Document, reading: Reading, told: Span, counted: Iterable[Span]) -> Filled:
    """Give the form of a claim that is to be added: it says nothing yet, and commits to nothing.

    counted: sums, counts and dates of its sentence, which are offered beside its names.
    """
    offered = sorted({*_names(reading, [told]), *counted})
    bare_rows = tuple(rows((Marked("", span) for span in offered), document))
    return Filled("", str(UNCOMMITTED), Tense.PAST.value, bare_rows, "")


def refilled(sent: Sent, document: Document, wrong: str) -> Filled:
    """Fill the form with what came in, and say why it was not taken."""
    return Filled(
        event=sent.event.value,
        reading=sent.reading,
        tense=sent.tense.value,
        rows=tuple(rows(sent.marked(), document)),
        seen=sent.seen,
        reason=sent.reason,
        wrong=wrong,
    )


def _names(reading: Reading, sentences: Iterable[Span]) -> Iterator[Span]:
    """Give the places where names stand in these sentences, in the order of the text."""
    mentions = sorted(span for entity in reading.entities for span in entity.mentions)
    held = tuple(sentences)
    yield from (span for span in mentions if any(one.contains(span) for one in held))


def _unmarked(spans: Iterable[Span], marked: Sequence[Marked]) -> Iterator[Marked]:
    for span in spans:
        if not any(one.span.overlaps(span) for one in marked):
            yield Marked("", span)


def rows(marked: Iterable[Marked], document: Document) -> Iterator[Row]:
    """Give the rows of a form: words that are marked, and words that may be."""
    for one in marked:
        said = one_line(document.text[one.span.start : one.span.end])
        yield Row(one.name, f"{one.span.start}-{one.span.end}", said)
