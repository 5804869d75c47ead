"""Which claims wait for a reviewer, what matters most first."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, and_, case, func, or_, select

from recoupe.case import tables
from recoupe.model.finding import ClaimRef, Status

ORDER = (
    Status.CONTESTED,
    Status.SINGLE_ORIGIN,
    Status.UNCONFIRMED,
    Status.DENIED,
    Status.CORROBORATED,
)
"""What is disputed first, then what one origin alone tells; claims of no finding come last."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A claim on which nobody has decided. status: of its finding, None where it is in none."""

    claim: ClaimRef
    title: str | None
    publisher: str | None
    event: str
    factuality: str
    status: str | None


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
_rank = case({s.value: i for i, s in enumerate(ORDER)}, value=_finding.status, else_=len(ORDER))


def progress(connection: Connection) -> Progress:
    """Count what was decided and what waits."""
    claims = connection.execute(select(func.count(_claim.id))).scalar_one()
    done = connection.execute(select(func.count(_review.claim.distinct()))).scalar_one()
    return Progress(claims, done)


def waiting(connection: Connection, at: int, size: int) -> tuple[Waiting, ...]:
    """Give the claims that wait, in the order in which they are best decided."""
    rows = connection.execute(_ordered(_waiting()).offset(at).limit(size))
    return tuple(
        Waiting(
            ClaimRef(row.document, row.position),
            row.title,
            row.publisher,
            row.event,
            row.factuality,
            row.status,
        )
        for row in rows
    )


def next_waiting(connection: Connection, after: ClaimRef | None = None) -> ClaimRef | None:
    """Give the claim that waits behind this one, else the first; None where none waits."""
    place = None if after is None else connection.execute(_placed(after)).first()
    behind = None if place is None else _first(connection, _waiting().where(_is_behind(place)))
    return behind or _first(connection, _waiting())


def _first(connection: Connection, query: Select[Any]) -> ClaimRef | None:
    row = connection.execute(_ordered(query).limit(1)).first()
    return None if row is None else ClaimRef(row.document, row.position)


def _claims() -> Select[Any]:
    return (
        select(
            _document.id.label("document"),
            _document.number,
            _document.title,
            _document.publisher,
            _claim.position,
            _claim.event,
            _claim.factuality,
            _finding.status,
            _rank.label("rank"),
        )
        .select_from(tables.claim)
        .join(tables.document, _document.number == _claim.document)
        .outerjoin(tables.finding_claim, _member.claim == _claim.id)
        .outerjoin(tables.finding, _finding.number == _member.finding)
    )


def _waiting() -> Select[Any]:
    return _claims().where(~_claim.id.in_(select(_review.claim)))


def _ordered(query: Select[Any]) -> Select[Any]:
    return query.order_by(_rank, _document.number, _claim.position)


def _placed(ref: ClaimRef) -> Select[Any]:
    return _claims().where(_document.id == ref.document, _claim.position == ref.index)


def _is_behind(place: Any) -> Any:
    later = or_(
        _document.number > place.number,
        and_(_document.number == place.number, _claim.position > place.position),
    )
    return or_(_rank > place.rank, and_(_rank == place.rank, later))
