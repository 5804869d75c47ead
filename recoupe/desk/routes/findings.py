"""`/findings`, the board, and `/findings/ID`"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Path, Query

from recoupe.case.entities import known_as
from recoupe.case.pages import Pages
from recoupe.case.stamps import Stamped
from recoupe.case.store import Store
from recoupe.case.wanted import Wanted
from recoupe.desk.chosen import Asked, kinds
from recoupe.desk.desk import Desk, Here, Shown
from recoupe.desk.gather import gathered
from recoupe.desk.interface import Interface
from recoupe.desk.pages import SIZE, Place, page
from recoupe.desk.views.called import Called, named_in
from recoupe.desk.views.line import FindingLine
from recoupe.desk.views.overview import STANDING, Tally, tallies
from recoupe.desk.views.paged import paged
from recoupe.desk.views.told import Told, told
from recoupe.desk.views.traced import Twig, traced
from recoupe.desk.who import Whose
from recoupe.model.document import Document
from recoupe.model.finding import Status
from recoupe.model.reading import Reading
from recoupe.publish.material import Material
from recoupe.weighing.tree import tree

routes = APIRouter()

IN_COLUMN = 8
"""Findings of a status that the board shows; a link leads to all."""


@dataclass(frozen=True, slots=True)
class Column:
    """The findings of one status on the board, the first of them."""

    tally: Tally
    findings: tuple[FindingLine, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Findings by status; of one status alone where it was asked for, then page by page."""

    wanted: Wanted
    events: tuple[tuple[str, str], ...]
    columns: tuple[Column, ...]
    place: Place
    current: bool


@dataclass(frozen=True, slots=True)
class FindingPage:
    """A finding with the trace of its claims.

    whole: whether it was traced through the whole case, or through its own documents only.
    agrees: whether the trace has the origins that were counted when the finding was made.
    entities: whom its claims name. place: of the claims that are shown, in all.
    """

    told: Told
    trace: tuple[Twig, ...]
    whole: bool
    agrees: bool
    entities: tuple[Called, ...]
    place: Place


WHOLE = 300
"""Documents of the largest case that a trace looks through whole while somebody waits."""


@page(routes, "/findings", "findings.html")
def findings(
    here: Here,
    shown: Shown,
    wanted: Asked,
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> Board:
    """Show the findings by status."""
    key = ("findings", wanted, page, shown.language)
    return here.kept.slow(key, lambda: _board(here, shown, wanted, page))


@page(routes, "/findings/{finding}", "finding.html")
def finding(
    here: Here,
    shown: Shown,
    finding: Annotated[str, Path(min_length=1)],
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> FindingPage:
    """Show a finding: who claims and who denies it, on what they differ, where it comes from."""
    whole, place = _whole(here, shown, finding), Place(page, False)
    told, trace, more = paged(whole.told, whole.trace, place.first, SIZE)
    return replace(whole, told=told, trace=trace, place=Place(page, more))


def _whole(here: Desk, shown: Interface, finding: str) -> FindingPage:
    """Give the page with all claims on it, or what it was as long as nothing changed."""
    with here.reading() as store:
        pages = Pages(store)
        stamped = pages.stamp(finding)
        linked = pages.linked(stamped.id)
        make = partial(_finding, here, shown, store, stamped.id, linked)
        if not pages.are_more_documents(WHOLE):
            return make()
        here.who.so_far(store)
        basis = (stamped, linked, pages.last_decision(), here.who.turn, shown.language)
        return here.same.noun(("finding", basis), make)


def _finding(
    here: Desk, shown: Interface, store: Store, id_: str, linked: Sequence[Stamped]
) -> FindingPage:
    pages = Pages(store)
    (found,) = pages.findings_by_id([id_])
    lines = here.lines.of(linked, pages, shown.words)
    log, decided = store.decisions(), pages.reviews(found.claims)
    own = sorted({ref.document for ref in found.claims})
    ledger = gathered([found], pages, shown.words, own, log, decided)
    whole = not pages.are_more_documents(WHOLE)
    readings, documents = _traceable(ledger.material, store, whole)
    whose = Whose(here.who.so_far(store), {r.document: r for r in ledger.material.readings})
    branches = tree(found, readings, documents)
    return FindingPage(
        told=told(found, tuple(lines.values()), ledger, shown),
        trace=traced(branches, ledger, shown),
        whole=whole,
        agrees=sorted(b.name for b in branches) == sorted(o.name for o in found.origins),
        entities=named_in(found, ledger, whose),
        place=Place(1, False),
    )


def _board(here: Desk, shown: Interface, wanted: Wanted, page: int) -> Board:
    statuses = (wanted.status,) if wanted.status else STANDING
    size = SIZE if wanted.status else IN_COLUMN
    first = (page - 1) * size
    with here.reading() as store:
        pages = Pages(store)
        counts = pages.count_findings(replace(wanted, status=None))
        found = {
            one: pages.stamps(first, size + 1, replace(wanted, status=one)) for one in statuses
        }
        told = [one for some in found.values() for one in some[:size]]
        lines = here.lines.of(told, pages, shown.words)
        current = store.findings_made_by() is not None
    columns = tuple(
        Column(tally, tuple(lines[one.id] for one in found[Status(tally.status)][:size]))
        for tally in tallies(counts, shown)
        if Status(tally.status) in statuses
    )
    return Board(
        wanted=wanted,
        events=kinds(shown),
        columns=columns,
        place=Place(page, any(len(some) > size for some in found.values())),
        current=current,
    )


def _traceable(
    own: Material, store: Store, whole: bool
) -> tuple[tuple[Reading, ...], Mapping[str, Document]]:
    """Give the documents through which the claims are traced. own: those of the finding."""
    documents = {d.id: d for d in store.documents()} if whole else own.documents
    readings = store.readings() if whole else own.readings
    texts = {id_: document.text for id_, document in documents.items()}
    return known_as(readings, texts, own.decisions), documents
