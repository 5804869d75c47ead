"""What all claims about one real-world event add up to; never a bare fact."""

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum

from recoupe.model.claim import EventType
from recoupe.model.factuality import Factuality


class Status(StrEnum):
    """How the claims of one event stand to each other; docs/claim-model.md, Findings."""

    DENIED = "denied"
    CONTESTED = "contested"
    UNCONFIRMED = "unconfirmed"
    CORROBORATED = "corroborated"
    SINGLE_ORIGIN = "single-origin"


@dataclass(frozen=True, order=True, slots=True)
class ClaimRef:
    """A claim by its place: document id, and index in that document's claims."""

    document: str
    index: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Who speaks from its own knowledge, with its least certain reading of the event.

    independent: False where it cannot be traced or rests on another; never counted then.
    claims: those that go back to it.
    """

    name: str
    independent: bool
    reading: Factuality
    claims: tuple[ClaimRef, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a disagreement: the claim, what it says, and its quote cut from the text."""

    claim: ClaimRef
    says: str
    quote: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Where claims differ. on: whether certainty quantity value date place item participant."""

    on: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """The claims of one event, their origins, status and disagreements.

    linked: ids of findings that this one leads to or follows from (an order and its transfer).
    """

    event: EventType
    claims: tuple[ClaimRef, ...]
    origins: tuple[Origin, ...]
    status: Status
    disagreements: tuple[Disagreement, ...] = ()
    linked: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Name the finding by its claims: 16 hex digits, the same in any order."""
        claims = sorted((c.document, c.index) for c in self.claims)
        return hashlib.sha256(json.dumps([self.event, claims]).encode()).hexdigest()[:16]

    @property
    def independent_origins(self) -> int:
        """Count the origins that are independent and say yes or no."""
        return sum(o.independent and str(o.reading) != "U" for o in self.origins)
