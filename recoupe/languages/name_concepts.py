"""Words that names of companies and bodies share across languages, as checked data."""

from functools import cache

from pydantic import BaseModel, ConfigDict, field_validator

from recoupe.languages.toml import load

Meanings = dict[str, str]


class _Checked(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Endings(_Checked):
    letters: frozenset[str]
    arabic: frozenset[str]


class Concepts(_Checked):
    """What each table means stands beside it in `name_concepts.toml`."""

    kinds: Meanings
    trades: Meanings
    words: Meanings
    regions: Meanings
    complete: frozenset[str]
    turned: frozenset[str]
    endings: _Endings

    @field_validator("kinds", "trades", "words", "regions")
    @classmethod
    def _small(cls, meanings: Meanings) -> Meanings:
        return checked(meanings)


class Places(_Checked):
    """What each table means stands beside it in `name_places.toml`."""

    written: Meanings
    countries: Meanings
    cities: Meanings
    fame: Meanings

    @field_validator("written", "countries", "cities", "fame")
    @classmethod
    def _small(cls, meanings: Meanings) -> Meanings:
        return checked(meanings)


class _Ships(_Checked):
    before: tuple[str, ...]
    after: tuple[str, ...]


class Forms(_Checked):
    """What each table means stands beside it in `name_forms.toml`."""

    forms: dict[str, tuple[str, ...]]
    ships: _Ships


def checked(meanings: Meanings) -> Meanings:
    """Refuse words with capitals, and marks that nothing reads."""
    for meaning, words in meanings.items():
        for word in words.split():
            if word != word.casefold() or "_" in word:
                raise ValueError(f"{meaning}: {word!r} is not in small letters")
    return meanings


@cache
def concepts() -> Concepts:
    """Load `name_concepts.toml`; raises BadLexicon naming file, entry and field."""
    return load("name_concepts.toml", Concepts)


@cache
def places() -> Places:
    """Load `name_places.toml`; raises BadLexicon naming file, entry and field."""
    return load("name_places.toml", Places)


@cache
def forms() -> Forms:
    """Load `name_forms.toml`; raises BadLexicon naming file, entry and field."""
    return load("name_forms.toml", Forms)
