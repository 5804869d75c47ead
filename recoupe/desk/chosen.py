"""Which findings a page is asked for: of a status, a kind of event, an origin, a time, or all."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Depends, Query

from recoupe.case.pages import Pages
from recoupe.case.wanted import Wanted
from recoupe.desk.desk import Desk
from recoupe.desk.gather import gathered
from recoupe.desk.interface import Interface
from recoupe.desk.pages import NotChosen
from recoupe.desk.views.line import FindingLine
from recoupe.desk.who import Whose
from recoupe.model.claim import EventType
from recoupe.model.finding import Finding, Status
from recoupe.publish.ledger import Ledger

ORIGIN = "Words in the name of somebody from whom claims of the finding come."
SINCE = "The first day on which, by a date that its claims give, the event may lie."
UNTIL = "The last such day."
NAMED = "Words in a name that claims of the finding give, in any script."


def wanted(
    status: Annotated[Status | None, NotChosen] = None,
    event: Annotated[EventType | None, NotChosen] = None,
    origin: Annotated[str, Query(max_length=200, description=ORIGIN)] = "",
    since: Annotated[date | None, NotChosen, Query(description=SINCE)] = None,
    until: Annotated[date | None, NotChosen, Query(description=UNTIL)] = None,
) -> Wanted:
    """Take what was chosen out of the address; of two days the earlier comes first."""
    if since and until:
        since, until = min(since, until), max(since, until)
    return Wanted(status, event, origin.strip(), since, until)


Asked = Annotated[Wanted, Depends(wanted)]
Name = Annotated[str, Query(max_length=200, description=NAMED)]

MOST = 500
"""Findings that one drawing has, those of more origins and claims first."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Findings to be drawn, and what they rest on. more: whether there are others, left out.

    lines: what they are called, by their ids; whose: whose names their claims give.
    """

    findings: tuple[Finding, ...]
    lines: Mapping[str, FindingLine]
    ledger: Ledger
    whose: Whose
    more: bool


def chosen(here: Desk, shown: Interface, wanted: Wanted) -> Chosen:
    """Give the findings that a drawing shows."""
    with here.reading() as store:
        pages = Pages(store)
        found = pages.findings(0, MOST + 1, wanted)
        lines = here.lines.of(pages.stamps(0, MOST, wanted), pages, shown.words)
        ledger = gathered(found[:MOST], pages, shown.words)
        whose = Whose(here.who.so_far(store), pages.named(ledger.material.documents))
    return Chosen(found[:MOST], lines, ledger, whose, len(found) > MOST)


def kinds(shown: Interface) -> tuple[tuple[str, str], ...]:
    """Give the kinds of events to choose from, each with its noun."""
    return tuple((one.value, shown.words.event[one].noun) for one in EventType)
