"""How letters are read in names, as checked data."""

from functools import cache

from pydantic import BaseModel, ConfigDict

from recoupe.languages.toml import load

Pairs = tuple[tuple[str, str], ...]


class Sounds(BaseModel):
    """What each field means stands beside it in `name_sounds.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    letters: dict[str, str]
    habits: dict[str, Pairs]
    cyrillic: dict[str, str]
    cyrillic_also: dict[str, Pairs]
    arabic: dict[str, str]
    consonants: dict[str, Pairs]
    foreign: dict[str, Pairs]


@cache
def name_sounds() -> Sounds:
    """Load `name_sounds.toml`; raises BadLexicon naming file, entry and field."""
    return load("name_sounds.toml", Sounds)
