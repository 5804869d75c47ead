"""All that a case holds, read at once, and what to do next where it holds nothing yet."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from recoupe.case import folder, store
from recoupe.case.folder import Case
from recoupe.case.store import Store
from recoupe.model.claim import Claim
from recoupe.model.decision import Decision, Retracted, standing
from recoupe.model.document import Custody, Document
from recoupe.model.finding import ClaimRef, Finding
from recoupe.model.reading import Reading
from recoupe.model.review import Review


@dataclass(frozen=True, slots=True)
class Contents:
    """What a case holds. documents and readings: by the document's id, in the order of adding.

    decisions: the whole log. reviews: how claims stand with those who decided on them.
    retracted: by the id of a document that was taken back, the decision that says so.
    told: the claims that are in a finding: every one, but for those that were rejected and those
    that rest on what was retracted.
    current: whether the findings were made of the readings as they are now.
    """

    case: Case
    documents: Mapping[str, Document]
    readings: Mapping[str, Reading]
    findings: tuple[Finding, ...]
    custody: tuple[Custody, ...]
    decisions: tuple[Decision, ...]
    reviews: Mapping[ClaimRef, Review]
    retracted: Mapping[str, Decision]
    told: frozenset[ClaimRef]
    current: bool

    def claims(self) -> Iterator[tuple[ClaimRef, Claim]]:
        """Give every claim with its place, also those that people rejected."""
        for reading in self.readings.values():
            for index, claim in enumerate(reading.claims):
                yield ClaimRef(reading.document, index), claim

    def claim(self, ref: ClaimRef) -> tuple[Claim, Document]:
        """Give a claim by its place, and its document."""
        return self.readings[ref.document].claims[ref.index], self.documents[ref.document]

    def rejected(self, ref: ClaimRef) -> bool:
        """Say whether people rejected a claim."""
        return ref.index in self.readings[ref.document].rejected

    def relied_on(self) -> tuple[Reading, ...]:
        """Give the readings as the findings rest on them: what is in none is among the rejected."""
        if not self.current:
            return tuple(self.readings.values())
        return tuple(reading.resting(self.told) for reading in self.readings.values())


def contents(path: Path) -> Contents:
    """Read all that the case in that folder holds."""
    case = folder.open(path)
    with store.reading_from(case) as held:
        return contents_of(held)


def contents_of(held: Store) -> Contents:
    """Read all that an open case holds."""
    findings, decisions = held.findings(), held.decisions()
    return Contents(
        case=held.case,
        documents={document.id: document for document in held.documents()},
        readings={reading.document: reading for reading in held.readings()},
        findings=findings,
        custody=held.custody(),
        decisions=decisions,
        reviews=held.reviews(),
        retracted=_retracted(decisions),
        told=frozenset(ref for finding in findings for ref in finding.claims),
        current=held.findings_made_by() is not None,
    )


def _retracted(decisions: Iterable[Decision]) -> Mapping[str, Decision]:
    hold = standing(decisions)
    return {d.what.document: d for d in hold if isinstance(d.what, Retracted)}


def next_step(held: Contents) -> str | None:
    """Say what has to be done before the case can be looked at, None where nothing has."""
    case = held.case.folder
    if not held.documents:
        return f"no document in this case yet: recoupe add {case} FILE..."
    if not held.readings:
        return f"no document has been read yet: recoupe read {case}"
    if not held.current:
        return f"the findings are older than the last reading or decision: recoupe read {case}"
    return None
