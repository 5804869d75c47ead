"""Who speaks where a document names nobody, and the works that its text brings in."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from recoupe.identity.actors import languages, plain
from recoupe.identity.resolve import Identify, Identity, Kind, identifier, identity
from recoupe.identity.speaker import of_state, speaker
from recoupe.languages.names import name_words
from recoupe.languages.outlets import Kind as Outlets
from recoupe.languages.outlets import outlet
from recoupe.model.claim import EventType, Source
from recoupe.model.document import Document
from recoupe.model.reading import Reading

HEAD = 400
"""Code points in which a dateline stands."""

DATELINE = re.compile(r"\(([^\W\d_][^()\n]{1,40})\)\s*[-–—]")
"""`PARIS, 18 juin 2024 (AFP) - `, `Dubai (Transpress) — `"""


@dataclass(frozen=True, slots=True, eq=False)
class House:
    """A document, and who stands behind it.

    name: the agency of its dateline, else its publisher. authors: key of a work → who published it.
    speakers: of each source, with whose knowledge it speaks. rank: the first of several houses that
    print one sentence is where it comes from.
    """

    reading: Reading
    text: str
    identify: Identify
    name: str | None
    agency: bool
    authors: Mapping[str, Identity]
    speakers: Mapping[Source, Identity]
    rank: tuple[str, bool, str, str]

    @classmethod
    def of(cls, reading: Reading, document: Document) -> "House":
        identify = identifier(reading, document.text)
        agency = _agency(document)
        name = agency or reading.publisher or document.publisher
        works = _authors(reading, document.text, identify)
        sources = {source for _, claim in reading.standing() for source in claim.sources}
        told = reading, document.text
        return cls(
            reading,
            document.text,
            identify,
            name,
            agency is not None,
            works,
            {source: speaker(untitled(source, *told), *told, identify) for source in sources},
            (reading.published or "9999", agency is None, plain(name or "~"), document.id),
        )

    @property
    def published(self) -> frozenset[str]:
        """Give the keys of those who published a work."""
        return frozenset(author.key for author in self.authors.values())


def untitled(source: Source, reading: Reading, text: str) -> Source:
    """Give a source without the title before its name: *M. Vucic*.

    A name that begins like a title is left whole, where the reading has it: *General Dynamics*.
    """
    words = source.resolved or source.span.of(text)
    title, _, name = words.partition(" ")
    titles = name_words(reading.language).titles if reading.language in languages() else ()
    whole = any(entity.name == words for entity in reading.entities)
    return (
        replace(source, resolved=name) if _is_title(title, name, titles) and not whole else source
    )


def _is_title(word: str, after: str, titles: Sequence[str]) -> bool:
    return word.lower() in titles and after[:1].isupper()


def outlet_key(name: str) -> str:
    """Give one key to all outlets of one owner, and to a state and its media."""
    known = outlet(name)
    if known is None:
        found = identity(name, None)
        return found.country if found.kind is Kind.BODY and found.country else found.key
    return known.country if known.kind is Outlets.STATE else plain(known.owner or known.name)


def _agency(document: Document) -> str | None:
    """Give the agency of a dateline."""
    match = DATELINE.search(document.text[:HEAD])
    return match[1].strip() if match else None


def _authors(reading: Reading, text: str, identify: Identify) -> Mapping[str, Identity]:
    """Give who published the works that the document tells the publication of, by their keys."""
    found: dict[str, Identity] = {}
    for _, claim in reading.standing():
        publishers = claim.fillers("publisher")
        if claim.event is EventType.DISCLOSURE and claim.factuality.affirmed and publishers:
            author = of_state(identify(publishers[0].span, publishers[0].resolved))
            for work in claim.fillers("subject"):
                found.setdefault(identify(work.span, work.resolved).key, author)
    return found
