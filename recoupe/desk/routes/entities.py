"""`/entities`"""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Query

from recoupe.case.pages import Bearer
from recoupe.desk.desk import Desk, Here
from recoupe.desk.pages import SIZE, Place, page
from recoupe.model.entity import ENTITY_TYPES

routes = APIRouter()


@dataclass(frozen=True, slots=True)
class Entities:
    """Names as the documents give them. types: with how many names of each."""

    bearers: tuple[Bearer, ...]
    types: tuple[tuple[str, int], ...]
    type: str | None
    begins: str
    place: Place


@page(routes, "/entities", "entities.html")
def entities(
    here: Here,
    type: Literal[ENTITY_TYPES] | None = None,  # type: ignore[valid-type]
    begins: Annotated[str, Query(max_length=100)] = "",
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> Entities:
    """List the names in the documents; type, begins: only those."""
    asked = (type, begins.strip(), page)
    return here.kept.noun(("entities", asked), lambda: _entities(here, *asked))


def _entities(here: Desk, type_: str | None, begins: str, page: int) -> Entities:
    with here.pages() as pages:
        found = pages.bearers((page - 1) * SIZE, SIZE + 1, type_, begins)
        types = pages.bearer_types()
    return Entities(
        bearers=found[:SIZE],
        types=tuple(sorted(types.items(), key=lambda pair: (-pair[1], pair[0]))),
        type=type_,
        begins=begins,
        place=Place(page, len(found) > SIZE),
    )
