"""The lists of a case, opened to be looked up in, with an index of names that is made once."""

import hashlib
from collections.abc import Callable
from os import cpu_count
from pathlib import Path

from recoupe import __version__
from recoupe.case.lists import Lists
from recoupe.errors import BadInput
from recoupe.identity.name_build import indexed
from recoupe.identity.name_file import FORM, write
from recoupe.identity.name_index import NameIndex
from recoupe.identity.screen import Book, Compare, Names
from recoupe.languages.toml import tables_hash

INDEXES = "indexes"
"""The folder of a case in which indexes are kept; it can be deleted at any time."""

Tell = Callable[[str], None]


def book(lists: Lists, compare: Compare, tell: Tell) -> Book | None:
    """Open the lists of a case; None where it has none. tell: says what takes a while."""
    versions = lists.versions()
    if not versions:
        return None
    shelf = _Shelf(lists.case.folder / INDEXES, tell)
    found = Book(lists.listed(), versions, compare, shelf.index)
    shelf.clear()
    return found


class _Shelf:
    """Indexes of names, each in a file that is named for what is in it."""

    def __init__(self, folder: Path, tell: Tell) -> None:
        self.folder = folder
        self.tell = tell
        self.used: set[Path] = set()

    def index(self, source: str, names: Names) -> NameIndex:
        """Open the index of these names, and make it where there is none or it is broken."""
        file = self.folder / _hash(names)
        self.used.add(file)
        try:
            return NameIndex.open(file)
        except BadInput:
            self.tell(f"{source}: making the index of {len(names):,} names …")
        columns = indexed(names, cpu_count() or 1)
        try:
            self.folder.mkdir(exist_ok=True)
            write(file, columns)
        except (BadInput, OSError) as error:
            self.tell(f"{source}: the index is not kept and will be made again: {error}")
        return NameIndex(columns)

    def clear(self) -> None:
        """Delete what is not used: indexes of lists as they were, or that were cut short."""
        for file in sorted(self.folder.glob("*")):
            if file not in self.used:
                _delete(file)


def _delete(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError:
        # Another process has it open, or the folder cannot be written: it is in nobody's way.
        return


def _hash(names: Names) -> str:
    """Give a name for an index of these names, as the tables and this version read them."""
    found = hashlib.sha256(f"{__version__} {FORM} {tables_hash()}".encode())
    for place, name, schema in names:
        found.update(f"{place}\t{schema}\t{name}\n".encode("utf-8", "surrogatepass"))
    return found.hexdigest()
