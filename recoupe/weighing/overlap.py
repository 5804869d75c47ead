"""What two wordings print alike: which words of one stand in the other, and where."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from recoupe.weighing.fingerprints import IN_A_ROW, Numbers, Wording

Mask = NDArray[np.bool_]


class Run(NamedTuple):
    """Words in a row that both print. start, there: the first of them in one and the other."""

    start: int
    there: int
    length: int


def runs(one: Wording, other: Wording) -> tuple[Run, ...]:
    """Give the longest rows of the same words, in the order of one; no word of it is in two."""
    free = np.ones(len(one.words), np.bool_)
    kept = []
    for run in sorted(set(_runs(one, other)), key=lambda run: (-run.length, run)):
        run = _free_part(run, free)
        if run.length >= IN_A_ROW:
            free[run.start : run.start + run.length] = False
            kept.append(run)
    return tuple(sorted(kept))


def _runs(one: Wording, other: Wording) -> Iterator[Run]:
    """Give each row that both print, made as long as the words go on being the same."""
    there = _first_places(one.rows, other.rows)
    # subtle: -2 for a row that the other lacks; -1 would be the place before its first row.
    before = np.concatenate(([-2], np.where(there[:-1] < 0, -2, there[:-1])))
    for start in np.flatnonzero((there >= 0) & (there != before + 1)):
        yield _grown(Run(int(start), int(there[start]), IN_A_ROW), one.words, other.words)


def _first_places(rows: Numbers, others: Numbers) -> NDArray[np.int64]:
    """Give where each row first stands among the others, -1 where it does not."""
    if not len(others):
        return np.full(len(rows), -1)
    order = np.argsort(others, kind="stable")
    printed = others[order]
    at = np.minimum(np.searchsorted(printed, rows), len(printed) - 1)
    return np.where(printed[at] == rows, order[at], -1)


def _grown(run: Run, words: Numbers, others: Numbers) -> Run:
    start, there, length = run
    while start and there and words[start - 1] == others[there - 1]:
        start, there, length = start - 1, there - 1, length + 1
    most = min(len(words) - start, len(others) - there)
    apart = np.flatnonzero(words[start : start + most] != others[there : there + most])
    return Run(start, there, int(apart[0]) if len(apart) else most)


def _free_part(run: Run, free: Mask) -> Run:
    """Cut off the ends of a run that longer ones have taken."""
    at = np.flatnonzero(free[run.start : run.start + run.length])
    if not len(at):
        return run._replace(length=0)
    first, last = int(at[0]), int(at[-1])
    return Run(run.start + first, run.there + first, last - first + 1)
