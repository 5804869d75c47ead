"""The words with which a text credits an agency, checked as they load."""

from functools import cache

from pydantic import BaseModel, ConfigDict

from recoupe.languages.furniture import languages_with
from recoupe.languages.toml import load

FILE = "credits.toml"


class Phrase(BaseModel):
    """Words before the name of an agency. yes, no: a credit, and a line that is none."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: str
    yes: str
    no: str


class CreditWords(BaseModel):
    """credits.toml

    between: words between two names. desks: who else may be named in a credit.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    between: tuple[str, ...]
    desks: tuple[str, ...]
    phrases: tuple[Phrase, ...]


@cache
def credit_words() -> dict[str, CreditWords]:
    """Give the words of each language that has them, by ISO 639-1 code."""
    return {code: load(f"{code}/{FILE}", CreditWords) for code in languages_with(FILE)}
