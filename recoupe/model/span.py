"""A quote that knows where it stands."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A stretch of a document's canonical text.

    start, end: Unicode code points; `end` is exclusive; 0 <= start < end.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"[{self.start}, {self.end}) is not a span: need 0 <= start < end")

    def of(self, text: str) -> str:
        """Cut the quote out of `text`; it is never retyped.

        >>> Span(0, 5).of("Paris nie avoir livré.")
        'Paris'
        """
        if self.end > len(text):
            raise ValueError(
                f"[{self.start}, {self.end}) runs past a text of {len(text)} characters"
            )
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share a character.

        >>> Span(0, 5).overlaps(Span(4, 9)), Span(0, 5).overlaps(Span(5, 9))
        (True, False)
        """
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Say whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end
