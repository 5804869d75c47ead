"""The words around and inside names in one language, as checked data."""

from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, field_validator

from recoupe.languages.toml import load
from recoupe.model.entity import ENTITY_TYPES

ByType = dict[str, tuple[str, ...]]


class NameWords(BaseModel):
    """What each field means stands beside it in `fr/names.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    articles: tuple[str, ...]
    never: tuple[str, ...]
    titles: tuple[str, ...]
    places: tuple[str, ...]
    gives: frozenset[str]
    goes: frozenset[str]
    links: tuple[str, ...]
    joins: frozenset[str]
    particles: tuple[str, ...]
    aged: frozenset[str]
    adjective: Literal["before", "after"]
    possessive: tuple[str, ...]
    of: tuple[str, ...]
    relatives: tuple[str, ...]
    former: tuple[str, ...]
    latter: tuple[str, ...]
    pronouns: ByType
    announces: ByType
    inside: ByType
    institutions: ByType
    fields: ByType
    possessed: ByType
    known: ByType
    descriptions: ByType

    @field_validator(
        "announces", "inside", "institutions", "fields", "possessed", "known", "descriptions"
    )
    @classmethod
    def _of_our_types(cls, words: ByType) -> ByType:
        for kind in words:
            if kind not in ENTITY_TYPES:
                raise ValueError(f"{kind!r} is no entity type: one of {', '.join(ENTITY_TYPES)}")
        return words


@cache
def name_words(language: str) -> NameWords:
    """Load `LANGUAGE/names.toml`; raises BadLexicon naming file, entry and field."""
    return load(f"{language}/names.toml", NameWords)


def types(words: ByType) -> dict[str, str]:
    """Give the type of each word; where two types share it, the first."""
    found: dict[str, str] = {}
    for kind, listed in words.items():
        for word in listed:
            found.setdefault(word, kind)
    return found


@cache
def announcing(language: str) -> dict[str, str | None]:
    """Give what each noun before a name announces; None for *broker*: a firm, or a person."""
    announces = name_words(language).announces
    persons = {*announces.get("Person", ())}
    bodies = types({kind: words for kind, words in announces.items() if kind != "Person"})
    return {
        **dict.fromkeys(persons, "Person"),
        **{word: None if word in persons else kind for word, kind in bodies.items()},
    }


class _LegalForms(BaseModel):
    model_config = ConfigDict(extra="forbid")

    forms: frozenset[str]


@cache
def legal_forms() -> frozenset[str]:
    """Give the legal forms of companies, in lower case and without full stops."""
    return load("legal_forms.toml", _LegalForms).forms


def is_legal_form(word: str) -> bool:
    """Say whether a word is the legal form of a company, with full stops or without: *S.A.*"""
    return word.replace(".", "").lower() in legal_forms()
