"""A decision → a line of the log, and the readings that it concerns made again."""

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import Connection

from recoupe.case import decisions, documents, findings, raw, readings
from recoupe.case.review import is_there
from recoupe.errors import BadDecision, Unknown
from recoupe.model.claim import Claim
from recoupe.model.decision import (
    Accepted,
    Added,
    Decision,
    Edited,
    Named,
    NotSame,
    OfClaim,
    Rated,
    Rejected,
    Retracted,
    Same,
    SourceRetracted,
    Undone,
    What,
    named_in,
    standing,
    undone,
)
from recoupe.model.reading import Reading


def decide(
    connection: Connection, author: str, what: What, reason: str, made_at: datetime | None = None
) -> Decision:
    """Append the decision, and make again what it concerns. made_at: UTC, else now.

    Raises Unknown where it is about what the case does not have, BadDecision where it was made or
    undone before or lacks its reason, QuoteMoved where an added claim quotes what is not there.
    """
    log = decisions.every(connection)
    _check(connection, what, log)
    made = _decision(len(log) + 1, made_at or datetime.now(UTC), author, what, reason)
    if _repeats(made, log):
        raise BadDecision(f"{author} decided so before; `recoupe log` shows it")
    decisions.append(connection, made)
    _follow(connection, what, log)
    findings.keep_up(connection, made.number)
    return made


def _decision(number: int, made: datetime, author: str, what: What, reason: str) -> Decision:
    try:
        return Decision(number, made, author.strip(), what, reason.strip())
    except ValueError as error:
        raise BadDecision(f"{error}; nothing was decided") from error


def _check(connection: Connection, what: What, log: Iterable[Decision]) -> None:
    match what:
        case Accepted(claim) | Rejected(claim):
            _check_claim(_reading(connection, claim.document), claim)
        case Edited(claim, into):
            _check_claim(_reading(connection, claim.document), claim)
            _check_new(_reading(connection, into.document), into)
        case Added(claim):
            _check_missed(_reading(connection, claim.document), claim)
        case Same(one, other) | NotSame(one, other):
            _check_named(connection, one)
            _check_named(connection, other)
        case Retracted(document):
            documents.number_of(connection, document)
        case SourceRetracted(source) | Rated(source, _):
            if not source.strip():
                raise Unknown("a source has a name")
        case Undone(number):
            _check_undoing(number, tuple(log))


def _reading(connection: Connection, document: str) -> Reading:
    documents.number_of(connection, document)
    reading = readings.one(connection, documents.one(connection, document))
    if reading is None:
        raise Unknown(f"document {document:.12} has not been read: recoupe read CASE")
    return reading


def _check_claim(reading: Reading, claim: Claim) -> None:
    if claim not in reading.claims:
        raise Unknown(f"no such claim in document {reading.document:.12}; `recoupe claims` has all")


def _check_new(reading: Reading, claim: Claim) -> None:
    if any(claim == told for _, told in reading.standing()):
        raise BadDecision(f"document {reading.document:.12} has that very claim already")


def _check_missed(reading: Reading, claim: Claim) -> None:
    """Refuse to add what is told already: it would take that claim's place, surer or not."""
    for at, told in reading.standing():
        if is_there(claim, told) or is_there(told, claim):
            raise BadDecision(
                f"claim {reading.document:.12}:{at} tells that already: edit that one instead"
            )


def _check_named(connection: Connection, named: Named) -> None:
    names = {(e.name, e.type) for e in _reading(connection, named.document).entities}
    if (named.name, named.type) not in names:
        raise Unknown(f"document {named.document:.12} names no {named.type} {named.name!r}")


def _check_undoing(number: int, log: tuple[Decision, ...]) -> None:
    if not any(decision.number == number for decision in log):
        raise Unknown(f"no decision {number} in this case; `recoupe log` lists them")
    if number in undone(log):
        raise BadDecision(f"decision {number} is undone already; `recoupe log` shows by which")


def _repeats(made: Decision, log: tuple[Decision, ...]) -> bool:
    """Say whether the same person decided just so, and nobody decided otherwise since."""
    hold = standing(log)
    if isinstance(made.what, OfClaim):
        claims = [(d, d.what) for d in hold if isinstance(d.what, OfClaim)]
        about = [d for d, what in claims if made.what.claim in named_in(what)]
    else:
        about = [d for d in hold if _matter(d.what) == _matter(made.what)]
    last = about[-1] if about else None
    return last is not None and (last.what, last.author) == (made.what, made.author)


def _matter(what: What) -> object:
    match what:
        case Same(one, other) | NotSame(one, other):
            return frozenset((one, other))
        case Rated(source, _):
            return ("rated", source)
        case _:
            return what


def _follow(connection: Connection, what: What, log: Iterable[Decision]) -> None:
    """Make again the rows that the decision concerns."""
    match what:
        case Undone(number):
            earlier = next(decision for decision in log if decision.number == number)
            _follow(connection, earlier.what, log)
        case Accepted(claim) | Rejected(claim) | Added(claim) | Edited(claim, _):
            raw.make_again(connection, claim.document)
        case Retracted() | SourceRetracted() | Same() | NotSame():
            findings.outdate(connection)
        case Rated():
            pass
