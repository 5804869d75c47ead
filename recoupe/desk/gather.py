"""What a few findings rest on, fetched for one page."""

from collections.abc import Iterable
from datetime import UTC, datetime

from recoupe.case.pages import Pages
from recoupe.model.finding import Finding
from recoupe.publish.ledger import Ledger
from recoupe.publish.material import Material
from recoupe.publish.words import Words


def gathered(
    findings: Iterable[Finding], pages: Pages, words: Words, beside: Iterable[str] = ()
) -> Ledger:
    """Give the claims and documents of these findings, to be told as a dossier tells them.

    beside: ids of further documents that the page shows.
    """
    told = tuple(findings)
    ids = {ref.document for finding in told for ref in finding.claims} | set(beside)
    documents, readings = pages.held(ids)
    material = Material(
        case=pages.case.name,
        made_at=datetime.now(UTC),
        findings=told,
        readings=readings,
        documents=documents,
        custody=(),
    )
    return Ledger.of(material, words)
