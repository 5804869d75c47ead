"""The chain of custody as rows: each line carries the hash of the line before."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, inspect, select

from recoupe.case import chain, tables
from recoupe.model.document import Custody, Document


def append(connection: Connection, number: int, custody: Custody, document: Document) -> None:
    """Add a line for the document with that row number."""
    line = _line(custody, document_hash(document))
    chain.append(connection, tables.custody, line, document=number)


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


def document_hash(document: Document) -> str:
    """Hash all that a document says, so that its custody vouches for more than its bytes."""
    return chain.hashed(
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
