"""What documents print from each other: texts and who prints them, passages and whose they are."""

from dataclasses import dataclass
from enum import StrEnum

from recoupe.weighing.passages import Passage


class Kind(StrEnum):
    """How a document prints a text: all, less of it, among other words, in another language."""

    WHOLE = "whole"
    CUT = "cut"
    MIXED = "mixed"
    TRANSLATED = "translated"


@dataclass(frozen=True, slots=True)
class Reprint:
    """A document that prints a text that another printed before.

    share: of its words, those that are of the text. passages: in the order of the document.
    """

    document: str
    kind: Kind
    share: float
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class PrintedText:
    """A text that several documents print.

    earliest: the first of them, as far as their dates tell. agencies: whom they credit, and who may
    have written it though no document of its own is here. reprints: in the order of their dates.
    """

    earliest: str
    agencies: tuple[str, ...]
    reprints: tuple[Reprint, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """Give all that print it, the earliest first."""
        return (self.earliest, *(reprint.document for reprint in self.reprints))


@dataclass(frozen=True, slots=True)
class Borrowing:
    """A document that takes passages from one whose text it does not print; share as above."""

    document: str
    source: str
    share: float
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Reprints:
    """What some documents have from each other, both in the order of dates."""

    texts: tuple[PrintedText, ...]
    borrowings: tuple[Borrowing, ...]
