"""How Han characters are read in names, as checked data."""

from functools import cache

from pydantic import BaseModel, ConfigDict, model_validator

from recoupe.languages.toml import load


class _Checked(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Variants(_Checked):
    written: str
    simplified: str

    @model_validator(mode="after")
    def _as_long(self) -> "_Variants":
        if len(self.written) != len(self.simplified):
            raise ValueError("written and simplified are not of one length")
        return self


class Han(_Checked):
    """What each table means stands at the top of `name_han.toml`."""

    variants: _Variants
    cantonese: dict[str, str]
    korean: dict[str, str]
    japanese: dict[str, str]
    surnames: dict[str, str]


@cache
def han() -> Han:
    """Load `name_han.toml`; raises BadLexicon naming file, entry and field."""
    return load("name_han.toml", Han)


@cache
def simplified() -> dict[int, str]:
    """Give the table for `str.translate` that makes traditional and Japanese forms simplified."""
    variants = han().variants
    return dict(zip(map(ord, variants.written), variants.simplified, strict=True))


@cache
def readings(language: str) -> dict[str, tuple[str, ...]]:
    """Give the readings of each simplified character in `cantonese`, `korean` or `japanese`."""
    found: dict[str, tuple[str, ...]] = {}
    for reading, characters in getattr(han(), language).items():
        for character in set(characters.translate(simplified())):
            found[character] = (*found.get(character, ()), reading)
    return found


@cache
def surnames() -> dict[str, str]:
    """Give the reading of Japanese surnames, in simplified characters, that is not their own."""
    return {name.translate(simplified()): reading for name, reading in han().surnames.items()}
