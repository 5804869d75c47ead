"""OpenSanctions as FollowTheMoney entities, one JSON object a line (entities.ftm.json).

Sanctions and addresses are entities of their own that point at, or are pointed at by, the
listed one; so the file is read twice, and only they are held in memory.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from recoupe.identity.watchlists.dates import iso
from recoupe.identity.watchlists.format import Broken, Files, Format, Item, Unread, made
from recoupe.identity.watchlists.places import codes
from recoupe.identity.watchlists.scripts import listed_name
from recoupe.model.listing import (
    SCHEMATA,
    Designation,
    Identifier,
    ListedName,
    ListEntry,
    Quality,
)

NAMES = {
    "name": Quality.PRIMARY,
    "alias": Quality.ALIAS,
    "abbreviation": Quality.ALIAS,
    "previousName": Quality.FORMER,
    "weakAlias": Quality.WEAK,
}
COUNTRIES = ("country", "jurisdiction", "nationality", "citizenship", "mainCountry", "flag")
NUMBERS = (
    *("registrationNumber", "innCode", "ogrnCode", "kppCode", "okpoCode", "taxNumber", "idNumber"),
    *("passportNumber", "imoNumber", "mmsi", "callSign", "leiCode", "uscCode", "dunsCode"),
    *("swiftBic", "vatCode", "cageCode", "uniqueEntityId", "publicKey", "isin"),
)
SANCTIONED = "sanction"
"""The topic of whoever stands on a list of sanctions; an address or a politician has others."""

ENOUGH = 1000
"""Lines in which to look for the day of the export."""


@dataclass(frozen=True, slots=True)
class _Entity:
    """A line of the file."""

    id: str
    schema: str
    properties: Mapping[str, list[Any]]
    datasets: tuple[str, ...]
    last_seen: str

    def said(self, *names: str) -> tuple[str, ...]:
        found = (v for name in names for v in self.properties.get(name, ()))
        return tuple(dict.fromkeys(v.strip() for v in found if isinstance(v, str) and v.strip()))


@dataclass(frozen=True, slots=True)
class _Known:
    designations: dict[str, list[Designation]] = field(default_factory=lambda: defaultdict(list))
    addresses: dict[str, str] = field(default_factory=dict)


def _entries(files: Files) -> Iterator[Item]:
    known = _Known()
    for _, entity in _lines(files[0]):
        _note(entity, known)
    for line, entity in _lines(files[0]):
        if isinstance(entity, Unread):
            yield entity
        elif entity.schema in SCHEMATA and entity.schema != "Address" and _listed(entity, known):
            yield made(files[0], line, partial(_entry, entity, known))


def _published(file: Path) -> str | None:
    """Give the day on which the export was made: its newest entries were seen then."""
    seen = (e.last_seen for _, e in islice(_lines(file), ENOUGH) if isinstance(e, _Entity))
    return iso(max(seen, default=""))


def _lines(file: Path) -> Iterator[tuple[int, _Entity | Unread]]:
    with file.open("rb") as source:
        for number, line in enumerate(source, 1):
            if line.strip():
                yield number, _entity(file, number, line)


def _entity(file: Path, number: int, line: bytes) -> _Entity | Unread:
    try:
        plain = json.loads(line)
    except ValueError as error:
        what = "cut short" if not line.endswith(b"\n") else f"not JSON: {error}"
        raise Broken(file, number, what) from error
    return _of_plain(file, number, plain)


def _of_plain(file: Path, number: int, plain: Any) -> _Entity | Unread:
    try:
        return _Entity(
            id=plain["id"],
            schema=plain["schema"],
            properties=dict(plain["properties"]),
            datasets=tuple(plain.get("datasets", ())),
            last_seen=plain.get("last_seen") or "",
        )
    except (KeyError, TypeError, ValueError) as error:
        return Unread(file, number, f"no FollowTheMoney entity: {error!r}")


def _note(entity: _Entity | Unread, known: _Known) -> None:
    if isinstance(entity, Unread):
        return
    if entity.schema == "Sanction":
        for listed in entity.said("entity"):
            known.designations[listed].append(_designation(entity))
    if entity.schema == "Address":
        known.addresses[entity.id] = ", ".join(entity.said("full")[:1])


def _designation(sanction: _Entity) -> Designation:
    days = sanction.said("listingDate") or sanction.said("startDate")
    ends = sanction.said("endDate")
    return Designation(
        authority=", ".join(sanction.said("authority") or sanction.datasets) or "OpenSanctions",
        programmes=sanction.said("programId") or sanction.said("program"),
        listed=min(filter(None, map(iso, days)), default=None),
        delisted=max(filter(None, map(iso, ends)), default=None),
    )


def _listed(entity: _Entity, known: _Known) -> bool:
    return bool(
        entity.id in known.designations
        or entity.properties.get("sanctions")
        or SANCTIONED in entity.said("topics")
    )


def _entry(entity: _Entity, known: _Known) -> ListEntry:
    wikidata = (*entity.said("wikidataId"), *(id_ for id_ in [entity.id] if is_wikidata(id_)))
    return ListEntry(
        id=entity.id,
        schema=entity.schema,
        names=_names(entity),
        designations=_designations(entity, known),
        identifiers=tuple(Identifier(kind, n) for kind in NUMBERS for n in entity.said(kind)),
        addresses=_addresses(entity, known),
        countries=codes(entity.said(*COUNTRIES)),
        birth_dates=tuple(filter(None, map(iso, entity.said("birthDate")))),
        wikidata=next(iter(wikidata), None),
        opensanctions=entity.id,
        remark=" ".join(entity.said("notes")),
    )


def is_wikidata(id_: str) -> bool:
    """Say whether an id is Wikidata's: OpenSanctions takes it over where it knows it.

    >>> is_wikidata("Q4200001"), is_wikidata("NK-kupol")
    (True, False)
    """
    return id_.startswith("Q") and id_[1:].isdecimal()


def _names(entity: _Entity) -> tuple[ListedName, ...]:
    found: dict[str, ListedName] = {}
    for name, quality in NAMES.items():
        for text in entity.said(name):
            first = quality if not found or quality is not Quality.PRIMARY else Quality.ALIAS
            found.setdefault(text, listed_name(text, first))
    return tuple(found.values())


def _designations(entity: _Entity, known: _Known) -> tuple[Designation, ...]:
    # In targets.nested.json the sanctions stand within the entity.
    nested = [_of_plain(Path(), 0, plain) for plain in entity.properties.get("sanctions", ())]
    own = [_designation(one) for one in nested if isinstance(one, _Entity)]
    found = (*known.designations.get(entity.id, ()), *own)
    return tuple(dict.fromkeys(found)) or (Designation(", ".join(entity.datasets)),)


def _addresses(entity: _Entity, known: _Known) -> tuple[str, ...]:
    pointed_at = (known.addresses.get(id_, "") for id_ in entity.said("addressEntity"))
    return tuple(dict.fromkeys(filter(None, (*entity.said("address"), *pointed_at))))


def _recognised(head: str) -> bool:
    first = head.lstrip("\ufeff").lstrip()
    return first.startswith("{") and '"schema"' in first and '"properties"' in first


FTM = Format("opensanctions-ftm", "OpenSanctions FtM JSON lines", _recognised, _published, _entries)
