"""For whom a source speaks: a spokesman for his state, a report for its author."""

import re
from collections.abc import Iterator

from recoupe.identity.actors import plain, words_for
from recoupe.identity.described import meant
from recoupe.identity.resolve import (
    Identify,
    Identity,
    Kind,
    countries_inside,
    head,
    identity,
)
from recoupe.model.claim import Source
from recoupe.model.reading import Reading

BESIDE = 70
"""Characters on either side of a name in which its office is told."""

NEAR = 3
"""Words before an office among which its state stands: *Baku's new ambassador*."""

WORD = re.compile(r"[\w’'.-]*\w")
"""`porte-parole`, `Baku's`, `U.S`"""

CAPITALS = re.compile(r"((?:[A-Z][\w'’-]*[ \u00a0])*[A-Z][\w'’-]+)(?: \([A-Z]{2,8}\))?,?\s*$")
"""`National Resistance Forces (NRF), `"""

WORD_OR_MARK = re.compile(rf"{WORD.pattern}|[^\w\s]")
"""A word, or a mark that ends a phrase."""


def speaker(source: Source, reading: Reading, text: str, identify: Identify) -> Identity:
    """Say with whose knowledge a source speaks.

    A state's body, minister, spokesman or ambassador speaks for the state, one of a named body
    and its leader for the body, a report for its author; anybody else for himself.
    """
    said = source.span.of(text)
    words = meant(source, reading, text)
    found = of_state(identify(source.span, source.resolved))
    if found.kind is Kind.DESCRIBED and words != (source.resolved or said):
        found = of_state(identity(words, reading.language))
    if found.kind is Kind.STATE:
        return found
    literal = of_state(identity(said, reading.language))
    if literal.kind is Kind.STATE and head(said, reading.language) in _bodies(reading.language):
        return literal
    behind = _behind(words, reading.language) or _led(words, reading, text)
    if behind is not None:
        return of_state(behind)
    code = _spoken_for(found, words, reading, text)
    return Identity(code, Kind.STATE, code) if code else found


def holds_office(words: str, reading: Reading, text: str) -> bool:
    """Say whether a spokesman's, envoy's or minister's office is told beside a name."""
    offices = words_for("voices", reading.language) | words_for("ministers", reading.language)
    around = (
        _sentence_around(text[max(0, at - BESIDE) : at + len(words) + BESIDE], min(at, BESIDE))
        for at in _places(words, text)
    )
    return any(offices & set(plain(sentence).split()) for sentence in around)


def _bodies(language: str | None) -> frozenset[str]:
    return words_for("bodies", language)


def of_state(found: Identity) -> Identity:
    """Give the state for its body."""
    if found.kind is Kind.BODY and found.country:
        return Identity(found.country, Kind.STATE, found.country)
    return found


def _behind(words: str, language: str | None) -> Identity | None:
    """Give the author of a work, or the body of a member: *report by X*, *officer of X*."""
    what = head(words, language)
    if what in words_for("works", language):
        joints = words_for("author", language)
    elif what in words_for("members", language) | words_for("voices", language):
        joints = words_for("prepositions", language) - words_for("posted", language)
    else:
        return None
    found = identity(_after(words, joints) or _without_last(words, what), language)
    if found.kind is Kind.DESCRIBED and what in words_for("works", language):
        inside = countries_inside(words, language)
        return Identity(inside[0], Kind.STATE, inside[0]) if len(inside) == 1 else None
    return None if found.kind is Kind.DESCRIBED else found


def _after(words: str, joints: frozenset[str]) -> str:
    """Give what follows the first of the joints."""
    parts = words.replace("’", "' ").replace("d'", "d' ").split()
    places = (i for i, part in enumerate(parts) if i and plain(part) in joints)
    return " ".join(parts[next(places, len(parts)) + 1 :])


def _without_last(words: str, what: str) -> str:
    """Give *BBC Urdu* of *BBC Urdu report*."""
    *rest, last = words.split()
    return " ".join(rest) if plain(last) == what else ""


def _led(words: str, reading: Reading, text: str) -> Identity | None:
    """Give the body named just before its leader: *the X, led by Y*."""
    for place in _places(words, text):
        before = text[max(0, place - BESIDE) : place]
        for leader in words_for("leaders", reading.language):
            match = re.search(rf"\b{re.escape(leader)}\b[^.!?\n]{{0,30}}$", before, re.I)
            if match and (body := _ending_at(place - len(before) + match.start(), reading, text)):
                return identity(body, reading.language)
    return None


def _ending_at(place: int, reading: Reading, text: str) -> str | None:
    """Give the entity whose mention ends at a place, but for marks."""
    for entity in reading.entities:
        for mention in entity.mentions:
            if mention.end <= place and not WORD.search(text[mention.end : place]):
                return entity.name
    return _capitals_before(place, text)


def _capitals_before(place: int, text: str) -> str | None:
    """Give the words with capitals that end there, where no entity does: *the X Forces (XF), *."""
    match = CAPITALS.search(text[max(0, place - BESIDE) : place])
    return match[1] if match else None


def _spoken_for(found: Identity, words: str, reading: Reading, text: str) -> str | None:
    """Give the state of one who speaks for it, told in his description or beside his name."""
    language = reading.language
    if head(words, language) in words_for("voices", language) | words_for("officials", language):
        inside = countries_inside(words, language)
        return inside[0] if len(inside) == 1 else None
    if found.kind is not Kind.NAME:
        return None
    return _spelled_out(words, text, language) or _by_office(words, text, language)


def _spelled_out(words: str, text: str, language: str | None) -> str | None:
    """Give the state of *renseignement extérieur russe (SVR)*."""
    if not words.isupper() or " " in words:
        return None
    for place in _places(words, text):
        before = re.split(r"[.,;!?\n]", text[max(0, place - BESIDE) : place])[-1]
        inside = countries_inside(before, language)
        if len(inside) == 1 and _bodies(language) & set(plain(before).split()):
            return inside[0]
    return None


def _by_office(words: str, text: str, language: str | None) -> str | None:
    for place in _places(words, text):
        start = max(0, place - BESIDE)
        sentence = _sentence_around(text[start : place + len(words) + BESIDE], place - start)
        if code := _state_of_office(sentence, language):
            return code
    return None


def _places(words: str, text: str) -> Iterator[int]:
    return (match.start() for match in re.finditer(re.escape(words), text))


def _sentence_around(text: str, place: int) -> str:
    """Give the sentence at a place; cut at what ends one, and at a semicolon."""
    start = max(text.rfind(mark, 0, place) for mark in (". ", "! ", "? ", "\n", "; ")) + 1
    ends = [e for mark in (". ", "! ", "? ", "\n", ";") if (e := text.find(mark, place)) >= 0]
    return text[start : min(ends, default=len(text))]


def _state_of_office(sentence: str, language: str | None) -> str | None:
    """Give the state of an envoy, spokesman or minister, told in the words around his office."""
    parts = WORD_OR_MARK.findall(sentence)
    offices = words_for("voices", language) | words_for("ministers", language)
    for at, part in enumerate(parts):
        if set(plain(part).split()) & offices:
            code = _possessor(parts[max(0, at - NEAR) : at], language)
            if code or (code := _object(parts[at + 1 :], language)):
                return code
    return None


def _possessor(parts: list[str], language: str | None) -> str | None:
    """Give the country of *Baku's new ambassador*."""
    marks = [at for at, part in enumerate(parts) if not part[0].isalnum()]
    found = countries_inside(" ".join(parts[marks[-1] + 1 if marks else 0 :]), language)
    return found[-1] if found else None


def _object(parts: list[str], language: str | None) -> str | None:
    """Give the country of *ambassadeur de Turquie à Paris*, not the one where he is posted."""
    for part in parts:
        if found := countries_inside(part, language):
            return found[0]
        if not part[0].islower() or plain(part) in words_for("posted", language):
            return None
    return None
