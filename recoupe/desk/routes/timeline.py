"""`/timeline`: when findings say that something is to have happened"""

from dataclasses import dataclass

from fastapi import APIRouter

from recoupe.case.wanted import Wanted
from recoupe.desk.chosen import Asked, Name, chosen, kinds
from recoupe.desk.desk import Desk, Here, Shown
from recoupe.desk.interface import Interface
from recoupe.desk.pages import page
from recoupe.desk.views.network import naming, network
from recoupe.desk.views.timeline import Timeline, timeline

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
    asked = name.strip()
    key = ("timeline", wanted, asked, shown.language)
    return here.kept.slow(key, lambda: _laid(here, shown, wanted, asked), here.who.turn)


def _laid(here: Desk, shown: Interface, wanted: Wanted, name: str) -> Laid:
    found = chosen(here, shown, wanted)
    findings = found.findings
    if name:
        told = naming(network(findings, found.ledger, found.whose), name)
        named = {one.id for one in (*told.lines, *told.alone)}
        findings = tuple(one for one in findings if one.id in named)
    return Laid(
        timeline=timeline(findings, found.ledger),
        wanted=wanted,
        name=name,
        events=kinds(shown),
        more=found.more,
    )
