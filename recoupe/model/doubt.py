"""What a careful reader should doubt, and the words that give the reason."""

from dataclasses import dataclass

from recoupe.model.finding import ClaimRef
from recoupe.model.span import Span


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something in one document that does not fit.

    document: its id; kind: one word for what is wrong; note: what is wrong, in a sentence.
    claims: those it touches; spans: the words of the document that show it.
    """

    document: str
    kind: str
    note: str
    claims: tuple[ClaimRef, ...] = ()
    spans: tuple[Span, ...] = ()
