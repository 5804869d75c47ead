"""Whether everything in a case is still where it was, and what it was."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Table, inspect, select

from recoupe.archive import originals
from recoupe.case import (
    accounts,
    chain,
    custody,
    decisions,
    documents,
    journal,
    raw,
    readings,
    tables,
)
from recoupe.case.connect import readable
from recoupe.case.folder import Case
from recoupe.case.review import reviewed

QUOTED = (
    (tables.evidence, tables.claim),
    (tables.role, tables.claim),
    (tables.source, tables.claim),
    (tables.reason, tables.claim),
    (tables.mention, tables.entity),
)
"""What quotes a document, and what it belongs to."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it was. harmful: False for what an interrupted run left behind."""

    where: str
    what: str
    harmful: bool = True


def verify(case: Case) -> Iterator[Problem]:
    """Check bytes, texts, custody, decisions, journal, accounts and quotes; clean: no problem."""
    for problem in originals.intact(case.originals):
        yield Problem("originals", problem.what, problem.harmful)
    with readable(case.database) as connection, connection.begin():
        yield from _database(connection)
        yield from _documents(connection, case)
        yield from _custody(connection)
        yield from _decisions(connection)
        yield from _journal(connection)
        yield from _quotes(connection)


@dataclass(frozen=True, slots=True)
class Heads:
    """The hash of the last line of each chain, None where it has none.

    Noted elsewhere, each proves its whole chain.
    """

    custody: str
    decisions: str | None
    journal: str | None


def heads(case: Case) -> Heads:
    """Give where the chains of a case end."""
    with readable(case.database) as connection:
        return Heads(
            chain.head(connection, tables.custody) or chain.BEGINNING,
            _head(connection, tables.decision),
            _head(connection, tables.act),
        )


def _database(connection: Connection) -> Iterator[Problem]:
    for row in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if row[0] != "ok":
            yield Problem("database", f"SQLite finds it damaged: {row[0]}")
    for table, *_ in connection.exec_driver_sql("PRAGMA foreign_key_check").all()[:20]:
        yield Problem("database", f"a row of {table} belongs to nothing")


def _documents(connection: Connection, case: Case) -> Iterator[Problem]:
    vouched = _custody_hashes(connection)
    kept = {path.name for path in case.originals.rglob("*")}
    for row in connection.execute(select(tables.document)):
        for what in _document(row, vouched[row.number], kept):
            yield Problem(f"document {row.id:.12}", what)


def _document(row: Row[Any], vouched: set[str], kept: set[str]) -> Iterator[str]:
    document = documents.of_row(row)
    if document.id != row.id:
        yield "its name is not that of its original and extractor"
    if documents.text_hash(row.text) != row.text_hash:
        yield "its text is not the text that was kept"
    if not vouched:
        yield "no line of custody says where it came from"
    elif vouched != {custody.document_hash(document)}:
        yield "its text or particulars are not those that custody vouches for"
    if row.original not in kept:
        yield f"its original {row.original:.12} is missing from originals/"


def _custody_hashes(connection: Connection) -> defaultdict[int, set[str]]:
    vouched = defaultdict(set)
    for row in custody.rows(connection):
        vouched[row.document].add(row.document_hash)
    return vouched


def _head(connection: Connection, table: Table) -> str | None:
    return chain.head(connection, table) if inspect(connection).has_table(table.name) else None


def _custody(connection: Connection) -> Iterator[Problem]:
    for line, what in chain.broken(custody.rows(connection), tables.custody):
        yield Problem(f"custody, line {line}", what)


def _decisions(connection: Connection) -> Iterator[Problem]:
    if not inspect(connection).has_table(tables.decision.name):  # of an older Recoupe
        return
    broken = list(chain.broken(decisions.rows(connection), tables.decision))
    for number, what in broken:
        yield Problem(f"decision {number}", what)
    if not broken:
        yield from _reviewed(connection)


def _journal(connection: Connection) -> Iterator[Problem]:
    if not inspect(connection).has_table(tables.act.name):  # of an older Recoupe
        return
    broken = list(chain.broken(journal.rows(connection), tables.act))
    for number, what in broken:
        yield Problem(f"journal, line {number}", what)
    if not broken:
        for name in accounts.not_as_journalled(connection):
            yield Problem(f"account {name}", "not as the journal says that it was made")


def _reviewed(connection: Connection) -> Iterator[Problem]:
    """Check that claims on which people decided are as the decisions make them."""
    for id_ in decisions.documents_decided_on(connection):
        try:
            given = raw.as_read(connection, id_)
            read = readings.one(connection, documents.one(connection, id_))
        except ValueError as error:
            yield Problem(f"document {id_:.12}", f"its claims break the claim model: {error}")
            continue
        if given and read != reviewed(given, decisions.about(connection, id_)):
            what = "its claims are not as its reading and the decisions make them"
            yield Problem(f"document {id_:.12}", what)


def _quotes(connection: Connection) -> Iterator[Problem]:
    texts = select(tables.document.c.number, tables.document.c.id, tables.document.c.text)
    for document in connection.execute(texts).all():
        for table, owner in QUOTED:
            for quote in _quoted(connection, table, owner, document.number):
                if document.text[quote.start : quote.end] != quote.quote or not quote.quote:
                    yield Problem(f"document {document.id:.12}", _moved(table, quote))


def _quoted(
    connection: Connection, table: Table, owner: Table, document: int
) -> Sequence[Row[Any]]:
    query = select(table).join(owner, owner.c.id == table.c[owner.name])
    return connection.execute(query.where(owner.c.document == document)).all()


def _moved(table: Table, quote: Row[Any]) -> str:
    return f"{table.name} quotes {quote.quote!r}, which is not at [{quote.start}, {quote.end})"
