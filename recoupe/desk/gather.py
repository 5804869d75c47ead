"""What a few findings rest on, fetched for one page."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from recoupe.case.pages import Pages
from recoupe.model.decision import Decision
from recoupe.model.finding import ClaimRef, Finding
from recoupe.model.review import Review
from recoupe.publish.ledger import Ledger
from recoupe.publish.material import Material
from recoupe.publish.words import Words

NOBODY: Mapping[ClaimRef, Review] = {}
"""Nobody decided on a claim, or it is not to be told who did."""


def gathered(
    findings: Iterable[Finding],
    pages: Pages,
    words: Words,
    beside: Sequence[str] = (),
    decisions: Sequence[Decision] = (),
    reviews: Mapping[ClaimRef, Review] = NOBODY,
) -> Ledger:
    """Give the claims and documents of these findings, to be told as a dossier tells them.

    beside: ids of documents of which the whole reading is wanted; decisions: the log, where it is
    to be told which sources were rated; reviews: where it is to be told who decided on a claim.
    """
    told = tuple(findings)
    refs = {ref for finding in told for ref in finding.claims}
    documents = pages.texts({ref.document for ref in refs} | set(beside))
    material = Material(
        case=pages.case.name,
        made_at=datetime.now(UTC),
        findings=told,
        readings=pages.readings(beside),
        documents=documents,
        custody=(),
        decisions=tuple(decisions),
        reviews=reviews,
    )
    claims = {**pages.claims(refs), **dict(material.claims())}
    places = {document: place for place, document in enumerate(documents, 1)}
    return Ledger(material, words, claims, {}, Counter(), places)
