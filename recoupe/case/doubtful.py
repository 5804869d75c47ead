"""What a careful reader should doubt in the documents of a case, as rows."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from recoupe import __version__
from recoupe.case import tables, turns
from recoupe.model.document import Document
from recoupe.model.doubt import Doubt
from recoupe.model.finding import ClaimRef
from recoupe.model.reading import Reading

LONGEST_TEXT, MOST_CLAIMS = 60_000, 80
"""Characters and claims of the longest document that is looked through while a case is written to:
the rules compare claims with each other, and nobody must wait long for one document. A dossier
looks through all."""


def look_through(connection: Connection, number: int, document: Document, reading: Reading) -> None:
    """Put what is to be doubted in a reading in place of what was. number: of the document's row.

    Of a document that is too long nothing is kept, and `kept` says so.
    """
    # Imported here: most commands read a case without looking for doubts.
    from recoupe.weighing.doubts import doubts

    ids = _claim_ids(connection, number)
    connection.execute(delete(tables.doubt).where(tables.doubt.c.document == number))
    if len(document.text) <= LONGEST_TEXT and len(reading.claims) <= MOST_CLAIMS:
        rows = [
            {"document": number, "claim": claim, "kind": doubt.kind, "note": doubt.note}
            for doubt in doubts([reading], {document.id: document})
            for claim in [ids[ref.index] for ref in doubt.claims] or (None,)
        ]
        if rows:
            connection.execute(insert(tables.doubt), rows)
        own = tables.reading.c.document == number
        connection.execute(update(tables.reading).where(own).values(doubted_by=__version__))
    turns.settle(connection, select(tables.claim.c.id).where(tables.claim.c.document == number))


def kept(connection: Connection, document: str) -> tuple[Doubt, ...] | None:
    """Give what is to be doubted in a document, a doubt for each claim that it touches.

    None where it was not looked through.
    """
    if not _is_looked_through(connection, document):
        return None
    return tuple(_kept(connection, document))


def not_looked_through(connection: Connection) -> Sequence[str]:
    """Give the ids of documents that were read, but not yet looked through by this Recoupe."""
    read, document, claim = tables.reading.c, tables.document, tables.claim.c
    claims = select(func.count()).where(claim.document == read.document).scalar_subquery()
    query = (
        select(document.c.id)
        .join(tables.reading, read.document == document.c.number)
        .where(or_(read.doubted_by.is_(None), read.doubted_by != __version__))
        .where(func.length(document.c.text) <= LONGEST_TEXT, claims <= MOST_CLAIMS)
        .order_by(document.c.number)
    )
    return connection.execute(query).scalars().all()


def _claim_ids(connection: Connection, number: int) -> dict[int, int]:
    claim = tables.claim.c
    query = select(claim.position, claim.id).where(claim.document == number)
    return {row.position: row.id for row in connection.execute(query)}


def _is_looked_through(connection: Connection, document: str) -> bool:
    read = tables.reading.c
    query = select(read.doubted_by).join(tables.document, tables.document.c.number == read.document)
    return connection.execute(query.where(tables.document.c.id == document)).scalar() is not None


def _kept(connection: Connection, document: str) -> Iterator[Doubt]:
    doubt, claim = tables.doubt.c, tables.claim
    query = (
        select(doubt.kind, doubt.note, claim.c.position)
        .join(tables.document, tables.document.c.number == doubt.document)
        .outerjoin(claim, claim.c.id == doubt.claim)
        .where(tables.document.c.id == document)
        .order_by(doubt.id)
    )
    for row in connection.execute(query):
        touched = () if row.position is None else (ClaimRef(document, row.position),)
        yield Doubt(document, row.kind, row.note, touched)
