"""Findings as rows."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from sqlalchemy import Connection, Row, Table, delete, func, insert, select, update

from recoupe.case import tables, turns
from recoupe.errors import Unknown
from recoupe.model.claim import EventType
from recoupe.model.factuality import Factuality
from recoupe.model.finding import ClaimRef, Disagreement, Finding, Origin, Side, Status
from recoupe.weighing.memory import digest

Plain = dict[str, Any]
Parts = Mapping[Table, Mapping[int, Sequence[Row[Any]]]]
AT_A_TIME = 500
"""Findings whose rows are fetched together."""

OWNERS = {
    tables.finding_claim: "finding",
    tables.finding_link: "finding",
    tables.origin: "finding",
    tables.origin_claim: "origin",
    tables.disagreement: "finding",
    tables.side: "disagreement",
}


@dataclass(frozen=True, slots=True)
class Held:
    """What the case has of claims. ids: of their rows; versions: of the readings, by document."""

    ids: Mapping[ClaimRef, int]
    versions: Mapping[str, int]


def replace(connection: Connection, findings: Iterable[Finding], made_by: str) -> None:
    """Put these findings in place of all that the case had; made_by: what made them.

    Raises Unknown where a finding rests on a claim that the case does not have.
    """
    connection.execute(delete(tables.finding))
    held = Held(_claim_ids(connection), _versions(connection))
    for table, rows in _rows(findings, held).items():
        if rows:
            connection.execute(insert(table), rows)
    turns.settle(connection)
    connection.execute(delete(tables.gone))
    last = select(func.coalesce(func.max(tables.decision.c.number), 0)).scalar_subquery()
    connection.execute(update(tables.weighed).values(made_by=made_by, decision=last))


def every(connection: Connection) -> tuple[Finding, ...]:
    """Give the findings in the order in which they were saved."""
    numbers = connection.execute(select(tables.finding.c.number)).scalars().all()
    return some(connection, numbers)


def some(connection: Connection, numbers: Sequence[int]) -> tuple[Finding, ...]:
    """Give the findings with these row numbers, in the order in which they were saved."""
    ordered = sorted(numbers)
    return tuple(
        finding
        for first in range(0, len(ordered), AT_A_TIME)
        for finding in _findings(connection, ordered[first : first + AT_A_TIME])
    )


def made_by(connection: Connection) -> str | None:
    """Say what made the findings, None where a reading has changed since."""
    return connection.execute(select(tables.weighed.c.made_by)).scalar()


def _findings(connection: Connection, numbers: Sequence[int]) -> Iterator[Finding]:
    finding = tables.finding
    chosen = select(finding.c.number).where(finding.c.number.in_(numbers))
    owned: dict[str, Any] = {"finding": chosen}
    for owner in (tables.origin, tables.disagreement):
        owned[owner.name] = select(owner.c.id).where(owner.c.finding.in_(chosen))
    parts = {
        table: _grouped(connection, table, owner, owned[owner]) for table, owner in OWNERS.items()
    }
    claims = {row.claim for rows in parts[tables.finding_claim].values() for row in rows}
    refs = _claim_refs(connection, claims)
    rows = connection.execute(
        select(finding).where(finding.c.number.in_(numbers)).order_by(finding.c.number)
    )
    for row in rows:
        yield _finding(row, parts, refs)


def last_weighed(connection: Connection) -> int | None:
    """Give the number of the last decision that was taken into account."""
    return connection.execute(select(tables.weighed.c.decision)).scalar()


def outdate(connection: Connection) -> None:
    """Note that the findings were made of what no longer holds."""
    connection.execute(update(tables.weighed).values(made_by=None))


def keep_up(connection: Connection, decision: int) -> None:
    """Note that findings which are still as they should be take this decision into account."""
    current = tables.weighed.c.made_by.is_not(None)
    connection.execute(update(tables.weighed).where(current).values(decision=decision))


def _claim_refs(connection: Connection, ids: Collection[int] | None = None) -> dict[int, ClaimRef]:
    """Give the places of claims by their row ids; of all where ids is None."""
    claim, document = tables.claim, tables.document
    query = select(claim.c.id, document.c.id.label("document"), claim.c.position)
    query = query.join(document, document.c.number == claim.c.document)
    if ids is not None:
        query = query.where(claim.c.id.in_(ids))
    return {row.id: ClaimRef(row.document, row.position) for row in connection.execute(query)}


def _claim_ids(connection: Connection) -> dict[ClaimRef, int]:
    return {ref: id_ for id_, ref in _claim_refs(connection).items()}


def _versions(connection: Connection) -> dict[str, int]:
    """Give the version of each document's reading."""
    read, document = tables.reading.c, tables.document
    query = select(document.c.id, read.version).join(
        tables.reading, read.document == document.c.number
    )
    return {row.id: row.version for row in connection.execute(query)}


def _rows(findings: Iterable[Finding], held: Held) -> dict[Table, list[Plain]]:
    rows: dict[Table, list[Plain]] = defaultdict(list)
    origins, disagreements = count(1), count(1)
    ids = held.ids
    for number, finding in enumerate(findings, 1):
        rows[tables.finding].append(_finding_row(number, finding, held.versions))
        rows[tables.finding_claim] += _claim_rows("finding", number, finding.claims, ids)
        rows[tables.finding_link] += [
            {"finding": number, "position": at, "linked": linked}
            for at, linked in enumerate(finding.linked)
        ]
        for at, (origin, id_) in enumerate(zip(finding.origins, origins, strict=False)):
            rows[tables.origin].append(_origin_row(id_, number, at, origin))
            rows[tables.origin_claim] += _claim_rows("origin", id_, origin.claims, ids)
        told = enumerate(zip(finding.disagreements, disagreements, strict=False))
        for at, (disagreement, id_) in told:
            place = {"id": id_, "finding": number, "position": at}
            rows[tables.disagreement].append({**place, "on": disagreement.on})
            rows[tables.side] += _side_rows(id_, disagreement.sides, ids)
    return rows


def _finding_row(number: int, finding: Finding, versions: Mapping[str, int]) -> Plain:
    read = [versions.get(ref.document) for ref in finding.claims]
    return {
        "number": number,
        "id": finding.id,
        "event": finding.event.value,
        "status": finding.status.value,
        "independent_origins": finding.independent_origins,
        "claims": len(finding.claims),
        "stamp": digest(repr((finding, read))),
    }


def _origin_row(id_: int, finding: int, position: int, origin: Origin) -> Plain:
    return {
        "id": id_,
        "finding": finding,
        "position": position,
        "name": origin.name,
        "independent": origin.independent,
        "reading": str(origin.reading),
    }


def _claim_rows(
    owner: str, number: int, refs: Sequence[ClaimRef], ids: Mapping[ClaimRef, int]
) -> list[Plain]:
    return [
        {owner: number, "position": at, "claim": _known(ref, ids)} for at, ref in enumerate(refs)
    ]


def _side_rows(
    disagreement: int, sides: Sequence[Side], ids: Mapping[ClaimRef, int]
) -> list[Plain]:
    return [
        {
            "disagreement": disagreement,
            "position": at,
            "claim": _known(side.claim, ids),
            "says": side.says,
            "quote": side.quote,
        }
        for at, side in enumerate(sides)
    ]


def _known(ref: ClaimRef, ids: Mapping[ClaimRef, int]) -> int:
    if ref not in ids:
        raise Unknown(f"no claim {ref.document:.12}:{ref.index} in this case")
    return ids[ref]


def _grouped(
    connection: Connection, table: Table, owner: str, owners: Any
) -> Mapping[int, Sequence[Row[Any]]]:
    groups: dict[int, list[Row[Any]]] = defaultdict(list)
    query = select(table).where(table.c[owner].in_(owners))
    for row in connection.execute(query.order_by(table.c[owner], table.c.position)).all():
        groups[getattr(row, owner)].append(row)
    return groups


def _finding(row: Row[Any], parts: Parts, refs: Mapping[int, ClaimRef]) -> Finding:
    return Finding(
        event=EventType(row.event),
        claims=_refs(parts[tables.finding_claim][row.number], refs),
        origins=tuple(
            Origin(
                name=origin.name,
                independent=origin.independent,
                reading=Factuality.parse(origin.reading),
                claims=_refs(parts[tables.origin_claim][origin.id], refs),
            )
            for origin in parts[tables.origin][row.number]
        ),
        status=Status(row.status),
        disagreements=tuple(
            Disagreement(told.on, _sides(parts[tables.side][told.id], refs))
            for told in parts[tables.disagreement][row.number]
        ),
        linked=tuple(link.linked for link in parts[tables.finding_link][row.number]),
    )


def _refs(rows: Iterable[Row[Any]], refs: Mapping[int, ClaimRef]) -> tuple[ClaimRef, ...]:
    return tuple(refs[row.claim] for row in rows)


def _sides(rows: Iterable[Row[Any]], refs: Mapping[int, ClaimRef]) -> tuple[Side, ...]:
    return tuple(Side(refs[row.claim], row.says, row.quote) for row in rows)
