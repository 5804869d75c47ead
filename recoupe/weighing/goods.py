"""Of what kind goods are, whatever the language: goods.toml, checked as it loads."""

from functools import cache

from pydantic import BaseModel, ConfigDict

from recoupe.identity.actors import plain
from recoupe.languages.toml import load


class _Kind(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    nouns: dict[str, tuple[str, ...]]


class _Goods(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: tuple[_Kind, ...]


def kind_of(noun: str) -> str:
    """Give the kind of a noun, or the noun itself, singular and plain, where it is in no kind.

    >>> kind_of("obus"), kind_of("shells"), kind_of("jouets")
    ('ammunition', 'ammunition', 'jouet')
    """
    return _kinds().get(singular(noun), singular(noun))


def singular(noun: str) -> str:
    """Give a noun plain and without the ending of its plural.

    >>> singular("détonateurs")
    'detonateur'
    """
    word = plain(noun)
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


@cache
def _kinds() -> dict[str, str]:
    kinds = load("goods.toml", _Goods).kind
    return {
        singular(noun): kind.name
        for kind in kinds
        for nouns in kind.nouns.values()
        for noun in nouns
    }


@cache
def kinds() -> frozenset[str]:
    """Give the names of all kinds."""
    return frozenset(_kinds().values())
