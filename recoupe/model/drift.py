"""How the telling of one event changed from document to document."""

from dataclasses import dataclass
from enum import StrEnum

from recoupe.model.factuality import Factuality
from recoupe.model.finding import ClaimRef


class Turn(StrEnum):
    """What a document does to the telling.

    first: tells it before all others. joined: one more voice. again: as that voice told it before.
    hardened: surer than it was told before, by the same voice or by one that rests on others.
    softened: less sure than before. denied: by one who told nothing before. took back: by one who
    told the other side before. left open: commits to nothing. undated: nobody knows when.
    """

    FIRST = "first"
    JOINED = "joined"
    AGAIN = "again"
    HARDENED = "hardened"
    SOFTENED = "softened"
    DENIED = "denied"
    TOOK_BACK = "took back"
    LEFT_OPEN = "left open"
    UNDATED = "undated"


CHANGES = frozenset((Turn.HARDENED, Turn.SOFTENED, Turn.TOOK_BACK))
"""Turns that a reader should look at."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one origin says in one document.

    claim: its least certain one there. published: EDTF, None where nobody knows. before: how it was
    told until then, where the turn is a change; since: the claim that told it so.
    """

    claim: ClaimRef
    published: str | None
    origin: str
    reading: Factuality
    turn: Turn
    before: Factuality | None = None
    since: ClaimRef | None = None
