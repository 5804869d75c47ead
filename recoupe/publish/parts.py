"""The parts of a dossier, before any format. Notes are named by their number."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote. quotes: cut from the document's text; particulars: in the order of reading.

    claim: its place in the case, document id and index; document: the anchor of its document.
    """

    number: int
    claim: str
    document: str
    quotes: tuple[str, ...]
    title: str
    particulars: tuple[str, ...]
    address: str
    hash: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A way by which a claim came. chain: who passed it on, outermost first; quote: one line,
    empty where the same words were quoted before, or enough others.
    """

    chain: str
    quote: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What one origin says, with one certainty.

    side: *Claimed by*; who: the origin; reading: how certain, in words and letters;
    verb: what it does; names: who and what took part; tone: claimed, denied or open.
    """

    side: str
    who: str
    reading: str
    tone: str
    verb: str
    names: str
    tellings: tuple[Telling, ...]

    def quoted(self) -> tuple[Telling, ...]:
        """Give the tellings that are told with their quote."""
        return tuple(telling for telling in self.tellings if telling.quote)

    def also(self) -> tuple[Telling, ...]:
        """Give the others, whose quotes stand in the footnotes only."""
        return tuple(telling for telling in self.tellings if not telling.quote)


@dataclass(frozen=True, slots=True)
class Voice:
    """One side of a disagreement: who says what, the words, and where."""

    says: str
    quote: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What claims differ on, side by side."""

    on: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A way to another place in the dossier."""

    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class Item:
    """A finding as it is told. name: *Finding 3*; label: whose side, so that no heading is bare."""

    anchor: str
    id: str
    name: str
    label: str
    heading: str
    statements: tuple[Statement, ...]
    origins: tuple[str, ...]
    differences: tuple[Difference, ...]
    linked: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Warning:
    """Something to doubt: in which document, what, and the words or claims that show it."""

    document: Link
    note: str
    quotes: tuple[str, ...]
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """A line of the summary's table."""

    link: Link
    number: int
    meaning: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What came in, what stands, and what is contested."""

    came_in: tuple[str, ...]
    tallies: tuple[Tally, ...]
    contested: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The findings of one status."""

    anchor: str
    title: str
    lead: str
    findings: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A document of the case with its custody."""

    anchor: str
    name: str
    title: str
    lines: tuple[str, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """A case told: every sentence with its claimer, every claim with its quote.

    made_at: UTC; made: the same in a sentence.
    """

    language: str
    title: str
    made_at: datetime
    made: str
    summary: Summary
    sections: tuple[Section, ...]
    doubts: tuple[Warning, ...]
    sources: tuple[Listed, ...]
    notes: tuple[Note, ...] = field(default=())

    def items(self) -> Iterator[Item]:
        """Give every finding, in the order of the dossier."""
        for section in self.sections:
            yield from section.findings
