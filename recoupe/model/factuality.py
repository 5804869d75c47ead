"""How sure a source is, and of which side: FactBank's scale (Saurí & Pustejovsky 2009)."""

from dataclasses import dataclass, replace
from enum import IntEnum


class Certainty(IntEnum):
    """How far a source commits itself: underspecified, possible, probable, certain."""

    U = 0
    PS = 1
    PR = 2
    CT = 3


@dataclass(frozen=True, slots=True)
class Factuality:
    """`PR+`, `CT-`, `U`: how sure a source is, and of which side.

    Every method returns a reading as sure as this one or less sure.
    None returns a surer one, so no order of rules can inflate a claim.

    >>> str(ASSERTED.at_most(Certainty.PR)), str(ASSERTED.denied()), str(ASSERTED.denied().denied())
    ('PR+', 'CT-', 'U')
    """

    certainty: Certainty
    affirmed: bool = True

    def at_most(self, ceiling: Certainty) -> "Factuality":
        """Lower the certainty to `ceiling` where it is above it."""
        if ceiling is Certainty.U:
            return UNCOMMITTED
        return replace(self, certainty=min(self.certainty, ceiling))

    def denied(self) -> "Factuality":
        """Turn `+` into `-`. *Did not deny* commits to nothing, so `-` becomes `U`."""
        if self == UNCOMMITTED or not self.affirmed:
            return UNCOMMITTED
        return replace(self, affirmed=False)

    def weaker(self, other: "Factuality") -> "Factuality":
        """Give the less certain of two readings; where they take opposite sides, `U`."""
        if UNCOMMITTED in (self, other) or self.affirmed != other.affirmed:
            return UNCOMMITTED
        return min(self, other, key=lambda reading: reading.certainty)

    def __str__(self) -> str:
        if self.certainty is Certainty.U:
            return "U"
        return f"{self.certainty.name}{'+' if self.affirmed else '-'}"

    @classmethod
    def parse(cls, text: str) -> "Factuality":
        """Read `PR+`, `CT-` or `U`; raise ValueError for anything else.

        >>> Factuality.parse("PS-")
        Factuality(certainty=<Certainty.PS: 1>, affirmed=False)
        """
        for reading in EVERY_READING:
            if str(reading) == text:
                return reading
        raise ValueError(f"{text!r} is no factuality: one of {', '.join(map(str, EVERY_READING))}")


UNCOMMITTED = Factuality(Certainty.U)
ASSERTED = Factuality(Certainty.CT)
EVERY_READING = (
    *(
        Factuality(c, side)
        for side in (True, False)
        for c in (Certainty.CT, Certainty.PR, Certainty.PS)
    ),
    UNCOMMITTED,
)
