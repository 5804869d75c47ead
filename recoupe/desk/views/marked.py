"""A stretch of text cut where marks begin and end, so that overlapping marks can all be shown."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from recoupe.model.span import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that something is said of. kind: told, also, role, source, cue, name or doubt.

    claim: index of the claim whose they are, None for a name; word: the role, rule or type.
    """

    span: Span
    kind: str
    claim: int | None = None
    word: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words on which the same marks lie. begins: claims whose sentence starts here."""

    text: str
    marks: tuple[Mark, ...] = ()
    begins: tuple[int, ...] = ()

    def has(self, kind: str, claim: int | None = None) -> bool:
        """Say whether a mark of that kind lies on it, of that claim where one is given."""
        return any(m.kind == kind and claim in (None, m.claim) for m in self.marks)

    def word(self, kind: str, claim: int | None) -> str:
        """Give the word of such a mark, empty where there is none."""
        return next((m.word for m in self.marks if m.kind == kind and m.claim == claim), "")

    @property
    def told(self) -> tuple[int, ...]:
        """Give the claims whose sentence this is part of."""
        claims = (m.claim for m in self.marks if m.kind == "told" and m.claim is not None)
        return tuple(dict.fromkeys(claims))

    @property
    def claims(self) -> str:
        """Give what the words are for each claim, as a page's script reads it: `3:role:item`."""
        own = (m for m in self.marks if m.claim is not None)
        return " ".join(
            f"{m.claim}:{m.kind}:{m.word}" if m.kind == "role" else f"{m.claim}:{m.kind}"
            for m in own
        )


def marked(text: str, within: Span, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """Cut the stretch `within` of a text at every mark; marks outside are left aside."""
    own = [mark for mark in marks if mark.span.overlaps(within)]
    ends = (at for mark in own for at in (mark.span.start, mark.span.end))
    edges = sorted({within.start, within.end, *(at for at in ends if _inside(at, within))})
    on = _lying(own, edges)
    return tuple(
        Piece(text[start:end], on[start], tuple(_beginning(on[start], start)))
        for start, end in pairwise(edges)
    )


def _inside(at: int, within: Span) -> bool:
    return within.start < at < within.end


def _lying(marks: Sequence[Mark], edges: Sequence[int]) -> dict[int, tuple[Mark, ...]]:
    """Give the marks that lie on each piece, by where it starts; each mark visits its own only."""
    found: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        at = bisect_left(edges, mark.span.start)
        while at < len(edges) - 1 and edges[at] < mark.span.end:
            found[edges[at]].append(mark)
            at += 1
    return defaultdict(tuple, {start: tuple(own) for start, own in found.items()})


def _beginning(marks: Iterable[Mark], start: int) -> Iterable[int]:
    for mark in marks:
        if mark.kind == "told" and mark.claim is not None and mark.span.start == start:
            yield mark.claim
