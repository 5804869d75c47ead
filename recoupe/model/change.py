"""What a decision did to the findings."""

from dataclasses import dataclass
from enum import StrEnum

from recoupe.model.finding import Finding


class Turn(StrEnum):
    """Whether a finding came, went, or stands otherwise than before."""

    CAME = "came"
    WENT = "went"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """A finding before and after; None before it came, and after it went.

    What its claims disagree on is left out. because: numbers of the decisions that led to it.
    """

    before: Finding | None
    after: Finding | None
    because: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("a change has a finding before or after it")

    @property
    def turn(self) -> Turn:
        """Say which of the three it is."""
        if self.before is None:
            return Turn.CAME
        return Turn.WENT if self.after is None else Turn.CHANGED


@dataclass(frozen=True, slots=True)
class Changes:
    """What became of the findings of a case. findings: how many there are now."""

    findings: int
    changes: tuple[Change, ...] = ()
