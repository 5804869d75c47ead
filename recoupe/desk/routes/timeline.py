"""`/timeline`: when findings say that something is to have happened"""

from dataclasses import dataclass

from fastapi import APIRouter

from recoupe.desk.chosen import ChosenEvent, ChosenStatus, chosen, kinds
from recoupe.desk.desk import Desk, Here, Shown
from recoupe.desk.interface import Interface
from recoupe.desk.pages import page
from recoupe.desk.views.timeline import Timeline, timeline
from recoupe.model.claim import EventType
from recoupe.model.finding import Status

routes = APIRouter()


@dataclass(frozen=True, slots=True)
class Laid:
    """A timeline, and what was asked for. more: whether there are findings that are not on it."""

    timeline: Timeline
    status: str | None
    event: str | None
    events: tuple[tuple[str, str], ...]
    more: bool


@page(routes, "/timeline", "timeline.html")
def laid(here: Here, shown: Shown, status: ChosenStatus = None, event: ChosenEvent = None) -> Laid:
    """Show findings in the order of the dates that their claims give."""
    key = ("timeline", status, event, shown.language)
    return here.kept.noun(key, lambda: _laid(here, shown, status, event))


def _laid(here: Desk, shown: Interface, status: Status | None, event: EventType | None) -> Laid:
    found = chosen(here, shown, status, event)
    return Laid(
        timeline=timeline(found.findings, found.ledger),
        status=status.value if status else None,
        event=event.value if event else None,
        events=kinds(shown),
        more=found.more,
    )
