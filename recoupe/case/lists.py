"""Lists of sanctions as rows: every version that was kept, and which entries it has."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from itertools import islice, zip_longest
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from recoupe.archive import originals
from recoupe.case import journal, tables
from recoupe.case.connect import transaction
from recoupe.case.store import Store
from recoupe.errors import BadInput
from recoupe.identity.watchlists.format import Item, Unread
from recoupe.model.act import Did
from recoupe.model.listing import (
    Designation,
    Identifier,
    Listed,
    ListedName,
    ListEntry,
    ListVersion,
    Quality,
)

AT_A_TIME = 500
"""Entries that are written together."""

SHOWN = 3
"""Places that are named in an error; the number of all is said."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A version of a list that comes into the case.

    files: each with the path or address that it came from, the list itself first.
    published: ISO date. author: who brought it, None where nobody is known.
    """

    source: str
    format: str
    published: str
    files: tuple[tuple[Path, str], ...]
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What a version brought, beside the one in force before it.

    came, went, changed: numbers of entries; of the first version, all have come.
    """

    version: ListVersion
    is_new: bool
    came: int = 0
    went: int = 0
    changed: int = 0


class Lists:
    """The lists of a case; each method that writes is one transaction."""

    def __init__(self, store: Store) -> None:
        self.case = store.case
        self.connection = store.connection

    def known(self, source: str, files: Sequence[Path]) -> ListVersion | None:
        """Give the version that was made of exactly these bytes, None where none was."""
        hash_ = _joined([_hash(file) for file in files])
        return next((v for v in self.versions(source) if v.hash == hash_), None)

    def keep(self, arrival: Arrival, items: Iterable[Item], leave_out: bool = False) -> Change:
        """Keep a version with its bytes; whole, or nothing of it.

        leave_out: keep the other entries where some cannot be read, and note which.
        Raises BadInput where some cannot be read, or none is there.
        """
        hashes = [_hash(file) for file, _ in arrival.files]
        with self._transaction() as connection:
            number = (
                connection.execute(select(func.max(tables.list_version.c.number))).scalar() or 0
            ) + 1
            connection.execute(insert(tables.list_version), _version_row(number, arrival, hashes))
            entries, unread = _insert(connection, number, arrival.source, items)
            _check(arrival, entries, unread, leave_out)
            connection.execute(
                tables.list_version.update()
                .where(tables.list_version.c.number == number)
                .values(entries=entries, left_out=unread)
            )
            self._keep_bytes(arrival, hashes)
            version = next(v for n, v in _versions(connection) if n == number)
            about = {"source": arrival.source, "hash": version.hash}
            journal.append(connection, arrival.author, Did.LIST_KEPT, **about)
            return Change(version, True, *_difference(connection, number, version))

    def versions(self, source: str | None = None) -> tuple[ListVersion, ...]:
        """Give the versions of a list, or of all, by source and day of publication."""
        with self._transaction() as connection:
            return tuple(v for _, v in _versions(connection) if source in (None, v.source))

    def listed(self, source: str | None = None) -> tuple[Listed, ...]:
        """Give every entry in each wording that it ever had, with the versions that have it so."""
        with self._transaction() as connection:
            return tuple(one for one in _listed(connection) if source in (None, one.source))

    def _keep_bytes(self, arrival: Arrival, hashes: Sequence[str]) -> None:
        for (file, address), hash_ in zip(arrival.files, hashes, strict=True):
            if originals.keep_file(self.case.originals, file) != hash_:
                raise BadInput(f"{address}: changed while it was read; nothing was loaded")

    def _transaction(self) -> AbstractContextManager[Connection]:
        return transaction(self.connection, self.case.database)


def _version_row(number: int, arrival: Arrival, hashes: Sequence[str]) -> dict[str, Any]:
    addresses = [address for _, address in arrival.files]
    return {
        "number": number,
        "source": arrival.source,
        "hash": _joined(hashes),
        "format": arrival.format,
        "published": arrival.published,
        "originals": [list(pair) for pair in zip(hashes, addresses, strict=True)],
        "added": datetime.now(UTC).isoformat(timespec="seconds"),
        "entries": 0,
        "left_out": [],
    }


def _insert(
    connection: Connection, version: int, source: str, items: Iterable[Item]
) -> tuple[int, list[str]]:
    unread: list[str] = []
    entries, rest = 0, iter(items)
    while some := list(islice(rest, AT_A_TIME)):
        unread += [str(item) for item in some if isinstance(item, Unread)]
        entries += _insert_some(
            connection, version, source, [item for item in some if isinstance(item, ListEntry)]
        )
    return entries, unread


def _insert_some(
    connection: Connection, version: int, source: str, entries: Sequence[ListEntry]
) -> int:
    rows = {row["hash"]: row for row in (_entry_row(source, entry) for entry in entries)}
    known = _numbers(connection, source, rows)
    new = [row for hash_, row in rows.items() if hash_ not in known]
    if new:
        connection.execute(insert(tables.list_entry), new)
        known = _numbers(connection, source, rows)
    present = set(
        connection.execute(
            select(tables.list_presence.c.entry).where(
                tables.list_presence.c.version == version,
                tables.list_presence.c.entry.in_(known.values()),
            )
        ).scalars()
    )
    fresh = [number for number in known.values() if number not in present]
    if fresh:
        presence = [{"version": version, "entry": number} for number in fresh]
        connection.execute(insert(tables.list_presence), presence)
    return len(fresh)


def _numbers(connection: Connection, source: str, hashes: Iterable[str]) -> dict[str, int]:
    entry = tables.list_entry.c
    query = select(entry.hash, entry.number).where(entry.source == source)
    return {r.hash: r.number for r in connection.execute(query.where(entry.hash.in_(list(hashes))))}


def _check(arrival: Arrival, entries: int, unread: Sequence[str], leave_out: bool) -> None:
    address = arrival.files[0][1]
    if not entries:
        raise BadInput(f"{address}: no entry could be read; nothing was loaded")
    if unread and not leave_out:
        shown = "; ".join(unread[:SHOWN])
        more = f"; and {len(unread) - SHOWN:,} more" if len(unread) > SHOWN else ""
        raise BadInput(
            f"{address}: {len(unread):,} of {entries + len(unread):,} entries could not be read "
            f"({shown}{more}); nothing was loaded. To load the others: --leave-out-unread"
        )


def _versions(connection: Connection) -> Iterator[tuple[int, ListVersion]]:
    """Give each version by its number; none in a case that was made before there were lists."""
    if not connection.dialect.has_table(connection, tables.list_version.name):
        return
    version = tables.list_version.c
    order = (version.source, version.published, version.number)
    found = connection.execute(select(tables.list_version).order_by(*order)).all()
    for row, after in zip_longest(found, found[1:]):
        until = after.published if after is not None and after.source == row.source else None
        yield row.number, _version(row, until)


def _version(row: Row[Any], until: str | None) -> ListVersion:
    return ListVersion(
        source=row.source,
        hash=row.hash,
        format=row.format,
        published=row.published,
        until=until,
        originals=tuple((hash_, address) for hash_, address in row.originals),
        added=row.added,
        entries=row.entries,
        left_out=tuple(row.left_out),
    )


def _listed(connection: Connection) -> Iterator[Listed]:
    published = {number: version.published for number, version in _versions(connection)}
    if not published:
        return
    entry, presence = tables.list_entry, tables.list_presence
    versions: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(select(presence)):
        versions[row.entry].append(published[row.version])
    for row in connection.execute(select(entry).order_by(entry.c.number)):
        if days := versions.get(row.number):
            yield Listed(row.source, _entry(row.body), tuple(sorted(days)))


def _difference(connection: Connection, number: int, version: ListVersion) -> tuple[int, int, int]:
    versions = [(n, v) for n, v in _versions(connection) if v.source == version.source]
    at = next(at for at, (n, _) in enumerate(versions) if n == number)
    now = _hashes(connection, number)
    before = _hashes(connection, versions[at - 1][0]) if at else {}
    changed = sum(1 for id_ in now.keys() & before.keys() if now[id_] != before[id_])
    return len(now.keys() - before.keys()), len(before.keys() - now.keys()), changed


def _hashes(connection: Connection, version: int) -> dict[str, frozenset[str]]:
    entry, presence = tables.list_entry, tables.list_presence
    query = select(entry.c.id, entry.c.hash).join(presence, presence.c.entry == entry.c.number)
    found: dict[str, set[str]] = defaultdict(set)
    for row in connection.execute(query.where(presence.c.version == version)):
        found[row.id].add(row.hash)
    return {id_: frozenset(hashes) for id_, hashes in found.items()}


def _entry_row(source: str, entry: ListEntry) -> dict[str, Any]:
    body = asdict(entry)
    said = json.dumps(body, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return {
        "source": source,
        "id": entry.id,
        "hash": hashlib.sha256(said.encode("ascii")).hexdigest(),
        "schema": entry.schema,
        "name": entry.name,
        "body": body,
    }


def _entry(body: dict[str, Any]) -> ListEntry:
    parts = {
        "names": tuple(
            ListedName(n["text"], Quality(n["quality"]), n["script"]) for n in body["names"]
        ),
        "designations": tuple(
            Designation(d["authority"], tuple(d["programmes"]), d["listed"], d["delisted"])
            for d in body["designations"]
        ),
        "identifiers": tuple(Identifier(**i) for i in body["identifiers"]),
        **{name: tuple(body[name]) for name in ("addresses", "countries", "birth_dates")},
    }
    return ListEntry(**{**body, **parts})


def _joined(hashes: Sequence[str]) -> str:
    """Give the hash of a list of several files: that of their hashes, in their order."""
    if len(hashes) == 1:
        return hashes[0]
    return hashlib.sha256("\n".join(hashes).encode("ascii")).hexdigest()


def _hash(file: Path) -> str:
    with file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()
