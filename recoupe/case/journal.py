"""What was done at a case as rows: each line carries the hash of the line before."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from recoupe.case import chain, tables
from recoupe.errors import NotACase
from recoupe.model.act import Act, Did


def append(connection: Connection, author: str | None, did: Did, **about: str) -> None:
    """Add a line: who did what, now."""
    made = datetime.now(UTC).isoformat()
    line = {"made": made, "author": author, "did": did.value, "about": about}
    chain.append(connection, tables.act, line)


def every(connection: Connection, first: int = 0, most: int | None = None) -> tuple[Act, ...]:
    """Give the lines, the newest first. first: how many are left out; most: how many are given."""
    query = select(tables.act).order_by(tables.act.c.number.desc()).offset(first).limit(most)
    return tuple(_act(row) for row in connection.execute(query))


def rows(connection: Connection) -> Iterable[Row[Any]]:
    """Give every line as its row, the oldest first."""
    return connection.execute(select(tables.act).order_by(tables.act.c.number))


def _act(row: Row[Any]) -> Act:
    """Make an act of its row; raises NotACase where somebody changed it behind our back."""
    try:
        made = datetime.fromisoformat(row.made)
        return Act(row.number, made, row.author, Did(row.did), dict(row.about))
    except (ValueError, TypeError) as error:
        raise NotACase(
            f"line {row.number} of the journal is not as it was written ({error}); `recoupe "
            "verify` names what was changed: put a copy of the case in its place"
        ) from error
