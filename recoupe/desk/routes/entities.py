"""`/entities`, whom the documents name, and `/entities/ID`, one of them"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query

from recoupe.case.pages import Pages
from recoupe.case.portrait import Portrait, portrait, timeline
from recoupe.case.store import Store
from recoupe.desk.desk import Desk, Here, Shown
from recoupe.desk.gather import laid_out
from recoupe.desk.interface import Interface
from recoupe.desk.moved import Moved
from recoupe.desk.names import of_names
from recoupe.desk.pages import SIZE, NotChosen, Place, page
from recoupe.desk.views import entity as views
from recoupe.desk.views.listed import Entry, entries
from recoupe.desk.views.ruled import Candidate, Out, Ruled, candidates, outs, ruled
from recoupe.desk.who import Known, asked
from recoupe.identity.actors import plain
from recoupe.identity.bearer import Bearer
from recoupe.identity.bearer_asked import query
from recoupe.identity.names import THRESHOLD
from recoupe.identity.standing import Period
from recoupe.model.entity import ENTITY_TYPES
from recoupe.model.reading import Reading

routes = APIRouter()

CANDIDATES = 10
"""Entities of a name asked for that are laid beside one."""

WHOLE = 50
"""Documents of one entity that its page looks through while somebody waits: a fifth of a second of
work."""

AsOf = Annotated[date | None, NotChosen]


@dataclass(frozen=True, slots=True)
class Named:
    """An entity in the list. others: its further names; documents: how many name it."""

    id: str
    name: str
    others: tuple[str, ...]
    type: str
    documents: int


@dataclass(frozen=True, slots=True)
class Entities:
    """Whom the documents name, each once. types: with how many of each; name: asked for.

    proposals: how many pairs wait for somebody to say whether they are one.
    """

    entities: tuple[Named, ...]
    types: tuple[tuple[str, int], ...]
    type: str | None
    name: str
    proposals: int
    place: Place


@dataclass(frozen=True, slots=True)
class EntityPage:
    """All that the case has of an entity.

    documents: how many name it; looked: how many of them this page rests on. entries: of the
    case's lists that may mean it as of that day, None where it has no list or it is nobody whom
    lists have. claims: a page of them; more_findings: whether there are others than these.
    """

    id: str
    name: str
    type: str
    names: tuple[str, ...]
    documents: int
    looked: int
    written: tuple[views.Written, ...]
    as_of: str
    entries: tuple[Entry, ...] | None
    findings: tuple[views.Dated, ...]
    more_findings: bool
    claims: tuple[views.Said, ...]
    all_claims: int
    place: Place
    beside: tuple[views.Beside, ...]
    joined: tuple[views.Joined, ...]
    may_be: tuple[views.MayBe, ...]
    ruled: tuple[Ruled, ...]
    outs: tuple[Out, ...]
    settled: bool
    other: str
    candidates: tuple[Candidate, ...]
    author: str | None


@page(routes, "/entities", "entities.html")
def entities(
    here: Here,
    type: Literal[ENTITY_TYPES] | None = None,  # type: ignore[valid-type]
    name: Annotated[str, Query(max_length=100)] = "",
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> Entities:
    """List whom and what the documents name; type, name: only those, name in any script."""
    with here.reading() as store:
        known = here.who.known(store)
    found = asked(name.strip(), known) if name.strip() else known.found.every
    wanted = found if type is None else [one for one in found if one.type == type]
    first = (page - 1) * SIZE
    return Entities(
        entities=tuple(_named(one, known) for one in wanted[first : first + SIZE]),
        types=known.types,
        type=type,
        name=name.strip(),
        proposals=len(known.found.proposals),
        place=Place(page, len(wanted) > first + SIZE),
    )


@page(routes, "/entities/{entity}", "entity.html")
def entity(
    here: Here,
    shown: Shown,
    entity: Annotated[str, Path(min_length=1, max_length=64)],
    as_of: AsOf = None,
    other: Annotated[str, Query(max_length=100)] = "",
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> EntityPage:
    """Show all that the case has of an entity. as_of: how the lists stood then; else today.

    other: a name of whom it may be the same as.
    """
    day = (as_of or date.today()).isoformat()
    with here.reading() as store:
        known = here.who.known(store)
        bearer = known.bearer(entity)
    if bearer.id != entity:
        raise Moved(f"/entities/{bearer.id}")
    asked_for = (bearer, day, other.strip(), page)
    key = ("entity", bearer.id, *asked_for[1:], shown.language)
    found = here.kept.slow(key, partial(_page, here, shown, known, *asked_for), here.who.turn)
    return replace(found, author=here.author_or_none())


def _page(
    here: Desk, shown: Interface, known: Known, bearer: Bearer, day: str, other: str, page: int
) -> EntityPage:
    with here.reading() as store:
        return _drawn(here, shown, store, known, bearer, day, other, page)


def _drawn(
    here: Desk,
    shown: Interface,
    store: Store,
    known: Known,
    bearer: Bearer,
    day: str,
    other: str,
    page: int,
) -> EntityPage:
    pages, own = Pages(store), bearer.documents[:WHOLE]
    found = pages.findings_among(own)
    documents, readings = pages.texts(own), {one.document: one for one in pages.readings(own)}
    if store.findings_made_by() is not None:
        told = frozenset(ref for finding in found for ref in finding.claims)
        readings = {id_: one.resting(told) for id_, one in readings.items()}
    texts = {id_: document.text for id_, document in documents.items()}
    drawn = portrait(bearer, known.found, known.whose, readings, texts)
    acting = drawn.acting
    acted = [finding for finding in found if not acting.isdisjoint(finding.claims)]
    times = here.lines.times((finding.stamped for finding in acted), pages)
    timed = timeline(acted, lambda finding: times[finding.id])
    periods = tuple(dict.fromkeys(time for _, time in timed if time))
    lines = here.lines.of((finding.stamped for finding, _ in timed[:SIZE]), pages, shown.words)
    refs = views.newest_first(drawn, documents)
    these = refs[(page - 1) * SIZE : page * SIZE]
    ledger = laid_out(tuple(readings.values()), documents, pages, shown.words)
    return EntityPage(
        id=bearer.id,
        name=bearer.name,
        type=bearer.type,
        names=bearer.names,
        documents=len(bearer.documents),
        looked=len(own),
        written=views.written(drawn.spellings, documents, shown),
        as_of=day,
        entries=_entries(here, shown, store, drawn, readings, texts, day, periods),
        findings=tuple(views.dated(timed[:SIZE], lines, shown)),
        more_findings=len(timed) > SIZE,
        claims=tuple(views.said(drawn, these, ledger, shown)),
        all_claims=len(refs),
        place=Place(page, len(refs) > page * SIZE),
        beside=tuple(views.beside(one, shown) for one in drawn.neighbours[:SIZE]),
        joined=views.joined(bearer.joins),
        may_be=tuple(views.may_be(*one) for one in drawn.proposals),
        ruled=ruled(bearer, known, of_names(store.decisions())),
        outs=tuple(outs(bearer, documents, shown)),
        settled=_settled(bearer),
        other=other,
        candidates=candidates(bearer, asked(other, known), CANDIDATES) if other else (),
        author=None,
    )


def _entries(
    here: Desk,
    shown: Interface,
    store: Store,
    drawn: Portrait,
    readings: dict[str, Reading],
    texts: dict[str, str],
    day: str,
    times: Iterable[Period],
) -> tuple[Entry, ...] | None:
    """Give the entries of lists that may mean it; None where none can. times: of its findings."""
    sought = query(drawn.bearer, readings.values(), texts)
    book = here.shelf.book(store) if sought else None
    if sought is None or book is None:
        return None
    hits = book.hits(sought, Period(day, day), THRESHOLD)
    return tuple(entries(hits, tuple(times), book, shown))


def _settled(bearer: Bearer) -> bool:
    """Say whether no name is held to be its own on a likeness alone."""
    return len(set(map(plain, bearer.names))) < 2 or any(j.decision for j in bearer.joins)


def _named(bearer: Bearer, known: Known) -> Named:
    name, *others = bearer.names
    return Named(bearer.id, name, tuple(others), bearer.type, known.documents[bearer.id])
