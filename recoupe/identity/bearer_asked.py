"""Whom somebody asks for by a name or an id, and what a list is asked about them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from recoupe.identity.actors import plain
from recoupe.identity.asked import SCHEMATA, in_case
from recoupe.identity.bearer import Bearer, Bearers, place_id
from recoupe.identity.bearer_called import PERSON, VESSEL
from recoupe.identity.evidence import Query
from recoupe.identity.name_keys import keys
from recoupe.identity.names import THRESHOLD, compare
from recoupe.identity.portrait import mentions
from recoupe.model.decision import Named
from recoupe.model.reading import Reading

ID = re.compile(r"[0-9a-f]{4,12}")
"""The first digits of an id, of a bearer or of one of its places."""

PART = 0.6
"""How alike a family name is to a full one; who asks by it is asked back where several have it."""

AT = "@"
"""Parts a name from the document in which it is meant: `Ivan Orlov@9b1c44`."""

Texts = Mapping[str, str]


def bearers_asked(
    words: str, found: Bearers, readings: Sequence[Reading], texts: Texts
) -> tuple[Bearer, ...]:
    """Give whom the words may mean: by an id, a name as it is written, one alike, or a part."""
    if ID.fullmatch(words) and (by_id := [b for b in found.every if _has_id(words, b)]):
        return tuple(by_id)
    key = plain(words)
    written = [b for b in found.every if key in {plain(name) for name in b.names}]
    return tuple(written or _as_mentioned(key, found, readings, texts) or _nearest(words, found))


def place_asked(words: str, bearer: Bearer) -> Named:
    """Give the place of a bearer that the words name: by its id, its document, or its name."""
    name, _, document = words.partition(AT)
    for place in bearer.places:
        named = plain(place.name) == plain(name) and place.document.startswith(document)
        if named or (ID.fullmatch(words) and place_id(place).startswith(words)):
            return place
    own = [p for p in bearer.places if document and p.document.startswith(document)]
    return own[0] if own else bearer.places[0]


def query(bearer: Bearer, readings: Iterable[Reading], texts: Texts) -> Query | None:
    """Give what a list is asked about a bearer; None of whom no list has: a place, a country."""
    asked = in_case(_of(bearer, readings), texts)
    if not asked:
        return None
    return replace(
        asked[0],
        names=tuple(dict.fromkeys((*bearer.names, *(n for one in asked for n in one.names)))),
        schema=SCHEMATA.get(bearer.type, bearer.type),
        beside=tuple(dict.fromkeys(code for one in asked for code in one.beside)),
        roles=tuple(dict.fromkeys(role for one in asked for role in one.roles)),
        places=tuple(dict.fromkeys(place for one in asked for place in one.places)),
    )


def _has_id(words: str, bearer: Bearer) -> bool:
    return any(place_id(place).startswith(words) for place in bearer.places)


def _as_mentioned(
    key: str, found: Bearers, readings: Iterable[Reading], texts: Texts
) -> list[Bearer]:
    whose = found.by_place()
    met = {
        whose[place].id: whose[place]
        for place, span in mentions(readings)
        if plain(span.of(texts[place.document])) == key
    }
    return [met[id_] for id_ in sorted(met)]


def _nearest(words: str, found: Bearers) -> list[Bearer]:
    """Give those with a name like the words, else of which they are a part, the likest first."""
    scores = {bearer.id: _likeness(words, bearer) for bearer in found.every}
    for least in (THRESHOLD, PART):
        if near := [bearer for bearer in found.every if scores[bearer.id] >= least]:
            return sorted(near, key=lambda bearer: (-scores[bearer.id], bearer.id))
    return []


def _likeness(words: str, bearer: Bearer) -> float:
    schema = bearer.type if bearer.type in (PERSON, VESSEL) else "Company"
    own = keys(words, schema)
    near = (name for name in bearer.names if not own.isdisjoint(keys(name, schema)))
    return max((compare(words, name, schema).score for name in near), default=0.0)


def _of(bearer: Bearer, readings: Iterable[Reading]) -> Iterator[Reading]:
    """Give the readings with no other entity than this one's."""
    places = frozenset(bearer.places)
    for reading in readings:
        own = tuple(
            e for e in reading.entities if Named(reading.document, e.name, e.type) in places
        )
        if own:
            yield replace(reading, entities=own)
