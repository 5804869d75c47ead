"""The dateline that an agency's text opens with: *TUNIS, 2 mai 2024 (Agence Fanal) –*."""

import re
from dataclasses import dataclass, replace

from recoupe.archive.dates import Printed, dates

NAME = r"[A-ZÀ-Þ][\w'’.-]*"
OPENS = re.compile(
    rf"""
    (?P<place>{NAME}(?:[ /](?:\w{{1,3}}\s)?{NAME}){{0,3}}(?:,\s{NAME}(?:\s{NAME})?)??)?
    (?P<date>,?\s[^()–—:]{{4,40}}?)??
    (?:\s?\((?P<agency>[^()]{{2,40}})\))?
    \s?(?:[-–—]{{1,2}}|:)\s
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """date: None where none is printed; it may lack its year. agency: as printed."""

    date: Printed | None
    agency: str | None


def dateline(words: str, language: str | None) -> Dateline | None:
    """Read the dateline at the start of a paragraph, None where there is none.

    >>> found = dateline("TUNIS, 2 mai 2024 (Agence Fanal) – Quatre radars ont été livrés.", "fr")
    >>> found.date.edtf, found.agency
    ('2024-05-02', 'Agence Fanal')
    >>> dateline("Le contrat du 2 mai 2024 – et ses annexes – reste secret.", "fr") is None
    True
    """
    found = OPENS.match(words)
    if found is None or not (found["place"] or found["agency"]):
        return None
    printed = dates(found["date"], language) if found["date"] else []
    if found["date"] and (len(printed) != 1 or _left(found["date"], printed[0])):
        return None
    if not printed and not found["agency"]:
        return None
    moved = [_moved(date, found.start("date")) for date in printed]
    return Dateline(moved[0] if moved else None, found["agency"])


def _moved(printed: Printed, by: int) -> Printed:
    return replace(printed, start=printed.start + by, end=printed.end + by)


def _left(words: str, printed: Printed) -> str:
    """Give what stands by a date besides commas."""
    return (words[: printed.start] + words[printed.end :]).strip(" ,.")
