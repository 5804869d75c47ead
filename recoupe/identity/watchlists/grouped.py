"""Rows of one entry, which stand apart in the files that give each name a row of its own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from recoupe.identity.watchlists.format import Unread
from recoupe.identity.watchlists.rows import Row


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one entry, in the order of the file; only the cells that say something."""

    rows: tuple[Row, ...]

    @property
    def first(self) -> Row:
        return self.rows[0]

    def said(self, *columns: str) -> tuple[str, ...]:
        """Give what stands in these columns in any of the rows, each once."""
        found = (row[column] for row in self.rows for column in columns)
        return tuple(dict.fromkeys(words for words in found if words))


def grouped(found: Iterable[Row | Unread], *keys: str) -> Iterator[Group | Unread]:
    """Give unread rows at once, then each entry with all its rows, by the first key it has."""
    groups: dict[str, list[Row]] = {}
    for row in found:
        if isinstance(row, Unread):
            yield row
            continue
        key = next((row[key] for key in keys if row[key]), "")
        if not key:
            yield Unread(row.file, row.line, f"it has no {keys[0]!r} to tell whose row it is")
            continue
        said = {column: words for column, words in row.cells.items() if words}
        groups.setdefault(key, []).append(Row(row.file, row.line, said))
    yield from (Group(tuple(rows)) for rows in groups.values())
