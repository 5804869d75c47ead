"""When each claim's turn comes to be reviewed, kept beside it: no page sorts a whole case."""

from typing import Any

from sqlalchemy import Connection, Select, and_, case, exists, select, update

from recoupe.case import tables
from recoupe.model.finding import Status

FIRST = (Status.CONTESTED, Status.SINGLE_ORIGIN)
LATER = (Status.UNCONFIRMED, Status.DENIED, Status.CORROBORATED, None)
"""None: the claim is in no finding."""

TURNS = (
    *((status, doubtful) for status in FIRST for doubtful in (True, False)),
    *((status, True) for status in LATER),
    *((status, False) for status in LATER),
)
"""What is disputed first, then what one origin alone tells, then what is to be doubted; each with
what is to be doubted in it before the rest."""

_claim, _finding = tables.claim.c, tables.finding.c
_doubtful = exists().where(tables.doubt.c.claim == _claim.id)


def settle(connection: Connection, claims: Select[Any] | None = None) -> None:
    """Work out anew when the turns of these claims come. claims: their ids; None for every claim.

    To be called where claims or what is to be doubted in them came or changed, and where findings
    were made. A claim whose finding went keeps its turn until findings are made again.
    """
    placed = _placed(claims).subquery()
    changed = and_(_claim.id == placed.c.id, _claim.turn != placed.c.turn)
    connection.execute(update(tables.claim).where(changed).values(turn=placed.c.turn))


def _placed(claims: Select[Any] | None) -> Select[Any]:
    member = tables.finding_claim.c
    query = (
        select(_claim.id, _turn().label("turn"))
        .outerjoin(tables.finding_claim, member.claim == _claim.id)
        .outerjoin(tables.finding, _finding.number == member.finding)
    )
    return query if claims is None else query.where(_claim.id.in_(claims))


def _turn() -> Any:
    return case(*((_is(*turn), at) for at, turn in enumerate(TURNS)))


def _is(status: Status | None, doubtful: bool) -> Any:
    named = _finding.status.is_(None) if status is None else _finding.status == status.value
    return and_(named, _doubtful if doubtful else ~_doubtful)
