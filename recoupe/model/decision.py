"""What people decided about a case: only ever appended, and undone by a further decision."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from recoupe.model.claim import Claim
from recoupe.model.factuality import Certainty, Factuality

LETTERS = "ABCDEF"
"""How reliable a source has been, by the Admiralty code: A completely, E not, F not known."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The claim says what its source says."""

    claim: Claim


@dataclass(frozen=True, slots=True)
class Rejected:
    """The claim does not say what its source says; nothing rests on it any more."""

    claim: Claim


@dataclass(frozen=True, slots=True)
class Edited:
    """The claim is to be read so. claim: as it was; into: as it is to be, in the same document."""

    claim: Claim
    into: Claim

    def __post_init__(self) -> None:
        if self.claim.document != self.into.document:
            raise ValueError("a claim stays in the document that makes it")

    @property
    def surer(self) -> bool:
        """Say whether the claim is shown as more certain than before, or on the other side."""
        return is_surer(self.into.factuality, self.claim.factuality)


@dataclass(frozen=True, slots=True)
class Added:
    """A claim that the reader missed."""

    claim: Claim


@dataclass(frozen=True, order=True, slots=True)
class Named:
    """An entity of one document, by the name and type that its reading gives."""

    document: str
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Same:
    """Both have one bearer."""

    one: Named
    other: Named


@dataclass(frozen=True, slots=True)
class NotSame:
    """They have two bearers, however alike the names are."""

    one: Named
    other: Named


@dataclass(frozen=True, slots=True)
class Retracted:
    """Whoever published the document took it back; nothing rests on it any more."""

    document: str


@dataclass(frozen=True, slots=True)
class SourceRetracted:
    """What this source told, in whatever document, is not to be relied on any more."""

    source: str


@dataclass(frozen=True, slots=True)
class Rated:
    """How reliable a source has been. letter: one of `LETTERS`."""

    source: str
    letter: str

    def __post_init__(self) -> None:
        if self.letter not in tuple(LETTERS):
            raise ValueError(f"{self.letter!r} is no letter of the Admiralty code: A to F")


@dataclass(frozen=True, slots=True)
class Undone:
    """An earlier decision holds no longer. number: its line in the log."""

    number: int


OfClaim = Accepted | Rejected | Edited | Added
OfName = Same | NotSame
OfSource = Retracted | SourceRetracted | Rated
What = OfClaim | OfName | OfSource | Undone


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the log. number: from 1, in order. made: UTC. reason: empty where none is due.

    Certainty is lowered freely and raised only with a reason.
    """

    number: int
    made: datetime
    author: str
    what: What
    reason: str = ""

    def __post_init__(self) -> None:
        if not self.author.strip():
            raise ValueError("a decision has an author")
        if isinstance(self.what, Edited) and self.what.surer and not self.reason.strip():
            raise ValueError("a claim is made surer only with a reason")


def named_in(what: OfClaim) -> tuple[Claim, ...]:
    """Give the claims that a decision names, the one that is to be read last."""
    match what:
        case Edited(claim, into):
            return (claim, into)
        case Accepted(claim) | Rejected(claim) | Added(claim):
            return (claim,)


def is_surer(now: Factuality, before: Factuality) -> bool:
    """Say whether `now` shows a claim as more certain than `before`, or on the other side."""
    if now.certainty is Certainty.U:
        return False
    return now.certainty > before.certainty or now.affirmed != before.affirmed


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Give the decisions that hold, in their order: an undone one does not, nor does an undoing."""
    log = tuple(decisions)
    gone = undone(log)
    return tuple(d for d in log if d.number not in gone and not isinstance(d.what, Undone))


def undone(decisions: Iterable[Decision]) -> frozenset[int]:
    """Give the numbers of the decisions that hold no longer; an undoing may be among them."""
    return frozenset(undoing(decisions))


def undoing(decisions: Iterable[Decision]) -> Mapping[int, int]:
    """Give, by the number of each decision that holds no longer, the one that undid it."""
    by: dict[int, int] = {}
    for decision in reversed(tuple(decisions)):
        if isinstance(decision.what, Undone) and decision.number not in by:
            by[decision.what.number] = decision.number
    return by
