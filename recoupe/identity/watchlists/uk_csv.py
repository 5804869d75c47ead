"""The UK's lists as CSV: OFSI's consolidated list of targets, kept up until January 2026, and the
UK Sanctions List that has taken its place. Both give each name of an entry a row of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from recoupe.identity.watchlists.dates import day_first, edtf, with_name
from recoupe.identity.watchlists.format import Files, Format, Item, Unread, made
from recoupe.identity.watchlists.grouped import Group, grouped
from recoupe.identity.watchlists.places import codes
from recoupe.identity.watchlists.rows import Dialect, Row, cells, rows
from recoupe.identity.watchlists.scripts import listed_name
from recoupe.model.listing import Designation, Identifier, ListedName, ListEntry, Quality

DIALECT = Dialect(preamble=1, encodings=("utf-8-sig", "cp1252"))
"""Before the header stands a line with the day of publication."""

AUTHORITY = "UK"
GIVEN_NAMES = tuple(f"name {number}" for number in range(1, 6))
LAST_NAME = "name 6"
SCHEMATA = {"individual": "Person", "entity": "LegalEntity", "ship": "Vessel"}


@dataclass(frozen=True, slots=True)
class _Shape:
    """Where one of the two lists says what; names of columns, in lower case."""

    keys: tuple[str, ...]
    kind: str
    name_type: str
    strength: str
    regime: str
    listed: tuple[str, ...]
    born: str
    countries: tuple[str, ...]
    address: tuple[str, ...]
    numbers: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]


OFSI = _Shape(
    keys=("group id",),
    kind="group type",
    name_type="alias type",
    strength="alias quality",
    regime="regime",
    listed=("listed on", "uk sanctions list date designated"),
    born="dob",
    countries=("nationality", "country"),
    address=(*(f"address {n}" for n in range(1, 7)), "post/zip code", "country"),
    numbers=(
        ("passport", "passport number"),
        ("national identification", "national identification number"),
    ),
    remarks=("other information",),
)

SANCTIONS_LIST = _Shape(
    keys=("unique id",),
    kind="designation type",
    name_type="name type",
    strength="alias strength",
    regime="regime name",
    listed=("date designated",),
    born="d.o.b",
    countries=("nationality(/ies)", "address country", "current believed flag of ship"),
    address=(
        *(f"address line {n}" for n in range(1, 7)),
        *("address postal code", "address country"),
    ),
    numbers=(
        ("passport", "passport number"),
        ("national identification", "national identifier number"),
        ("business registration", "business registration number (s)"),
        ("IMO", "imo number"),
    ),
    remarks=("other information", "uk statement of reasons"),
)


def _entries(shape: _Shape, files: Files) -> Iterator[Item]:
    for group in grouped(rows(files[0], DIALECT), *shape.keys):
        if isinstance(group, Unread):
            yield group
        else:
            yield made(files[0], group.first.line, partial(_entry, group, shape))


def _published(file: Path) -> str | None:
    with file.open(encoding="utf-8-sig", errors="replace") as source:
        said = source.readline()
    return day_first(said) or with_name(said.partition(":")[2].strip(' ,"\n'))


def _entry(group: Group, shape: _Shape) -> ListEntry:
    days = [day for column in shape.listed for day in group.said(column)]
    listed = min(filter(None, map(day_first, days)), default=None)
    kinds = [SCHEMATA.get(kind.casefold(), "") for kind in group.said(shape.kind)]
    return ListEntry(
        id=next(group.first[key] for key in shape.keys if group.first[key]),
        schema=next(filter(None, kinds), "LegalEntity"),
        names=_names(group, shape),
        designations=(Designation(AUTHORITY, group.said(shape.regime), listed),),
        identifiers=tuple(
            Identifier(kind, number)
            for kind, column in shape.numbers
            for number in group.said(column)
        ),
        addresses=tuple(dict.fromkeys(filter(None, (_address(r, shape) for r in group.rows)))),
        countries=codes(part for words in group.said(*shape.countries) for part in _parts(words)),
        birth_dates=tuple(dict.fromkeys(filter(None, map(_born, group.said(shape.born))))),
        remark=" ".join(group.said(*shape.remarks)),
    )


def _names(group: Group, shape: _Shape) -> tuple[ListedName, ...]:
    found: dict[str, ListedName] = {}
    for row in group.rows:
        quality = _quality(row, shape)
        given = (row[column] for column in (*GIVEN_NAMES, LAST_NAME))
        name = listed_name(" ".join(filter(None, given)), quality)
        other = listed_name(row["name non-latin script"], Quality.ALIAS)
        for one in (name, other):
            if one.text:
                found.setdefault(one.text, one)
    return tuple(sorted(found.values(), key=lambda name: name.quality is not Quality.PRIMARY))


def _quality(row: Row, shape: _Shape) -> Quality:
    kind, strength = row[shape.name_type].casefold(), row[shape.strength].casefold()
    if strength.startswith("low"):
        return Quality.WEAK
    if kind == "primary name":
        return Quality.PRIMARY
    return Quality.FORMER if kind == "fka" else Quality.ALIAS


def _address(row: Row, shape: _Shape) -> str:
    return ", ".join(filter(None, (row[column] for column in shape.address)))


def _parts(countries: str) -> list[str]:
    """Give each of `(1) Russia (2) Belarus`."""
    return [part.strip(" 0123456789").strip() for part in countries.replace("(", ")").split(")")]


def _born(text: str) -> str | None:
    day, _, rest = text.partition("/")
    month, _, year = rest.partition("/")
    parts = (year, month, day)
    return edtf(*parts) if all(part.strip().isdecimal() for part in parts) else None


def _has(head: str, *columns: str) -> bool:
    return set(columns) <= set(cells(head.partition("\n")[2]))


OFSI_CSV = Format(
    name="uk-ofsi",
    title="UK OFSI consolidated list CSV",
    recognised=lambda head: _has(head, LAST_NAME, *OFSI.keys, OFSI.kind),
    published=_published,
    entries=partial(_entries, OFSI),
)

UK_CSV = Format(
    name="uk-list",
    title="UK Sanctions List CSV",
    recognised=lambda head: _has(head, LAST_NAME, *SANCTIONS_LIST.keys, SANCTIONS_LIST.regime),
    published=_published,
    entries=partial(_entries, SANCTIONS_LIST),
)
