"""Which claims wait for a reviewer, what matters most first."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, exists, func, select, tuple_

from recoupe.case import tables
from recoupe.model.finding import ClaimRef


@dataclass(frozen=True, slots=True)
class Waiting:
    """A claim on which nobody has decided.

    status: of its finding, None where it is in none. doubts: kinds of what is to be doubted in it.
    """

    claim: ClaimRef
    title: str | None
    publisher: str | None
    event: str
    factuality: str
    status: str | None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How many claims a case has, and on how many of them somebody has decided."""

    claims: int
    done: int

    @property
    def waiting(self) -> int:
        return self.claims - self.done


_document, _claim, _finding = tables.document.c, tables.claim.c, tables.finding.c
_member, _review = tables.finding_claim.c, tables.review.c
_ORDER = (_claim.turn, _claim.document, _claim.position)
"""Worked out beforehand, by `turns.py`, and in an index."""


def progress(connection: Connection) -> Progress:
    """Count what was decided and what waits."""
    claims = connection.execute(select(func.count()).select_from(tables.claim)).scalar_one()
    done = connection.execute(select(func.count(_review.claim.distinct()))).scalar_one()
    return Progress(claims, done)


def waiting(connection: Connection, at: int, size: int) -> tuple[Waiting, ...]:
    """Give the claims that wait, in the order in which they are best decided."""
    ids = connection.execute(_waiting(_claim.id).offset(at).limit(size)).scalars().all()
    doubted = _doubted(connection, ids)
    rows = connection.execute(_told().where(_claim.id.in_(ids)).order_by(*_ORDER))
    return tuple(
        Waiting(
            ClaimRef(row.document, row.position),
            row.title,
            row.publisher,
            row.event,
            row.factuality,
            row.status,
            tuple(doubted[row.id]),
        )
        for row in rows
    )


def next_waiting(connection: Connection, after: ClaimRef | None = None) -> ClaimRef | None:
    """Give the claim that waits behind this one, else the first; None where none waits."""
    query = _waiting(_claim.document, _claim.position)
    place = None if after is None else connection.execute(_placed(after)).first()
    behind = None if place is None else query.where(tuple_(*_ORDER) > tuple_(*place))
    return (behind is not None and _first(connection, behind)) or _first(connection, query)


def _first(connection: Connection, query: Select[Any]) -> ClaimRef | None:
    row = connection.execute(query.limit(1)).first()
    if row is None:
        return None
    document = select(_document.id).where(_document.number == row.document)
    return ClaimRef(connection.execute(document).scalar_one(), row.position)


def _waiting(*columns: Any) -> Select[Any]:
    return select(*columns).where(~exists().where(_review.claim == _claim.id)).order_by(*_ORDER)


def _told() -> Select[Any]:
    return (
        select(
            _claim.id,
            _document.id.label("document"),
            _document.title,
            _document.publisher,
            _claim.position,
            _claim.event,
            _claim.factuality,
            _finding.status,
        )
        .select_from(tables.claim)
        .join(tables.document, _document.number == _claim.document)
        .outerjoin(tables.finding_claim, _member.claim == _claim.id)
        .outerjoin(tables.finding, _finding.number == _member.finding)
    )


def _placed(ref: ClaimRef) -> Select[Any]:
    query = select(*_ORDER).join(tables.document, _document.number == _claim.document)
    return query.where(_document.id == ref.document, _claim.position == ref.index)


def _doubted(connection: Connection, ids: Sequence[int]) -> Mapping[int, list[str]]:
    doubt = tables.doubt.c
    query = select(doubt.claim, doubt.kind).where(doubt.claim.in_(ids)).distinct()
    found: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(query.order_by(doubt.claim, doubt.kind)):
        found[row.claim].append(row.kind)
    return found
