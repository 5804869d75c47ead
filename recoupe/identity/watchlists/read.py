"""Files of a list, in whichever format → its entries."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from recoupe.errors import BadInput
from recoupe.identity.watchlists.eu_csv import EU_CSV
from recoupe.identity.watchlists.eu_xml import EU_XML
from recoupe.identity.watchlists.format import Broken, Format, Item, Unread
from recoupe.identity.watchlists.ofac_csv import OFAC_CSV
from recoupe.identity.watchlists.ofac_xml import OFAC_XML
from recoupe.identity.watchlists.opensanctions_csv import OPENSANCTIONS_CSV
from recoupe.identity.watchlists.opensanctions_ftm import FTM
from recoupe.identity.watchlists.plain_csv import PLAIN_CSV
from recoupe.identity.watchlists.uk_csv import OFSI_CSV, UK_CSV
from recoupe.identity.watchlists.un_xml import UN_XML

FORMATS = (
    OFAC_XML,
    OFAC_CSV,
    EU_XML,
    EU_CSV,
    OFSI_CSV,
    UK_CSV,
    UN_XML,
    FTM,
    OPENSANCTIONS_CSV,
    PLAIN_CSV,
)
"""In the order in which a file is tried; the CSV of one's own, which asks least, comes last."""

HEAD = 1 << 16
"""Bytes by which a format is told."""


@dataclass(frozen=True, slots=True)
class WatchList:
    """The files of one list, the list itself first. published: ISO date, None where not told."""

    format: Format
    files: tuple[Path, ...]
    published: str | None

    def items(self) -> Iterator[Item]:
        """Give each entry, or where one could not be read.

        Raises BadInput, naming file and line, where the rest cannot be read.
        """
        read = 0
        try:
            for item in self.format.entries(self.files):
                read += not isinstance(item, Unread)
                yield item
        except Broken as error:
            raise BadInput(
                f"{error}. {read:,} entries before it could be read; nothing was loaded. "
                "Fetch the file again."
            ) from error


def recognise(files: Sequence[Path]) -> WatchList:
    """Say in which format a list is, and when it was published.

    Raises BadInput where no reader knows the file, or a file beside it does not belong to it.
    """
    heads = {file: _head(file) for file in files}
    for format_ in FORMATS:
        for file, head in heads.items():
            if format_.recognised(head):
                parts = [other for other in files if other != file]
                _check_parts(format_, file, [(part, heads[part]) for part in parts])
                return _dated(WatchList(format_, (file, *parts), None))
    raise BadInput(f"{files[0]}: {_what_else(heads[files[0]])}; lists that are read: {_known()}")


def _dated(found: WatchList) -> WatchList:
    try:
        return replace(found, published=found.format.published(found.files[0]))
    except Broken:
        for _ in found.items():  # raises, and says how much could be read
            pass
        return found


def _head(file: Path) -> str:
    try:
        with file.open("rb") as source:
            return source.read(HEAD).decode("utf-8-sig", errors="replace")
    except OSError as error:
        raise BadInput(f"{file}: cannot be read: {error.strerror or error}") from error


def _check_parts(format_: Format, file: Path, parts: list[tuple[Path, str]]) -> None:
    for part, head in parts:
        if not any(belongs(head) for belongs in format_.parts):
            raise BadInput(f"{part}: does not belong to {file} ({format_.title}); add it by itself")


def _what_else(head: str) -> str:
    if not head.strip():
        return "empty"
    page = head.lstrip().casefold()
    if page.startswith(("<!doctype html", "<html")):
        return "a web page, not a list; the publisher may want you to log in and save the file"
    return "no list in a format that is known"


def _known() -> str:
    return "; ".join(format_.title for format_ in FORMATS)
