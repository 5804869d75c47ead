"""Documents as rows."""

import hashlib
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, exists, func, insert, select

from recoupe.case import custody, tables
from recoupe.case.begins import begins
from recoupe.errors import Unknown
from recoupe.model.document import Custody, Document, Publication
from recoupe.model.span import Span

WITHOUT_SPACES = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "ARABIC", "THAI", "LAO", "KHMER")
"""Scripts, as Unicode names them, whose words are not found by cutting at spaces."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that waits to be read, by its id. before: what read it, None where nothing did."""

    document: str
    language: str | None
    before: str | None = None


def add(connection: Connection, line: Custody, document: Document) -> bool:
    """Add a document with its line of custody; say whether it is new.

    The same bytes at a second address get a second line; at the same address, nothing is written.
    """
    known = _number(connection, document.id)
    if known is not None and _came_from(connection, known, line.address):
        return False
    number = _insert(connection, document) if known is None else known
    custody.append(connection, number, line, document)
    return known is None


def every(connection: Connection) -> Iterator[Document]:
    """Give every document, in the order in which they were added."""
    for row in connection.execute(select(tables.document).order_by(tables.document.c.number)):
        yield of_row(row)


def one(connection: Connection, prefix: str) -> Document:
    """Give the document whose id begins so; raise Unknown where none or several do."""
    column = tables.document.c.id
    query = select(tables.document).where(begins(column, prefix)).limit(2)
    rows = connection.execute(query).all()
    if not prefix or not rows:
        raise Unknown(f"no document {prefix!r} in this case")
    if len(rows) > 1:
        raise Unknown(f"several documents begin with {prefix!r}: give more of the name")
    return of_row(rows[0])


def unread(connection: Connection, reader: Callable[[str | None], str]) -> Iterator[Unread]:
    """Give the documents that `reader(language)` has not read, oldest first."""
    read, document = tables.reading, tables.document
    query = select(document.c.id, document.c.language, read.c.reader)
    query = query.outerjoin(read, read.c.document == document.c.number)
    for row in connection.execute(query.order_by(document.c.number)):
        if row.reader != reader(row.language):
            yield Unread(row.id, row.language, row.reader)


def unread_languages(connection: Connection) -> dict[str | None, int]:
    """Count the documents that nothing has read yet, by their language."""
    read, document = tables.reading, tables.document
    query = select(document.c.language, func.count()).group_by(document.c.language)
    query = query.where(~exists().where(read.c.document == document.c.number))
    return {row[0]: row[1] for row in connection.execute(query)}


def is_read(connection: Connection, id_: str) -> bool:
    """Say whether a document has a reading."""
    read, document = tables.reading, tables.document
    query = select(read.c.document).join(document, document.c.number == read.c.document)
    return connection.execute(query.where(document.c.id == id_)).scalar() is not None


def number_of(connection: Connection, document: str) -> int:
    """Give the row number of a document by its full id; raise Unknown where there is none."""
    number = _number(connection, document)
    if number is None:
        raise Unknown(f"no document {document:.12} in this case")
    return number


def of_row(row: Row[Any]) -> Document:
    """Make a document of its row."""
    return Document(
        original=row.original,
        extractor=row.extractor,
        text=row.text,
        language=row.language,
        title=row.title,
        publisher=row.publisher,
        authors=tuple(row.authors),
        published=Publication(row.published, row.published_evidence, row.published_words),
        boilerplate=tuple(Span(start, end) for start, end in row.boilerplate),
    )


def text_hash(text: str) -> str:
    """Hash a canonical text: SHA-256 of its UTF-8, hex."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def written_without_spaces(text: str) -> bool:
    """Say whether the text has letters of a script in which spaces do not part words.

    >>> written_without_spaces("Пекин"), written_without_spaces("北京向莫斯科")
    (False, True)
    """
    letters = {c for c in set(text) if c.isalpha() and ord(c) > 0x5FF}
    return any(unicodedata.name(c, "").startswith(WITHOUT_SPACES) for c in letters)


def _number(connection: Connection, document: str) -> int | None:
    query = select(tables.document.c.number).where(tables.document.c.id == document)
    return connection.execute(query).scalar()


def _came_from(connection: Connection, number: int, address: str) -> bool:
    line = tables.custody.c
    query = select(line.line).where(line.document == number, line.address == address)
    return connection.execute(query.limit(1)).scalar() is not None


def _insert(connection: Connection, document: Document) -> int:
    # Numbered before the insert: a trigger fills the search index, and its rows would change
    # what SQLite gives as the number of the last row.
    last = connection.execute(select(func.max(tables.document.c.number))).scalar()
    number = (last or 0) + 1
    connection.execute(insert(tables.document), _row(number, document))
    if written_without_spaces(document.text):
        connection.exec_driver_sql(
            "INSERT INTO document_runs (rowid, title, text) VALUES (?, ?, ?)",
            (number, document.title, document.text),
        )
    return number


def _row(number: int, document: Document) -> dict[str, Any]:
    return {
        "number": number,
        "id": document.id,
        "original": document.original,
        "extractor": document.extractor,
        "text": document.text,
        "text_hash": text_hash(document.text),
        "language": document.language,
        "title": document.title,
        "publisher": document.publisher,
        "authors": list(document.authors),
        "published": document.published.edtf,
        "published_evidence": document.published.evidence,
        "published_words": document.published.words,
        "boilerplate": [[span.start, span.end] for span in document.boilerplate],
    }
