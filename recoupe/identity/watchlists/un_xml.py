"""The UN Security Council's consolidated list as XML."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from xml.etree.ElementTree import Element

from recoupe.identity.watchlists.dates import iso
from recoupe.identity.watchlists.format import Files, Format, Item, made
from recoupe.identity.watchlists.places import codes
from recoupe.identity.watchlists.scripts import listed_name
from recoupe.identity.watchlists.xml import elements, root, text, texts
from recoupe.model.listing import Designation, Identifier, ListedName, ListEntry, Quality

PERSON, ENTITY = "INDIVIDUAL", "ENTITY"
NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
PLACE = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY", "NOTE")
WEAK, FORMER = "low", "f.k.a."


def _entries(files: Files) -> Iterator[Item]:
    for line, element in elements(files[0], PERSON, ENTITY):
        yield made(files[0], line, partial(_entry, element))


def _published(file: Path) -> str | None:
    return iso(root(file)[1].get("dateGenerated", ""))


def _entry(element: Element) -> ListEntry:
    kind = element.tag
    return ListEntry(
        id=text(element, "REFERENCE_NUMBER") or text(element, "DATAID"),
        schema="Person" if kind == PERSON else "LegalEntity",
        names=_names(element),
        designations=(_designation(element),),
        identifiers=tuple(_identifiers(element)),
        addresses=tuple(dict.fromkeys(filter(None, map(_place, element.iter(f"{kind}_ADDRESS"))))),
        countries=codes(
            (*texts(element, "NATIONALITY/VALUE"), *texts(element, f"{kind}_ADDRESS/COUNTRY"))
        ),
        birth_dates=tuple(
            dict.fromkeys(filter(None, map(_born, element.iter(f"{kind}_DATE_OF_BIRTH"))))
        ),
        remark=text(element, "COMMENTS1"),
    )


def _names(element: Element) -> tuple[ListedName, ...]:
    own = " ".join(filter(None, (text(element, part) for part in NAMES)))
    found = [
        listed_name(own, Quality.PRIMARY),
        listed_name(text(element, "NAME_ORIGINAL_SCRIPT"), Quality.ALIAS),
    ]
    for alias in element.iter(f"{element.tag}_ALIAS"):
        quality = text(alias, "QUALITY").casefold()
        weak = Quality.WEAK if quality == WEAK else Quality.ALIAS
        kind = Quality.FORMER if quality == FORMER else weak
        found.append(listed_name(text(alias, "ALIAS_NAME"), kind))
    return tuple({name.text: name for name in reversed(found) if name.text}.values())[::-1]


def _designation(element: Element) -> Designation:
    return Designation(
        authority="UN",
        programmes=texts(element, "UN_LIST_TYPE"),
        listed=iso(text(element, "LISTED_ON")),
        delisted=iso(text(element, "DELISTED_ON")),
    )


def _identifiers(element: Element) -> Iterator[Identifier]:
    for document in element.iter(f"{element.tag}_DOCUMENT"):
        if number := text(document, "NUMBER"):
            country = codes([text(document, "ISSUING_COUNTRY")])
            kind = text(document, "TYPE_OF_DOCUMENT") or "document"
            yield Identifier(kind, number, next(iter(country), None))


def _place(address: Element) -> str:
    return ", ".join(filter(None, (text(address, part) for part in PLACE)))


def _born(birth: Element) -> str | None:
    about = "~" if text(birth, "TYPE_OF_DATE").upper().startswith("APPROX") else ""
    first, last = text(birth, "FROM_YEAR"), text(birth, "TO_YEAR")
    if first and last:
        return f"{first}/{last}"
    day = iso(text(birth, "DATE")) or iso(text(birth, "YEAR"))
    return day + about if day else None


def _recognised(head: str) -> bool:
    return "<CONSOLIDATED_LIST" in head


UN_XML = Format("un-xml", "UN Security Council XML", _recognised, _published, _entries)
