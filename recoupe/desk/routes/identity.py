"""Decisions on who is who: one and the same, or two; and the proposals that wait for one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Path, Query
from starlette.responses import RedirectResponse

from recoupe.case.store import Store
from recoupe.desk.back import own
from recoupe.desk.deciding import decide, decide_together
from recoupe.desk.desk import Here
from recoupe.desk.pages import SIZE, Place, page
from recoupe.desk.views.ruled import Proposed, proposed
from recoupe.errors import BadDecision
from recoupe.identity.actors import plain
from recoupe.identity.bearer import Bearer, place_id
from recoupe.identity.bearer_compared import compared
from recoupe.model.decision import Named, NotSame, Same, Undone, What

routes = APIRouter()

Id = Annotated[str, Path(min_length=1, max_length=64)]
Reason = Annotated[str, Form(max_length=2_000)]


@dataclass(frozen=True, slots=True)
class Proposals:
    """Who may be one, a page of them. all: how many; author: whose name decisions will carry."""

    proposals: tuple[Proposed, ...]
    all: int
    author: str | None
    place: Place


@page(routes, "/entities/proposed", "proposed.html")
def proposals(here: Here, page: Annotated[int, Query(ge=1, le=1_000_000)] = 1) -> Proposals:
    """List whose names tie but who were left apart, with what speaks for each pair and against."""
    with here.reading() as store:
        found = here.who.known(store).found
    who, first = {one.id: one for one in found.every}, (page - 1) * SIZE
    return Proposals(
        tuple(proposed(one, who) for one in found.proposals[first : first + SIZE]),
        len(found.proposals),
        here.author_or_none(),
        Place(page, len(found.proposals) > first + SIZE),
    )


@routes.post("/entities/{entity}/decision", status_code=303)
def decision(
    here: Here,
    entity: Id,
    other: Annotated[str, Form()],
    verdict: Annotated[Literal["same", "not-same"], Form()],
    reason: Reason = "",
    back: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Decide that two entities are one, or that they are two."""

    def what(store: Store) -> What:
        known = here.who.known(store)
        one, two = known.bearer(entity), known.bearer(other)
        if one.id == two.id:
            raise BadDecision("these two are one already: to part them, take a name out")
        laid = compared(one, two)
        return (Same if verdict == "same" else NotSame)(laid.one, laid.other)

    decide(here, what, reason)
    return RedirectResponse(own(back or f"/entities/{entity}"), 303)


@routes.post("/entities/{entity}/split", status_code=303)
def split(
    here: Here, entity: Id, which: Annotated[str, Form()], reason: Reason = ""
) -> RedirectResponse:
    """Take a name out of an entity. which: `name-ID`, or `place-ID` for one document alone."""
    with here.reading() as store:
        bearer = here.who.known(store).bearer(entity)
    out, left = _parted(bearer, which)
    decide_together(here, lambda _: [NotSame(out, place) for place in left], reason)
    return RedirectResponse(f"/entities/{place_id(left[0])}", 303)


@routes.post("/entities/{entity}/confirm", status_code=303)
def confirm(here: Here, entity: Id, reason: Reason = "") -> RedirectResponse:
    """Decide that the names which were held to be one are one, in findings too."""

    def what(store: Store) -> What:
        bearer = here.who.known(store).bearer(entity)
        first, *others = _by_name(bearer.places)
        if not others:
            raise BadDecision("it has but one name: there is nothing to be confirmed")
        return Same(first, others[0])

    decide(here, what, reason)
    return RedirectResponse(f"/entities/{entity}", 303)


@routes.post("/entities/undo", status_code=303)
def undo(
    here: Here,
    number: Annotated[list[int], Form(min_length=1, max_length=200)],
    back: Annotated[str, Form()] = "/entities",
) -> RedirectResponse:
    """Take back decisions that were one act; the log keeps them all."""
    decide_together(here, lambda _: [Undone(one) for one in number])
    return RedirectResponse(own(back), 303)


def _parted(bearer: Bearer, which: str) -> tuple[Named, Sequence[Named]]:
    """Give the place of what is taken out, and one of each name from which it is kept apart."""
    kind, _, id_ = which.partition("-")
    out = next((place for place in bearer.places if place_id(place) == id_), None)
    if out is None or kind not in ("name", "place"):
        raise BadDecision("this name is no longer among those of the entity: look at it again")
    others = [
        place
        for place in bearer.places
        if (place.name != out.name if kind == "name" else place != out)
    ]
    if not others:
        raise BadDecision("nothing would be left of the entity: it has no other name")
    return out, list(_by_name(others))


def _by_name(places: Sequence[Named]) -> Iterator[Named]:
    """Give one place of each name."""
    found: dict[str, Named] = {}
    for place in places:
        found.setdefault(plain(place.name), place)
    return iter(found.values())
