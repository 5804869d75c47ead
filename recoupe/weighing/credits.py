"""Which agencies a document says it has its words from: *(AFP)*, *avec Reuters*, *Source: Yonhap*.

Words of every language are read in every text: a French page says *With Reuters* too.
"""

import re
from collections.abc import Iterator
from functools import cache

from recoupe.archive.phrases import any_of
from recoupe.languages.credits import credit_words
from recoupe.languages.outlets import Kind, Outlet, outlet
from recoupe.model.document import Document

AGENCIES = (Kind.AGENCY, Kind.STATE)
LINES = 4
"""Lines at the head of a text, and at its foot, that may hold a credit."""

LONGEST = 80
"""Code points of a credit."""

IN_BRACKETS = re.compile(r"[(\[]([^()\[\]\n]{2,60})[)\]]")
OPENING = 120
"""Code points of a paragraph in which the agency of a dateline stands."""


def credits(document: Document) -> tuple[str, ...]:
    """Name the agencies that a document credits, by their full names, in order of the alphabet.

    A sentence that cites an agency is no credit: it is a source, which the reading finds.
    """
    said = {agency.name for words in _places(document) for agency in credited(words)}
    return tuple(sorted(said))


def own_agency(document: Document) -> str | None:
    """Give the agency that published the document itself, None where it is another's."""
    published_by = outlet(document.publisher or "")
    return published_by.name if published_by and published_by.kind in AGENCIES else None


def credited(words: str) -> tuple[Outlet, ...]:
    """Give the agencies of a credit; () where anything but outlets and desks stands beside them.

    >>> [agency.name for agency in credited("Le Monde avec AFP")]
    ['Agence France-Presse']
    >>> credited("Selon l'AFP, le contrat est signé."), credited("Photo Reuters")
    ((), ())
    """
    bare = _opening().sub("", words.strip(" .©*—–-\t()[]"))
    named = [part for part in _between().split(bare) if part and not _desk().fullmatch(part)]
    found = [outlet(_opening().sub("", part)) for part in named]
    if None in found:
        return ()
    return tuple(each for each in found if each and each.kind in AGENCIES)


def _places(document: Document) -> Iterator[str]:
    """Give the words of a document that may be a credit."""
    yield from document.authors
    lines = [line.strip() for line in document.text.splitlines() if line.strip()]
    for line in {*lines[:LINES], *lines[-LINES:]}:
        if len(line) <= LONGEST:
            yield line
        yield from IN_BRACKETS.findall(line[:OPENING])
    yield from (words for line in lines[-LINES:] for words in IN_BRACKETS.findall(line[-LONGEST:]))


@cache
def _opening() -> re.Pattern[str]:
    words = (phrase.words for one in credit_words().values() for phrase in one.phrases)
    return re.compile(rf"^{any_of(words)}\s*:?\s*", re.IGNORECASE)


@cache
def _between() -> re.Pattern[str]:
    words = (word for one in credit_words().values() for word in one.between)
    return re.compile(rf"\s*[,/;|&+]\s*|\s*\b{any_of(words)}\b\s*", re.IGNORECASE)


@cache
def _desk() -> re.Pattern[str]:
    return re.compile(any_of(w for one in credit_words().values() for w in one.desks), re.I)
