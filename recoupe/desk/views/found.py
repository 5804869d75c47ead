"""What a search found, with the words found marked."""

from collections.abc import Iterable
from dataclasses import dataclass

from recoupe.case.search import Hit
from recoupe.desk.views.marked import Mark, Piece, marked
from recoupe.model.span import Span


@dataclass(frozen=True, slots=True)
class Found:
    """A place where words were found. document: its id; index: of a claim, else None."""

    document: str
    index: int | None
    title: str
    snippet: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """What was found of one kind: claim, document or name. full: there may be more."""

    kind: str
    hits: tuple[Found, ...]
    full: bool


def kinds(hits: Iterable[Hit], most: int) -> tuple[Kind, ...]:
    """Part what was found by its kind, claims first; most: hits of a kind that are searched for."""
    by_kind: dict[str, list[Found]] = {"claim": [], "document": [], "name": []}
    for hit in hits:
        by_kind[hit.kind].append(_found(hit))
    return tuple(Kind(kind, tuple(own), len(own) >= most) for kind, own in by_kind.items() if own)


def _found(hit: Hit) -> Found:
    document, _, index = hit.item.partition(":")
    marks = [Mark(span, "found") for span in hit.marks]
    whole = Span(0, len(hit.snippet)) if hit.snippet else None
    return Found(
        document=document,
        index=int(index) if index else None,
        title=hit.title or "",
        snippet=marked(hit.snippet, whole, marks) if whole else (),
    )
