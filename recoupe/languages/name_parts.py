"""Parts of persons' names, as checked data."""

from functools import cache

from pydantic import BaseModel, ConfigDict

from recoupe.languages.toml import load


class _Given(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    names: tuple[tuple[str, ...], ...]


class NameParts(BaseModel):
    """What each field means stands beside it in `name_parts.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    honorifics: frozenset[str]
    particles: frozenset[str]
    joints: frozenset[str]
    compounds: frozenset[str]
    patronymics: tuple[str, ...]
    adjectives: tuple[str, ...]
    given: _Given


@cache
def name_parts() -> NameParts:
    """Load `name_parts.toml`; raises BadLexicon naming file, entry and field."""
    return load("name_parts.toml", NameParts)
