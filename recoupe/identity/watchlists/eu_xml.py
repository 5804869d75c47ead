"""The EU's consolidated list of financial sanctions (FSF) as XML 1.1."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from xml.etree.ElementTree import Element

from recoupe.identity.watchlists.dates import at_latest, day_first, edtf, iso
from recoupe.identity.watchlists.format import Files, Format, Item, made
from recoupe.identity.watchlists.places import codes
from recoupe.identity.watchlists.scripts import listed_name
from recoupe.identity.watchlists.xml import elements, root, texts
from recoupe.model.listing import Designation, Identifier, ListedName, ListEntry, Quality

ENTITY = "sanctionEntity"
AUTHORITY = "EU"

LISTED = re.compile(
    r"[Dd]ate of (?:listing|designation)\s*:?\s*(?P<day>\d{1,2}[./]\d{1,2}[./]\d{4})"
)
"""`(Date of listing: 28.2.2022)` in a remark; of the UN's own designation there is another."""


def _entries(files: Files) -> Iterator[Item]:
    for line, entity in elements(files[0], ENTITY):
        yield made(files[0], line, partial(_entry, entity))


def _published(file: Path) -> str | None:
    return iso(root(file)[1].get("generationDate", ""))


def _entry(entity: Element) -> ListEntry:
    kind = entity.find("subjectType")
    if kind is None:
        raise ValueError("it has no subjectType")
    remark = " ".join(texts(entity, "remark"))
    return ListEntry(
        id=entity.get("euReferenceNumber", "") or entity.get("logicalId", ""),
        schema="Person" if is_person(kind.get("code", "")) else "LegalEntity",
        names=names([(_name(alias), alias.get("strong")) for alias in entity.iter("nameAlias")]),
        designations=(Designation(AUTHORITY, _programmes(entity), listed(*_days(entity), remark)),),
        identifiers=tuple(filter(None, map(_identifier, entity.iter("identification")))),
        addresses=tuple(dict.fromkeys(filter(None, map(_address, entity.iter("address"))))),
        countries=codes(_countries(entity)),
        birth_dates=tuple(dict.fromkeys(filter(None, map(_born, entity.iter("birthdate"))))),
        remark=remark,
    )


def is_person(kind: str) -> bool:
    """Say whether the EU calls an entry a person: `person`, or `P` for short."""
    return kind.casefold() in ("person", "p")


def names(found: list[tuple[str, str | None]]) -> tuple[ListedName, ...]:
    """Make the names of an entry; the second of each pair is `false` where the EU calls it weak."""
    listed: dict[str, ListedName] = {}
    for text, strong in found:
        if text and text not in listed:
            first = Quality.PRIMARY if not listed else Quality.ALIAS
            listed[text] = listed_name(text, Quality.WEAK if strong == "false" else first)
    return tuple(listed.values())


def listed(designated: str, published: list[str], remark: str) -> str | None:
    """Give the EDTF of the day of listing.

    Where the EU names none, the earliest act that the entry rests on tells by when it was
    listed; the acts that are given are often later amendments.
    """
    if day := iso(designated) or day_first(designated):
        return day
    if match := LISTED.search(remark):
        return day_first(match["day"])
    return at_latest([iso(day) or day_first(day) for day in published])


def _days(entity: Element) -> tuple[str, list[str]]:
    acts = (*entity.iter("regulation"), *entity.iter("regulationSummary"))
    return entity.get("designationDate", ""), [act.get("publicationDate", "") for act in acts]


def _programmes(entity: Element) -> tuple[str, ...]:
    found = (act.get("programme", "") for act in entity.iter("regulation"))
    return tuple(dict.fromkeys(p for p in found if p))


def _name(alias: Element) -> str:
    parts = (alias.get(part, "") for part in ("firstName", "middleName", "lastName"))
    return alias.get("wholeName", "").strip() or " ".join(filter(None, parts))


def _identifier(identification: Element) -> Identifier | None:
    number = identification.get("number", "").strip()
    kinds = ("identificationTypeDescription", "identificationTypeCode")
    kind = next((k for name in kinds if (k := identification.get(name))), "document")
    country = codes([identification.get("countryIso2Code", "")])
    return Identifier(kind, number, next(iter(country), None)) if number else None


def _address(address: Element) -> str:
    parts = ("street", "poBox", "zipCode", "city", "region", "place", "countryDescription")
    return ", ".join(filter(None, (address.get(part, "").strip() for part in parts)))


def _countries(entity: Element) -> Iterator[str]:
    for tag in ("citizenship", "address"):
        for place in entity.iter(tag):
            yield place.get("countryIso2Code", "")


def _born(birth: Element) -> str | None:
    about = "~" if birth.get("circa") == "true" else ""
    first, last = birth.get("yearRangeFrom", ""), birth.get("yearRangeTo", "")
    if first and last:
        return f"{first}/{last}"
    day = iso(birth.get("birthdate", "")) or _parts(birth)
    return day + about if day else None


def _parts(birth: Element) -> str | None:
    year = birth.get("year", "")
    if not year.isdecimal() or not int(year):
        return None
    return edtf(year, birth.get("monthOfYear", "0"), birth.get("dayOfMonth", "0"))


def _recognised(head: str) -> bool:
    return "<export" in head and "fpi/fsd/export" in head


EU_XML = Format("eu-xml", "EU FSF XML", _recognised, _published, _entries)
