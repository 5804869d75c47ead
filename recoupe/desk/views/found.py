"""What a search found, with the words found marked; a claim's words never without who says them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from recoupe.case.search import Hit
from recoupe.case.voiced import Voiced
from recoupe.desk.interface import Interface
from recoupe.desk.views.card import tone
from recoupe.desk.views.marked import Mark, Piece, marked
from recoupe.identity.bearer import place_id
from recoupe.model.decision import Named
from recoupe.model.finding import ClaimRef
from recoupe.model.span import Span
from recoupe.publish.named import bearer
from recoupe.publish.words import one_line


@dataclass(frozen=True, slots=True)
class Said:
    """Who says the claim that was found: the snippet may have lost the words that hedge it."""

    side: str
    chain: tuple[str, ...]
    tone: str
    reading: str
    commitment: str


@dataclass(frozen=True, slots=True)
class Found:
    """A place where words were found. document: its id; index, said: of a claim, else None.

    entity: the id of a page of whom a name names, else empty.
    """

    document: str
    index: int | None
    title: str
    snippet: tuple[Piece, ...]
    said: Said | None
    entity: str


@dataclass(frozen=True, slots=True)
class Kind:
    """What was found of one kind: claim, document or name. full: there may be more."""

    kind: str
    hits: tuple[Found, ...]
    full: bool


def claims(hits: Iterable[Hit]) -> frozenset[ClaimRef]:
    """Give the claims among what was found."""
    return frozenset(ref for hit in hits for ref in _ref(hit))


def kinds(
    hits: Iterable[Hit], voices: Mapping[ClaimRef, Voiced], most: int, shown: Interface
) -> tuple[Kind, ...]:
    """Part what was found by its kind, claims first; most: hits of a kind that are searched for."""
    by_kind: dict[str, list[Found]] = {"claim": [], "document": [], "name": []}
    for hit in hits:
        by_kind[hit.kind].append(_found(hit, voices, shown))
    return tuple(Kind(kind, tuple(own), len(own) >= most) for kind, own in by_kind.items() if own)


def _ref(hit: Hit) -> Iterator[ClaimRef]:
    document, of_claim, index = hit.item.partition(":")
    if of_claim:
        yield ClaimRef(document, int(index))


def _found(hit: Hit, voices: Mapping[ClaimRef, Voiced], shown: Interface) -> Found:
    marks = [Mark(span, "found") for span in hit.marks]
    whole = Span(0, len(hit.snippet)) if hit.snippet else None
    ref = next(_ref(hit), None)
    voice = voices.get(ref) if ref else None
    document = hit.item.partition(":")[0]
    return Found(
        document=document,
        index=ref.index if ref else None,
        title=hit.title or "",
        snippet=marked(hit.snippet, whole, marks) if whole else (),
        said=said(voice, shown) if voice else None,
        entity=place_id(Named(document, hit.snippet, hit.type)) if hit.type else "",
    )


def said(voice: Voiced, shown: Interface) -> Said:
    """Tell who says a claim, and how surely."""
    commitment = shown.words.commitment(voice.factuality)
    publisher = one_line(voice.publisher or shown.words.say("own_voice"))
    names = (bearer(one_line(name), voice.language, shown.words)[1] for name in voice.sources)
    return Said(
        side=commitment.side,
        chain=tuple(dict.fromkeys((publisher, *names))),
        tone=tone(voice.factuality),
        reading=str(voice.factuality),
        commitment=commitment.name,
    )
