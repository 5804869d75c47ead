"""One connection to a case's SQLite file, and SQLite's troubles in words."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from recoupe.errors import CaseBusy, NotACase, RecoupeError, StorageFull

PATIENCE_SECONDS = 30
"""How long to wait for another's commit; the commit of a document takes milliseconds."""

# Write-ahead log: readers and the writer do not wait for each other, and kill -9 at any moment
# loses at most the open transaction. synchronous=FULL: what was reported as kept is on the disk,
# also after a power cut; it costs one fsync a document, a few milliseconds.
WRITING = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON")
READING = ("query_only=ON",)


@contextmanager
def writable(file: Path) -> Iterator[Connection]:
    """Connect for writing; each transaction takes SQLite's own write lock as it begins."""
    with _connected(file, "mode=rwc", WRITING, "BEGIN IMMEDIATE") as connection:
        yield connection


@contextmanager
def readable(file: Path) -> Iterator[Connection]:
    """Connect for reading only, also where the folder cannot be written (a copy on a disc)."""
    with _connected(file, _reading_mode(file), READING, "BEGIN") as connection:
        yield connection


@contextmanager
def transaction(connection: Connection, file: Path) -> Iterator[Connection]:
    """Begin a transaction, or go on with the one that was begun around it."""
    with troubles_in_words(file):
        if connection.in_transaction():
            yield connection
            return
        with connection.begin():
            yield connection


@contextmanager
def troubles_in_words(file: Path) -> Iterator[None]:
    """Raise SQLite's errors as StorageFull, CaseBusy or NotACase where a person can mend them."""
    try:
        yield
    except DBAPIError as error:
        raise _in_words(error.orig, file) or error from error
    except sqlite3.Error as error:
        raise _in_words(error, file) or error from error


def _reading_mode(file: Path) -> str:
    if os.access(file.parent, os.W_OK) and os.access(file, os.W_OK):
        return "mode=rw"
    # A log beside the file means that its owner may be writing: what is in the log counts too.
    logged = file.with_name(f"{file.name}-wal").exists()
    return "mode=ro" if logged else "mode=ro&immutable=1"


@contextmanager
def _connected(file: Path, mode: str, pragmas: tuple[str, ...], begin: str) -> Iterator[Connection]:
    engine = _engine(file.absolute(), mode, pragmas, begin)
    with troubles_in_words(file), engine.connect() as connection:
        yield connection


@lru_cache(maxsize=64)
def _engine(file: Path, mode: str, pragmas: tuple[str, ...], begin: str) -> Engine:
    """Give what opens connections, each anew; what was compiled once serves all of them."""

    def opened() -> sqlite3.Connection:
        address = f"{file.as_uri()}?{mode}"
        raw = sqlite3.connect(address, uri=True, timeout=PATIENCE_SECONDS, isolation_level=None)
        for pragma in pragmas:
            raw.execute(f"PRAGMA {pragma}")
        return raw

    engine = create_engine("sqlite://", creator=opened, poolclass=NullPool)
    _begin_with(engine, begin)
    return engine


def _begin_with(engine: Engine, statement: str) -> None:
    """Begin each transaction ourselves: the driver of Python 3.11 leaves tables out of its own."""

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(statement)


def _in_words(error: Any, file: Path) -> RecoupeError | None:
    code = getattr(error, "sqlite_errorname", "") or ""
    if code.startswith(("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE")):
        return StorageFull(
            f"{file}: the disk took no more ({error}); what was written before is intact. "
            "Make room and run the same command again."
        )
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return CaseBusy(f"{file}: another program holds it ({error}); close it and try again")
    if code.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")):
        return NotACase(f"{file}: cannot be opened or written ({error}); check who may write there")
    if code.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return NotACase(f"{file}: damaged ({error}); put a copy of the case in its place")
    return None
