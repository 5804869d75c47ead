"""OFAC's lists as CSV: sdn.csv with alt.csv (other names) and add.csv (addresses) beside it.

The files have no header; OFAC's data specification tells the columns. They give no date of
listing: since when an entry stands there is told only by the versions that the case keeps.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from recoupe.identity.watchlists.dates import with_name
from recoupe.identity.watchlists.format import Broken, Files, Format, Item, Unread, made
from recoupe.identity.watchlists.places import codes
from recoupe.identity.watchlists.rows import Dialect, Row, cells, rows
from recoupe.identity.watchlists.scripts import listed_name
from recoupe.model.listing import Designation, Identifier, ListedName, ListEntry, Quality

WINDOWS = ("utf-8-sig", "cp1252")
LIST = Dialect(
    columns=(
        *("number", "name", "type", "programme", "title", "call sign", "vessel type", "tonnage"),
        *("gross tonnage", "flag", "owner", "remarks"),
    ),
    encodings=WINDOWS,
)
NAMES = Dialect(
    columns=("number", "name number", "kind", "name", "remarks"),
    encodings=WINDOWS,
)
PLACES = Dialect(
    columns=("number", "address number", "address", "city", "country", "remarks"),
    encodings=WINDOWS,
)

EMPTY = "-0-"
"""What OFAC writes where there is nothing."""

SCHEMATA = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane"}
KINDS = {"fka": Quality.FORMER}

PROGRAMMES = re.compile(r"\]\s*\[|\[|\]|;")
BIRTH = re.compile(r"(?:alt\. )?DOB (?P<date>[^;]+)")
COUNTRY = re.compile(r"(?:alt\. )?(?:nationality|citizen) (?P<country>[^;]+)")
WEAK = re.compile(r"a\.k\.a\. ['\"](?P<name>[^'\"]+)['\"]")
NUMBER = re.compile(
    r"""(?P<kind>[\w.'()/ -]*?(?:No\.|Number|Passport|ID|Code|BIC|IMO|MMSI|License)[\w() ]*?)
        \s(?P<number>[\w./-]*\d[\w./-]*)
        (?:\s\((?P<country>[^)]+)\))?""",
    re.VERBOSE,
)
"""`Tax ID No. 7718852163 (Russia)`, `Vessel Registration Identification IMO 9187629`"""


def _entries(files: Files) -> Iterator[Item]:
    parts = {_columns(file): file for file in files[1:]}
    names, places = parts.get(len(NAMES.columns)), parts.get(len(PLACES.columns))
    if names is None or places is None:
        raise Broken(
            files[0], 1, "has no other names and no addresses; give alt.csv and add.csv with it"
        )
    unread: list[Unread] = []
    aliases, addresses = _by_entry(names, NAMES, unread), _by_entry(places, PLACES, unread)
    for row in rows(files[0], LIST):
        if isinstance(row, Unread):
            yield row
            continue
        number = row["number"]
        entry = partial(_entry, row, aliases[number], addresses[number])
        yield made(row.file, row.line, entry)
    yield from unread


def _columns(file: Path) -> int:
    with file.open(encoding="utf-8", errors="replace") as source:
        return len(cells(source.readline()))


def _by_entry(file: Path, dialect: Dialect, unread: list[Unread]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows(file, dialect):
        if isinstance(row, Unread):
            unread.append(row)
        else:
            found[row["number"]].append(row)
    return found


def _entry(row: Row, aliases: list[Row], addresses: list[Row]) -> ListEntry:
    remarks = _said(row, "remarks")
    schema = SCHEMATA.get(_said(row, "type").casefold(), "LegalEntity")
    if not row["number"].isdecimal():
        raise ValueError(f"{row['number']!r} is no number of an entry")
    born = [with_name(match["date"].rstrip(". ")) for match in BIRTH.finditer(remarks)]
    countries = [match["country"].rstrip(". ") for match in COUNTRY.finditer(remarks)]
    return ListEntry(
        id=row["number"],
        schema=schema,
        names=tuple(dict.fromkeys(_names(row, aliases, schema))),
        designations=(Designation("OFAC", _programmes(_said(row, "programme"))),),
        identifiers=tuple(_identifiers(remarks)),
        addresses=tuple(filter(None, map(_address, addresses))),
        countries=codes(
            [*countries, _said(row, "flag"), *(_said(a, "country") for a in addresses)]
        ),
        birth_dates=tuple(day for day in born if day),
        remark=remarks,
    )


def _names(row: Row, aliases: list[Row], schema: str) -> Iterator[ListedName]:
    if name := _said(row, "name"):
        yield listed_name(_in_order(name, schema), Quality.PRIMARY)
    for alias in aliases:
        quality = KINDS.get(alias["kind"].casefold(), Quality.ALIAS)
        yield listed_name(_in_order(_said(alias, "name"), schema), quality)
    for match in WEAK.finditer(_said(row, "remarks")):
        yield listed_name(match["name"], Quality.WEAK)


def _in_order(name: str, schema: str) -> str:
    """Give `Viktor BOUT` for `BOUT, Viktor`; a company's comma stays.

    >>> _in_order("BOUT, Viktor", "Person"), _in_order("DIGICOR, OOO", "LegalEntity")
    ('Viktor BOUT', 'DIGICOR, OOO')
    """
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma and schema == "Person" else name


def _programmes(text: str) -> tuple[str, ...]:
    """Give each of `CUBA] [SDGT`, as OFAC writes several."""
    return tuple(dict.fromkeys(p.strip() for p in PROGRAMMES.split(text) if p.strip()))


def _identifiers(remarks: str) -> Iterator[Identifier]:
    for part in remarks.split(";"):
        if match := NUMBER.match(part.strip().rstrip(".")):
            country = codes([match["country"] or ""])
            yield Identifier(match["kind"].strip(), match["number"], next(iter(country), None))


def _address(row: Row) -> str:
    return ", ".join(
        filter(None, (_said(row, column) for column in ("address", "city", "country")))
    )


def _said(row: Row, column: str) -> str:
    words = row[column]
    return "" if words == EMPTY else words


def _is_list(head: str) -> bool:
    found = cells(head)
    return len(found) == len(LIST.columns) and found[0].isdecimal()


def _is_part(dialect: Dialect, head: str) -> bool:
    found = cells(head)
    return len(found) == len(dialect.columns) and all(c.isdecimal() for c in found[:2])


def _published(file: Path) -> str | None:
    return None


OFAC_CSV = Format(
    name="ofac-csv",
    title="OFAC CSV (sdn.csv, alt.csv, add.csv)",
    recognised=_is_list,
    published=_published,
    entries=_entries,
    parts=(lambda head: _is_part(NAMES, head), lambda head: _is_part(PLACES, head)),
)
