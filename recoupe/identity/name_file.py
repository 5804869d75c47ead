"""The file of an index of names: columns of numbers, mapped into memory when it is opened."""

import mmap
import os
from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recoupe.errors import BadInput

MARK = b"Recoupe: index of names\n"

FORM = 6
"""Rises with every change to the columns or to `name_keys`, so that an older file is told."""

HEADER = 256
"""Bytes before the first column: the mark, the form, and the bytes of each column."""

Numbers = NDArray[np.unsignedinteger[Any]]


@dataclass(frozen=True, slots=True)
class Columns:
    """What an index knows of its names; a row is one of them.

    keys: each key once, in rising order; starts: where its rows begin, and the end of the last's.
    rows: of each key, in rising order. widths: how many keys each row has, 255 of more.
    ids: of each row; by_id: the rows by their ids. schemata: place of each row's among SCHEMATA.
    starts_of_text: where the name of each row begins in text, which is UTF-8, and where all end;
    starts_of_said: the same of how it is said; silent: 1 where that is without most
    vowels. sounds, bones: which pairs of letters it has, and which without vowels, a bit for each.
    """

    keys: Numbers
    starts: Numbers
    rows: Numbers
    widths: Numbers
    ids: Numbers
    by_id: Numbers
    schemata: Numbers
    starts_of_text: Numbers
    text: Numbers
    starts_of_said: Numbers
    said: Numbers
    silent: Numbers
    sounds: Numbers
    bones: Numbers


KINDS = (
    "<u4",
    "<u8",
    "<u4",
    "u1",
    "<u4",
    "<u4",
    "u1",
    "<u8",
    "u1",
    "<u8",
    "u1",
    "u1",
    "<u8",
    "<u8",
)


def write(path: Path, columns: Columns) -> None:
    """Write a file; what stood at its path is replaced once it is whole."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with fresh.open("wb") as file:
            found = [
                np.ascontiguousarray(a, kind) for a, kind in zip(_each(columns), KINDS, strict=True)
            ]
            sizes = np.array([FORM, *(one.nbytes for one in found)], "<u8")
            file.write((MARK + sizes.tobytes()).ljust(HEADER, b"\0"))
            for one in found:
                file.write(one.data)
                file.write(bytes(_padding(one.nbytes)))
        fresh.replace(path)
    except OSError as error:
        raise BadInput(f"{path}: the index cannot be written: {error}") from error
    finally:
        fresh.unlink(missing_ok=True)


def opened(path: Path) -> Columns:
    """Give the columns of a file, mapped; raises BadInput where it is none, or of another form."""
    if not path.is_file():
        raise BadInput(f"{path}: there is no index of names; build it first")
    with path.open("rb") as file:
        sizes = _sizes(path, file.read(HEADER))
        places = list(accumulate((size + _padding(size) for size in sizes), initial=HEADER))
        if path.stat().st_size != places[-1]:
            raise BadInput(f"{path}: the index was cut short; build it anew")
        whole = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    columns = zip(KINDS, sizes, places, strict=False)
    return Columns(*(_column(whole, *column) for column in columns))


def _column(whole: mmap.mmap, kind: str, size: int, place: int) -> Numbers:
    found: Numbers = np.frombuffer(whole, kind, size // np.dtype(kind).itemsize, place)
    return found


def _sizes(path: Path, header: bytes) -> list[int]:
    if len(header) < HEADER or not header.startswith(MARK):
        raise BadInput(f"{path}: not an index of names; name another file or build one")
    numbers = np.frombuffer(header, "<u8", len(KINDS) + 1, len(MARK))
    form, *sizes = map(int, numbers)
    if form != FORM:
        raise BadInput(f"{path}: an index of form {form}, not {FORM}; build it anew")
    return sizes


def _each(columns: Columns) -> Iterator[Numbers]:
    return (getattr(columns, field.name) for field in fields(columns))


def _padding(size: int) -> int:
    return -size % 8
