"""OFAC's SDN and consolidated lists as Advanced XML (the UN's Advanced Sanctions Data Model).

A party's names stand in one part of the file, its places, documents and dates in others, told
by numbers; so the file is read twice, and only those other parts are held in memory.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from xml.etree.ElementTree import Element

from recoupe.identity.watchlists.dates import edtf
from recoupe.identity.watchlists.format import Files, Format, Item, made
from recoupe.identity.watchlists.places import codes
from recoupe.identity.watchlists.scripts import listed_name
from recoupe.identity.watchlists.xml import elements, text
from recoupe.model.listing import Designation, Identifier, ListedName, ListEntry, Quality

PROGRAMME = "Program"
"""The kind of measure whose comment names the programme."""

SDN = "SDN List"

SCHEMATA = {"Individual": "Person", "Entity": "LegalEntity", "Vessel": "Vessel"}
SUBTYPES = {"Vessel": "Vessel", "Aircraft": "Airplane"}

ORDER = ("First Name", "Middle Name", "Patronymic", "Matronymic", "Maiden Name", "Last Name")
"""In which order the parts of a person's name are written; OFAC has the last name first."""

BIRTH, LOCATION = "Birthdate", "Location"
COUNTRIES = ("Nationality Country", "Citizenship Country", "Nationality of Registration")
NUMBERS = ("SWIFT/BIC", "MMSI", "D-U-N-S Number", "Vessel Call Sign", "Digital Currency Address")


@dataclass(frozen=True, slots=True)
class _Place:
    address: str
    country: str | None


@dataclass(frozen=True, slots=True)
class _Known:
    """What the other parts of the file tell. values: of each kind of reference, by its number."""

    values: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    party_types: dict[str, str] = field(default_factory=dict)
    places: dict[str, _Place] = field(default_factory=dict)
    documents: dict[str, list[Identifier]] = field(default_factory=lambda: defaultdict(list))
    designations: dict[str, list[Designation]] = field(default_factory=lambda: defaultdict(list))


def _entries(files: Files) -> Iterator[Item]:
    file = files[0]
    known = _known(file)
    for line, party in elements(file, "DistinctParty"):
        yield made(file, line, partial(_entry, party, known))


def _published(file: Path) -> str | None:
    for _, issued in elements(file, "DateOfIssue", "DistinctParty"):
        return _date(issued)
    return None


def _known(file: Path) -> _Known:
    known = _Known()
    # The references come first in the file; the others tell their kinds by them.
    for _, part in elements(
        file, "ReferenceValueSets", "Location", "IDRegDocument", "SanctionsEntry"
    ):
        match part.tag:
            case "ReferenceValueSets":
                _note_values(part, known)
            case "Location":
                known.places[part.get("ID", "")] = _place(part, known)
            case "IDRegDocument":
                known.documents[part.get("IdentityID", "")].append(_document(part, known))
            case _:
                known.designations[part.get("ProfileID", "")].append(_designation(part, known))
    return known


def _note_values(sets: Element, known: _Known) -> None:
    for kind in sets:
        for value in kind:
            known.values[value.tag][value.get("ID", "")] = " ".join((value.text or "").split())
            if value.tag == "PartySubType":
                known.party_types[value.get("ID", "")] = value.get("PartyTypeID", "")


def _place(location: Element, known: _Known) -> _Place:
    country = _value(known, "Country", location.find("LocationCountry"), "CountryID")
    parts = [text(part, "LocationPartValue/Value") for part in location.iterfind("LocationPart")]
    address = ", ".join(part for part in (*parts, country) if part)
    return _Place(address, next(iter(codes([country])), None))


def _document(document: Element, known: _Known) -> Identifier:
    country = known.values["Country"].get(document.get("IssuedBy-CountryID", ""), "")
    return Identifier(
        kind=known.values["IDRegDocType"].get(document.get("IDRegDocTypeID", ""), "document"),
        number=text(document, "IDRegistrationNo"),
        country=next(iter(codes([country])), None),
    )


def _designation(entry: Element, known: _Known) -> Designation:
    measures = entry.iterfind("SanctionsMeasure")
    types = known.values["SanctionsType"]
    programmes = (
        text(measure, "Comment")
        for measure in measures
        if types.get(measure.get("SanctionsTypeID", ""), PROGRAMME) == PROGRAMME
    )
    days = [d for event in entry.iterfind("EntryEvent/Date") if (d := _date(event))]
    of = known.values["List"].get(entry.get("ListID", ""), SDN)
    return Designation(
        authority="OFAC" if of == SDN else f"OFAC ({of})",
        programmes=tuple(dict.fromkeys(p for p in programmes if p)),
        listed=min(days, default=None),
    )


def _entry(party: Element, known: _Known) -> ListEntry:
    profile = party.find("Profile")
    if profile is None:
        raise ValueError("the party has no profile")
    number = profile.get("ID", "")
    if number not in known.designations:
        raise ValueError(f"nothing tells when and why party {number} was listed")
    identities = profile.findall("Identity")
    documents = (d for i in identities for d in known.documents.get(i.get("ID", ""), ()))
    features = _features(party, known)
    places = [known.places[place] for place in features["places"] if place in known.places]
    return ListEntry(
        id=number,
        schema=_schema(profile, known),
        names=_names(identities, known),
        designations=tuple(known.designations[number]),
        identifiers=(*(d for d in documents if d.number), *_numbers(party, known)),
        addresses=tuple(dict.fromkeys(place.address for place in places if place.address)),
        countries=_countries(places, features["countries"], known),
        birth_dates=tuple(dict.fromkeys(features["births"])),
        remark=text(party, "Comment"),
    )


def _schema(profile: Element, known: _Known) -> str:
    subtype = profile.get("PartySubTypeID", "")
    if found := SUBTYPES.get(known.values["PartySubType"].get(subtype, "")):
        return found
    kind = known.values["PartyType"].get(known.party_types.get(subtype, ""), "")
    return SCHEMATA.get(kind, "LegalEntity")


def _names(identities: list[Element], known: _Known) -> tuple[ListedName, ...]:
    found: dict[str, ListedName] = {}
    for identity in identities:
        kinds = _kinds_of_parts(identity, known)
        for alias in identity.iterfind("Alias"):
            for position, name in enumerate(alias.iterfind("DocumentedName")):
                listed = listed_name(_name(name, kinds), _quality(alias, position, known))
                if listed.text:
                    found.setdefault(listed.text, listed)
    return tuple(sorted(found.values(), key=lambda name: name.quality is not Quality.PRIMARY))


def _kinds_of_parts(identity: Element, known: _Known) -> Mapping[str, str]:
    groups = identity.iterfind("NamePartGroups/MasterNamePartGroup/NamePartGroup")
    kinds = known.values["NamePartType"]
    return {g.get("ID", ""): kinds.get(g.get("NamePartTypeID", ""), "") for g in groups}


def _name(name: Element, kinds: Mapping[str, str]) -> str:
    parts = [
        (kinds.get(value.get("NamePartGroupID", ""), ""), value.text or "")
        for value in name.iterfind("DocumentedNamePart/NamePartValue")
    ]
    parts.sort(key=lambda part: ORDER.index(part[0]) if part[0] in ORDER else len(ORDER))
    return " ".join(words for _, words in parts)


def _quality(alias: Element, position: int, known: _Known) -> Quality:
    if alias.get("LowQuality") == "true":
        return Quality.WEAK
    if alias.get("Primary") == "true":
        # After the first, the same name in other scripts.
        return Quality.ALIAS if position else Quality.PRIMARY
    kind = known.values["AliasType"].get(alias.get("AliasTypeID", ""), "")
    return Quality.FORMER if kind.startswith("F.K.A") else Quality.ALIAS


def _features(party: Element, known: _Known) -> dict[str, list[str]]:
    """Give the numbers of places and of countries' places, and the dates of birth."""
    found: dict[str, list[str]] = {"places": [], "countries": [], "births": []}
    for feature in party.iter("Feature"):
        kind = known.values["FeatureType"].get(feature.get("FeatureTypeID", ""), "")
        at = [v.get("LocationID", "") for v in feature.iterfind("FeatureVersion/VersionLocation")]
        if kind == LOCATION or not kind:
            found["places"] += at
        if kind in COUNTRIES:
            found["countries"] += at
        if kind == BIRTH:
            periods = feature.iterfind("FeatureVersion/DatePeriod")
            found["births"] += [day for period in periods if (day := _period(period))]
    return found


def _countries(places: list[_Place], numbers: list[str], known: _Known) -> tuple[str, ...]:
    named = [known.places[number].country for number in numbers if number in known.places]
    own = [place.country for place in places]
    return tuple(dict.fromkeys(country for country in (*named, *own) if country))


def _numbers(party: Element, known: _Known) -> Iterator[Identifier]:
    for feature in party.iter("Feature"):
        kind = known.values["FeatureType"].get(feature.get("FeatureTypeID", ""), "")
        if kind.startswith(NUMBERS):
            for detail in feature.iterfind("FeatureVersion/VersionDetail"):
                if detail.text:
                    yield Identifier(kind, detail.text.strip())


def _period(period: Element) -> str | None:
    """Give the EDTF of a period: a day, a year that it fills, or an interval."""
    ends = [period.find(path) for path in ("Start/From", "Start/To", "End/From", "End/To")]
    days = [day for end in ends if end is not None and (day := _date(end))]
    if not days:
        return None
    start = period.find("Start")
    about = "~" if start is not None and start.get("Approximate") == "true" else ""
    first, last = days[0], days[-1]
    if first[:4] == last[:4] and first[4:] == "-01-01" and last[4:] == "-12-31":
        return first[:4] + about
    return first + about if first == last else f"{first}{about}/{last}{about}"


def _date(of: Element) -> str | None:
    year = text(of, "Year")
    return edtf(year, text(of, "Month"), text(of, "Day")) if year.isdecimal() else None


def _value(known: _Known, kind: str, element: Element | None, attribute: str) -> str:
    return "" if element is None else known.values[kind].get(element.get(attribute, ""), "")


def _recognised(head: str) -> bool:
    return "<Sanctions" in head and ("ADVANCED_XML" in head or "un.org/sanctions/1.0" in head)


OFAC_XML = Format("ofac-xml", "OFAC Advanced XML", _recognised, _published, _entries)
