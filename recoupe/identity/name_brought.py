"""Which names of an index share the most telling keys with one that is asked for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, groupby
from math import log

import numpy as np
from numpy.typing import NDArray

from recoupe.identity.name_build import numbers
from recoupe.identity.name_file import Columns, Numbers
from recoupe.identity.name_heard import FINE
from recoupe.identity.name_keys import groups
from recoupe.identity.name_said import telling as words
from recoupe.identity.sounds import hear

ENOUGH = 8_000
"""Names that the rarest keys bring together; commoner keys only help to put them in order."""

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A key that is asked for: the rows that have it, and how much it tells.

    place: of its part in the name; instead: whether it stands for the whole name, as an acronym.
    """

    place: int
    instead: bool
    rows: Numbers
    weight: float


@dataclass(frozen=True, slots=True)
class Telling:
    """The keys of a name that some have. most: how much all parts of it can tell."""

    keys: Sequence[Weighed]
    most: float


class Brought:
    """Brings rows of an index together by their keys; one thread's own."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._scores = np.zeros(len(columns.ids), np.float32)
        self._part = np.zeros(len(columns.ids), np.float32)

    def telling(self, name: str, schema: str) -> Telling:
        """Give the rows of the keys of each part of a name, and the most that all can tell.

        What stands for several words adds to what is known of them, and tells no more than all.
        """
        size = len(self._columns.ids)
        if not size:
            return Telling((), 0.0)
        hear((name,))
        FINE.learn(words(name, schema))
        asked = [sorted(numbers(group)) for group in groups(name, schema)]
        found = self._rows(np.array([*chain.from_iterable(asked)], np.uint32))
        last, keys, most = len(asked) - 1, list[Weighed](), 0.0
        for place, part in enumerate(asked):
            each = [rows for _, rows in zip(part, found, strict=False)]
            weights = [log(1 + size / len(rows)) if len(rows) else 0.0 for rows in each]
            some = zip(each, weights, strict=True)
            keys += [Weighed(place, place == last, *one) for one in some if one[1]]
            if place < last - 1:
                most += max(weights, default=0.0) if all(weights) else log(1 + size)
        return Telling(keys, most or log(1 + size))

    def likeliest(
        self, told: Telling, glimpsed: Callable[[Numbers], Scores], most: int
    ) -> tuple[Numbers, Scores]:
        """Give the rows that are likeliest by keys and at a glimpse, and the share that keys tell.

        Of the others than the rarest keys, only the ones of these rows are asked.
        """
        by_length = sorted(told.keys, key=lambda one: len(one.rows))
        rare = sorted(by_length[: _rarest(by_length)], key=lambda one: (one.place, one.weight))
        for _, some in groupby(rare, key=lambda one: one.place):
            self._add(tuple(some), told.most)
        rows, scores = self._taken(np.concatenate([one.rows for one in rare]))
        best = _best(scores / np.float32(told.most) + glimpsed(rows), most)
        rows, scores = rows[best], scores[best]
        if len(rare) < len(told.keys):
            scores = _scores(rows, told)
        return rows, scores / np.float32(told.most)

    def _rows(self, asked: Numbers) -> Iterator[Numbers]:
        """Give the rows of each key; none of one that nobody has."""
        columns = self._columns
        at = np.minimum(columns.keys.searchsorted(asked), len(columns.keys) - 1)
        ends = columns.starts[at + (columns.keys[at] == asked)]
        for start, end in zip(columns.starts[at].tolist(), ends.tolist(), strict=True):
            yield columns.rows[start:end]

    def _add(self, part: Sequence[Weighed], most: float) -> None:
        """Add to the score of each row the most telling of a part's keys, which come last."""
        for one in part:
            self._part[one.rows] = one.weight
        rows = np.concatenate([one.rows for one in part])
        self._scores[rows] = _more(self._scores[rows], self._part[rows], part[0], most)

    def _taken(self, rows: Numbers) -> tuple[Numbers, Scores]:
        """Give rows each once, and their scores, which are forgotten."""
        places = np.arange(len(rows), dtype=np.float32)
        self._part[rows] = places
        each = rows[self._part[rows] == places]
        scores = self._scores[each]
        self._scores[each] = 0
        return each, scores


def _more(scores: Scores, part: Scores, one: Weighed, most: float) -> Scores:
    """Give scores with what a part adds to them."""
    found: Scores = (
        np.maximum(scores, part) if one.instead else np.minimum(scores + part, np.float32(most))
    )
    return found


def _scores(rows: Numbers, told: Telling) -> Scores:
    """Say how much the keys of each row tell, of each part the most telling."""
    found = np.zeros(len(rows), np.float32)
    for _, some in groupby(told.keys, key=lambda one: one.place):
        part, best = tuple(some), np.zeros(len(rows), np.float32)
        for one in part:
            np.maximum(best, _has(rows, one.rows) * np.float32(one.weight), out=best)
        found = _more(found, best, part[0], told.most)
    return found


def _best(scores: Scores, most: int) -> NDArray[np.intp] | slice:
    """Give the places of the highest scores, so many at most."""
    return np.argpartition(-scores, most)[:most] if len(scores) > most else slice(None)


def _rarest(found: Sequence[Weighed]) -> int:
    """Say how many of the rarest keys bring enough names together; one at least."""
    brought = accumulate(len(one.rows) for one in found)
    return max(1, sum(number <= ENOUGH for number in brought))


def _has(rows: Numbers, some: Numbers) -> NDArray[np.bool_]:
    """Say for each row whether it is among some, which are in rising order."""
    there: NDArray[np.bool_] = some.take(some.searchsorted(rows), mode="clip") == rows
    return there
