"""All that a case holds, read at once, and what to do next where it holds nothing yet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from recoupe.case import folder, store
from recoupe.case.folder import Case
from recoupe.model.claim import Claim
from recoupe.model.document import Custody, Document
from recoupe.model.finding import ClaimRef, Finding
from recoupe.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Contents:
    """What a case holds. documents and readings: by the document's id, in the order of adding.

    current: whether the findings were made of the readings as they are now.
    """

    case: Case
    documents: Mapping[str, Document]
    readings: Mapping[str, Reading]
    findings: tuple[Finding, ...]
    custody: tuple[Custody, ...]
    current: bool

    def claims(self) -> Iterator[tuple[ClaimRef, Claim]]:
        """Give every claim with its place."""
        for reading in self.readings.values():
            for index, claim in enumerate(reading.claims):
                yield ClaimRef(reading.document, index), claim

    def claim(self, ref: ClaimRef) -> tuple[Claim, Document]:
        """Give a claim by its place, and its document."""
        return self.readings[ref.document].claims[ref.index], self.documents[ref.document]


def contents(path: Path) -> Contents:
    """Read all that the case in that folder holds."""
    case = folder.open(path)
    with store.reading_from(case) as held:
        return Contents(
            case=case,
            documents={document.id: document for document in held.documents()},
            readings={reading.document: reading for reading in held.readings()},
            findings=held.findings(),
            custody=held.custody(),
            current=held.findings_made_by() is not None,
        )


def next_step(held: Contents) -> str | None:
    """Say what has to be done before the case can be looked at, None where nothing has."""
    case = held.case.folder
    if not held.documents:
        return f"no document in this case yet: recoupe add {case} FILE..."
    if not held.readings:
        return f"no document has been read yet: recoupe read {case}"
    if not held.current:
        return f"documents were read since the findings were made: recoupe read {case}"
    return None
