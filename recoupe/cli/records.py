"""Nouns as records for `--json`: the words of the claim model, one record a line."""

from collections.abc import Iterable, Mapping
from typing import Any

from recoupe.model.claim import Claim
from recoupe.model.document import Custody, Document
from recoupe.model.drift import Step
from recoupe.model.finding import ClaimRef, Finding, Origin
from recoupe.model.gold import claim_to_plain
from recoupe.model.review import Review
from recoupe.model.trace import Branch

Record = dict[str, Any]


def claim_record(
    claim: Claim, index: int, document: Document, review: Review | None = None
) -> Record:
    """Give a claim with its document's particulars, and how it stands with its reviewers."""
    return {
        "document": document.id,
        "index": index,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published.edtf,
        "language": document.language,
        **claim_to_plain(claim, document.text),
        "review": review and review_record(review),
    }


def review_record(review: Review) -> Record:
    """Give what people decided about a claim; the last decision counts."""
    return {
        "stand": review.stand.value,
        "author": review.author,
        "made": review.made.isoformat(),
        "reason": review.last.reason,
        "decisions": [decision.number for decision in review.decisions],
    }


def document_record(document: Document, custody: Iterable[Custody]) -> Record:
    """Give a document's particulars, with every line of its custody; not its text."""
    return {
        "document": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "authors": list(document.authors),
        "published": document.published.edtf,
        "published_evidence": document.published.evidence,
        "published_words": document.published.words,
        "language": document.language,
        "original": document.original,
        "extractor": document.extractor,
        "custody": [
            {
                "address": line.address,
                "captured": line.captured.isoformat(),
                "size": line.size,
                "media_type": line.media_type,
                "author": line.author,
                "headers": [list(header) for header in line.headers],
            }
            for line in custody
            if (line.original, line.extractor) == (document.original, document.extractor)
        ],
    }


def finding_record(finding: Finding, codes: Mapping[Origin, str] | None = None) -> Record:
    """Give a finding as the gold findings have it, with its id and the reading of each origin.

    codes: of the Admiralty, for the origins that have one.
    """
    return {
        "id": finding.id,
        "claims": [_ref(ref) for ref in finding.claims],
        "event": finding.event.value,
        "status": finding.status.value,
        "independent_origins": finding.independent_origins,
        "origins": [
            {
                "name": origin.name,
                "independent": origin.independent,
                "reading": str(origin.reading),
                "admiralty": (codes or {}).get(origin),
                "claims": [_ref(ref) for ref in origin.claims],
            }
            for origin in finding.origins
        ],
        "disagreements": disagreements(finding),
        "linked": list(finding.linked),
    }


def step_record(step: Step) -> Record:
    """Give a step of the telling, with what it changes."""
    return {
        "published": step.published,
        "turn": step.turn.value,
        "origin": step.origin,
        "reading": str(step.reading),
        "before": str(step.before) if step.before else None,
        "claim": _ref(step.claim),
        "since": _ref(step.since) if step.since else None,
    }


def branch_record(branch: Branch) -> Record:
    """Give a place of a trace, with all that hangs on it."""
    return {
        "is": branch.node.value,
        "name": branch.name,
        "note": branch.note,
        "document": branch.document,
        "reading": str(branch.reading) if branch.reading else None,
        "claims": [{"claim": _ref(ref), "reading": str(said)} for ref, said in branch.claims],
        "branches": [branch_record(one) for one in branch.branches],
    }


def gold_finding(finding: Finding, names: Mapping[str, str]) -> Record:
    """Give a finding in the format of the gold findings; names: document id → its name there."""
    return {
        "claims": [_ref(ref, names) for ref in finding.claims],
        "event": finding.event.value,
        "status": finding.status.value,
        "independent_origins": finding.independent_origins,
        "origins": [origin.name for origin in finding.origins],
        "disagreements": disagreements(finding, names),
    }


def disagreements(finding: Finding, names: Mapping[str, str] | None = None) -> list[Record]:
    """Give what the claims differ on, with each side's quote."""
    return [
        {
            "on": disagreement.on,
            "sides": [
                {"claim": _ref(side.claim, names), "says": side.says, "quote": side.quote}
                for side in disagreement.sides
            ],
        }
        for disagreement in finding.disagreements
    ]


def _ref(ref: ClaimRef, names: Mapping[str, str] | None = None) -> list[str | int]:
    return [(names or {}).get(ref.document, ref.document), ref.index]
