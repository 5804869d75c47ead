"""The words in which a text says when and by whom it was published, checked as they load."""

from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from recoupe.languages.furniture import languages_with
from recoupe.languages.toml import load

FILE = "publication.toml"


class Marker(BaseModel):
    """Words before a date of publication, at the start of a line or after a separator.

    yes, no: a line whose date is one of publication, and one whose date is not.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: str
    says: Literal["published", "updated"]
    yes: str
    no: str


class PublicationWords(BaseModel):
    """publication.toml

    months: the twelve, each with its short forms. weekdays: Monday first. order: of day and
    month in `02/05/2024`, absent where the language writes both. first: endings of a day's number
    (1*er*). before_day: articles before a day (*le* 2 mai). clock: what may stand around the
    hours. bylines: before the name of an author. no_names: with which such a name does not begin.
    captions: with which a line begins that describes a picture. kinds: lines that say what sort
    of text it is. numbers: before the number of an issue. places: prepositions before a place.
    conjunctions: between two names. small: words that stay small in a name.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    months: tuple[tuple[str, ...], ...] = Field(min_length=12, max_length=12)
    weekdays: tuple[str, ...] = Field(min_length=7, max_length=7)
    order: Literal["day first", "month first"] | None = None
    first: tuple[str, ...]
    before_day: tuple[str, ...]
    clock: tuple[str, ...]
    bylines: tuple[str, ...]
    no_names: tuple[str, ...]
    captions: tuple[str, ...]
    kinds: tuple[str, ...]
    numbers: tuple[str, ...]
    places: tuple[str, ...]
    conjunctions: tuple[str, ...]
    small: tuple[str, ...]
    markers: tuple[Marker, ...]


@cache
def publication_words() -> dict[str, PublicationWords]:
    """Give the words of each language that has them, by ISO 639-1 code."""
    return {code: load(f"{code}/{FILE}", PublicationWords) for code in languages_with(FILE)}
