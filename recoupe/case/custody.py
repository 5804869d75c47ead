"""The chain of custody as rows: each line carries the hash of the line before."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, inspect, select

from recoupe.case import tables
from recoupe.model.document import Custody, Document

BEGINNING = "0" * 64
"""What the first line carries in place of the hash of a line before."""


def append(connection: Connection, number: int, custody: Custody, document: Document) -> None:
    """Add a line for the document with that row number."""
    last = connection.execute(
        select(tables.custody.c.line, tables.custody.c.hash)
        .order_by(tables.custody.c.line.desc())
        .limit(1)
    ).one_or_none()
    line = _line(custody, document_hash(document))
    line["line"] = 1 if last is None else last.line + 1
    line["previous"] = BEGINNING if last is None else last.hash
    row = {**line, "document": number, "hash": chained(line)}
    connection.execute(insert(tables.custody), row)


def lines(connection: Connection) -> Iterator[Custody]:
    """Give every line, oldest first."""
    for row in connection.execute(select(tables.custody).order_by(tables.custody.c.line)):
        yield of_row(row)


def rows(connection: Connection) -> Iterator[Row[Any]]:
    """Give every line as its row, oldest first, also of a case that an older Recoupe left."""
    there = {column["name"] for column in inspect(connection).get_columns(tables.custody.name)}
    columns = [column for column in tables.custody.c if column.name in there]
    yield from connection.execute(select(*columns).order_by(tables.custody.c.line))


def of_row(row: Row[Any]) -> Custody:
    """Make a line of its row."""
    return Custody(
        original=row.original,
        address=row.address,
        captured=datetime.fromisoformat(row.captured),
        size=row.size,
        media_type=row.media_type,
        extractor=row.extractor,
        headers=tuple((name, value) for name, value in row.headers),
        author=row.author,
    )


def chained(line: Mapping[str, Any]) -> str:
    """Hash a line with the hash of the line before: canonical JSON, SHA-256.

    A line without an author is hashed as it was before lines had one.
    """
    said = {key: value for key, value in line.items() if key not in ("document", "hash")}
    if said.get("author") is None:
        said.pop("author", None)
    return _hash(said)


def document_hash(document: Document) -> str:
    """Hash all that a document says, so that its custody vouches for more than its bytes."""
    return _hash(
        {
            "id": document.id,
            "text": document.text,
            "language": document.language,
            "title": document.title,
            "publisher": document.publisher,
            "authors": document.authors,
            "published": [
                document.published.edtf,
                document.published.evidence,
                document.published.words,
            ],
            "boilerplate": [[span.start, span.end] for span in document.boilerplate],
        }
    )


def _hash(plain: Mapping[str, Any]) -> str:
    text = json.dumps(plain, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _line(custody: Custody, document_hash: str) -> dict[str, Any]:
    return {
        "original": custody.original,
        "address": custody.address,
        "captured": custody.captured.astimezone(UTC).isoformat(),
        "size": custody.size,
        "media_type": custody.media_type,
        "extractor": custody.extractor,
        "headers": [[name, value] for name, value in custody.headers],
        "document_hash": document_hash,
        "author": custody.author,
    }
