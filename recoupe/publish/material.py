"""What a dossier is made of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from recoupe.model.claim import Claim
from recoupe.model.decision import Decision
from recoupe.model.document import Custody, Document
from recoupe.model.doubt import Doubt
from recoupe.model.finding import ClaimRef, Finding
from recoupe.model.reading import Reading
from recoupe.model.review import Review


@dataclass(frozen=True, slots=True)
class Material:
    """A case as it stands. case: its name; made_at: UTC, so that the same input gives the same.

    documents: by id, in the order of adding. decisions: the whole log; reviews: how claims stand
    with those who decided on them.
    """

    case: str
    made_at: datetime
    findings: tuple[Finding, ...]
    readings: tuple[Reading, ...]
    documents: Mapping[str, Document]
    custody: tuple[Custody, ...]
    doubts: tuple[Doubt, ...] = ()
    decisions: tuple[Decision, ...] = ()
    reviews: Mapping[ClaimRef, Review] = field(default_factory=dict)

    def claims(self) -> Iterator[tuple[ClaimRef, Claim]]:
        """Give every claim with its place, in the order of the readings, also rejected ones."""
        for reading in self.readings:
            for index, claim in enumerate(reading.claims):
                yield ClaimRef(reading.document, index), claim
