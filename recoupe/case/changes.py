"""What decisions did to the findings, as rows; and the findings that went meanwhile."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Column, Connection, Table, delete, insert, select

from recoupe.case import tables
from recoupe.model.change import Change
from recoupe.model.claim import EventType
from recoupe.model.factuality import Factuality
from recoupe.model.finding import ClaimRef, Finding, Origin, Status

Plain = dict[str, Any]


def set_aside(connection: Connection, document: int) -> None:
    """Take out the findings that rest on a document; they are kept until all are made again."""
    own = select(tables.claim.c.id).where(tables.claim.c.document == document)
    rest = select(tables.finding_claim.c.finding).where(tables.finding_claim.c.claim.in_(own))
    query = select(tables.finding).where(tables.finding.c.number.in_(rest))
    for row in connection.execute(query.order_by(tables.finding.c.number)).all():
        told = {"id": row.id, "event": row.event, "status": row.status}
        claims = _refs(connection, tables.finding_claim, tables.finding_claim.c.finding, row.number)
        body = {**told, "claims": claims, "origins": _origins(connection, row.number)}
        connection.execute(insert(tables.gone), {"finding": row.id, "body": body})
        connection.execute(delete(tables.finding).where(tables.finding.c.number == row.number))


def gone(connection: Connection) -> tuple[Finding, ...]:
    """Give the findings that were taken out since all were made."""
    return tuple(_finding(row.body) for row in connection.execute(select(tables.gone)))


def keep(connection: Connection, changes: Iterable[Change]) -> None:
    """Keep each change with every decision that led to it."""
    places: dict[int, int] = defaultdict(int)
    for change in changes:
        for decision in change.because:
            row = {"decision": decision, "position": places[decision]}
            ends = {"before": _body(change.before), "after": _body(change.after)}
            connection.execute(insert(tables.change), {**row, **ends})
            places[decision] += 1


def every(connection: Connection) -> Mapping[int, tuple[Change, ...]]:
    """Give the changes by the number of the decision that led to them."""
    found: dict[int, list[Change]] = defaultdict(list)
    order = (tables.change.c.decision, tables.change.c.position)
    for row in connection.execute(select(tables.change).order_by(*order)):
        before, after = (body and _finding(body) for body in (row.before, row.after))
        found[row.decision].append(Change(before, after, (row.decision,)))
    return {decision: tuple(changes) for decision, changes in found.items()}


def _origins(connection: Connection, finding: int) -> list[Plain]:
    query = select(tables.origin).where(tables.origin.c.finding == finding)
    claims, owner = tables.origin_claim, tables.origin_claim.c.origin
    return [
        {
            "name": row.name,
            "independent": row.independent,
            "reading": row.reading,
            "claims": _refs(connection, claims, owner, row.id),
        }
        for row in connection.execute(query.order_by(tables.origin.c.position)).all()
    ]


def _refs(
    connection: Connection, table: Table, owner: Column[Any], number: int
) -> list[list[str | int]]:
    claim, document = tables.claim, tables.document
    query = (
        select(document.c.id, claim.c.position)
        .join(claim, claim.c.document == document.c.number)
        .join(table, table.c.claim == claim.c.id)
        .where(owner == number)
        .order_by(table.c.position)
    )
    return [[row.id, row.position] for row in connection.execute(query)]


def _body(finding: Finding | None) -> Plain | None:
    if finding is None:
        return None
    return {
        "id": finding.id,
        "event": finding.event.value,
        "status": finding.status.value,
        "claims": _plain(finding.claims),
        "origins": [
            {
                "name": origin.name,
                "independent": origin.independent,
                "reading": str(origin.reading),
                "claims": _plain(origin.claims),
            }
            for origin in finding.origins
        ],
    }


def _finding(body: Plain) -> Finding:
    return Finding(
        event=EventType(body["event"]),
        claims=_claims(body),
        origins=tuple(
            Origin(o["name"], o["independent"], Factuality.parse(o["reading"]), _claims(o))
            for o in body["origins"]
        ),
        status=Status(body["status"]),
    )


def _plain(refs: Iterable[ClaimRef]) -> list[list[str | int]]:
    return [[ref.document, ref.index] for ref in refs]


def _claims(body: Plain) -> tuple[ClaimRef, ...]:
    return tuple(ClaimRef(document, index) for document, index in body["claims"])
