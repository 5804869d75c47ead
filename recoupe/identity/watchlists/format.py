"""What a reader of lists is, and what it says of a place that it cannot read."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from recoupe.model.listing import ListEntry


@dataclass(frozen=True, slots=True)
class Unread:
    """An entry that could not be read; those around it could. line: where it begins."""

    file: Path
    line: int
    why: str

    def __str__(self) -> str:
        return f"{self.file.name}, line {self.line:,}: {self.why}"


class Broken(Exception):
    """A file cannot be read on from a line; what came before it could be."""

    def __init__(self, file: Path, line: int, why: str) -> None:
        super().__init__(f"{file}, line {line:,}: {why}")


Item = ListEntry | Unread
Files = Sequence[Path]


@dataclass(frozen=True, slots=True)
class Format:
    """How lists in one format are known, dated and read.

    recognised: says of the first lines of a file whether it is a list in this format.
    published: gives the day of publication as an ISO date, None where the file does not tell.
    entries: gives the entries in the order of the file, which comes first in `files`; the others
    are its `parts`, told by their first lines like the list itself. Raises Broken.
    """

    name: str
    title: str
    recognised: Callable[[str], bool]
    published: Callable[[Path], str | None]
    entries: Callable[[Files], Iterator[Item]]
    parts: tuple[Callable[[str], bool], ...] = ()


def made(file: Path, line: int, entry: Callable[[], ListEntry]) -> Item:
    """Give the entry, or why there is none: a field that it needs is missing or makes no sense."""
    try:
        return entry()
    except (ValueError, KeyError) as error:
        why = f"{error} is missing" if isinstance(error, KeyError) else str(error)
        return Unread(file, line, why)
