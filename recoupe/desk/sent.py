"""A claim's form as it comes in: checked, and turned into what it proposes."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

from recoupe.desk.proposed import Marked, Proposal
from recoupe.errors import BadDecision
from recoupe.model.claim import EventType, Tense
from recoupe.model.factuality import Factuality
from recoupe.model.span import Span

MOST = 500
"""Rows of one form: more than any sentence has words that could be marked."""

At = Annotated[str, StringConstraints(pattern=r"^\d{1,9}-\d{1,9}$")]
"""The place of words: *start-end*, in code points."""


class Sent(BaseModel, frozen=True):
    """What was filled in. role, at: side by side, what words are and where they stand.

    A role left empty leaves its words out. seen: the claim that the reviewer saw, empty for a new
    one; sentence: the place of the words that tell a new one.
    """

    event: EventType
    reading: Literal["CT+", "PR+", "PS+", "U", "PS-", "PR-", "CT-"]
    tense: Tense
    role: Annotated[list[str], Field(max_length=MOST)] = []
    at: Annotated[list[At], Field(max_length=MOST)] = []
    seen: str = ""
    sentence: At | None = None
    reason: Annotated[str, Field(max_length=2_000)] = ""
    queue: bool = False

    def marked(self) -> tuple[Marked, ...]:
        """Give the rows, also those whose words are left out."""
        if len(self.role) != len(self.at):
            raise BadDecision("the form came in part: open the page again")
        rows = zip(self.role, self.at, strict=True)
        return tuple(Marked(name, span_at(at)) for name, at in rows)

    def proposal(self) -> Proposal:
        """Say what the claim is to be."""
        marked = tuple(one for one in self.marked() if one.name)
        return Proposal(self.event, Factuality.parse(self.reading), self.tense, marked)


def span_at(at: str) -> Span:
    """Read *start-end*; raises BadDecision where it marks nothing."""
    start, _, end = at.partition("-")
    try:
        return Span(int(start), int(end))
    except ValueError as error:
        raise BadDecision(f"characters {start} to {end} are no words: mark again") from error
