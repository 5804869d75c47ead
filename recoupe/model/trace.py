"""Where the claims of a finding come from, as a tree: origins first, documents at the ends."""

from dataclasses import dataclass
from enum import StrEnum

from recoupe.model.factuality import Factuality
from recoupe.model.finding import ClaimRef


class Node(StrEnum):
    """What stands at a place of the tree.

    origin: who speaks from his own knowledge. voice: the name under which the origin spoke. source:
    who passed it on. printing: the document that printed it first. document: where it was read.
    """

    ORIGIN = "origin"
    VOICE = "voice"
    SOURCE = "source"
    PRINTING = "printing"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Branch:
    """A place of the tree and what hangs on it.

    note: why an origin is not counted, or for whom it stands. document: the id, of a printing or a
    document. claims: with their readings, those read in a document.
    """

    node: Node
    name: str
    note: str = ""
    document: str | None = None
    reading: Factuality | None = None
    claims: tuple[tuple[ClaimRef, Factuality], ...] = ()
    branches: tuple["Branch", ...] = ()
