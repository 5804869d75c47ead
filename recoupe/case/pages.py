"""A case page by page: what a screen shows, without reading all that the case holds."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, Select, distinct, exists, func, select

from recoupe.case import (
    custody,
    documents,
    doubtful,
    findings,
    queue,
    readings,
    reviews,
    stamps,
    tables,
)
from recoupe.case.connect import transaction
from recoupe.case.queue import Progress, Waiting
from recoupe.case.stamps import Resting, Stamped
from recoupe.case.store import Store
from recoupe.case.voiced import Voiced, voiced
from recoupe.case.wanted import ALL, Wanted, filtered
from recoupe.errors import Unknown
from recoupe.model.claim import Claim
from recoupe.model.document import Custody, Document
from recoupe.model.doubt import Doubt
from recoupe.model.finding import ClaimRef, Finding, Status
from recoupe.model.reading import Reading
from recoupe.model.review import Review


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a case holds. languages: ISO 639-1 code, None where unknown, and how many.

    read: documents that have a reading; silent: of these, those without a claim.
    first, last: the earliest and latest date of publication, EDTF; None where none is known.
    current: whether the findings were made of the readings as they are now.
    """

    documents: int
    read: int
    silent: int
    undated: int
    publishers: int
    claims: int
    languages: tuple[tuple[str | None, int], ...]
    statuses: Mapping[Status, int]
    first: str | None
    last: str | None
    current: bool


class Which(StrEnum):
    """Which documents: all, those not read, or those read without a claim."""

    ALL = "all"
    UNREAD = "unread"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Shelved:
    """A document as a list names it. claims: how many, None where it was not read."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    language: str | None
    claims: int | None


class Pages:
    """A case, a page at a time. at: how many to pass over; size: how many to give."""

    def __init__(self, store: Store) -> None:
        self.case = store.case
        self.connection = store.connection

    def counts(self) -> Counts:
        """Count what the case holds."""
        with self._transaction() as connection:
            return _counts(connection)

    def count_documents(self, which: Which = Which.ALL) -> int:
        """Count the documents."""
        query = _which(select(func.count(tables.document.c.number)), which)
        with self._transaction() as connection:
            return _number(connection, query)

    def are_more_documents(self, than: int) -> bool:
        """Say whether the case has more documents than so many, without counting all."""
        query = select(tables.document.c.number).order_by(tables.document.c.number)
        with self._transaction() as connection:
            return connection.execute(query.offset(than).limit(1)).scalar() is not None

    def documents(
        self, at: int, size: int, newest: bool = False, which: Which = Which.ALL
    ) -> tuple[Shelved, ...]:
        """List documents in the order of adding, or the newest published first."""
        document = tables.document.c
        order = (document.published.desc().nulls_last(), document.number.desc())
        query = _which(_shelf(), which).order_by(*(order if newest else (document.number,)))
        with self._transaction() as connection:
            rows = connection.execute(query.offset(at).limit(size))
            return tuple(_shelved(row) for row in rows)

    def neighbours(self, id_: str) -> tuple[str | None, str | None]:
        """Give the ids of the documents added before and after this one."""
        with self._transaction() as connection:
            number, column = documents.number_of(connection, id_), tables.document.c
            before = select(column.id).where(column.number < number).order_by(column.number.desc())
            after = select(column.id).where(column.number > number).order_by(column.number)
            return tuple(connection.execute(q.limit(1)).scalar() for q in (before, after))  # type: ignore[return-value]

    def custody_of(self, document: Document) -> tuple[Custody, ...]:
        """Give the lines of custody of a document, oldest first."""
        line = tables.custody.c
        query = select(tables.custody).where(line.original == document.original)
        query = query.where(line.extractor == document.extractor).order_by(line.line)
        with self._transaction() as connection:
            number = documents.number_of(connection, document.id)
            rows = connection.execute(query.where(line.document == number))
            return tuple(custody.of_row(row) for row in rows)

    def custody(self, at: int, size: int) -> tuple[tuple[Custody, str], ...]:
        """Give lines of custody with the id of their document, the newest first."""
        line, document = tables.custody, tables.document
        query = select(line, document.c.id).join(document, document.c.number == line.c.document)
        query = query.order_by(line.c.line.desc()).offset(at).limit(size)
        with self._transaction() as connection:
            return tuple((custody.of_row(row), row.id) for row in connection.execute(query))

    def findings(self, at: int, size: int, wanted: Wanted = ALL) -> tuple[Finding, ...]:
        """Give findings, those of more independent origins and claims first."""
        with self._transaction() as connection:
            numbers = stamps.numbers(connection, at, size, wanted)
            found = dict(zip(sorted(numbers), findings.some(connection, numbers), strict=True))
            return tuple(found[number] for number in numbers)

    def stamps(self, at: int, size: int, wanted: Wanted = ALL) -> tuple[Stamped, ...]:
        """Give the same by their stamps, without reading what they say."""
        with self._transaction() as connection:
            return stamps.stamps(connection, at, size, wanted)

    def stamps_in(self, document: str) -> Mapping[int, Sequence[Stamped]]:
        """Give the findings that rest on that document, by the places of its claims."""
        with self._transaction() as connection:
            return stamps.resting(connection, documents.number_of(connection, document))

    def count_findings(self, wanted: Wanted = ALL) -> Mapping[Status, int]:
        """Count the findings by their status."""
        with self._transaction() as connection:
            return _statuses(connection, wanted)

    def stamp(self, prefix: str) -> Stamped:
        """Give the finding whose id begins so, by its stamp.

        Raises Unknown where none or several do.
        """
        with self._transaction() as connection:
            found = stamps.beginning(connection, prefix)
        if len(found) != 1 or not prefix:
            many = "several findings begin so" if found else "no finding is so named"
            raise Unknown(f"{prefix!r}: {many}; it may have been made again since")
        return found[0]

    def linked(self, id_: str) -> tuple[Stamped, ...]:
        """Give the findings that lead to this one or follow from it, those that still are."""
        with self._transaction() as connection:
            return stamps.linked(connection, id_)

    def findings_by_id(self, ids: Iterable[str]) -> tuple[Finding, ...]:
        """Give the findings with these ids, those that still are, in the order of saving."""
        column = tables.finding.c
        query = select(column.number).where(column.id.in_(list(ids)))
        with self._transaction() as connection:
            return findings.some(connection, connection.execute(query).scalars().all())

    def findings_among(self, ids: Collection[str]) -> tuple[Resting, ...]:
        """Give the findings that rest on claims of the documents with these ids."""
        with self._transaction() as connection:
            return stamps.among(connection, ids)

    def dates(self, ids: Collection[str]) -> Mapping[str, Sequence[str]]:
        """Give the dates, as EDTF, that claims of these findings tell of, by their ids."""
        with self._transaction() as connection:
            return stamps.dates(connection, ids)

    def last_decision(self) -> int:
        """Give the number of the last decision in the log, 0 where there is none."""
        with self._transaction() as connection:
            return connection.execute(select(func.max(tables.decision.c.number))).scalar() or 0

    def read_by(self) -> tuple[tuple[str, int, int, int], ...]:
        """Name by sums which documents were read by what, as names rest on that.

        Gives each reader with how many documents it read, their numbers added up, and the squares
        of these added up.
        """
        read = tables.reading.c
        sums = func.count(), func.sum(read.document), func.sum(read.document * read.document)
        query = select(read.reader, *sums).group_by(read.reader).order_by(read.reader)
        with self._transaction() as connection:
            return tuple((row[0], row[1], row[2], row[3]) for row in connection.execute(query))

    def texts(self, ids: Iterable[str]) -> dict[str, Document]:
        """Give the documents with these ids by id, in the order of adding."""
        document = tables.document
        query = select(document).where(document.c.id.in_(list(ids))).order_by(document.c.number)
        with self._transaction() as connection:
            found = [documents.of_row(row) for row in connection.execute(query)]
            return {one.id: one for one in found}

    def readings(self, ids: Iterable[str]) -> tuple[Reading, ...]:
        """Give the readings of the documents with these ids."""
        with self._transaction() as connection:
            return tuple(readings.some(connection, list(ids)))

    def named(self, ids: Iterable[str]) -> dict[str, Reading]:
        """Give, by their ids, whom documents name: readings without their claims."""
        with self._transaction() as connection:
            return {one.document: one for one in readings.named(connection, list(ids))}

    def claims(self, refs: Collection[ClaimRef]) -> dict[ClaimRef, Claim]:
        """Give claims by their places."""
        with self._transaction() as connection:
            return readings.chosen(connection, refs)

    def voiced(self, refs: Collection[ClaimRef]) -> Mapping[ClaimRef, Voiced]:
        """Say who makes these claims and how surely."""
        with self._transaction() as connection:
            return voiced(connection, refs)

    def reviews_in(self, document: str) -> Mapping[int, Review]:
        """Give what people decided about the claims of a document, by the place of the claim."""
        with self._transaction() as connection:
            return reviews.in_document(connection, document)

    def doubts_in(self, document: str) -> tuple[Doubt, ...] | None:
        """Give what is to be doubted in a document; None where it was not looked through."""
        with self._transaction() as connection:
            return doubtful.kept(connection, document)

    def reviews(self, refs: Collection[ClaimRef]) -> Mapping[ClaimRef, Review]:
        """Give what people decided about these claims."""
        with self._transaction() as connection:
            return reviews.of(connection, refs)

    def waiting(self, at: int, size: int) -> tuple[Waiting, ...]:
        """Give claims that wait for a reviewer, what matters most first."""
        with self._transaction() as connection:
            return queue.waiting(connection, at, size)

    def next_waiting(self, after: ClaimRef | None) -> ClaimRef | None:
        """Give the claim that waits behind this one, else the first; None where none waits."""
        with self._transaction() as connection:
            return queue.next_waiting(connection, after)

    def progress(self) -> Progress:
        """Count the claims, and those on which somebody has decided."""
        with self._transaction() as connection:
            return queue.progress(connection)

    def _transaction(self) -> AbstractContextManager[Connection]:
        return transaction(self.connection, self.case.database)


def _counts(connection: Connection) -> Counts:
    document, reading, claim = tables.document.c, tables.reading, tables.claim
    one = connection.execute(
        select(
            func.count(),
            func.count(distinct(document.publisher)),
            func.count(document.published),
            func.min(document.published),
            func.max(document.published),
        ).select_from(tables.document)
    ).one()
    by_language = select(document.language, func.count()).group_by(document.language)
    read = _number(connection, select(func.count()).select_from(reading))
    telling = _number(connection, select(func.count(distinct(claim.c.document))))
    return Counts(
        documents=one[0],
        read=read,
        silent=read - telling,
        undated=one[0] - one[2],
        publishers=one[1],
        claims=_number(connection, select(func.count()).select_from(claim)),
        languages=tuple(
            (code, number)
            for code, number in sorted(
                connection.execute(by_language), key=lambda row: (-row[1], row[0] or "")
            )
        ),
        statuses=_statuses(connection),
        first=one[3],
        last=one[4],
        current=findings.made_by(connection) is not None,
    )


def _number(connection: Connection, query: Select[Any]) -> int:
    return int(connection.execute(query).scalar_one())


def _statuses(connection: Connection, wanted: Wanted = ALL) -> dict[Status, int]:
    column = tables.finding.c
    query = filtered(connection, select(column.status, func.count()), wanted)
    query = query.group_by(column.status)
    return {Status(name): number for name, number in connection.execute(query)}


def _shelf() -> Select[Any]:
    document, claim = tables.document.c, tables.claim.c
    claims = select(func.count()).where(claim.document == document.number).scalar_subquery()
    return select(
        document.id,
        document.title,
        document.publisher,
        document.published,
        document.language,
        claims.label("claims"),
        exists().where(tables.reading.c.document == document.number).label("read"),
    )


def _which(query: Select[Any], which: Which) -> Select[Any]:
    number = tables.document.c.number
    read = exists().where(tables.reading.c.document == number)
    if which is Which.UNREAD:
        return query.where(~read)
    if which is Which.SILENT:
        return query.where(read, ~exists().where(tables.claim.c.document == number))
    return query


def _shelved(row: Row[Any]) -> Shelved:
    claims = row.claims if row.read else None
    return Shelved(row.id, row.title, row.publisher, row.published, row.language, claims)
