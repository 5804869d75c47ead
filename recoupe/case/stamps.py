"""Which findings a page shows, by what they are known by, without reading their claims."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, select

from recoupe.case import tables
from recoupe.case.begins import begins
from recoupe.case.wanted import Wanted, filtered
from recoupe.model.finding import ClaimRef
from recoupe.model.gold import value_from_plain
from recoupe.model.value import Date

_finding = tables.finding.c


@dataclass(frozen=True, slots=True)
class Stamped:
    """A finding by its id. stamp: as long as it is the same, so is all that the finding says."""

    id: str
    stamp: str


@dataclass(frozen=True, slots=True)
class Resting:
    """A finding with those of its claims that stand in the documents that were asked about."""

    stamped: Stamped
    claims: tuple[ClaimRef, ...]

    @property
    def id(self) -> str:
        return self.stamped.id


def numbers(connection: Connection, at: int, size: int, wanted: Wanted) -> Sequence[int]:
    """Give the row numbers of findings, those of more independent origins and claims first."""
    query = _ranked(select(_finding.number), connection, wanted)
    return connection.execute(query.offset(at).limit(size)).scalars().all()


def stamps(connection: Connection, at: int, size: int, wanted: Wanted) -> tuple[Stamped, ...]:
    """Give findings in that order."""
    query = _ranked(select(_finding.id, _finding.stamp), connection, wanted)
    return tuple(map(_stamped, connection.execute(query.offset(at).limit(size))))


def beginning(connection: Connection, prefix: str) -> tuple[Stamped, ...]:
    """Give the findings whose ids begin so, two at most."""
    query = select(_finding.id, _finding.stamp).where(begins(_finding.id, prefix)).limit(2)
    return tuple(map(_stamped, connection.execute(query)))


def linked(connection: Connection, id_: str) -> tuple[Stamped, ...]:
    """Give the findings that a finding is linked with, in the order of saving."""
    link, own = tables.finding_link.c, select(_finding.number).where(_finding.id == id_)
    others = select(link.linked).where(link.finding == own.scalar_subquery())
    query = select(_finding.id, _finding.stamp).where(_finding.id.in_(others))
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


def among(connection: Connection, ids: Collection[str]) -> tuple[Resting, ...]:
    """Give the findings that rest on documents with these ids, in the order of saving."""
    claim, document, member = tables.claim, tables.document, tables.finding_claim
    query = (
        select(_finding.id, _finding.stamp, document.c.id.label("document"), claim.c.position)
        .join(member, member.c.finding == _finding.number)
        .join(claim, claim.c.id == member.c.claim)
        .join(document, document.c.number == claim.c.document)
        .where(document.c.id.in_(ids))
        .order_by(_finding.number, member.c.position)
    )
    found: dict[Stamped, list[ClaimRef]] = defaultdict(list)
    for row in connection.execute(query):
        found[_stamped(row)].append(ClaimRef(row.document, row.position))
    return tuple(Resting(one, tuple(refs)) for one, refs in found.items())


def dates(connection: Connection, ids: Collection[str]) -> Mapping[str, Sequence[str]]:
    """Give the dates, as EDTF, that claims of findings tell of, by the ids of the findings."""
    member, role = tables.finding_claim, tables.role
    query = (
        select(_finding.id, role.c.value)
        .join(member, member.c.finding == _finding.number)
        .join(role, role.c.claim == member.c.claim)
        .where(_finding.id.in_(ids), role.c.name == "date", role.c.value.is_not(None))
        .distinct()
    )
    found: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(query):
        value = value_from_plain(row.value)
        if isinstance(value, Date):
            found[row.id].append(value.edtf)
    return found


def _ranked(query: Select[Any], connection: Connection, wanted: Wanted) -> Select[Any]:
    order = (_finding.independent_origins.desc(), _finding.claims.desc(), _finding.id)
    return filtered(connection, query, wanted).order_by(*order)


def _stamped(row: Any) -> Stamped:
    return Stamped(row.id, row.stamp)
