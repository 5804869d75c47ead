"""What beside the name speaks for or against a match with a list entry."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.model.listing import ListedName, ListEntry, Quality

SURE = 0.97
"""No name alone counts for more than this: namesakes are common."""

PERSON = "Person"
ANYTHING = ("LegalEntity", "Thing", "Address")
"""Schemata that do not tell what an entry is."""


@dataclass(frozen=True, slots=True)
class Query:
    """Whom to look for. names: all that are known, of one bearer.

    schema: as in FollowTheMoney, None where unknown. countries: ISO 3166 codes, known to be
    theirs; beside: of countries that are only named next to the name. birth_date: EDTF.
    roles: those in which the bearer takes part in claims; places: where the names stand.
    """

    names: tuple[str, ...]
    schema: str | None = None
    countries: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    birth_date: str | None = None
    identifiers: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks for the match, or, where the weight is negative, against it.

    weight: added to the log-odds of the match.
    """

    words: str
    weight: float


def evidence(query: Query, entry: ListEntry, alias: ListedName) -> tuple[Evidence, ...]:
    """Give what speaks for and against, the weightiest first."""
    found = (
        *_numbers(query, entry),
        *_countries(query, entry),
        *_births(query, entry),
        *_kinds(query, entry),
        *_alias(alias),
        *_roles(query),
    )
    return tuple(sorted(found, key=lambda one: -abs(one.weight)))


def strength(score: float, found: tuple[Evidence, ...]) -> float:
    """Give how strong a hit is, between 0 and 1: the likeness of the names and all else.

    It orders hits whose names are equally alike; it is no likelihood.
    """
    bounded = min(max(score, 1 - SURE), SURE)
    odds = math.log(bounded / (1 - bounded)) + sum(one.weight for one in found)
    return 1 / (1 + math.exp(-odds))


def number_key(number: str) -> str:
    """Give a number as it is compared: letters and digits alone, without a leading IMO.

    >>> number_key("IMO 9000001"), number_key("91420100-ma4k")
    ('9000001', '91420100MA4K')
    """
    return "".join(c for c in number.upper() if c.isalnum()).removeprefix("IMO")


def _numbers(query: Query, entry: ListEntry) -> Iterator[Evidence]:
    own = {number_key(number) for number in query.identifiers} - {""}
    for identifier in entry.identifiers:
        if number_key(identifier.number) in own:
            yield Evidence(f"the same number: {identifier.kind} {identifier.number}", 4.0)


def _countries(query: Query, entry: ListEntry) -> Iterator[Evidence]:
    if not entry.countries:
        return
    if common := [c for c in query.countries if c in entry.countries]:
        yield Evidence(f"the same country: {', '.join(common)}", 1.0)
    elif query.countries:
        ours, theirs = ", ".join(query.countries), ", ".join(entry.countries)
        yield Evidence(f"another country: {ours}, the entry's {theirs}", -1.5)
    elif common := [c for c in query.beside if c in entry.countries]:
        yield Evidence(f"its country is named beside it: {', '.join(common)}", 0.5)


def _births(query: Query, entry: ListEntry) -> Iterator[Evidence]:
    born = (query.birth_date or "").rstrip("~?")
    if not born or not entry.birth_dates:
        return
    listed = ", ".join(entry.birth_dates)
    if any(born.startswith(day) or day.startswith(born) for day in _days(entry)):
        exact = len(born) == 10 and born in entry.birth_dates
        yield Evidence(f"born the same day: {born}" if exact else f"born {listed}", 2 * exact or 1)
    elif not any(_meets(day, born) for day in entry.birth_dates):
        yield Evidence(f"born {born}, the entry {listed}", -3.0)


def _days(entry: ListEntry) -> Iterator[str]:
    return (day.rstrip("~?") for day in entry.birth_dates)


def _meets(listed: str, born: str) -> bool:
    """Say whether a birth may lie in `1960/1965` or near `1961~`."""
    years = [int(part[:4]) for part in listed.split("/") if part[:4].isdecimal()]
    slack = 1 if "~" in listed else 0
    return (
        bool(years)
        and years[0] - slack <= int(born[:4]) <= years[-1] + slack
        and (len(years) > 1 or slack > 0)
    )


def _kinds(query: Query, entry: ListEntry) -> Iterator[Evidence]:
    if query.schema is None or (entry.schema in ANYTHING and query.schema != PERSON):
        return
    if (query.schema == PERSON) != (entry.schema == PERSON):
        yield Evidence(f"a {query.schema}, the entry a {entry.schema}", -2.5)


def _alias(alias: ListedName) -> Iterator[Evidence]:
    if alias.quality is Quality.WEAK:
        yield Evidence("the list calls the alias weak", -1.5)
    elif alias.quality is Quality.FORMER:
        yield Evidence("a former name", -0.25)
    if len(alias.text.split()) == 1 and alias.text.isascii():
        yield Evidence("one word alone", -0.75)


def _roles(query: Query) -> Iterator[Evidence]:
    if query.roles:
        yield Evidence(f"takes part as {', '.join(query.roles)}", 0.5)
