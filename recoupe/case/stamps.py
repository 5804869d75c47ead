"""Which findings a page shows, by what they are known by, without reading their claims."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, select

from recoupe.case import tables
from recoupe.case.wanted import Wanted, filtered

_finding = tables.finding.c


@dataclass(frozen=True, slots=True)
class Stamped:
    """A finding by its id. stamp: as long as it is the same, so is all that the finding says."""

    id: str
    stamp: str


def numbers(connection: Connection, at: int, size: int, wanted: Wanted) -> Sequence[int]:
    """Give the row numbers of findings, those of more independent origins and claims first."""
    query = _ranked(select(_finding.number), connection, wanted)
    return connection.execute(query.offset(at).limit(size)).scalars().all()


def stamps(connection: Connection, at: int, size: int, wanted: Wanted) -> tuple[Stamped, ...]:
    """Give findings in that order."""
    query = _ranked(select(_finding.id, _finding.stamp), connection, wanted)
    return tuple(map(_stamped, connection.execute(query.offset(at).limit(size))))


def of(connection: Connection, ids: Iterable[str]) -> tuple[Stamped, ...]:
    """Give the findings with these ids, those that still are, in the order of saving."""
    query = select(_finding.id, _finding.stamp).where(_finding.id.in_(list(ids)))
    return tuple(map(_stamped, connection.execute(query.order_by(_finding.number))))


def resting(connection: Connection, document: int) -> Mapping[int, Sequence[Stamped]]:
    """Give the findings that rest on a document, by the places of its claims."""
    claim, member = tables.claim, tables.finding_claim
    query = (
        select(claim.c.position, _finding.id, _finding.stamp)
        .join(member, member.c.claim == claim.c.id)
        .join(tables.finding, _finding.number == member.c.finding)
        .where(claim.c.document == document)
        .order_by(_finding.number)
    )
    found: dict[int, list[Stamped]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.position].append(_stamped(row))
    return found


def _ranked(query: Select[Any], connection: Connection, wanted: Wanted) -> Select[Any]:
    order = (_finding.independent_origins.desc(), _finding.claims.desc(), _finding.id)
    return filtered(connection, query, wanted).order_by(*order)


def _stamped(row: Any) -> Stamped:
    return Stamped(row.id, row.stamp)
