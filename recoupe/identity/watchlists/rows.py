"""Rows of a CSV file of any size, one by one, each with its line."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from recoupe.identity.watchlists.format import Broken, Unread

LARGEST_CELL = 4_000_000
"""Characters in one cell; the statements of reasons in the UK's list have some 20,000."""

END_OF_FILE = "\x1a"
"""What old programs, and OFAC's, put after the last line."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row by the names of its columns. line: where it begins."""

    file: Path
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a file is laid out. columns: where the file has no header of its own.

    preamble: lines before the header. encodings: tried in this order, each on the whole file.
    """

    delimiter: str = ","
    columns: tuple[str, ...] = ()
    preamble: int = 0
    encodings: tuple[str, ...] = ("utf-8-sig",)


def rows(file: Path, dialect: Dialect) -> Iterator[Row | Unread]:
    """Give the rows; one that has more or fewer cells than there are columns is unread.

    Raises Broken where a quote is never closed or a byte is no letter of the encoding.
    """
    csv.field_size_limit(LARGEST_CELL)
    with file.open(encoding=_encoding(file, dialect), newline="") as source:
        columns: Sequence[str] = dialect.columns
        for line, cells in _lines(file, source, dialect):
            if not columns:
                columns = [name.casefold() for name in cells]
            elif len(cells) != len(columns):
                yield Unread(file, line, _miscounted(cells, columns))
            else:
                yield Row(file, line, dict(zip(columns, cells, strict=True)))


def cells(head: str, delimiter: str = ",") -> list[str]:
    """Give the cells of the first row, the names of columns without their capitals."""
    first = head.lstrip("\ufeff").split("\n", 1)[0].strip()
    try:
        found = next(csv.reader([first], delimiter=delimiter), [])
    except csv.Error:
        return []
    return [cell.strip().casefold() for cell in found]


def _lines(file: Path, source: TextIO, dialect: Dialect) -> Iterator[tuple[int, list[str]]]:
    for _ in range(dialect.preamble):
        source.readline()
    reader = csv.reader(source, delimiter=dialect.delimiter, strict=True)
    while True:
        line = dialect.preamble + reader.line_num + 1
        try:
            cells = [cell.strip() for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            raise Broken(file, line, f"not CSV: {error}; it may have been cut short") from error
        if any(cells) and cells != [END_OF_FILE]:
            yield line, cells


def _miscounted(cells: Sequence[str], columns: Sequence[str]) -> str:
    return f"{len(cells)} cells where there are {len(columns)} columns"


def _encoding(file: Path, dialect: Dialect) -> str:
    lines = [_undecodable(file, encoding) for encoding in dialect.encodings]
    for encoding, line in zip(dialect.encodings, lines, strict=True):
        if line is None:
            return encoding
    names = " nor ".join(name.removesuffix("-sig").upper() for name in dialect.encodings)
    raise Broken(file, lines[0] or 1, f"not {names}; store the file as UTF-8")


def _undecodable(file: Path, encoding: str) -> int | None:
    """Give the first line with a byte that is no letter of the encoding, None where none has."""
    with file.open("rb") as source:
        for number, line in enumerate(source, 1):
            try:
                line.decode(encoding)
            except UnicodeDecodeError:
                return number
    return None
