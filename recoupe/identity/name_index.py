"""An index of names in one file: a name → those that may be it, in any script and spelling.

It is built once and asked without being loaded: a question reads the lists of its own keys only.
"""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from hashlib import blake2b
from math import log
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from recoupe.errors import BadInput
from recoupe.identity.name_keys import keys

FORM = 1
"""Rises with every change to the tables below or to `name_keys`, so that an older file is told."""

MARK = 0x52434E49
"""SQLite's application id of such a file."""

ENOUGH = 10_000
"""Names that the rarest keys bring together; commoner keys only help to rank them."""

TABLES = """
CREATE TABLE names (row INTEGER PRIMARY KEY, id INTEGER, name TEXT, schema TEXT);
CREATE TABLE postings (key INTEGER PRIMARY KEY, rows BLOB);
CREATE TABLE widths (keys BLOB);
"""

Rows = NDArray[np.uint32]


def build(path: Path, names: Iterable[tuple[int, str, str]]) -> None:
    """Write the index of names given as (id, name, schema of FollowTheMoney).

    An id may come several times, with a name each. What stood at the path is replaced once the
    new index is whole, and stays where it cannot be.
    """
    fresh = path.with_name(path.name + ".new")
    fresh.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(fresh)) as file, file:
            _write(file, names)
        fresh.replace(path)
    except sqlite3.Error as error:
        raise BadInput(f"{path}: the index cannot be written: {error}") from error
    finally:
        fresh.unlink(missing_ok=True)


def _write(file: sqlite3.Connection, names: Iterable[tuple[int, str, str]]) -> None:
    file.executescript(TABLES)
    found, rows, widths = array("q"), array("I"), array("B")

    def noted() -> Iterator[tuple[int, int, str, str]]:
        for row, (number, name, schema) in enumerate(names):
            own = [_number(key) for key in keys(name, schema)]
            found.extend(own)
            rows.extend([row] * len(own))
            widths.append(min(len(own), 255))
            yield row, number, name, schema

    file.executemany("INSERT INTO names VALUES (?, ?, ?, ?)", noted())
    postings = _postings(np.array(found, np.int64), np.array(rows, np.uint32))
    file.executemany("INSERT INTO postings VALUES (?, ?)", postings)
    file.execute("INSERT INTO widths VALUES (?)", (widths.tobytes(),))
    file.execute(f"PRAGMA application_id = {MARK}")
    file.execute(f"PRAGMA user_version = {FORM}")


def _postings(found: NDArray[np.int64], rows: Rows) -> Iterator[tuple[int, bytes]]:
    """Give each key with the rows that have it, in rising order."""
    if not len(found):
        return
    order = np.argsort(found, kind="stable")
    each, starts = np.unique(found[order], return_index=True)
    ends = np.append(starts[1:], len(found))
    for key, start, end in zip(each, starts, ends, strict=True):
        yield int(key), rows[order[start:end]].astype("<u4").tobytes()


def _number(key: str) -> int:
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)


class NameIndex:
    """An index of names, opened to be asked; one thread's own."""

    def __init__(self, file: sqlite3.Connection, widths: NDArray[np.uint8]) -> None:
        self._file = file
        self._widths = widths

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open an index; raises BadInput where there is none, a broken or an older one."""
        if not path.is_file():
            raise BadInput(f"{path}: there is no index of names; build it first")
        file = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            return cls(file, _widths(file, path))
        except sqlite3.Error as error:
            file.close()
            raise BadInput(f"{path}: no index of names ({error}); build it anew") from error
        except BadInput:
            file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self._widths)

    def candidates(self, name: str, schema: str, limit: int = 10) -> tuple[int, ...]:
        """Give the ids of the names that share the rarest keys with a name, the likeliest first.

        Of those that share as much, the ones with fewer other keys come first. They may be it:
        `compare` says whether they are. The name must be of the kind of those that were indexed:
        a *Person* and a body have other keys.
        """
        found = sorted(self._rows(name, schema), key=len)
        rows = _brought(found)
        shared = sum((_has(rows, one) * log(1 + len(self) / len(one)) for one in found), 0.0)
        if not len(rows):
            return ()
        best = rows[np.lexsort((rows, self._widths[rows], -np.asarray(shared)))]
        ids = (self._named(int(row))[0] for row in best[: limit * 4])
        return tuple(dict.fromkeys(ids))[:limit]

    def names(self, number: int) -> tuple[tuple[str, str], ...]:
        """Give the names that an id has, each with its schema."""
        asked = "SELECT name, schema FROM names WHERE id = ? ORDER BY row"
        return tuple(self._file.execute(asked, (number,)))

    def _named(self, row: int) -> tuple[int, str, str]:
        asked = "SELECT id, name, schema FROM names WHERE row = ?"
        found: tuple[int, str, str] = self._file.execute(asked, (row,)).fetchone()
        return found

    def _rows(self, name: str, schema: str) -> list[Rows]:
        asked = sorted(map(_number, keys(name, schema)))
        marks = ",".join("?" * len(asked))
        found = self._file.execute(f"SELECT rows FROM postings WHERE key IN ({marks})", asked)
        return [np.frombuffer(rows, "<u4") for (rows,) in found]


def _widths(file: sqlite3.Connection, path: Path) -> NDArray[np.uint8]:
    """Give how many keys each name has; raises BadInput if this is no index of this form."""
    (mark,) = file.execute("PRAGMA application_id").fetchone()
    (form,) = file.execute("PRAGMA user_version").fetchone()
    if mark != MARK:
        raise BadInput(f"{path}: not an index of names; name another file or build one")
    if form != FORM:
        raise BadInput(f"{path}: an index of form {form}, not {FORM}; build it anew")
    (found,) = file.execute("SELECT keys FROM widths").fetchone()
    return np.frombuffer(found, np.uint8)


def _brought(found: Sequence[Rows]) -> Rows:
    """Give the rows of the rarest keys, in rising order; found: the rarest first."""
    taken: list[Rows] = []
    for one in found:
        if taken and sum(map(len, taken)) + len(one) > ENOUGH:
            break
        taken.append(one)
    return np.unique(np.concatenate(taken)) if taken else np.empty(0, np.uint32)


def _has(rows: Rows, some: Rows) -> NDArray[np.bool_]:
    """Say for each row whether it is among some, which are in rising order."""
    at = np.minimum(np.searchsorted(some, rows), len(some) - 1)
    there: NDArray[np.bool_] = some[at] == rows
    return there
