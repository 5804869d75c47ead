"""Which findings are asked for."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, String, literal_column, select, type_coerce

from recoupe.case import tables
from recoupe.model.claim import EventType
from recoupe.model.finding import Status
from recoupe.weighing.dates import FIRST, LAST, Days, days


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which findings are asked for: all, but for those that do not fit.

    origin: words in the name of somebody from whom claims of the finding come.
    since, until: the first and last day of a stretch in which, by the date that one of its claims
    gives, the event may lie; a finding without a date is in no stretch.
    """

    status: Status | None = None
    event: EventType | None = None
    origin: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def narrowed(self) -> bool:
        """Say whether anything is left out."""
        return self != ALL


ALL = Wanted()

_date = type_coerce(tables.role.c.value, String)
_is_date = tables.role.c.name == literal_column("'date'")
"""Written out, as the index of dates is used only then."""


def filtered(connection: Connection, query: Select[Any], wanted: Wanted) -> Select[Any]:
    """Leave in a query of findings those that are wanted."""
    finding, origin, rests = tables.finding.c, tables.origin.c, tables.finding_claim.c
    if wanted.status is not None:
        query = query.where(finding.status == wanted.status.value)
    if wanted.event is not None:
        query = query.where(finding.event == wanted.event.value)
    if wanted.origin:
        named = origin.name.icontains(wanted.origin.replace("\0", " "), autoescape=True)
        query = query.where(finding.number.in_(select(origin.finding).where(named)))
    if wanted.since or wanted.until:
        asked = Days(wanted.since or FIRST, wanted.until or LAST)
        dated = select(tables.role.c.claim).where(_is_date, _date.in_(_meeting(connection, asked)))
        query = query.where(finding.number.in_(select(rests.finding).where(rests.claim.in_(dated))))
    return query


def _meeting(connection: Connection, asked: Days) -> list[str]:
    """Give the dates of claims, as they are kept, that may lie in these days."""
    kept = connection.execute(select(_date).where(_is_date).distinct()).scalars()
    return [date for date, meant in _meant(kept) if meant.meets(asked)]


def _meant(kept: Any) -> Iterator[tuple[str, Days]]:
    for date_ in kept:
        said = json.loads(date_) if date_ else None
        if isinstance(said, str) and (meant := days(said)):
            yield date_, meant
