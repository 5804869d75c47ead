"""All that was read in one document."""

from collections.abc import Container
from dataclasses import dataclass, replace

from recoupe.model.claim import Claim
from recoupe.model.entity import Entity
from recoupe.model.finding import ClaimRef


@dataclass(frozen=True, slots=True)
class Reading:
    """The claims and entities of one document, in the order of its text.

    document: the document's id. language, published (EDTF) and publisher: as the document has them.
    reader: name and version of what read it, empty for a reading made by people.
    rejected: the places of claims that people rejected: they stay to be seen, and nothing rests
    on them.
    """

    document: str
    language: str | None
    published: str | None
    publisher: str | None
    claims: tuple[Claim, ...] = ()
    entities: tuple[Entity, ...] = ()
    reader: str = ""
    rejected: frozenset[int] = frozenset()

    def standing(self) -> tuple[tuple[int, Claim], ...]:
        """Give the claims that nobody rejected, each with its place among all."""
        return tuple((at, c) for at, c in enumerate(self.claims) if at not in self.rejected)

    def resting(self, told: Container[ClaimRef]) -> "Reading":
        """Give the reading with the claims that are in no finding among the rejected.

        told: the claims that are in one.
        """
        places = range(len(self.claims))
        untold = {at for at in places if ClaimRef(self.document, at) not in told}
        return replace(self, rejected=self.rejected | untold)
