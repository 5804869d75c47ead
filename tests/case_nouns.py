"""Small documents, readings and findings for the tests of the case and the command line."""

import hashlib
from datetime import UTC, datetime

from recoupe.case.store import Store
from recoupe.case.weigh import weigh_again
from recoupe.model.claim import Claim, EventType, Reason, Role, Source, Tense
from recoupe.model.document import Custody, Document, Publication
from recoupe.model.entity import Entity
from recoupe.model.factuality import Factuality
from recoupe.model.finding import ClaimRef, Disagreement, Finding, Origin, Side, Status
from recoupe.model.reading import Reading
from recoupe.model.span import Span
from recoupe.model.value import Date, Quantity
from tests.weighing_nouns import Page

TEXT = "Selon la Gazette, Arvania aurait livré 60 drones à Belmark en mai 2024."
DENIAL = "Arvania nie avoir livré 80 drones à Belmark."


def document(text: str = TEXT, **said: object) -> Document:
    """Make a document whose original is its text in UTF-8."""
    original = hashlib.sha256(text.encode()).hexdigest()
    return Document(original=original, extractor="plain 1", text=text, language="fr", **said)  # type: ignore[arg-type]


def dated(text: str = TEXT) -> Document:
    """Make a document with every particular there is."""
    return document(
        text,
        title="Des drones",
        publisher="Le Courrier",
        authors=("A. Martin", "B. Petit"),
        published=Publication("2024-06-02", "text", "2 juin 2024"),
        boilerplate=(Span(0, 5),),
    )


def fill(into: Store, *pages: Page) -> None:
    """Put documents and their readings into a case, and make its findings."""
    for each in pages:
        into.add_document(line(each.document), each.document)
        into.save_reading(each.reading)
    weigh_again(into)


def line(of: Document, address: str = "a.txt") -> Custody:
    """Make the line of custody for a document."""
    return Custody(
        original=of.original,
        address=address,
        captured=datetime(2024, 6, 3, 8, 30, tzinfo=UTC),
        size=len(of.text.encode()),
        media_type="text/plain",
        extractor=of.extractor,
        headers=(("date", "today"), ("set-cookie", "a"), ("set-cookie", "b")),
    )


def span(words: str, text: str) -> Span:
    """Find the words in the text."""
    start = text.index(words)
    return Span(start, start + len(words))


def claim(of: Document, factuality: str = "PR+") -> Claim:
    """Make the claim of TEXT, with every part that a claim can have."""
    return Claim(
        document=of.id,
        event=EventType.TRANSFER,
        evidence=(Span(0, len(of.text)),),
        roles=(
            Role("supplier", span("Arvania", of.text), resolved="République d'Arvanie"),
            Role("quantity", span("60 drones", of.text), Quantity(60, "drones")),
            Role("recipient", span("Belmark", of.text)),
            Role("date", span("mai 2024", of.text), Date("2024-05")),
        ),
        factuality=Factuality.parse(factuality),
        tense=Tense.PAST,
        sources=(Source(span("la Gazette", of.text), resolved="Gazette de Lorme"),),
        reasons=(Reason("hearsay_conditional", span("aurait", of.text)),),
    )


def denial(of: Document) -> Claim:
    """Make the claim of DENIAL."""
    return Claim(
        document=of.id,
        event=EventType.TRANSFER,
        evidence=(Span(0, len(of.text)),),
        roles=(
            Role("supplier", span("Arvania", of.text)),
            Role("recipient", span("Belmark", of.text)),
        ),
        factuality=Factuality.parse("CT-"),
        tense=Tense.PAST,
        sources=(Source(span("Arvania", of.text)),),
        reasons=(Reason("denial", span("nie", of.text)),),
    )


def reading(of: Document, *claims: Claim, reader: str = "reader 1") -> Reading:
    """Make a reading with those claims and one entity."""
    entity = Entity("Arvania", "Country", (span("Arvania", of.text),))
    return Reading(of.id, of.language, of.published.edtf, of.publisher, claims, (entity,), reader)


def contested(yes: Document, no: Document) -> Finding:
    """Make the finding of a claim in one document that another denies."""
    first, second = ClaimRef(yes.id, 0), ClaimRef(no.id, 0)
    return Finding(
        event=EventType.TRANSFER,
        claims=(first, second),
        origins=(
            Origin("Gazette de Lorme", True, Factuality.parse("PR+"), (first,)),
            Origin("Arvania", True, Factuality.parse("CT-"), (second,)),
        ),
        status=Status.CONTESTED,
        disagreements=(
            Disagreement(
                "whether",
                (Side(first, "yes", "aurait livré"), Side(second, "no", "nie avoir livré")),
            ),
        ),
        linked=("0123456789abcdef",),
    )
