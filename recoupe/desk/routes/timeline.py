"""`/timeline`: when findings say that something is to have happened"""

from dataclasses import dataclass

from fastapi import APIRouter

from recoupe.case.wanted import Wanted
from recoupe.desk.chosen import Asked, Name, kinds
from recoupe.desk.desk import Here, Shown
from recoupe.desk.drawings import drawings
from recoupe.desk.pages import page
from recoupe.desk.views.network import naming
from recoupe.desk.views.timeline import Timeline, only

routes = APIRouter()


@dataclass(frozen=True, slots=True)
class Laid:
    """A timeline, and what was asked for. more: whether there are findings that are not on it."""

    timeline: Timeline
    wanted: Wanted
    name: str
    events: tuple[tuple[str, str], ...]
    more: bool


@page(routes, "/timeline", "timeline.html")
def laid(here: Here, shown: Shown, wanted: Asked, name: Name = "") -> Laid:
    """Show findings in the order of the dates that their claims give.

    name: only findings that name somebody so.
    """
    found, asked = drawings(here, shown, wanted), name.strip()
    told = found.timeline
    if asked:
        named = naming(found.network, asked)
        told = only(told, {one.id for one in (*named.lines, *named.alone)})
    return Laid(told, wanted, asked, kinds(shown), found.more)
