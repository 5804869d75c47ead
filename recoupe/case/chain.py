"""Lines that carry the hash of the line before: none can be changed or taken out unseen."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Column, Connection, Row, Table, insert, select

BEGINNING = "0" * 64
"""What the first line carries in place of the hash of a line before."""


def append(connection: Connection, table: Table, line: Mapping[str, Any], **beside: Any) -> int:
    """Add a line behind the last one and give its place, from 1; beside: columns not hashed."""
    place = _place(table)
    last = connection.execute(
        select(place, table.c.hash).order_by(place.desc()).limit(1)
    ).one_or_none()
    at = 1 if last is None else last[0] + 1
    said = {**line, place.name: at, "previous": BEGINNING if last is None else last.hash}
    connection.execute(insert(table), {**said, **beside, "hash": chained(said)})
    return at


def broken(rows: Iterable[Row[Any]], table: Table) -> Iterator[tuple[int, str]]:
    """Give the places whose lines are not as they were written, each with what is wrong.

    rows: all of the table, by their place.
    """
    previous, at = BEGINNING, 1
    for row in rows:
        line = row._asdict()
        place = line[_place(table).name]
        if (place, row.previous) != (at, previous):
            yield place, "the line before it was changed or taken out"
        if chained(line) != row.hash:
            yield place, "the line was changed"
        previous, at = row.hash, place + 1


def head(connection: Connection, table: Table) -> str | None:
    """Give the hash of the last line, None where there is none."""
    return connection.execute(select(table.c.hash).order_by(_place(table).desc()).limit(1)).scalar()


def chained(line: Mapping[str, Any]) -> str:
    """Hash a line with the hash of the line before.

    A line without an author is hashed as it was before lines of custody had one.
    """
    said = {key: value for key, value in line.items() if key not in ("document", "hash")}
    if said.get("author") is None:
        said.pop("author", None)
    return hashed(said)


def hashed(plain: Mapping[str, Any]) -> str:
    """Hash what is said: canonical JSON, SHA-256, hexadecimal."""
    text = json.dumps(plain, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _place(table: Table) -> Column[Any]:
    """Give the column that numbers the lines: the first."""
    return next(iter(table.c))
