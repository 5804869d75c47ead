"""A reading as its reader gave it, and made again with the decisions that hold now."""

from dataclasses import replace

from sqlalchemy import Connection, select

from recoupe.case import (
    changes,
    decisions,
    documents,
    doubtful,
    findings,
    readings,
    reviews,
    tables,
)
from recoupe.case.review import reviewed, reviewing
from recoupe.model.gold import claim_from_plain
from recoupe.model.reading import Reading


def as_read(connection: Connection, document: str) -> Reading | None:
    """Give the reading of a document as its reader gave it, before any decision."""
    read = readings.one(connection, documents.one(connection, document))
    if read is None:
        return None
    number = documents.number_of(connection, document)
    query = select(tables.reading.c.raw).where(tables.reading.c.document == number)
    plain = connection.execute(query).scalar()
    if plain is None:
        return replace(read, rejected=frozenset())
    claims = tuple(claim_from_plain(claim, document) for claim in plain)
    return replace(read, claims=claims, rejected=frozenset())


def make_again(connection: Connection, document: str) -> None:
    """Apply to a reading the decisions that hold now; where that changes none, findings stay."""
    number = documents.number_of(connection, document)
    told = documents.one(connection, document)
    read = readings.one(connection, told)
    raw = as_read(connection, document)
    if read is None or raw is None:
        return
    log = decisions.about(connection, document)
    now = reviewed(raw, log)
    if now.claims != read.claims:
        readings.replace(connection, raw)
        return
    reviews.keep(connection, number, reviewing(raw, log))
    if now.rejected != read.rejected:
        changes.set_aside(connection, number)
        doubtful.look_through(connection, number, told, now)
        findings.outdate(connection)
