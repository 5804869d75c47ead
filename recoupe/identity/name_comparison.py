"""What a comparison of names says: a score, and which part matched which by which rule."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """Parts of the two names that were laid together; one side is empty where none was found.

    score: how alike they are, 0 to 1. rule: by what, in a few words.
    """

    a: str
    b: str
    score: float = 0.0
    rule: str = "nothing like it in the other"

    def __str__(self) -> str:
        if self.a and self.b:
            return f"{self.a} ~ {self.b}: {self.rule}"
        which = "first" if self.a else "second"
        return f"{self.a or self.b}, in the {which} name: {self.rule}"

    def turned(self) -> "Part":
        """Give the part of the names the other way round."""
        return Part(self.b, self.a, self.score, self.rule)


@dataclass(frozen=True, slots=True)
class Comparison:
    """score: 0 to 1. parts: the alignment that explains it."""

    score: float
    parts: tuple[Part, ...]

    def turned(self) -> "Comparison":
        """Give the comparison of the names the other way round."""
        return Comparison(self.score, tuple(part.turned() for part in self.parts))

    def ordered(self) -> "Comparison":
        """Give what matched first, then what stands alone in the first name, then in the second."""
        return Comparison(
            self.score,
            tuple(sorted(self.parts, key=lambda part: (not (part.a and part.b), not part.a))),
        )
