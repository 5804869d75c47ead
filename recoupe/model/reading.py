"""All that was read in one document."""

from dataclasses import dataclass

from recoupe.model.claim import Claim
from recoupe.model.entity import Entity


@dataclass(frozen=True, slots=True)
class Reading:
    """The claims and entities of one document, in the order of its text.

    document: the document's id. language, published (EDTF) and publisher: as the document has them.
    reader: name and version of what read it, empty for a reading made by people.
    """

    document: str
    language: str | None
    published: str | None
    publisher: str | None
    claims: tuple[Claim, ...] = ()
    entities: tuple[Entity, ...] = ()
    reader: str = ""
