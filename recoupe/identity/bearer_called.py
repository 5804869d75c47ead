"""The names that documents use, each once for all places where it stands in the same words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from recoupe.identity.actors import words_for
from recoupe.identity.name_meanings import Role
from recoupe.identity.name_tokens import Token, tokens
from recoupe.identity.name_words import name_words
from recoupe.identity.resolve import countries_named
from recoupe.languages.name_bearers import well_known
from recoupe.languages.outlets import outlet
from recoupe.model.decision import Named
from recoupe.model.reading import Reading

PERSON, BODY, VESSEL, COUNTRY = "Person", "body", "Vessel", "Country"

BODIES = ("Company", "Organization", "PublicBody", "Outlet")
"""Types that documents, and readers, do not keep apart with care."""

TELLING = (Role.COUNTRY, Role.REGION, Role.NAME, Role.NUMBER)


@dataclass(frozen=True, order=True, slots=True)
class Called:
    """A name. sort: what kind of bearer it has; words: what is compared, or who is well known."""

    sort: str
    words: tuple[str, ...]

    @property
    def known(self) -> bool:
        """Say whether its bearer is known by it to everybody."""
        return self.words[0].startswith("=")


@dataclass(frozen=True, slots=True)
class Name:
    """A name with the places where it stands. text: as most documents spell it.

    aliases: other names that documents give its bearers.
    """

    called: Called
    text: str
    places: tuple[Named, ...]
    aliases: frozenset[Called] = frozenset()

    @property
    def schema(self) -> str:
        """Give the FollowTheMoney schema as which names of its sort are compared."""
        return self.called.sort if self.called.sort in (PERSON, VESSEL) else "Company"

    @property
    def general(self) -> bool:
        """Say whether many have a name like this: *the foreign ministry*, *Li*."""
        if self.called.known:
            return False
        if self.called.sort == PERSON:
            return len(self.called.words) == 1
        return self.called.sort == BODY and _tells_none(self.text)


def called(name: str, type_: str, language: str | None) -> Called:
    """Give what makes a name the same in two documents.

    >>> called("OOO «Vega»", "Company", None) == called("Vega Ltd", "Organization", "en")
    True
    >>> called("Pékin", "Country", "fr") == called("China", "Country", "en")
    True
    """
    sort = BODY if type_ in BODIES else type_
    if sort == COUNTRY and len(codes := countries_named(name, language)) == 1:
        return Called(sort, (f"={codes[0]}",))
    if sort == BODY and (body := _known(name)):
        return Called(sort, (f"={body}",))
    return Called(sort, _words(name, sort) or (name,))


def names(readings: Iterable[Reading], texts: Mapping[str, str]) -> Mapping[Called, Name]:
    """Give the names of all documents, in order. texts: document id → text."""
    places: dict[Called, set[Named]] = defaultdict(set)
    aliases: dict[Called, set[Called]] = defaultdict(set)
    for reading in readings:
        text, language = texts[reading.document], reading.language
        for entity in reading.entities:
            key = called(entity.name, entity.type, language)
            places[key].add(Named(reading.document, entity.name, entity.type))
            written = {mention.of(text) for mention in entity.mentions}
            aliases[key] |= {called(words, entity.type, language) for words in written} - {key}
    return {
        key: Name(key, _spelled(places[key]), tuple(sorted(places[key])), frozenset(aliases[key]))
        for key in sorted(places)
    }


@lru_cache(maxsize=50_000)
def _known(name: str) -> str | None:
    if body := well_known(name):
        return body
    known = outlet(name)
    return known.name if known else None


@lru_cache(maxsize=50_000)
def _words(name: str, sort: str) -> tuple[str, ...]:
    if sort not in (BODY, VESSEL):
        return tuple(one.plain for one in name_words(name))
    found = tokens(name, sort == VESSEL)
    return tuple(token.word.plain for token in found if token.role is not Role.FORM)


def _spelled(places: Iterable[Named]) -> str:
    """Give the most frequent spelling; of two, the longer, then the first."""
    counted = Counter(place.name for place in places)
    return min(counted, key=lambda name: (-counted[name], -len(name), name))


@lru_cache(maxsize=50_000)
def _tells_none(name: str) -> bool:
    """Say whether no word of a body's name tells whose or which it is."""
    found = [token for token in tokens(name) if token.role is not Role.FORM]
    if any(token.role in TELLING and not _is_body(token) for token in found):
        return False
    return len(found) < 2 or any(token.role is Role.KIND or _is_body(token) for token in found)


def _is_body(token: Token) -> bool:
    return token.word.plain in words_for("bodies", None)
