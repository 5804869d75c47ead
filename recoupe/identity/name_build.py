"""Names → an index of them, in as many processes as are given."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import lru_cache, partial
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from recoupe.identity.name_file import Columns, Numbers, write
from recoupe.identity.name_heard import FINE
from recoupe.identity.name_keys import groups
from recoupe.identity.name_pairs import bare, pairs
from recoupe.identity.name_said import is_silent, said, telling
from recoupe.identity.name_words import WORDS, NameWord
from recoupe.identity.sounds import SOUNDS, hear
from recoupe.model.listing import SCHEMATA

Named = tuple[int, str, str]
"""An id, a name that it has, and its schema of FollowTheMoney."""

BATCH = 5_000
"""Names that are read together; fewer than two batches are read by this process alone."""


def build(path: Path, names: Iterable[Named], processes: int = 1) -> None:
    """Write the index of names given as (id, name, schema of FollowTheMoney).

    An id, 0 or more, may come several times, with a name each. What stood at the path is
    replaced once the new index is whole, and stays where it cannot be.
    """
    write(path, indexed(names, processes))


def indexed(names: Iterable[Named], processes: int = 1) -> Columns:
    """Give an index of names in memory, to be opened with `NameIndex` or written."""
    batches = iter(partial(_some, iter(names)), ())
    first = list(islice(batches, 2))
    if processes == 1 or len(first) < 2:
        with _uncollected():
            return _joined([_batch(one) for one in (*first, *batches)])
    context = get_context("spawn")
    with ProcessPoolExecutor(processes, context, initializer=gc.disable) as pool:
        return _joined(list(pool.map(_batch, (*first, *batches))))


def _some(names: Iterator[Named]) -> tuple[Named, ...]:
    return tuple(islice(names, BATCH))


class _Batch(NamedTuple):
    """What is known of some names; found: a key and a row in each number."""

    found: NDArray[np.uint64]
    widths: Numbers
    ids: Numbers
    schemata: Numbers
    silent: Numbers
    lengths: Numbers
    text: Numbers
    said_lengths: Numbers
    said: Numbers


def _batch(names: Sequence[Named]) -> _Batch:
    words = _words(names)
    own = [_own(name, schema) for _, name, schema in names]
    spoken = [next(said(one), "") for one in words]
    widths = np.fromiter(map(len, own), np.int64, len(names))
    keys = np.fromiter(chain.from_iterable(own), np.uint64, int(widths.sum()))
    rows = np.repeat(np.arange(len(names), dtype=np.uint64), widths)
    return _Batch(
        keys << np.uint64(32) | rows,
        np.minimum(widths, 255).astype(np.uint8),
        np.array([number for number, _, _ in names], np.uint32),
        np.array([SCHEMATA.index(schema) for _, _, schema in names], np.uint8),
        np.array([is_silent(one) for one in words], np.uint8),
        *_in_one([name for _, name, _ in names]),
        *_in_one(spoken),
    )


def _words(names: Sequence[Named]) -> list[list[NameWord]]:
    """Give the words of each name that only a name has, all of which are read at once."""
    # Patronymics are told by their sound.
    hear(name for _, name, _ in names)
    words = [telling(name, schema) for _, name, schema in names]
    SOUNDS.learn(chain.from_iterable(words))
    FINE.learn(chain.from_iterable(words))
    return words


def _own(name: str, schema: str) -> frozenset[int]:
    """Give the keys of a name, as an index has them."""
    return frozenset[int]().union(*map(numbers, groups(name, schema)))


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


@lru_cache(maxsize=WORDS)
def numbers(group: tuple[str, ...]) -> frozenset[int]:
    """Give the keys of a part of a name, as an index has them."""
    return frozenset(crc32(key.encode("utf-8", "surrogatepass")) for key in group)


def _in_one(texts: Iterable[str]) -> tuple[Numbers, Numbers]:
    """Give how long each text is in bytes, and all of them one after the other."""
    each = [text.encode("utf-8", "surrogatepass") for text in texts]
    return np.array([*map(len, each)], np.uint32), np.frombuffer(b"".join(each), np.uint8)


def _joined(batches: Sequence[_Batch]) -> Columns:
    """Put batches together, their rows one after the other."""
    if not batches:
        batches = [_batch(())]
    firsts = np.cumsum([0, *(len(one.ids) for one in batches)], dtype=np.uint64)
    found = np.concatenate([one.found + first for one, first in zip(batches, firsts, strict=False)])
    each, starts, rows = _postings(found)
    _, widths, ids, schemata, silent, lengths, text, said_lengths, spoken = map(
        np.concatenate, zip(*batches, strict=True)
    )
    starts_of_said = np.append(np.uint64(0), np.cumsum(said_lengths, dtype=np.uint64))
    return Columns(
        keys=each,
        starts=starts,
        rows=rows,
        widths=widths,
        ids=ids,
        by_id=np.argsort(ids, kind="stable").astype(np.uint32),
        schemata=schemata,
        starts_of_text=np.append(np.uint64(0), np.cumsum(lengths, dtype=np.uint64)),
        text=text,
        starts_of_said=starts_of_said,
        said=spoken,
        silent=silent,
        sounds=pairs(spoken, starts_of_said),
        bones=pairs(*bare(spoken, starts_of_said)),
    )


def _postings(found: NDArray[np.uint64]) -> tuple[Numbers, Numbers, Numbers]:
    """Give each key, where its rows begin, and the rows; found: a key and a row in each number."""
    found.sort()
    all_keys = (found >> np.uint64(32)).astype(np.uint32)
    new = np.flatnonzero(np.diff(all_keys, prepend=all_keys[:1] + 1))
    starts = np.append(new, len(found)).astype(np.uint64)
    return all_keys[new], starts, found.astype(np.uint32)
