"""`/timeline`: when findings say that something is to have happened"""

from dataclasses import dataclass

from fastapi import APIRouter

from recoupe.case.pages import Wanted
from recoupe.desk.chosen import Asked, chosen, kinds
from recoupe.desk.desk import Desk, Here, Shown
from recoupe.desk.interface import Interface
from recoupe.desk.pages import page
from recoupe.desk.views.timeline import Timeline, timeline

routes = APIRouter()


@dataclass(frozen=True, slots=True)
class Laid:
    """A timeline, and what was asked for. more: whether there are findings that are not on it."""

    timeline: Timeline
    status: str | None
    event: str | None
    origin: str
    events: tuple[tuple[str, str], ...]
    more: bool


@page(routes, "/timeline", "timeline.html")
def laid(here: Here, shown: Shown, wanted: Asked) -> Laid:
    """Show findings in the order of the dates that their claims give."""
    return here.kept.noun(("timeline", wanted, shown.language), lambda: _laid(here, shown, wanted))


def _laid(here: Desk, shown: Interface, wanted: Wanted) -> Laid:
    found = chosen(here, shown, wanted)
    return Laid(
        timeline=timeline(found.findings, found.ledger),
        status=wanted.status,
        event=wanted.event,
        origin=wanted.origin,
        events=kinds(shown),
        more=found.more,
    )
