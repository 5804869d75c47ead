"""Words for who acts and who speaks: actors.toml of every language, checked as they load."""

from functools import cache
from importlib import resources
from typing import Literal

from anyascii import anyascii
from pydantic import BaseModel, ConfigDict

from recoupe.languages.toml import load

MARKS = {at: " " for at in range(128) if not (chr(at).isalnum() or chr(at) == "-")}
"""What parts words; after `anyascii` there is nothing but ASCII."""


class Actors(BaseModel):
    """actors.toml; each field is told in the file's own comments."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    head: Literal["first", "last"]
    articles: frozenset[str]
    indefinite: frozenset[str]
    prepositions: frozenset[str]
    bodies: frozenset[str]
    voices: frozenset[str]
    ministers: frozenset[str]
    officials: frozenset[str]
    posted: frozenset[str]
    leaders: frozenset[str]
    members: frozenset[str]
    vague: frozenset[str]
    media: frozenset[str]
    works: frozenset[str]
    author: frozenset[str]
    broad: frozenset[str]
    own: frozenset[str]
    general: frozenset[str]
    additive: frozenset[str]
    series: frozenset[str]
    occasions: frozenset[str]
    firsts: frozenset[str]
    leaps: frozenset[str]
    infers: frozenset[str]
    in_time: frozenset[str]
    ended: frozenset[str]
    contrary: frozenset[str]
    nobody: frozenset[str]
    papers: frozenset[str]
    drills: frozenset[str]
    person_endings: frozenset[str]


@cache
def actors(language: str | None) -> tuple[Actors, ...]:
    """Give the words of a language; those of every language where it is unknown."""
    known = (language,) if language in languages() else languages()
    return tuple(load(f"{code}/actors.toml", Actors) for code in known if code)


@cache
def languages() -> tuple[str, ...]:
    """Give the codes of the languages whose actors are known, in order."""
    house = resources.files("recoupe.languages")
    return tuple(
        sorted(f.name for f in house.iterdir() if f.is_dir() and (f / "actors.toml").is_file())
    )


@cache
def words_for(field: str, language: str | None) -> frozenset[str]:
    """Give the words of one field, as `plain` writes them.

    >>> "ambassadeur" in words_for("voices", "fr")
    True
    """
    return frozenset(plain(word) for found in actors(language) for word in getattr(found, field))


def plain(words: str) -> str:
    """Give words as they are compared: no case, no accents, no marks, single spaces.

    >>> plain("l’IEMZ « Koupol »")
    'l iemz koupol'
    """
    spelled = words if words.isascii() else anyascii(words)
    return " ".join(spelled.casefold().translate(MARKS).split())
