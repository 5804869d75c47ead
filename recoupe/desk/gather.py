"""What a few findings rest on, fetched for one page."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from recoupe.case.pages import Pages
from recoupe.model.claim import Claim
from recoupe.model.decision import Decision
from recoupe.model.document import Document
from recoupe.model.finding import ClaimRef, Finding
from recoupe.model.reading import Reading
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
    material = _material(pages, told, pages.readings(beside), documents, decisions, reviews)
    read = {reading.document for reading in material.readings}
    claims = pages.claims([ref for ref in refs if ref.document not in read])
    return _ledger(material, words, claims)


def laid_out(
    readings: Sequence[Reading], documents: Mapping[str, Document], pages: Pages, words: Words
) -> Ledger:
    """Give the claims of documents that were read already, to be told in the same way."""
    return _ledger(_material(pages, (), tuple(readings), documents, (), NOBODY), words, {})


def _material(
    pages: Pages,
    findings: tuple[Finding, ...],
    readings: tuple[Reading, ...],
    documents: Mapping[str, Document],
    decisions: Sequence[Decision],
    reviews: Mapping[ClaimRef, Review],
) -> Material:
    return Material(
        case=pages.case.name,
        made_at=datetime.now(UTC),
        findings=findings,
        readings=readings,
        documents=documents,
        custody=(),
        decisions=tuple(decisions),
        reviews=reviews,
    )


def _ledger(material: Material, words: Words, claims: Mapping[ClaimRef, Claim]) -> Ledger:
    places = {document: place for place, document in enumerate(material.documents, 1)}
    return Ledger(material, words, {**claims, **dict(material.claims())}, {}, Counter(), places)
