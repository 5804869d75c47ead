"""An index of names in one file: a name → those that may be it, in any script and spelling.

It is built once and asked without being loaded: the file is mapped into memory, and a question
touches only what its own keys lead to.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby
from math import log
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.fuzz import partial_ratio, ratio

from recoupe.identity.name_asked import Asked, begun, near
from recoupe.identity.name_build import numbers
from recoupe.identity.name_file import Columns, Numbers, opened
from recoupe.identity.name_keys import groups
from recoupe.identity.name_pairs import in_common
from recoupe.identity.name_said import silenced
from recoupe.identity.sounds import hear
from recoupe.model.listing import SCHEMATA

ENOUGH = 12_000
"""Names that the rarest keys bring together; commoner keys only help to put them in order."""

SIFTED = 200
"""Of these, the ones of which the commoner keys are asked, and how they sound."""

INITIAL = 0.3
"""What initials for which a name has no word count for."""

WRITTEN = 0.15
"""What vowels that are written differ in counts for, where most are not: *دورف*, *Dorif*."""

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
        rows = self._likeliest(name, schema)[:limit]
        ids = self._columns.ids[rows].tolist()
        named = tuple(self._names(rows))
        # They are compared next.
        hear(text for text, _ in named)
        for number, (text, kind) in zip(ids, named, strict=True):
            yield number, text, kind

    def _likeliest(self, name: str, schema: str) -> Numbers:
        """Give the rows of the likeliest names, in order."""
        found, most = self._found(name, schema)
        if not found:
            return np.zeros(0, np.uint32)
        asked = Asked(name, schema)
        rows, scores = self._sifted(found, most, asked)
        likeness = scores + self._alike(asked, rows)
        order = np.lexsort((rows, self._columns.widths[rows], -likeness))
        likeness = likeness[order]
        few = np.arange(len(rows)) < FIRST
        return rows[order[(likeness >= LIKELY) | (few & (likeness >= POSSIBLE))]]

    def names(self, number: int) -> tuple[tuple[str, str], ...]:
        """Give the names that an id has, each with its schema."""
        columns = self._columns
        start, end = (
            # As a number of the column's own kind: else the whole column is turned into another.
            np.searchsorted(columns.ids, np.uint32(number), side, sorter=columns.by_id)
            for side in ("left", "right")
        )
        return tuple(self._names(columns.by_id[start:end]))

    def _names(self, rows: Numbers) -> Iterator[tuple[str, str]]:
        columns = self._columns
        texts = _texts(columns.text, columns.starts_of_text, rows)
        schemata = (SCHEMATA[place] for place in columns.schemata[rows].tolist())
        return zip(texts, schemata, strict=True)

    def _alike(self, asked: Asked, rows: Numbers) -> NDArray[np.float32]:
        """Say how much like a name each row sounds, 0 to 1; a little more if it is of its kind."""
        columns = self._columns
        spoken = _texts(columns.said, columns.starts_of_said, rows)
        alike = near(asked.ways, spoken, partial_ratio if asked.has_initials else ratio)
        if asked.has_initials:
            texts = _texts(columns.text, columns.starts_of_text, rows)
            alike -= INITIAL * (1 - begun(asked, texts))
        silent = np.flatnonzero(columns.silent[rows] | asked.is_silent)
        if silent.size:
            some = [silenced(spoken[place]) for place in silent.tolist()]
            alike[silent] = near(asked.bones, some) - WRITTEN * (1 - alike[silent])
        alike[[not one for one in spoken] if asked.ways else slice(None)] = UNSAID
        of_kind = (columns.schemata[rows] == PERSON) == (asked.schema == "Person")
        found: NDArray[np.float32] = alike + of_kind * np.float32(KIND)
        return found

    def _glimpsed(self, asked: Asked, rows: Numbers) -> NDArray[np.float32]:
        """Say what `_alike` will, by pairs of letters alone."""
        columns = self._columns
        if not asked.ways:
            return np.full(len(rows), UNSAID, np.float32)
        sounds, silent = columns.sounds[rows], np.flatnonzero(columns.silent[rows])
        if asked.is_silent:
            found = in_common(asked.boned, columns.bones[rows])
        else:
            found = in_common(asked.heard, sounds, asked.has_initials)
            found[silent] = in_common(asked.boned, columns.bones[rows[silent]])
        found[sounds == 0] = UNSAID
        return found

    def _found(self, name: str, schema: str) -> tuple[list[Weighed], float]:
        """Give the rows of the keys of each part of a name, and the most that all can tell."""
        if not len(self):
            return [], 0.0
        most, found = 0.0, []
        for place, group in enumerate(groups(name, schema)):
            asked = np.array(sorted(numbers(group)), np.uint32)
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

    def _sifted(
        self, found: Sequence[Weighed], most: float, asked: Asked
    ) -> tuple[Numbers, NDArray[np.float32]]:
        """Give the rows that have most of the rarest keys, and how much all of their keys tell."""
        by_length = sorted(found, key=lambda one: len(one[1]))
        rare = sorted(by_length[: _rarest(by_length)], key=lambda one: (one[0], one[2]))
        for _, some in groupby(rare, key=lambda one: one[0]):
            self._add([(rows, weight) for _, rows, weight in some])
        rows, scores = self._brought([rows for _, rows, _ in rare])
        told = scores / np.float32(most) + self._glimpsed(asked, rows)
        best = _best(told, SIFTED)
        rows, scores = rows[best], scores[best]
        scores = scores if len(rare) == len(found) else _scores(rows, found)
        return rows, scores / np.float32(most)

    def _brought(self, each: Iterable[Numbers]) -> tuple[Numbers, NDArray[np.float32]]:
        """Give the rows that have a score, each once, and their scores, which are forgotten."""
        found = []
        for rows in each:
            scores = self._scores[rows]
            new = np.flatnonzero(scores)
            found.append((rows[new], scores[new]))
            self._scores[rows] = 0
        rows_, scores_ = zip(*found, strict=True)
        return np.concatenate(rows_), np.concatenate(scores_)

    def _add(self, group: Sequence[tuple[Numbers, float]]) -> None:
        """Add to the score of each row the most telling of some keys, which come last."""
        for rows, weight in group:
            self._part[rows] = weight
        rows = np.concatenate([rows for rows, _ in group])
        self._scores[rows] += self._part[rows]


def _texts(texts: Numbers, starts: Numbers, rows: Numbers) -> list[str]:
    """Give the text of each row."""
    whole = texts.data
    places = zip(starts[rows].tolist(), starts[rows + 1].tolist(), strict=True)
    return [str(whole[start:end], "utf-8", "surrogatepass") for start, end in places]


def _best(scores: NDArray[np.float32], most: int) -> NDArray[np.intp] | slice:
    """Give the places of the highest scores, so many at most."""
    return np.argpartition(-scores, most)[:most] if len(scores) > most else slice(None)


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
