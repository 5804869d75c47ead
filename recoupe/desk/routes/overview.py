"""`/overview`"""

from fastapi import APIRouter
from starlette.responses import RedirectResponse

from recoupe.case.wanted import Wanted
from recoupe.desk.desk import Desk, Here, Shown
from recoupe.desk.interface import Interface
from recoupe.desk.pages import page
from recoupe.desk.views.overview import Overview, came_in, tallies, waiting
from recoupe.model.finding import Status

routes = APIRouter()

CONTESTED = 8
"""Contested findings that the overview names; a link leads to all."""

NEWEST = 6
"""Documents that the overview names."""


@page(routes, "/overview", "overview.html")
def overview(here: Here, shown: Shown) -> Overview:
    """Show what came in, what stands, what is contested and what waits."""
    return here.kept.slow(("overview", shown.language), lambda: _overview(here, shown))


@routes.get("/", include_in_schema=False)
def door() -> RedirectResponse:
    """Lead from the link to the overview."""
    return RedirectResponse("/overview", 303)


def _overview(here: Desk, shown: Interface) -> Overview:
    with here.pages() as pages:
        counts = pages.counts()
        contested = pages.stamps(0, CONTESTED, Wanted(Status.CONTESTED))
        lines = here.lines.of(contested, pages, shown.words)
        newest = pages.documents(0, NEWEST, newest=True)
        claims = pages.progress().waiting
    return Overview(
        case=here.case.name,
        documents=counts.documents,
        came_in=tuple(came_in(counts, shown)),
        tallies=tuple(tallies(counts.statuses, shown)),
        contested=tuple(lines.values()),
        newest=newest,
        waiting=tuple(waiting(counts, claims, str(here.case.folder), shown)),
    )
