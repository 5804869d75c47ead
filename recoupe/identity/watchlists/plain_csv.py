"""A list of one's own as CSV: a header, a row an entry, `|` between several values of a cell."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from recoupe.identity.watchlists.dates import iso
from recoupe.identity.watchlists.format import Broken, Files, Format, Item, Unread, made
from recoupe.identity.watchlists.places import codes
from recoupe.identity.watchlists.rows import Dialect, Row, cells, rows
from recoupe.identity.watchlists.scripts import listed_name
from recoupe.model.listing import Designation, Identifier, ListedName, ListEntry, Quality

NAME = "name"
COLUMNS = (
    *("id", NAME, "aliases", "weak_aliases", "schema", "authority", "programme"),
    *("listed", "delisted", "country", "birth_date", "identifiers", "address"),
    *("wikidata", "opensanctions", "remark"),
)
OWN = "own list"
"""Who listed an entry where no column tells."""


def _entries(files: Files) -> Iterator[Item]:
    file = files[0]
    dialect = Dialect(_delimiter(_first_line(file)))
    _check(file, cells(_first_line(file), dialect.delimiter))
    for row in rows(file, dialect):
        if isinstance(row, Unread):
            yield row
        else:
            yield made(file, row.line, partial(_entry, row))


def _check(file: Path, columns: list[str]) -> None:
    unknown = [column for column in columns if column not in COLUMNS]
    if unknown:
        raise Broken(
            file, 1, f"unknown column {unknown[0]!r}; the columns are {', '.join(COLUMNS)}"
        )


def _entry(row: Row) -> ListEntry:
    return ListEntry(
        id=row["id"] or row[NAME],
        schema=row["schema"] or "LegalEntity",
        names=tuple(_names(row)),
        designations=(
            Designation(
                authority=row["authority"] or OWN,
                programmes=_several(row["programme"]),
                listed=_date(row, "listed"),
                delisted=_date(row, "delisted"),
            ),
        ),
        identifiers=tuple(Identifier("identifier", n) for n in _several(row["identifiers"])),
        addresses=_several(row["address"]),
        countries=codes(_several(row["country"])),
        birth_dates=tuple(filter(None, map(iso, _several(row["birth_date"])))),
        wikidata=row["wikidata"] or None,
        opensanctions=row["opensanctions"] or None,
        remark=row["remark"],
    )


def _names(row: Row) -> Iterator[ListedName]:
    if row[NAME]:
        yield listed_name(row[NAME], Quality.PRIMARY)
    for column, quality in (("aliases", Quality.ALIAS), ("weak_aliases", Quality.WEAK)):
        yield from (listed_name(alias, quality) for alias in _several(row[column]))


def _date(row: Row, column: str) -> str | None:
    day = iso(row[column])
    if row[column] and day is None:
        raise ValueError(f"{column} {row[column]!r} is no date such as 2023-12-12")
    return day


def _several(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words.strip() for words in cell.split("|") if words.strip()))


def _delimiter(header: str) -> str:
    return ";" if header.count(";") > header.count(",") else ","


def _first_line(file: Path) -> str:
    with file.open(encoding="utf-8-sig", errors="replace") as source:
        return source.readline()


def _published(file: Path) -> str | None:
    return None


def _recognised(head: str) -> bool:
    return NAME in cells(head, _delimiter(head.partition("\n")[0]))


PLAIN_CSV = Format("csv", "CSV of one's own", _recognised, _published, _entries)
