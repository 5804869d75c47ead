"""A key for whoever takes part or speaks, the same across documents and languages.

Small and exact: a state by any of its names, a company without its legal form, a short name by
the long one beside it in the document. What is not plainly the same keeps a key of its own.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from pydantic import BaseModel, ConfigDict

from recoupe.identity.actors import actors, languages, plain, words_for
from recoupe.languages.countries import countries_of
from recoupe.languages.toml import load
from recoupe.model.reading import Reading
from recoupe.model.span import Span


class Kind(StrEnum):
    """How the words name their bearer.

    state: a country or its government; body: an arm of a state; name: a proper name;
    described: a description without a name (*a Western diplomat*).
    """

    STATE = "state"
    BODY = "body"
    NAME = "name"
    DESCRIBED = "described"


@dataclass(frozen=True, order=True, slots=True)
class Identity:
    """Who is meant. key: equal for the same bearer; country: ISO 3166, where the words tell it."""

    key: str
    kind: Kind
    country: str | None = None


SPACES = " \u00a0\u202f"
QUOTES = '«»“”"'

Identify = Callable[[Span, str | None], Identity]


def identifier(reading: Reading, text: str) -> Identify:
    """Give a function from a mention, and what it resolves to, to an identity in the document."""
    bearers = {m: entity.name for entity in reading.entities for m in entity.mentions}
    long = _long_names(reading)

    def identify(span: Span, resolved: str | None) -> Identity:
        words = resolved or bearers.get(span) or span.of(text)
        named = resolved is not None or span in bearers or inside_a_sentence(span, text)
        found = identity(words, reading.language, named)
        if found.kind is Kind.NAME:
            return _lengthened(found, long, reading.language)
        return found

    return identify


@cache
def identity(words: str, language: str | None, named: bool = True) -> Identity:
    """Say whom the words name. named: whether a capital at their start tells a name.

    >>> identity("Pékin", "fr").key == identity("Chinese", "en").key == "CN"
    True
    >>> identity("armée malienne", "fr")
    Identity(key='armee malienne', kind=<Kind.BODY: 'body'>, country='ML')
    """
    whole = countries_named(words, language)
    if len(whole) == 1:
        return Identity(whole[0], Kind.STATE, whole[0])
    inside = countries_inside(words, language)
    country = inside[0] if len(inside) == 1 else None
    key = _name_key(words, language)
    if country and head(words, language) in words_for("bodies", language):
        return Identity(key, Kind.BODY, country)
    if _is_described(words, language, named):
        return Identity(key, Kind.DESCRIBED, country)
    return Identity(_name_key(_without_noun(words, language), language), Kind.NAME, country)


def same(one: Identity, other: Identity) -> bool:
    """Say whether two identities plainly have one bearer, a state's arm counting as the state."""
    if one.key == other.key:
        return True
    sovereign = (Kind.STATE, Kind.BODY)
    return (
        one.country is not None
        and one.country == other.country
        and one.kind in sovereign
        and other.kind in sovereign
    )


def apart(one: Identity, other: Identity) -> bool:
    """Say whether two identities plainly have different bearers; neither `same` nor open."""
    if same(one, other) or may_be_short_for(one, other):
        return False
    if one.country and other.country:
        return one.country != other.country or one.kind is other.kind is Kind.NAME
    return one.kind is other.kind is Kind.NAME


def may_be_short_for(one: Identity, other: Identity) -> bool:
    """Say whether one name has all words of the other: *Houthis*, *Houthi movement*."""
    if not one.kind is other.kind is Kind.NAME:
        return False
    mine, theirs = _stems(one.key), _stems(other.key)
    return mine <= theirs or theirs <= mine


@cache
def countries_named(words: str, language: str | None) -> tuple[str, ...]:
    """Give the ISO codes of the countries that a word or name stands for, whatever its form."""
    for code in (language,) if language in languages() else languages():
        if code and (found := countries_of(words, code)):
            return found
    return ()


def countries_inside(words: str, language: str | None) -> tuple[str, ...]:
    """Give the countries named in a phrase, in its order, each once."""
    tokens = _parts(words)
    found: list[str] = []
    at = 0
    while at < len(tokens):
        size, codes = _longest(tokens[at : at + 4], language)
        found += (c for c in codes if c not in found)
        at += size
    return tuple(found)


def head(words: str, language: str | None) -> str:
    """Give the noun that says what the thing is, plain: *armee* of *armée malienne*."""
    parts = plain(words).split()
    ends = (i for i, w in enumerate(parts) if i and w in words_for("prepositions", language))
    group = [w for w in parts[: next(ends, None)] if w not in words_for("articles", language)]
    if not group:
        return ""
    return group[-1] if all(a.head == "last" for a in actors(language)) else group[0]


def inside_a_sentence(span: Span, text: str) -> bool:
    """Say whether a capital there tells a name: no sentence begins with it.

    What alone stands in quotation marks is named by them: *the cargo ship “Solveig”*.
    """
    before, after = text[: span.start].rstrip(SPACES), text[span.end :].lstrip(SPACES)
    if before[-1:] in QUOTES and after[:1] in QUOTES and before and after:
        before = before[:-1].rstrip(SPACES)
    return bool(before) and before[-1] not in '.!?:;\n«»“”"•–—'


def _long_names(reading: Reading) -> frozenset[str]:
    resolved = (
        *(r.resolved for _, claim in reading.standing() for r in claim.roles),
        *(s.resolved for _, claim in reading.standing() for s in claim.sources),
    )
    names = (*(e.name for e in reading.entities), *filter(None, resolved))
    keys = (identity(name, reading.language) for name in names)
    return frozenset(k.key for k in keys if k.kind is Kind.NAME)


def _lengthened(short: Identity, long: Iterable[str], language: str | None) -> Identity:
    """Give the long name of which `short` is a part, where exactly one in the document is."""
    parts = set(short.key.split())
    longer = [name for name in long if parts < set(name.split())]
    return identity(longer[0], language) if len(longer) == 1 else short


def _stems(key: str) -> set[str]:
    """Give the words of a name without the ending of a plural: *Houthis*, *Houthi movement*."""
    return {word[:-1] if len(word) > 4 and word.endswith("s") else word for word in key.split()}


def _is_described(words: str, language: str | None, named: bool) -> bool:
    first, *rest = words.split() or [""]
    if plain(first) in words_for("indefinite", language) or first[0:1].isdigit():
        return True
    names = [w for w in _without_countries(_parts(" ".join(rest)), language) if _has_capital(w)]
    return not names and not (
        named and _has_capital(first) and not countries_named(first, language)
    )


def _parts(words: str) -> list[str]:
    """Give the words of a phrase, without the ending of an owner: *Russia's*."""
    return words.replace("’", "'").replace("'s", " ").replace("'", " ").split()


def _without_countries(tokens: list[str], language: str | None) -> list[str]:
    """Give the words that are no part of a country's name: *companies in*, *United States*."""
    kept, at = [], 0
    while at < len(tokens):
        size, codes = _longest(tokens[at : at + 4], language)
        kept += [] if codes else [tokens[at]]
        at += size
    return kept


def _has_capital(word: str) -> bool:
    return any(c.isupper() for c in word)


def _longest(tokens: list[str], language: str | None) -> tuple[int, tuple[str, ...]]:
    for size in range(len(tokens), 0, -1):
        if codes := countries_named(" ".join(tokens[:size]).strip('.,;:()«»"'), language):
            return size, codes
    return 1, ()


def _name_key(words: str, language: str | None) -> str:
    drop = words_for("articles", language) | legal_forms()
    kept = [w for w in plain(words).split() if w not in drop]
    return " ".join(kept) or plain(words)


def _without_noun(words: str, language: str | None) -> str:
    """Give *BlackMoon* for *hacker group BlackMoon*: the nouns that stand right before a name."""
    parts = words.split()
    first = next((i for i, part in enumerate(parts) if _has_capital(part)), 0)
    before = {plain(part) for part in parts[:first]}
    if before & (words_for("prepositions", language) | words_for("bodies", language)):
        return words
    return " ".join(parts[first:])


class _LegalForms(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    forms: frozenset[str]


@cache
def legal_forms() -> frozenset[str]:
    """Give the legal forms that are no part of a company's name."""
    return load("legal_forms.toml", _LegalForms).forms
