"""A claim on a card: who says so, how far he commits himself, and who → what → whom."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.desk.interface import Interface
from recoupe.desk.views.called import address
from recoupe.desk.views.line import FindingLine
from recoupe.desk.views.marked import Mark, Piece, marked
from recoupe.desk.views.stood import Stood, stood
from recoupe.desk.views.values import in_words
from recoupe.desk.views.why import Why, why
from recoupe.model.claim import CIRCUMSTANCES, Claim
from recoupe.model.document import Document
from recoupe.model.factuality import Certainty, Factuality
from recoupe.model.finding import ClaimRef
from recoupe.model.reading import Reading
from recoupe.model.review import Review
from recoupe.publish.ledger import Ledger
from recoupe.publish.named import fillers
from recoupe.publish.words import one_line

OUTSIDE = ("date",)
"""Circumstances that the sentence leaves to the table."""


@dataclass(frozen=True, slots=True)
class Part:
    """A role. name: in the language; said: the words of the text; meant: what these stand for.

    entity: the id of a page of whoever fills it, empty where the words name nobody.
    """

    role: str
    name: str
    said: str
    meant: str
    entity: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Arrow:
    """Who → what → whom, with a noun for the event: never a sentence that states it."""

    who: str
    noun: str
    details: str
    whom: str
    beside: str


@dataclass(frozen=True, slots=True)
class Card:
    """A claim. index: its place in the document, from 0. chain: who says so, from the publisher on.

    side: *Claimed by*; tone: claimed, denied or open; reading: its letters; commitment: *passes on
    or supposes*; verb: the same as what the source does. quotes: the evidence, marked.
    """

    id: str
    index: int
    event: str
    side: str
    tone: str
    reading: str
    commitment: str
    verb: str
    tense: str
    chain: tuple[str, ...]
    arrow: Arrow
    parts: tuple[Part, ...]
    quotes: tuple[tuple[Piece, ...], ...]
    why: tuple[Why, ...]
    doubts: tuple[str, ...]
    findings: tuple[FindingLine, ...]
    stood: Stood


@dataclass(frozen=True, slots=True)
class Beside:
    """What a card shows beside its claim. doubts, findings, reviews: by the index of the claim.

    reading: of its document, which says whom its words name.
    """

    reading: Reading
    doubts: Mapping[int, Sequence[str]]
    findings: Mapping[int, Sequence[FindingLine]]
    reviews: Mapping[int, Review]


def card(index: int, claim: Claim, ledger: Ledger, beside: Beside, shown: Interface) -> Card:
    """Tell a claim."""
    document = ledger.material.documents[claim.document]
    commitment = shown.words.commitment(claim.factuality)
    return Card(
        id=f"{claim.document}:{index}",
        index=index,
        event=claim.event.value,
        side=commitment.side,
        tone=tone(claim.factuality),
        reading=str(claim.factuality),
        commitment=commitment.name,
        verb=commitment.verb,
        tense=shown.words.tense[claim.tense],
        chain=ledger.chain(ClaimRef(claim.document, index)),
        arrow=arrow(claim, document, shown),
        parts=tuple(_parts(claim, document, beside.reading, shown)),
        quotes=tuple(marked(document.text, span, marks(index, claim)) for span in claim.evidence),
        why=tuple(dict.fromkeys(why(reason, document.text, shown) for reason in claim.reasons)),
        doubts=tuple(beside.doubts.get(index, ())),
        findings=tuple(beside.findings.get(index, ())),
        stood=stood(claim, beside.reviews.get(index), shown),
    )


def marks(index: int, claim: Claim) -> Iterator[Mark]:
    """Give all words that a claim rests on: its sentence first, then what was read in it."""
    first, *further = claim.evidence
    yield Mark(first, "told", index)
    yield from (Mark(span, "also", index) for span in further)
    yield from (Mark(role.span, "role", index, role.name) for role in claim.roles)
    yield from (Mark(source.span, "source", index) for source in claim.sources)
    yield from (Mark(reason.span, "cue", index, reason.rule) for reason in claim.reasons)


def tone(factuality: Factuality) -> str:
    """Say on which side a source stands, in the word that gives its colour and shape."""
    if factuality.certainty is Certainty.U:
        return "open"
    return "claimed" if factuality.affirmed else "denied"


def arrow(claim: Claim, document: Document, shown: Interface) -> Arrow:
    """Say who → what → whom a claim tells of."""
    noun = shown.words.event[claim.event]

    def named(roles: Iterable[str]) -> str:
        names = (name for role in roles for _, name in fillers(role, claim, document, shown.words))
        said = list(dict.fromkeys(names))
        return shown.words.listed(said) if said else ""

    unnamed = shown.words.say("unnamed")
    left = {*noun.beside, *OUTSIDE}
    details = [named([role]) for role in CIRCUMSTANCES[claim.event] if role not in left]
    return Arrow(
        who=named(noun.from_) or unnamed,
        noun=noun.noun,
        details=", ".join(_widest(details)),
        whom=(named(noun.to) or unnamed) if noun.to else "",
        beside=f"{noun.by.strip(', ')} {named(noun.beside)}" if named(noun.beside) else "",
    )


def _widest(parts: Sequence[str]) -> list[str]:
    """Leave out what a longer part says too: *drones* beside *60 drones*."""
    said = list(dict.fromkeys(filter(None, parts)))
    return [one for one in said if not any(one != other and one in other for other in said)]


def _parts(claim: Claim, document: Document, reading: Reading, shown: Interface) -> Iterator[Part]:
    for role in sorted(claim.roles, key=lambda role: role.span):
        said = one_line(role.span.of(document.text))
        meant = (one_line(role.resolved or ""), in_words(role.value, shown) if role.value else "")
        yield Part(
            role=role.name,
            name=shown.words.role[role.name],
            said=said,
            meant=", ".join(dict.fromkeys(m for m in meant if m and m != said)),
            entity=address(reading, role),
            start=role.span.start,
            end=role.span.end,
        )
