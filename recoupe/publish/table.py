"""Claims and findings for other programs: JSON lines, and a table with a row for each claim."""

import csv as _csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from recoupe.model.claim import CIRCUMSTANCES, PARTICIPANTS, Claim, Role, Source
from recoupe.model.document import Document
from recoupe.model.finding import ClaimRef, Disagreement, Finding, Origin
from recoupe.model.gold import claim_to_plain
from recoupe.model.reading import Reading
from recoupe.model.review import Review
from recoupe.model.value import Date

ROLES = tuple(
    dict.fromkeys(
        role for roles in (PARTICIPANTS, CIRCUMSTANCES) for e in roles for role in roles[e]
    )
)
"""Every role once, those that make an event first: a column each."""

COLUMNS = (
    *("finding", "status", "event", "factuality", "tense", "sources"),
    *ROLES,
    *("quote", "document_publisher", "document_published", "document", "claim", "review"),
)

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet run a cell instead of showing it."""

Documents = Mapping[str, Document]
Reviews = Mapping[ClaimRef, Review]
Plain = dict[str, Any]

NOBODY: Reviews = {}
"""Nobody has decided on any claim."""


def jsonl(
    findings: Iterable[Finding],
    readings: Iterable[Reading],
    documents: Documents,
    reviews: Reviews = NOBODY,
) -> Iterator[str]:
    """Give a JSON object a line: every claim, then every finding, in the fields of the gold files.

    A claim goes by its document's id and its index there, wherever the case lies, and says what
    people decided about it: one that people added is named as such.
    """
    for ref, claim in _claims(readings):
        plain = _claim(ref, claim, documents[ref.document])
        yield _line({"kind": "claim", **plain, "review": _review(reviews.get(ref))})
    for finding in findings:
        yield _line({"kind": "finding", **_finding(finding)})


def csv(
    findings: Sequence[Finding],
    readings: Iterable[Reading],
    documents: Documents,
    reviews: Reviews = NOBODY,
) -> Iterator[str]:
    """Give a header and a row for each claim; no cell of it is run as a formula."""
    found = {ref: finding for finding in findings for ref in finding.claims}
    # Lines end as RFC 4180 has it; with "\n" alone, csv would leave a "\r" in a cell unquoted.
    row = _csv.writer(_Lines(), lineterminator="\r\n").writerow
    yield row(COLUMNS)
    for ref, claim in _claims(readings):
        cells = _cells(ref, claim, documents[ref.document], found.get(ref))
        cells["review"] = _reviewed(reviews.get(ref))
        yield row([_harmless(cells.get(column, "")) for column in COLUMNS])


class _Lines:
    """A file that hands each row back, so that a table is never held whole."""

    def write(self, line: str) -> str:
        return line


def _claims(readings: Iterable[Reading]) -> Iterator[tuple[ClaimRef, Claim]]:
    for reading in readings:
        for index, claim in reading.standing():
            yield ClaimRef(reading.document, index), claim


def _line(plain: Plain) -> str:
    return json.dumps(plain, ensure_ascii=False) + "\n"


def _claim(ref: ClaimRef, claim: Claim, document: Document) -> Plain:
    return {
        "document": ref.document,
        "index": ref.index,
        "publisher": document.publisher,
        "published": document.published.edtf,
        "quote": claim.evidence[0].of(document.text),
        **claim_to_plain(claim, document.text),
    }


def _review(review: Review | None) -> Plain | None:
    if review is None:
        return None
    return {
        "stand": review.stand.value,
        "author": review.author,
        "made": review.made.isoformat(),
        "reason": review.last.reason,
    }


def _reviewed(review: Review | None) -> str:
    return f"{review.stand.value} by {review.author}, {review.made:%Y-%m-%d}" if review else ""


def _finding(finding: Finding) -> Plain:
    return {
        "id": finding.id,
        "claims": _refs(finding.claims),
        "event": finding.event.value,
        "status": finding.status.value,
        "independent_origins": finding.independent_origins,
        "origins": [_origin(origin) for origin in finding.origins],
        "disagreements": [_disagreement(one) for one in finding.disagreements],
        "linked": list(finding.linked),
    }


def _origin(origin: Origin) -> Plain:
    return {
        "name": origin.name,
        "independent": origin.independent,
        "reading": str(origin.reading),
        "claims": _refs(origin.claims),
    }


def _disagreement(one: Disagreement) -> Plain:
    sides = [
        {"claim": _ref(side.claim), "says": side.says, "quote": side.quote} for side in one.sides
    ]
    return {"on": one.on, "sides": sides}


def _refs(refs: Iterable[ClaimRef]) -> list[list[str | int]]:
    return [_ref(ref) for ref in refs]


def _ref(ref: ClaimRef) -> list[str | int]:
    return [ref.document, ref.index]


def _cells(
    ref: ClaimRef, claim: Claim, document: Document, finding: Finding | None
) -> dict[str, str]:
    roles = {
        name: "; ".join(_filler(role, document) for role in claim.fillers(name)) for name in ROLES
    }
    return {
        "finding": finding.id if finding else "",
        "status": finding.status.value if finding else "",
        "event": claim.event.value,
        "factuality": str(claim.factuality),
        "tense": claim.tense.value,
        "sources": " > ".join(_source(source, document) for source in claim.sources),
        **roles,
        "quote": claim.evidence[0].of(document.text),
        "document_publisher": document.publisher or "",
        "document_published": document.published.edtf or "",
        "document": ref.document,
        "claim": str(ref.index),
    }


def _source(source: Source, document: Document) -> str:
    return source.resolved or source.span.of(document.text)


def _filler(role: Role, document: Document) -> str:
    """Give the words of the text, or the name they stand for; of a date also what it means."""
    said = role.resolved or role.span.of(document.text)
    match role.value:
        case Date(edtf=day) if day != said:
            return f"{said} ({day})"
    return said


def _harmless(cell: str) -> str:
    """Let a cell that begins like a formula begin with an apostrophe; `CT+` stays as it is."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
