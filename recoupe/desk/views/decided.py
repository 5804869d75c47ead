"""The log of decisions in words: who decided what about which claim, name or source, and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.desk.interface import Interface
from recoupe.model.claim import Claim
from recoupe.model.decision import (
    Accepted,
    Added,
    Decision,
    Edited,
    NotSame,
    Rated,
    Rejected,
    Retracted,
    Same,
    SourceRetracted,
    Undone,
    What,
    undone,
)
from recoupe.publish.words import moment


@dataclass(frozen=True, slots=True)
class Decided:
    """A line of the log. what: in words; document: the id of the one it is about, None of none.

    holds: False where it was undone.
    """

    number: int
    time: str
    author: str
    what: str
    document: str | None
    reason: str
    holds: bool


def decided(log: Sequence[Decision], shown: Interface) -> tuple[Decided, ...]:
    """Tell the log, the newest first."""
    gone = undone(log)
    return tuple(
        Decided(
            number=one.number,
            time=moment(one.made),
            author=one.author,
            what=_in_words(one.what, shown),
            document=next(_documents(one.what), None),
            reason=one.reason,
            holds=one.number not in gone,
        )
        for one in reversed(log)
    )


def _in_words(what: What, shown: Interface) -> str:
    match what:
        case Accepted(claim):
            return shown.translated("accepted a claim: {claim}", claim=_told(claim, shown))
        case Rejected(claim):
            return shown.translated("rejected a claim: {claim}", claim=_told(claim, shown))
        case Added(claim):
            return shown.translated("added a claim: {claim}", claim=_told(claim, shown))
        case Edited(claim, into):
            before, after = _told(claim, shown), _told(into, shown)
            return shown.translated(
                "changed a claim: {before} → {after}", before=before, after=after
            )
        case Same(one, other):
            return shown.translated("one bearer: {one}, {other}", one=one.name, other=other.name)
        case NotSame(one, other):
            return shown.translated("two bearers: {one}, {other}", one=one.name, other=other.name)
        case Retracted():
            return shown.translated("noted that the document was taken back")
        case SourceRetracted(source):
            return shown.translated("no longer relies on {source}", source=source)
        case Rated(source, letter):
            return shown.translated("rated {source}: {letter}", source=source, letter=letter)
        case Undone(number):
            return shown.translated("undid number {number}", number=str(number))


def _told(claim: Claim, shown: Interface) -> str:
    """Name a claim by its event and reading, never as what happened."""
    return f"{shown.words.event[claim.event].noun} {claim.factuality}"


def _documents(what: What) -> Iterator[str]:
    match what:
        case Accepted(claim) | Rejected(claim) | Added(claim) | Edited(claim, _):
            yield claim.document
        case Same(one, _) | NotSame(one, _):
            yield one.document
        case Retracted(document):
            yield document
