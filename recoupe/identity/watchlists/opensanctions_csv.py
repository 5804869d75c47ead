"""OpenSanctions as the simplified CSV (targets.simple.csv): a row an entity.

It gives no date of listing: `first_seen` is when OpenSanctions first saw the entity, for any
reason. Since when it stands there is told only by the versions that the case keeps.
"""

import csv
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from recoupe.identity.watchlists.dates import iso
from recoupe.identity.watchlists.format import Files, Format, Item, Unread, made
from recoupe.identity.watchlists.opensanctions_ftm import is_wikidata
from recoupe.identity.watchlists.places import codes
from recoupe.identity.watchlists.rows import Dialect, Row, cells, rows
from recoupe.identity.watchlists.scripts import listed_name
from recoupe.model.listing import (
    SCHEMATA,
    Designation,
    Identifier,
    ListedName,
    ListEntry,
    Quality,
)

DIALECT = Dialect()
COLUMNS = ("id", "schema", "name", "aliases", "dataset", "last_seen")
ENOUGH = 1000
"""Rows in which to look for the day of the export."""


def _entries(files: Files) -> Iterator[Item]:
    for row in rows(files[0], DIALECT):
        if isinstance(row, Unread):
            yield row
        else:
            yield made(row.file, row.line, partial(_entry, row))


def _published(file: Path) -> str | None:
    seen = [row["last_seen"] for row in islice(rows(file, DIALECT), ENOUGH) if isinstance(row, Row)]
    return iso(max(seen, default=""))


def _entry(row: Row) -> ListEntry:
    id_ = row["id"]
    return ListEntry(
        id=id_,
        schema=row["schema"] if row["schema"] in SCHEMATA else "Thing",
        names=tuple(_names(row)),
        designations=_designations(row),
        identifiers=tuple(
            Identifier("identifier", number) for number in _several(row["identifiers"])
        ),
        addresses=_several(row["addresses"]),
        countries=codes(_several(row["countries"])),
        birth_dates=tuple(filter(None, map(iso, _several(row["birth_date"])))),
        wikidata=id_ if is_wikidata(id_) else None,
        opensanctions=id_,
        remark=row["sanctions"],
    )


def _names(row: Row) -> Iterator[ListedName]:
    if row["name"]:
        yield listed_name(row["name"], Quality.PRIMARY)
    for alias in _several(row["aliases"]):
        if alias != row["name"]:
            yield listed_name(alias, Quality.ALIAS)


def _designations(row: Row) -> tuple[Designation, ...]:
    datasets = _several(row["dataset"]) or ("OpenSanctions",)
    # Which programme is whose is not told where there are several lists.
    programmes = _several(row["program_ids"]) if len(datasets) == 1 else ()
    return tuple(Designation(dataset, programmes) for dataset in datasets)


def _several(cell: str) -> tuple[str, ...]:
    """Give each of `one;"two; with a semicolon"`."""
    found = next(csv.reader([cell], delimiter=";"), [])
    return tuple(dict.fromkeys(words.strip() for words in found if words.strip()))


def _recognised(head: str) -> bool:
    return set(COLUMNS) <= set(cells(head))


OPENSANCTIONS_CSV = Format(
    "opensanctions-csv", "OpenSanctions targets.simple.csv", _recognised, _published, _entries
)
