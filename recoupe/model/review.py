"""How a claim stands with the people who reviewed it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from recoupe.model.decision import Added, Decision, Edited, Rejected


class Stand(StrEnum):
    """What people last decided about a claim."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    EDITED = "edited"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Review:
    """The decisions that hold for one claim, at least one, in the order in which they were made."""

    decisions: tuple[Decision, ...]

    def __post_init__(self) -> None:
        if not self.decisions:
            raise ValueError("a review has at least one decision")

    @property
    def stand(self) -> Stand:
        """Say what was decided last."""
        match self.last.what:
            case Rejected():
                return Stand.REJECTED
            case Edited():
                return Stand.EDITED
            case Added():
                return Stand.ADDED
            case _:
                return Stand.ACCEPTED

    @property
    def last(self) -> Decision:
        """Give the decision that counts."""
        return self.decisions[-1]

    @property
    def author(self) -> str:
        """Say who decided last."""
        return self.last.author

    @property
    def made(self) -> datetime:
        """Say when the last decision was made, in UTC."""
        return self.last.made
