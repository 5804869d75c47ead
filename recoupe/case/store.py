"""A case's nouns, in and out of its database; each method that writes is one transaction."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime

from sqlalchemy import Connection

from recoupe.case import (
    changes,
    custody,
    decide,
    decisions,
    documents,
    doubtful,
    findings,
    journal,
    raw,
    readings,
    reviews,
    schema,
    search,
)
from recoupe.case.connect import readable, transaction, writable
from recoupe.case.documents import Unread
from recoupe.case.folder import Case
from recoupe.case.lock import Holder, in_silence, locked
from recoupe.case.search import Hit
from recoupe.case.tables import SCHEMA
from recoupe.model.act import Act
from recoupe.model.change import Change
from recoupe.model.decision import Decision, What
from recoupe.model.document import Custody, Document
from recoupe.model.finding import ClaimRef, Finding
from recoupe.model.reading import Reading
from recoupe.model.review import Review


class Store:
    """What a case holds. Killed at any moment, what was saved stays saved and nothing is half."""

    def __init__(self, case: Case, connection: Connection) -> None:
        self.case = case
        self.connection = connection

    def add_document(self, line: Custody, document: Document) -> bool:
        """Keep a document with its line of custody; say whether it is new in the case."""
        with self._transaction() as connection:
            return documents.add(connection, line, document)

    def save_reading(self, raw: Reading) -> None:
        """Put a reading in place of the document's earlier one; findings on it go with it.

        raw: as the reader gave it; what people decided about its claims is applied.
        """
        with self._transaction() as connection:
            readings.replace(connection, raw)

    def decide(self, author: str, what: What, reason: str = "") -> Decision:
        """Append a decision to the log and make again the reading that it concerns.

        Raises Unknown where it is about what the case does not have, BadDecision where it was made
        or undone before or lacks its reason. The findings are made again by `case.weigh`.
        """
        with self._transaction() as connection:
            return decide.decide(connection, author, what, reason)

    def decide_together(
        self, author: str, whats: Sequence[What], reason: str = ""
    ) -> tuple[Decision, ...]:
        """Append decisions that are one act, all or none; they carry the same time."""
        now = datetime.now(UTC)
        with self._transaction() as connection:
            return tuple(decide.decide(connection, author, what, reason, now) for what in whats)

    def save_findings(
        self, found: Sequence[Finding], made_by: str, changed: Sequence[Change] = ()
    ) -> None:
        """Put these findings in place of all that the case had.

        made_by: what made them; changed: what decisions did to them, kept in the log.
        """
        with self._transaction() as connection:
            findings.replace(connection, found, made_by)
            changes.keep(connection, changed)

    def documents(self) -> tuple[Document, ...]:
        """Give every document, in the order in which they were added."""
        with self._transaction() as connection:
            return tuple(documents.every(connection))

    def document(self, prefix: str) -> Document:
        """Give the document whose id begins so; raise Unknown where none or several do."""
        with self._transaction() as connection:
            return documents.one(connection, prefix)

    def unread(self, reader: Callable[[str | None], str]) -> tuple[Unread, ...]:
        """Give the documents not read by `reader(language)` as it is now, oldest first."""
        with self._transaction() as connection:
            return tuple(documents.unread(connection, reader))

    def unread_languages(self) -> Mapping[str | None, int]:
        """Count the documents that nothing has read yet, by their language."""
        with self._transaction() as connection:
            return documents.unread_languages(connection)

    def is_read(self, document: str) -> bool:
        """Say whether a document, by its id, has a reading."""
        with self._transaction() as connection:
            return documents.is_read(connection, document)

    def custody(self) -> tuple[Custody, ...]:
        """Give the chain of custody, oldest line first."""
        with self._transaction() as connection:
            return tuple(custody.lines(connection))

    def readings(self) -> tuple[Reading, ...]:
        """Give every reading, in the order in which the documents were added."""
        with self._transaction() as connection:
            return tuple(readings.every(connection))

    def reading(self, document: Document) -> Reading | None:
        """Give the reading of a document, None where it has not been read."""
        with self._transaction() as connection:
            return readings.one(connection, document)

    def as_read(self, document: Document) -> Reading | None:
        """Give the reading as its reader gave it, before any decision; None where there is none."""
        with self._transaction() as connection:
            return raw.as_read(connection, document.id)

    def not_looked_through(self) -> tuple[str, ...]:
        """Give the ids of documents that this Recoupe has not yet looked through for doubts."""
        with self._transaction() as connection:
            return tuple(doubtful.not_looked_through(connection))

    def look_through(self, id_: str) -> None:
        """Look through the reading of a document for what a careful reader should doubt."""
        with self._transaction() as connection:
            document = documents.one(connection, id_)
            reading = readings.one(connection, document)
            if reading is not None:
                number = documents.number_of(connection, id_)
                doubtful.look_through(connection, number, document, reading)

    def decisions(self) -> tuple[Decision, ...]:
        """Give the log of decisions, the oldest first; also those that were undone."""
        with self._transaction() as connection:
            return decisions.every(connection)

    def acts(self, first: int = 0, most: int | None = None) -> tuple[Act, ...]:
        """Give the lines of the journal, the newest first: what was done beside deciding."""
        with self._transaction() as connection:
            return journal.every(connection, first, most)

    def reviews(self) -> Mapping[ClaimRef, Review]:
        """Give how claims stand with their reviewers; claims on which nobody decided have none."""
        with self._transaction() as connection:
            return reviews.every(connection)

    def changes(self) -> Mapping[int, tuple[Change, ...]]:
        """Give what each decision did to the findings, by its number."""
        with self._transaction() as connection:
            return changes.every(connection)

    def findings(self) -> tuple[Finding, ...]:
        """Give the findings in the order in which they were saved."""
        with self._transaction() as connection:
            return findings.every(connection)

    def findings_made_by(self) -> str | None:
        """Say what made the findings, None where a reading has changed since."""
        with self._transaction() as connection:
            return findings.made_by(connection)

    def findings_outdated(self) -> bool:
        """Say whether there is a reading of which the findings were not made."""
        with self._transaction() as connection:
            return findings.made_by(connection) is None and readings.are_any(connection)

    def findings_before(self) -> tuple[Finding, ...]:
        """Give the findings as they were last made, also those that have gone since.

        What the claims of those that have gone disagree on is left out.
        """
        with self._transaction() as connection:
            return (*changes.gone(connection), *findings.every(connection))

    def last_weighed(self) -> int | None:
        """Give the number of the last decision that the findings took into account.

        0 where there was none then, None where findings were never made.
        """
        with self._transaction() as connection:
            return findings.last_weighed(connection)

    def search(self, query: str) -> tuple[Hit, ...]:
        """Find documents, claims and names by their words."""
        with self._transaction() as connection:
            return tuple(search.search(connection, query))

    def as_it_is(self) -> AbstractContextManager[Connection]:
        """Read all that follows as the case is now, whatever others write meanwhile."""
        return self._transaction()

    def _transaction(self) -> AbstractContextManager[Connection]:
        return transaction(self.connection, self.case.database)


@contextmanager
def reading_from(case: Case) -> Iterator[Store]:
    """Open the case's store to read; another process may write meanwhile.

    A case of an older Recoupe is first brought up to date, which needs leave to write there.
    """
    with readable(case.database) as connection:
        if schema.stands(connection) == SCHEMA:
            yield Store(case, connection)
            return
    with writing_to(case):
        pass
    with readable(case.database) as connection:
        yield Store(case, connection)


@contextmanager
def writing_to(
    case: Case,
    patience: float | None = None,
    waiting: Callable[[Holder], None] = in_silence,
) -> Iterator[Store]:
    """Open the case's store to write, alone; patience and waiting as in `lock.locked`."""
    with locked(case.folder, patience, waiting):
        if schema.version(case.database) != SCHEMA:
            schema.upgrade(case.database)
        with writable(case.database) as connection:
            yield Store(case, connection)
