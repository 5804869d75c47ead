"""How syllables of Chinese and Korean are spelled in other letters, as checked data."""

from functools import cache

from pydantic import BaseModel, ConfigDict

from recoupe.languages.toml import load


class _Checked(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Spelling(_Checked):
    """How initials and rests of syllables are written; the first initial that fits is taken."""

    initials: dict[str, str]
    rests: dict[str, str]


class Korean(_Checked):
    """The parts of syllables in the order of Unicode, and surnames that have their own spelling."""

    initials: tuple[str, ...]
    vowels: tuple[str, ...]
    finals: tuple[str, ...]
    surnames: dict[str, str]


class Syllables(_Checked):
    """What each table means stands beside it in `name_syllables.toml`."""

    pinyin: str
    also: dict[str, tuple[str, ...]]
    wade_giles: Spelling
    wade_giles_whole: dict[str, str]
    palladius: Spelling
    cantonese: Spelling
    japanese_voiced: dict[str, str]
    korean: Korean
    korean_russian: Korean
    korean_families: str


@cache
def name_syllables() -> Syllables:
    """Load `name_syllables.toml`; raises BadLexicon naming file, entry and field."""
    return load("name_syllables.toml", Syllables)
