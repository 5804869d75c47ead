"""Whom a case, a finding, a table or a text names, as queries to a list."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from recoupe.errors import BadInput
from recoupe.identity.evidence import Query
from recoupe.identity.resolve import Kind, countries_inside, countries_named, identity
from recoupe.identity.watchlists.dates import day_first, iso
from recoupe.identity.watchlists.places import codes
from recoupe.model.claim import Claim
from recoupe.model.reading import Reading
from recoupe.model.span import Span

SCREENED = ("Person", "Company", "Organization", "PublicBody", "Outlet", "Vessel")
"""Entities that can stand on a list; a country, a place or a weapon cannot."""

ALONE = ("Person", "Vessel")
"""What is told apart from others of its name; of bodies, documents differ in what they are."""

SCHEMATA = {"Outlet": "Company"}

BESIDE = 60
"""Characters on either side of a name in which a country may be its own."""

NAME = "name"
LONGEST = 8
"""Words of a name looked for in a text."""

WORD = re.compile(r"[^\W_](?:[\w&'’.-]*\w)?")


def in_case(readings: Iterable[Reading], texts: Mapping[str, str]) -> tuple[Query, ...]:
    """Give whom the documents name, each name once; texts: document id → text.

    >>> in_case([], {})
    ()
    """
    found: dict[tuple[str, str], Query] = {}
    for reading in readings:
        text = texts[reading.document]
        for entity in reading.entities:
            if entity.type in SCREENED:
                kind = entity.type if entity.type in ALONE else "body"
                key = (" ".join(entity.name.split()).casefold(), kind)
                query = Query(
                    names=(" ".join(entity.name.split()),),
                    schema=SCHEMATA.get(entity.type, entity.type),
                    beside=_beside(entity.mentions, text, reading.language),
                    roles=_roles(entity.mentions, [claim for _, claim in reading.standing()]),
                    places=(reading.document,),
                )
                found[key] = _joined(found[key], query) if key in found else query
    return tuple(found.values())


def in_claims(
    claims: Iterable[Claim], readings: Mapping[str, Reading], texts: Mapping[str, str]
) -> tuple[Query, ...]:
    """Give who takes part in these claims under a name of his own: no state, no description."""
    found: dict[str, Query] = {}
    for claim in claims:
        reading, text = readings[claim.document], texts[claim.document]
        for role in claim.participants():
            words = " ".join((role.resolved or role.span.of(text)).split())
            entity = next((e for e in reading.entities if _meets(e.mentions, role.span)), None)
            kinds = {entity.type} if entity else set()
            if identity(words, reading.language).kind is not Kind.NAME or kinds - set(SCREENED):
                continue
            schema = SCHEMATA.get(entity.type, entity.type) if entity else None
            names = tuple(dict.fromkeys((words, *((entity.name,) if entity else ()))))
            beside = _beside((role.span,), text, reading.language)
            query = Query(names, schema, (), beside, None, (), (role.name,), (claim.document,))
            key = words.casefold()
            found[key] = _joined(found[key], query) if key in found else query
    return tuple(found.values())


def in_table(lines: Sequence[str], where: str) -> tuple[Query, ...]:
    """Give the names of a CSV with a column `name`.

    It may have schema, country, birth_date and identifiers, several values parted by `|`; other
    columns are left aside. Raises BadInput, naming the line, where a row makes no sense.
    """
    delimiter = ";" if lines[0].count(";") > lines[0].count(",") else ","
    reader = csv.DictReader(lines, delimiter=delimiter, strict=True)
    reader.fieldnames = [name.strip().casefold() for name in reader.fieldnames or ()]
    found = []
    try:
        for row in reader:
            if None in row or None in row.values():
                raise BadInput(f"{where}, line {reader.line_num}: more or fewer cells than columns")
            if row[NAME].strip():
                found.append(_of_row(row, f"{where}, line {reader.line_num}"))
    except csv.Error as error:
        raise BadInput(f"{where}, line {reader.line_num}: not CSV: {error}") from error
    return tuple(found)


def is_table(lines: Sequence[str]) -> bool:
    """Say whether the first line is the header of a table of names."""
    cells = re.split(r"[,;]", lines[0]) if lines else []
    return NAME in [cell.strip().strip('"\ufeff').casefold() for cell in cells]


def in_text(text: str) -> Iterator[tuple[Span, str]]:
    """Give each run of words that may be a name, with its place; the longest first.

    A name begins and ends with a capital, a digit or a letter of a script without capitals.
    """
    words = list(WORD.finditer(text))
    for size in range(LONGEST, 0, -1):
        for at in range(len(words) - size + 1):
            first, last = words[at], words[at + size - 1]
            name = text[first.start() : last.end()]
            if "\n" not in name and _may_name(first[0]) and _may_name(last[0]):
                yield Span(first.start(), last.end()), name


def _of_row(row: Mapping[str, str], where: str) -> Query:
    born = row.get("birth_date", "").strip()
    day = day_first(born) or iso(born)
    if born and day is None:
        raise BadInput(f"{where}: birth_date {born!r} is no date such as 1961-03-14")
    return Query(
        names=tuple(_several(row[NAME])),
        schema=row.get("schema", "").strip() or None,
        countries=_countries(_several(row.get("country", ""))),
        birth_date=day,
        identifiers=tuple(_several(row.get("identifiers", ""))),
    )


def _countries(named: Iterable[str]) -> tuple[str, ...]:
    """Give the codes of countries, in English, or in any language that is read."""
    found = (code for words in named for code in codes([words]) or countries_named(words, None))
    return tuple(dict.fromkeys(found))


def _several(cell: str) -> list[str]:
    return [words.strip() for words in cell.split("|") if words.strip()]


def _joined(one: Query, other: Query) -> Query:
    """Give one query of two for the same name, with what either document tells."""
    return replace(
        one,
        names=tuple(dict.fromkeys((*one.names, *other.names))),
        beside=tuple(dict.fromkeys((*one.beside, *other.beside))),
        roles=tuple(dict.fromkeys((*one.roles, *other.roles))),
        places=tuple(dict.fromkeys((*one.places, *other.places))),
    )


def _beside(mentions: Iterable[Span], text: str, language: str | None) -> tuple[str, ...]:
    found: list[str] = []
    for span in mentions:
        before = re.split(r"[.!?\n]", text[max(0, span.start - BESIDE) : span.start])[-1]
        after = re.split(r"[.!?\n]", text[span.end : span.end + BESIDE])[0]
        found += (*countries_inside(before, language), *countries_inside(after, language))
    return tuple(dict.fromkeys(found))


def _roles(mentions: Sequence[Span], claims: Iterable[Claim]) -> tuple[str, ...]:
    found = (r.name for claim in claims for r in claim.participants() if _meets(mentions, r.span))
    return tuple(dict.fromkeys(found))


def _meets(mentions: Iterable[Span], span: Span) -> bool:
    return any(mention.overlaps(span) for mention in mentions)


def _may_name(word: str) -> bool:
    return not word[0].islower()
