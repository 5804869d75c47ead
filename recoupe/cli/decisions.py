"""Decisions and what they changed, in words for a terminal and as records."""

from collections.abc import Iterator, Mapping, Sequence

from recoupe.case.decisions import KINDS
from recoupe.cli.records import Record
from recoupe.cli.words import SHORT, finding_headline, name_of, one_line, whence
from recoupe.model.change import Change, Turn
from recoupe.model.claim import Claim
from recoupe.model.decision import (
    Accepted,
    Added,
    Decision,
    Edited,
    Named,
    NotSame,
    Rated,
    Rejected,
    Retracted,
    Same,
    SourceRetracted,
    Undone,
    What,
)
from recoupe.model.document import Document
from recoupe.model.finding import Finding, Origin
from recoupe.model.gold import claim_to_plain
from recoupe.model.review import Review

Documents = Mapping[str, Document]

TURNS = {Turn.CAME: "new finding", Turn.WENT: "finding gone", Turn.CHANGED: "finding changed"}


def decision_lines(
    decision: Decision, changes: Sequence[Change], documents: Documents, undone_by: int | None
) -> Iterator[str]:
    """Tell a decision: who decided what, why, and what it changed; details are indented."""
    held = f"  (undone by {undone_by})" if undone_by else ""
    when = f"{decision.made:%Y-%m-%d %H:%M} UTC"
    yield f"{decision.number}  {when}  {decision.author}  {what_in_words(decision.what)}{held}"
    yield from (f"  {line}" for line in _about(decision.what, documents))
    if decision.reason:
        yield f"  because {one_line(decision.reason)}"
    for change in changes:
        yield from (f"  {line}" for line in change_lines(change))


def what_in_words(what: What) -> str:
    """Say what was decided: *rejected transfer CT+*, never as what happened."""
    match what:
        case Accepted(claim) | Rejected(claim) | Added(claim):
            return f"{_kind(what)} {_claim(claim)}"
        case Edited(claim, into) if claim.factuality != into.factuality:
            return f"changed {_claim(claim)} to {into.factuality}"
        case Edited(claim, _):
            return f"edited {_claim(claim)}"
        case Same(one, other):
            return f"one bearer: {one.name}, {other.name}"
        case NotSame(one, other):
            return f"two bearers: {one.name}, {other.name}"
        case Retracted(document):
            return f"retracted document {document:.{SHORT}}"
        case SourceRetracted(source):
            return f"retracted source {source}"
        case Rated(source, letter):
            return f"rated {source} {letter}"
        case Undone(number):
            return f"undid decision {number}"


def change_lines(change: Change) -> Iterator[str]:
    """Say what became of a finding: which claims and origins it lost or gained, how it stands."""
    before, after = change.before, change.after
    if before is None or after is None:
        finding = before or after
        if finding is not None:
            yield f"{TURNS[change.turn]} {finding_headline(finding)}"
        return
    yield f"{TURNS[change.turn]} {finding_headline(after)}{_before(before, after)}"
    yield from _compared("origin", _origins(before), _origins(after))
    yield from _compared("claim", _claims(before), _claims(after))


def review_lines(review: Review) -> Iterator[str]:
    """Say how a claim stands with its reviewers: who decided what, when and why."""
    for decision in review.decisions:
        who = f"{decision.author}, {decision.made:%Y-%m-%d} (decision {decision.number})"
        reason = f": {one_line(decision.reason)}" if decision.reason else ""
        yield f"{_kind(decision.what)} by {who}{reason}"


def decision_record(
    decision: Decision, changes: Sequence[Change], documents: Documents, undone_by: int | None
) -> Record:
    """Give a decision with what it is about and what it changed."""
    return {
        "number": decision.number,
        "made": decision.made.isoformat(),
        "author": decision.author,
        "decision": _kind(decision.what),
        **_what_record(decision.what, documents),
        "reason": decision.reason,
        "undone_by": undone_by,
        "changes": [_change_record(change) for change in changes],
    }


def _claim(claim: Claim) -> str:
    return f"{claim.event.value} {claim.factuality}"


def _about(what: What, documents: Documents) -> Iterator[str]:
    match what:
        case Accepted(claim) | Rejected(claim) | Added(claim) | Edited(claim, _):
            document = documents[claim.document]
            yield f"“{one_line(claim.evidence[0].of(document.text))}”"
            yield f"{whence(document)}  [{document.id:.{SHORT}}]"
        case Retracted(document):
            yield whence(documents[document])


def _before(before: Finding, after: Finding) -> str:
    was = [before.id] if before.id != after.id else []
    was += [before.status.value] if before.status is not after.status else []
    return f", before {' '.join(was)}" if was else ""


def _compared(what: str, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """Say what is there no more and what is new."""
    gone = [one for one in before if one not in after]
    new = [one for one in after if one not in before]
    for word, some in (("without", gone), ("with", new)):
        if some:
            yield f"  {word} {what}{'s' if len(some) > 1 else ''} {', '.join(some)}"


def _origins(finding: Finding) -> list[str]:
    return [_origin(origin) for origin in finding.origins]


def _origin(origin: Origin) -> str:
    counted = "" if origin.independent else ", not independent"
    return f"{origin.name} ({origin.reading}{counted})"


def _claims(finding: Finding) -> list[str]:
    return [name_of(ref) for ref in finding.claims]


def _kind(what: What) -> str:
    return KINDS[type(what)]


def _what_record(what: What, documents: Documents) -> Record:
    match what:
        case Edited(claim, into):
            text = documents[claim.document].text
            told = {"claim": claim_to_plain(claim, text), "into": claim_to_plain(into, text)}
            return {"document": claim.document, **told}
        case Accepted(claim) | Rejected(claim) | Added(claim):
            plain = claim_to_plain(claim, documents[claim.document].text)
            return {"document": claim.document, "claim": plain}
        case Same(one, other) | NotSame(one, other):
            return {"one": _named(one), "other": _named(other)}
        case Retracted(document):
            return {"document": document}
        case SourceRetracted(source):
            return {"source": source}
        case Rated(source, letter):
            return {"source": source, "letter": letter}
        case Undone(number):
            return {"undid": number}


def _named(named: Named) -> Record:
    return {"document": named.document, "name": named.name, "type": named.type}


def _change_record(change: Change) -> Record:
    return {
        "turn": change.turn.value,
        "before": _finding_record(change.before),
        "after": _finding_record(change.after),
    }


def _finding_record(finding: Finding | None) -> Record | None:
    if finding is None:
        return None
    return {
        "id": finding.id,
        "event": finding.event.value,
        "status": finding.status.value,
        "independent_origins": finding.independent_origins,
        "origins": [
            {"name": o.name, "independent": o.independent, "reading": str(o.reading)}
            for o in finding.origins
        ],
        "claims": [[ref.document, ref.index] for ref in finding.claims],
    }
