"""A finding told: claimed by … denied by …, side by side, each with the way to its quote."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from recoupe.desk.interface import Interface
from recoupe.desk.views.line import FindingLine, line
from recoupe.model.drift import CHANGES, Step, Turn
from recoupe.model.finding import ClaimRef, Finding
from recoupe.publish.item import Name, item
from recoupe.publish.ledger import Ledger
from recoupe.publish.parts import Difference, Statement
from recoupe.publish.reviewed import reviewed
from recoupe.publish.words import one_line
from recoupe.weighing.drift import drift

TONES = ("claimed", "denied", "open")
"""The sides of a finding, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Cited:
    """Where a quote stands. number: as statements and differences name it.

    decided: what people decided about its claim, such as *added in review by Ada*.
    """

    number: int
    document: str
    index: int
    title: str
    publisher: str
    published: str
    language: str | None
    decided: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A step of the telling. turn: its key; says: the same in the language; changed: look here."""

    day: str
    who: str
    publisher: str
    turn: str
    says: str
    changed: bool
    before: str
    reading: str
    commitment: str
    quote: str
    language: str | None
    document: str
    index: int


@dataclass(frozen=True, slots=True)
class Side:
    """All that is said on one side. tone: claimed, denied or open."""

    tone: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A finding as its page shows it. cited: by the numbers in statements and differences."""

    line: FindingLine
    means: str
    origins: tuple[str, ...]
    sides: tuple[Side, ...]
    differences: tuple[Difference, ...]
    linked: tuple[FindingLine, ...]
    cited: dict[int, Cited]
    moments: tuple[Moment, ...]


def told(
    finding: Finding, linked: tuple[FindingLine, ...], ledger: Ledger, shown: Interface
) -> Told:
    """Tell a finding; linked: those that lead to it or follow from it."""
    own = line(finding, ledger)
    named = {finding.id: Name(finding.id, own.id, own.label, own.heading)}
    told_ = item(finding, ledger, named)
    moments = tuple(_moments(finding, ledger, shown))
    return Told(
        line=own,
        means=shown.words.status[finding.status].lead,
        origins=told_.origins,
        sides=tuple(_sides(told_.statements)),
        differences=told_.differences[: len(finding.disagreements)],
        linked=linked,
        cited={number: _cited(ref, number, ledger, shown) for ref, number in _numbers(ledger)},
        moments=moments if len(moments) > 1 else (),
    )


def _sides(statements: Iterable[Statement]) -> Iterator[Side]:
    said = tuple(statements)
    for tone in TONES:
        if own := tuple(one for one in said if one.tone == tone):
            yield Side(tone, own)


def _numbers(ledger: Ledger) -> Iterable[tuple[ClaimRef, int]]:
    return ledger.numbers.items()


def _cited(ref: ClaimRef, number: int, ledger: Ledger, shown: Interface) -> Cited:
    document, words = ledger.document(ref), shown.words
    date = document.published.edtf
    return Cited(
        number=number,
        document=ref.document,
        index=ref.index,
        title=ledger.title(document),
        publisher=one_line(document.publisher or words.say("no_publisher")),
        published=words.day(date) if date else words.say("no_date"),
        language=document.language,
        decided=tuple(reviewed(ref, ledger.material, words)),
    )


def _moments(finding: Finding, ledger: Ledger, shown: Interface) -> Iterator[Moment]:
    """Give what each origin said in each document, in the order of their dates."""
    readings = {ref: ledger.claims[ref].factuality for ref in finding.claims}
    published = {ref.document: ledger.document(ref).published.edtf for ref in finding.claims}
    for step in drift(finding, readings, published):
        yield _moment(step, ledger, shown)


def _moment(step: Step, ledger: Ledger, shown: Interface) -> Moment:
    words, document = shown.words, ledger.document(step.claim)
    return Moment(
        day=words.day(step.published) if step.published else words.say("no_date"),
        who=ledger.who(step.claim),
        publisher=ledger.chain(step.claim)[0],
        turn=step.turn.name.lower(),
        says=_turn(step.turn, shown),
        changed=step.turn in CHANGES,
        before=str(step.before) if step.before else "",
        reading=str(step.reading),
        commitment=words.commitment(step.reading).name,
        quote=one_line(ledger.quote(step.claim)),
        language=document.language,
        document=step.claim.document,
        index=step.claim.index,
    )


def _turn(turn: Turn, shown: Interface) -> str:
    if turn in CHANGES:
        return shown.words.say(turn.name.lower())
    return {
        Turn.FIRST: shown.translated("among the first to tell it"),
        Turn.JOINED: shown.translated("one more voice"),
        Turn.AGAIN: shown.translated("as it told it before"),
        Turn.DENIED: shown.translated("denies what was told before"),
        Turn.LEFT_OPEN: shown.translated("takes no side"),
        Turn.UNDATED: shown.translated("nobody knows when"),
    }[turn]
