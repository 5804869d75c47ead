"""Countries: which one a name, a capital, a seat of government or an adjective stands for."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from anyascii import anyascii
from pydantic import BaseModel, ConfigDict

from recoupe.errors import BadLexicon
from recoupe.languages.toml import check, load

FILE = "countries.toml"


class _Naming(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str
    aliases: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()

    def words(self) -> Iterator[tuple[str, str]]:
        """Give each word with its kind, the weightiest kind first."""
        yield from ((word, "name") for word in (self.name, *self.aliases))
        yield from ((word, "capital") for word in self.capitals)
        yield from ((word, "metonym") for word in self.metonyms)
        yield from ((word, "adjective") for word in self.adjectives)


class _Country(BaseModel):
    model_config = ConfigDict(extra="forbid")

    code: str
    naming: dict[str, _Naming]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    articles: dict[str, tuple[str, ...]]
    shared: dict[str, tuple[str, ...]]
    country: tuple[_Country, ...]


class Word(NamedTuple):
    """What a word stands for. written: as the list has it."""

    code: str
    kind: str
    written: str


def country(words: str, language: str) -> str | None:
    """Give the ISO 3166 code of the country that the words stand for; `EU` for the Union.

    A name, capital, seat of government or adjective, with or without its article. None where
    two countries share the word (*Congolese*).

    >>> country("la Chine", "fr"), country("White House", "en"), country("turkey", "en")
    ('CN', 'US', None)
    """
    found = _word(words, language)
    return found.code if found else None


def kind(words: str, language: str) -> str | None:
    """Say as what the words stand for a country: `name`, `capital`, `metonym` or `adjective`.

    >>> kind("Pékin", "fr"), kind("chinoises", "fr")
    ('capital', 'adjective')
    """
    found = _word(words, language)
    return found.kind if found else None


def name(code: str, language: str) -> str:
    """Give the name of a country; raise KeyError for a code that is none.

    >>> name("CN", "fr"), name("CN", "en")
    ('Chine', 'China')
    """
    return _names(language)[code]


def countries_of(words: str, language: str) -> tuple[str, ...]:
    """Give the codes of all the countries in a word, in its order; several for a compound.

    >>> countries_of("sino-russes", "fr"), countries_of("US-led", "en")
    (('CN', 'RU'), ())
    """
    one = country(words, language)
    if one:
        return (one,)
    *first, last = words.replace("–", "-").split("-")
    prefixes = _prefixes(language)
    codes = [prefixes.get(folded(part)) or country(part, language) for part in first]
    codes.append(country(last, language))
    found = tuple(code for code in codes if code)
    return found if first and len(found) == len(codes) else ()


def named(language: str) -> tuple[str, ...]:
    """Give every name, capital and seat of government in the list, as written."""
    words = _words(language).values()
    return tuple(word.written for word in words if word.kind != "adjective")


def lexicon(file: str, text: str) -> dict[str, dict[str, Word]]:
    """Check the text of a file of countries, and index it: language → folded word → `Word`.

    Raises BadLexicon where a word stands for two countries and is not declared `shared`.
    """
    checked = check(file, text, _File)
    return {language: _index(checked, language, file) for language in checked.articles}


def folded(words: str) -> str:
    """Give the words as they are compared: no case, no accents, one kind of apostrophe.

    >>> folded("Côte d’Ivoire")
    "cote d'ivoire"
    """
    return anyascii(words).lower().strip()


SMALL = "/"
"""Marks an adjective that only its small letter tells from the name: *suisse*."""


def _word(words: str, language: str) -> Word | None:
    key, known = folded(words), _words(language)
    bare = next((key[len(a) :] for a in _articles(language) if key.startswith(a)), key)
    small = known.get(key + SMALL) if words == words.lower() else None
    found = small or known.get(key) or known.get(bare)
    if found is None or (found.written != found.written.lower() and words == words.lower()):
        return None
    return found


def _index(file: _File, language: str, where: str) -> dict[str, Word]:
    shared = {folded(word) for word in file.shared.get(language, ())}
    index: dict[str, Word] = {}
    for entry in file.country:
        for word, what in entry.naming[language].words():
            key = folded(word)
            if key in shared:
                continue
            known = index.setdefault(key, Word(entry.code, what, word))
            if what == "adjective" and known.kind != what and word == word.lower():
                index.setdefault(key + SMALL, Word(entry.code, what, word))
            if known.code != entry.code:
                raise BadLexicon(
                    f"{where}: {word!r} stands for {known.code} and {entry.code} in "
                    f"{language!r}; list it under [shared], or drop one"
                )
    return index


@cache
def _checked() -> _File:
    return load(FILE, _File)


@cache
def _words(language: str) -> dict[str, Word]:
    return _index(_checked(), language, FILE)


@cache
def _names(language: str) -> dict[str, str]:
    return {entry.code: entry.naming[language].name for entry in _checked().country}


@cache
def _prefixes(language: str) -> dict[str, str]:
    return {
        prefix: entry.code
        for entry in _checked().country
        for prefix in map(folded, entry.naming[language].prefixes)
    }


@cache
def _articles(language: str) -> tuple[str, ...]:
    articles = map(folded, _checked().articles[language])
    return tuple(a if a.endswith("'") else f"{a} " for a in articles)
