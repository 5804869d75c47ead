"""Findings as rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import Any

from sqlalchemy import Connection, Row, Table, delete, insert, select, update

from recoupe.case import tables
from recoupe.errors import Unknown
from recoupe.model.claim import EventType
from recoupe.model.factuality import Factuality
from recoupe.model.finding import ClaimRef, Disagreement, Finding, Origin, Side, Status

Plain = dict[str, Any]
Parts = Mapping[Table, Mapping[int, Sequence[Row[Any]]]]
OWNERS = {
    tables.finding_claim: "finding",
    tables.finding_link: "finding",
    tables.origin: "finding",
    tables.origin_claim: "origin",
    tables.disagreement: "finding",
    tables.side: "disagreement",
}


def replace(connection: Connection, findings: Iterable[Finding], made_by: str) -> None:
    """Put these findings in place of all that the case had; made_by: what made them.

    Raises Unknown where a finding rests on a claim that the case does not have.
    """
    connection.execute(delete(tables.finding))
    for table, rows in _rows(findings, _claim_ids(connection)).items():
        if rows:
            connection.execute(insert(table), rows)
    connection.execute(update(tables.weighed).values(made_by=made_by))


def every(connection: Connection) -> tuple[Finding, ...]:
    """Give the findings in the order in which they were saved."""
    refs = _claim_refs(connection)
    parts = {table: _grouped(connection, table, owner) for table, owner in OWNERS.items()}
    rows = connection.execute(select(tables.finding).order_by(tables.finding.c.number))
    return tuple(_finding(row, parts, refs) for row in rows)


def made_by(connection: Connection) -> str | None:
    """Say what made the findings, None where a reading has changed since."""
    return connection.execute(select(tables.weighed.c.made_by)).scalar()


def _claim_refs(connection: Connection) -> dict[int, ClaimRef]:
    claim, document = tables.claim, tables.document
    query = select(claim.c.id, document.c.id.label("document"), claim.c.position)
    query = query.join(document, document.c.number == claim.c.document)
    return {row.id: ClaimRef(row.document, row.position) for row in connection.execute(query)}


def _claim_ids(connection: Connection) -> dict[ClaimRef, int]:
    return {ref: id_ for id_, ref in _claim_refs(connection).items()}


def _rows(findings: Iterable[Finding], ids: Mapping[ClaimRef, int]) -> dict[Table, list[Plain]]:
    rows: dict[Table, list[Plain]] = defaultdict(list)
    origins, disagreements = count(1), count(1)
    for number, finding in enumerate(findings, 1):
        rows[tables.finding].append(_finding_row(number, finding))
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


def _finding_row(number: int, finding: Finding) -> Plain:
    return {
        "number": number,
        "id": finding.id,
        "event": finding.event.value,
        "status": finding.status.value,
        "independent_origins": finding.independent_origins,
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


def _grouped(connection: Connection, table: Table, owner: str) -> Mapping[int, Sequence[Row[Any]]]:
    groups: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(select(table).order_by(table.c[owner], table.c.position)):
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
