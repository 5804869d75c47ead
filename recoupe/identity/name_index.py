"""An index of names in one file: a name → those that may be it, in any script and spelling.

It is built once and asked without being loaded: the file is mapped into memory, and a question
touches only what its own keys lead to.
"""

import gc
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import accumulate, groupby, islice
from math import log
from pathlib import Path
from types import TracebackType
from typing import Self
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.fuzz import partial_ratio, ratio
from rapidfuzz.process import cdist

from recoupe.identity.name_file import Columns, Numbers, opened, write
from recoupe.identity.name_keys import (
    bones,
    groups,
    has_initials,
    is_silent,
    said,
    silenced,
    turned,
)
from recoupe.model.listing import SCHEMATA

ENOUGH = 20_000
"""Names that the rarest keys bring together; commoner keys only help to put them in order."""

SIFTED = 400
"""How often these may be brought by a key before the commoner keys are asked of them."""

HEARD = 150
"""Of these, the ones whose sound is laid beside the name's."""

WAYS = 8
"""In which a name may be said."""

KIND = 0.1
"""How much nearer a person's name is to a person's, and a body's to a body's."""

UNSAID = 0.6
"""How alike names count of which one has no word that only a name has: acronyms, *Central Bank*."""

LIKELY = 1.1
"""Names whose keys and sound are together less like the one that is asked for are left out."""

FIRST, POSSIBLE = 5, 0.85
"""How many may be less like it, and how much less: acronyms, translations."""

PERSON = SCHEMATA.index("Person")

Weighed = tuple[int, Numbers, float]
"""The rows that have a key, and how much it tells."""


def build(path: Path, names: Iterable[tuple[int, str, str]]) -> None:
    """Write the index of names given as (id, name, schema of FollowTheMoney).

    An id, 0 or more, may come several times, with a name each. What stood at the path is
    replaced once the new index is whole, and stays where it cannot be.
    """
    write(path, indexed(names))


def indexed(names: Iterable[tuple[int, str, str]]) -> Columns:
    """Give an index of names in memory, to be opened with `NameIndex` or written."""
    with _uncollected():
        return _columns(names)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector from walking all that is remembered of words, time and again.

    No cycles are made here; a third of the time was its (November 2026).
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _columns(names: Iterable[tuple[int, str, str]]) -> Columns:
    found, ids = array("Q"), array("L")
    widths, schemata, texts, spoken = array("B"), array("B"), Texts(), Texts()
    for row, (number, name, schema) in enumerate(names):
        own = set().union(*map(_numbers, groups(name, schema)))
        found.extend([key << 32 | row for key in own])
        widths.append(min(len(own), 255))
        ids.append(number)
        schemata.append(SCHEMATA.index(schema))
        texts.add(name)
        spoken.add(next(said(name, schema), ""))
    each, starts, rows = _postings(np.frombuffer(found, np.uint64))
    return Columns(
        keys=each,
        starts=starts,
        rows=rows,
        widths=np.frombuffer(widths, np.uint8),
        ids=np.array(ids, np.uint32),
        by_id=np.argsort(np.array(ids), kind="stable").astype(np.uint32),
        schemata=np.frombuffer(schemata, np.uint8),
        starts_of_text=np.array(texts.starts, np.uint64),
        text=np.frombuffer(texts.bytes, np.uint8),
        starts_of_said=np.array(spoken.starts, np.uint64),
        said=np.frombuffer(spoken.bytes, np.uint8),
    )


class Texts:
    """Texts put one after the other, and where each begins."""

    def __init__(self) -> None:
        self.starts, self.bytes = array("Q", [0]), bytearray()

    def add(self, text: str) -> None:
        self.bytes += text.encode("utf-8", "surrogatepass")
        self.starts.append(len(self.bytes))


def _text(texts: Numbers, starts: Numbers, row: int) -> str:
    start, end = starts[row : row + 2].tolist()
    return texts[start:end].tobytes().decode("utf-8", "surrogatepass")


def _postings(found: NDArray[np.uint64]) -> tuple[Numbers, Numbers, Numbers]:
    """Give each key, where its rows begin, and the rows; found: a key and a row in each number."""
    found.sort()
    all_keys = (found >> np.uint64(32)).astype(np.uint32)
    new = np.flatnonzero(np.diff(all_keys, prepend=all_keys[:1] + 1))
    starts = np.append(new, len(found)).astype(np.uint64)
    return all_keys[new], starts, found.astype(np.uint32)


@lru_cache(maxsize=50_000)
def _numbers(group: tuple[str, ...]) -> frozenset[int]:
    return frozenset(crc32(key.encode("utf-8", "surrogatepass")) for key in group)


class NameIndex:
    """An index of names, opened to be asked; one thread's own."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._scores = np.zeros(len(columns.ids), np.float32)
        self._part = np.zeros(len(columns.ids), np.float32)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open an index; raises BadInput where there is none, a broken or an older one."""
        return cls(opened(path))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # The map is given back with the last of its arrays.
        del self._columns

    def __len__(self) -> int:
        return len(self._columns.ids)

    def candidates(self, name: str, schema: str, limit: int = 10) -> tuple[int, ...]:
        """Give the ids of the names that share the most telling keys with a name, likeliest first.

        Of those that share as much, the ones with fewer other keys come first. They may be it:
        `compare` says whether they are. The name must be of the kind of those that were indexed:
        a *Person* and a body have other keys.
        """
        rows = self._likeliest(name, schema)[: limit * 4]
        return tuple(dict.fromkeys(self._columns.ids[rows].tolist()))[:limit]

    def nearest(self, name: str, schema: str, limit: int) -> Iterator[tuple[int, str, str]]:
        """Give the likeliest names themselves: the id of each, the name and its schema."""
        for row in self._likeliest(name, schema)[:limit].tolist():
            yield int(self._columns.ids[row]), *self._name(row)

    def _likeliest(self, name: str, schema: str) -> Numbers:
        """Give the rows of the likeliest names, in order."""
        found, most = self._found(name, schema)
        if not found:
            return np.zeros(0, np.uint32)
        rows = self._sifted(found)
        scores = _scores(rows, found)
        likely = np.lexsort((rows, self._columns.widths[rows], -scores))[:HEARD]
        rows, scores = rows[likely], scores[likely] / most
        likeness = scores + self._alike(name, schema, rows)
        order = np.argsort(-likeness, kind="stable")
        likeness = likeness[order]
        few = np.arange(len(rows)) < FIRST
        return rows[order[(likeness >= LIKELY) | (few & (likeness >= POSSIBLE))]]

    def names(self, number: int) -> tuple[tuple[str, str], ...]:
        """Give the names that an id has, each with its schema."""
        columns = self._columns
        start, end = (
            np.searchsorted(columns.ids, number, side, sorter=columns.by_id)
            for side in ("left", "right")
        )
        return tuple(self._name(int(row)) for row in columns.by_id[start:end])

    def _name(self, row: int) -> tuple[str, str]:
        columns = self._columns
        text = _text(columns.text, columns.starts_of_text, row)
        return text, SCHEMATA[columns.schemata[row]]

    def _alike(self, name: str, schema: str, rows: Numbers) -> NDArray[np.float32]:
        """Say how much like a name each row sounds, 0 to 1; a little more if it is of its kind."""
        columns = self._columns
        spoken = [_text(columns.said, columns.starts_of_said, row) for row in rows.tolist()]
        scorer = partial_ratio if has_initials(name, schema) else ratio
        ways = [*islice(said(name, schema), WAYS), *turned(name, schema)]
        alike = _near(ways, spoken, scorer)
        silent = [place for place, one in enumerate(spoken) if is_silent(one)]
        if is_silent("".join(ways[:1])):
            alike = _near(islice(bones(name, schema), WAYS), [silenced(one) for one in spoken])
        elif silent:
            some = [spoken[place] for place in silent]
            alike[silent] = np.maximum(
                alike[silent], _near(islice(bones(name, schema), WAYS), some)
            )
        of_kind = (columns.schemata[rows] == PERSON) == (schema == "Person")
        unsaid = [place for place, one in enumerate(spoken) if not one]
        alike[unsaid if "".join(ways[:1]) else slice(None)] = UNSAID
        found: NDArray[np.float32] = alike + of_kind * np.float32(KIND)
        return found

    def _found(self, name: str, schema: str) -> tuple[list[Weighed], float]:
        """Give the rows of the keys of each part of a name, and the most that all can tell."""
        if not len(self):
            return [], 0.0
        most, found = 0.0, []
        for place, group in enumerate(groups(name, schema)):
            asked = np.array(sorted(_numbers(group)), np.uint32)
            some = [(place, rows, log(1 + len(self) / len(rows))) for rows in self._rows(asked)]
            found += some
            rare = len(some) < len(asked)
            most += log(1 + len(self)) if rare else max((one[2] for one in some), default=0.0)
        return found, most

    def _rows(self, asked: Numbers) -> Iterator[Numbers]:
        """Give the rows of each key that some have."""
        columns = self._columns
        at = np.minimum(np.searchsorted(columns.keys, asked), len(columns.keys) - 1)
        there = at[columns.keys[at] == asked]
        for start, end in zip(columns.starts[there], columns.starts[there + 1], strict=True):
            yield columns.rows[int(start) : int(end)]

    def _sifted(self, found: Sequence[Weighed]) -> Numbers:
        """Give the rows that have most of the rarest keys, in rising order."""
        by_length = sorted(found, key=lambda one: len(one[1]))
        rare = sorted(by_length[: _rarest(by_length)], key=lambda one: (one[0], one[2]))
        for _, some in groupby(rare, key=lambda one: one[0]):
            self._add([(rows, weight) for _, rows, weight in some])
        rows = np.unique(np.concatenate([rows for _, rows, _ in rare]))
        scores = self._scores[rows]
        self._scores[rows] = 0
        if len(rows) <= SIFTED:
            return rows
        return np.sort(rows[np.argpartition(-scores, SIFTED)[:SIFTED]])

    def _add(self, group: Sequence[tuple[Numbers, float]]) -> None:
        """Add to the score of each row the most telling of some keys, which come last."""
        for rows, weight in group:
            self._part[rows] = weight
        rows = np.concatenate([rows for rows, _ in group])
        self._scores[rows] += self._part[rows]


def _near(
    asked: Iterable[str], spoken: Sequence[str], scorer: Callable[..., float] = ratio
) -> NDArray[np.float32]:
    ways = list(dict.fromkeys(asked))
    if not ways or not spoken:
        return np.zeros(len(spoken), np.float32)
    found: NDArray[np.float32] = cdist(ways, spoken, scorer=scorer).max(axis=0) / np.float32(100)
    return found


def _scores(rows: Numbers, found: Sequence[Weighed]) -> NDArray[np.float32]:
    """Say how much the keys of each row tell, of each part the most telling."""
    best: dict[int, NDArray[np.float32]] = {}
    for place, some, weight in found:
        told = _has(rows, some) * np.float32(weight)
        best[place] = np.maximum(best[place], told) if place in best else told
    return sum(best.values(), np.zeros(len(rows), np.float32))


def _rarest(found: Sequence[Weighed]) -> int:
    """Say how many of the rarest keys bring enough names together; one at least."""
    brought = accumulate(len(rows) for _, rows, _ in found)
    return max(1, sum(number <= ENOUGH for number in brought))


def _has(rows: Numbers, some: Numbers) -> NDArray[np.bool_]:
    """Say for each row whether it is among some, which are in rising order."""
    at = np.minimum(np.searchsorted(some, rows), len(some) - 1)
    there: NDArray[np.bool_] = some[at] == rows
    return there
