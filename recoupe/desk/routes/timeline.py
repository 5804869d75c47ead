"""`/timeline`: when findings say that something is to have happened"""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query

from recoupe.case.pages import Pages
from recoupe.desk.desk import Desk, Here, Shown
from recoupe.desk.gather import gathered
from recoupe.desk.interface import Interface
from recoupe.desk.pages import NotChosen, page
from recoupe.desk.views.timeline import Timeline, timeline
from recoupe.model.claim import EventType
from recoupe.model.finding import Status

routes = APIRouter()

MOST = 500
"""Findings that one timeline has, those of more origins and claims first."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A timeline, and what was asked for. more: whether there are findings that are not on it."""

    timeline: Timeline
    status: str | None
    event: str | None
    events: tuple[tuple[str, str], ...]
    more: bool


@page(routes, "/timeline", "timeline.html")
def laid(
    here: Here,
    shown: Shown,
    status: Annotated[Status | None, NotChosen, Query()] = None,
    event: Annotated[EventType | None, NotChosen, Query()] = None,
) -> Laid:
    """Show findings in the order of the dates that their claims give."""
    key = ("timeline", status, event, shown.language)
    return here.kept.noun(key, lambda: _laid(here, shown, status, event))


def _laid(here: Desk, shown: Interface, status: Status | None, event: EventType | None) -> Laid:
    with here.reading() as store:
        pages = Pages(store)
        found = pages.findings(0, MOST + 1, status, event)
        ledger = gathered(found[:MOST], pages, shown.words)
    return Laid(
        timeline=timeline(found[:MOST], ledger),
        status=status.value if status else None,
        event=event.value if event else None,
        events=tuple((one.value, shown.words.event[one].noun) for one in EventType),
        more=len(found) > MOST,
    )
