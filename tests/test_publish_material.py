"""The case that the tests of dossiers tell, in sentences of our own."""

from collections.abc import Sequence
from dataclasses import replace as changed
from datetime import UTC, datetime

from recoupe.model.claim import Claim, EventType, Role, Source, Tense
from recoupe.model.document import Document
from recoupe.model.doubt import Doubt
from recoupe.model.factuality import Factuality
from recoupe.model.finding import ClaimRef, Finding, Origin, Status
from recoupe.model.reading import Reading
from recoupe.model.span import Span
from recoupe.publish.material import Material
from tests.case_nouns import DENIAL, claim, contested, dated, denial, document, line, reading, span

MADE = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
SCRIPT = "<script>alert(1)</script> [a](https://b.example) *c*"
RADARS = f"Belmark bought 12 radars from Arvania, the Lorme ministry said. {SCRIPT}"
VISIT = "A delegation of Belmark reportedly visited Lorme in the spring of 2024."
DOUBTED = "It is hard to believe that Arvania paid Belmark, a trader said."


def told(
    of: Document, event: EventType, factuality: str, roles: dict[str, str], *sources: str
) -> Claim:
    """Make the claim of a whole text; roles and sources are found in it."""
    text = of.text
    return Claim(
        document=of.id,
        event=event,
        evidence=(Span(0, len(text)),),
        roles=tuple(Role(name, span(said, text)) for name, said in roles.items()),
        factuality=Factuality.parse(factuality),
        tense=Tense.PAST,
        sources=tuple(Source(span(said, text)) for said in sources),
    )


def alone(of: Claim, status: Status, name: str, independent: bool = True) -> Finding:
    """Make the finding of one claim, the first of its document."""
    ref = ClaimRef(of.document, 0)
    origin = Origin(name, independent, of.factuality, (ref,))
    return Finding(of.event, (ref,), (origin,), status)


def material() -> Material:
    """A case with a finding of each kind; the contested one is given last."""
    yes, no = dated(), document(DENIAL, publisher="The Belmark Post")
    radars = changed(document(RADARS, title=SCRIPT, publisher="Lorme Daily"), language="en")
    visit, doubted = (
        changed(document(text, publisher="The Belmark Post"), language="en")
        for text in (VISIT, DOUBTED)
    )
    bought = told(
        radars,
        EventType.ORDER,
        "CT+",
        {"recipient": "Belmark", "supplier": "Arvania", "quantity": "12 radars"},
        "Lorme ministry",
    )
    visited = told(visit, EventType.MEETING, "PR+", {"participant": "Belmark", "place": "Lorme"})
    paid = told(
        doubted, EventType.PAYMENT, "PR-", {"payer": "Arvania", "payee": "Belmark"}, "trader"
    )
    readings = (
        reading(yes, claim(yes)),
        reading(no, denial(no)),
        *(Reading(c.document, "en", None, None, (c,)) for c in (bought, visited, paid)),
    )
    documents = (yes, no, radars, visit, doubted)
    return Material(
        case="mech",
        made_at=MADE,
        findings=(
            alone(bought, Status.SINGLE_ORIGIN, "Lorme ministry"),
            alone(visited, Status.UNCONFIRMED, "The Belmark Post", independent=False),
            alone(paid, Status.DENIED, "trader"),
            contested(yes, no),
        ),
        readings=readings,
        documents={of.id: of for of in documents},
        custody=tuple(line(of, f"{place}.txt") for place, of in enumerate(documents)),
        doubts=(Doubt(yes.id, "figures", "Two figures.", (ClaimRef(yes.id, 0),), (Span(0, 5),)),),
    )


def reprinted(times: int) -> Material:
    """A case in which many outlets print what one source says, each in its own words."""
    documents = [
        changed(document(f"{place}: {RADARS}", publisher=f"Outlet {place}"), language="en")
        for place in range(times)
    ]
    roles = {"recipient": "Belmark"}
    claims = [told(of, EventType.ORDER, "CT+", roles, "Lorme ministry") for of in documents]
    refs = tuple(ClaimRef(of.id, 0) for of in documents)
    origin = Origin("Lorme ministry", True, Factuality.parse("CT+"), refs)
    return Material(
        case="radars",
        made_at=MADE,
        findings=(Finding(EventType.ORDER, refs, (origin,), Status.SINGLE_ORIGIN),),
        readings=tuple(Reading(c.document, "en", None, None, (c,)) for c in claims),
        documents={of.id: of for of in documents},
        custody=(),
    )


def with_readings(readings: Sequence[Factuality]) -> Material:
    """A case with one finding, an origin for each reading."""
    documents = [document(f"{place}: {DENIAL}") for place in range(len(readings))]
    refs = tuple(ClaimRef(of.id, 0) for of in documents)
    claims = [
        told(of, EventType.TRANSFER, str(reading), {"supplier": "Arvania"})
        for of, reading in zip(documents, readings, strict=True)
    ]
    origins = tuple(
        Origin(f"source {place}", True, reading, (ref,))
        for place, (ref, reading) in enumerate(zip(refs, readings, strict=True))
    )
    return Material(
        case="any",
        made_at=MADE,
        findings=(Finding(EventType.TRANSFER, refs, origins, Status.UNCONFIRMED),),
        readings=tuple(Reading(c.document, "fr", None, None, (c,)) for c in claims),
        documents={of.id: of for of in documents},
        custody=(),
    )


def test_claims_come_with_their_place_in_the_order_of_the_readings() -> None:
    case = material()

    refs = [ref for ref, _ in case.claims()]

    assert refs == [ClaimRef(read.document, 0) for read in case.readings]
