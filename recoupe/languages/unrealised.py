"""The words that tell whether what an infinitive or a clause of time names has come about."""

from functools import cache

from pydantic import BaseModel, ConfigDict

from recoupe.languages.toml import load


class Unrealised(BaseModel):
    """unrealised.toml; each field is told in the file's own comments."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    come_about: frozenset[str]
    agreed: frozenset[str]
    future: frozenset[str]
    imperative_endings: tuple[str, ...]
    instead: tuple[str, ...]
    open_marks: frozenset[str]
    pending: tuple[str, ...]
    when: tuple[str, ...]


@cache
def unrealised_words(language: str) -> Unrealised:
    """Load the words of a language; raises BadLexicon where the file breaks its schema."""
    return load(f"{language}/unrealised.toml", Unrealised)
