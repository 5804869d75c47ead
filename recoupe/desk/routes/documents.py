"""`/documents` and `/documents/ID`, the reading room"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Path, Query

from recoupe.case.pages import Pages, Shelved, Which
from recoupe.case.stamps import Stamped
from recoupe.desk.desk import Here, Shown
from recoupe.desk.gather import gathered
from recoupe.desk.interface import Interface
from recoupe.desk.pages import SIZE, Place, page
from recoupe.desk.views.card import Beside
from recoupe.desk.views.room import Room, about, cards, chips, part_of, told_in
from recoupe.desk.views.stretch import stretches
from recoupe.errors import Unknown
from recoupe.model.document import Document
from recoupe.model.doubt import Doubt
from recoupe.model.reading import Reading

routes = APIRouter()

Number = Annotated[int, Query(ge=1, le=1_000_000)]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Documents of a case, a page of them. total: of all that were asked for."""

    documents: tuple[Shelved, ...]
    total: int
    newest: bool
    which: Which
    place: Place


@page(routes, "/documents", "documents.html")
def documents(
    here: Here, page: Number = 1, newest: bool = False, which: Which = Which.ALL
) -> Shelf:
    """List the documents of the case."""
    with here.pages() as pages:
        found = pages.documents((page - 1) * SIZE, SIZE + 1, newest, which)
        total = pages.count_documents(which)
    return Shelf(found[:SIZE], total, newest, which, Place(page, len(found) > SIZE))


@page(routes, "/documents/{document}", "room.html")
def document(
    here: Here,
    shown: Shown,
    document: Annotated[str, Path(min_length=1)],
    claim: Annotated[int | None, Query(ge=0)] = None,
    part: Number = 1,
    queue: bool = False,
) -> Room:
    """Show a document with its claims and names marked in place; claim: the one looked at.

    queue: whether the reviewer goes through the claims that wait.
    """
    with here.reading() as store:
        pages = Pages(store)
        found = store.document(document)
        resting = pages.stamps_in(found.id)
        lines = here.lines.of(_each(resting), pages, shown.words)
        ledger = gathered((), pages, shown.words, beside=(found.id,))
        custody = pages.custody_of(found)
        before, after = pages.neighbours(found.id)
        decided, doubts = pages.reviews_in(found.id), pages.doubts_in(found.id)
        counted = pages.progress() if queue else None
    reading = next((r for r in ledger.material.readings if r.document == found.id), None)
    held = reading or Reading(found.id, None, None, None)
    if claim is not None:
        part = _part(claim, held, found)
    signs = tuple(chips(found, held, shown))
    findings = {at: [lines[one.id] for one in some] for at, some in resting.items()}
    beside = Beside(held, _by_claim(doubts or (), shown), findings, decided)
    return Room(
        about=about(found, custody, shown),
        read=reading is not None,
        paragraphs=told_in(found, reading, part),
        cards=tuple(cards(held, [c.index for c in signs if c.part == part], ledger, beside, shown)),
        chips=signs,
        part=part,
        parts=len(stretches(found.text)),
        chosen=claim,
        doubts=tuple(_note(doubt, shown) for doubt in doubts or () if not doubt.claims),
        checked=reading is None or doubts is not None,
        before=before,
        after=after,
        author=here.author_or_none(),
        progress=counted,
    )


def _part(index: int, reading: Reading, document: Document) -> int:
    if index >= len(reading.claims):
        raise Unknown(f"this document has no claim {index}; it may have been read again since")
    return part_of(reading.claims[index], document)


def _by_claim(doubts: Sequence[Doubt], shown: Interface) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for doubt in doubts:
        for ref in doubt.claims:
            found[ref.index].append(_note(doubt, shown))
    return found


def _note(doubt: Doubt, shown: Interface) -> str:
    return shown.words.doubt.get(doubt.kind, doubt.note)


def _each(resting: Mapping[int, Iterable[Stamped]]) -> tuple[Stamped, ...]:
    """Give the findings that rest on any claim, each once."""
    return tuple(dict.fromkeys(one for some in resting.values() for one in some))
