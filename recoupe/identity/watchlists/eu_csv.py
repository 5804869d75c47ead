"""The EU's consolidated list of financial sanctions (FSF) as CSV 1.1: a row for each detail."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from recoupe.identity.watchlists.dates import day_first, edtf, iso
from recoupe.identity.watchlists.eu_xml import AUTHORITY, is_person, listed, names
from recoupe.identity.watchlists.format import Files, Format, Item, Unread, made
from recoupe.identity.watchlists.grouped import Group, grouped
from recoupe.identity.watchlists.places import codes
from recoupe.identity.watchlists.rows import Dialect, Row, cells, rows
from recoupe.model.listing import Designation, Identifier, ListEntry

DIALECT = Dialect(delimiter=";")
NUMBER = "entity_logicalid"
ACTS = tuple(
    f"{part}_regulation_publicationdate"
    for part in ("entity", "namealias", "address", "birthdate", "identification", "citizenship")
)
PLACE = ("street", "pobox", "zipcode", "city", "region", "place", "countrydescription")


def _entries(files: Files) -> Iterator[Item]:
    for group in grouped(rows(files[0], DIALECT), NUMBER):
        if isinstance(group, Unread):
            yield group
        else:
            yield made(files[0], group.first.line, partial(_entry, group))


def _published(file: Path) -> str | None:
    for row in rows(file, DIALECT):
        if isinstance(row, Row):
            return iso(row["filegenerationdate"]) or day_first(row["filegenerationdate"])
    return None


def _entry(group: Group) -> ListEntry:
    first, remark = group.first, " ".join(group.said("entity_remark"))
    designated = group.said("entity_designationdate")
    programmes = group.said("entity_regulation_programme")
    day = listed("".join(designated[:1]), list(group.said(*ACTS)), remark)
    person = any(map(is_person, group.said("entity_subjecttype")))
    return ListEntry(
        id=first["entity_eu_referencenumber"] or first[NUMBER],
        schema="Person" if person else "LegalEntity",
        names=names([(_name(row), None) for row in group.rows]),
        designations=(Designation(AUTHORITY, programmes, day),),
        identifiers=tuple(dict.fromkeys(_identifiers(group))),
        addresses=tuple(dict.fromkeys(filter(None, map(_address, group.rows)))),
        countries=codes(group.said("citizenship_countryiso2code", "address_countryiso2code")),
        birth_dates=tuple(dict.fromkeys(filter(None, map(_born, group.rows)))),
        remark=remark,
    )


def _name(row: Row) -> str:
    parts = (row[f"namealias_{part}"] for part in ("firstname", "middlename", "lastname"))
    return row["namealias_wholename"] or " ".join(filter(None, parts))


def _identifiers(group: Group) -> Iterator[Identifier]:
    for row in group.rows:
        if number := row["identification_number"]:
            kind = row["identification_typedescription"] or row["identification_typecode"]
            country = codes([row["identification_countryiso2code"]])
            yield Identifier(kind or "document", number, next(iter(country), None))


def _address(row: Row) -> str:
    return ", ".join(filter(None, (row[f"address_{part}"] for part in PLACE)))


def _born(row: Row) -> str | None:
    if day := iso(row["birthdate_birthdate"]):
        return day
    first, last = row["birthdate_yearrangefrom"], row["birthdate_yearrangeto"]
    if first and last:
        return f"{first}/{last}"
    year = row["birthdate_year"]
    return edtf(year, row["birthdate_month"], row["birthdate_day"]) if year.isdecimal() else None


def _recognised(head: str) -> bool:
    return NUMBER in cells(head, ";") and "namealias_wholename" in cells(head, ";")


EU_CSV = Format("eu-csv", "EU FSF CSV", _recognised, _published, _entries)
