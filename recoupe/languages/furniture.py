"""The words of page furniture, of every language that has a list, checked as they load."""

from functools import cache
from importlib import resources
from typing import Literal

from pydantic import BaseModel, ConfigDict

from recoupe.languages.toml import load

FILE = "furniture.toml"
Kind = Literal["credit", "legal", "navigation", "offer", "related", "share"]


class Phrase(BaseModel):
    """Words by which page furniture is known.

    at: where they must stand. `line`: they are the line, but for numbers and signs.
    `start`: the line begins with them. `sentence`: a sentence of a short line does.
    `block`: they are a heading, and all that follows up to an empty line goes with them.
    `inside`: anywhere in a short line. `end`: the line ends with them. `tail`: from them to the
    end of the line. `signature`: a short last line begins with them.
    yes, no: a line that they mark, and one that they must not; both are tests.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: str
    at: Literal["line", "start", "sentence", "block", "inside", "end", "tail", "signature"]
    kind: Kind
    yes: str
    no: str


class Furniture(BaseModel):
    """furniture.toml

    agencies: names that sign pictures and texts.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    agencies: tuple[str, ...]
    phrases: tuple[Phrase, ...]


@cache
def furniture() -> Furniture:
    """Give the furniture of all languages in one: a French page says *Cookie settings* too."""
    every = [load(f"{code}/{FILE}", Furniture) for code in languages_with(FILE)]
    return Furniture(
        agencies=tuple(name for one in every for name in one.agencies),
        phrases=tuple(phrase for one in every for phrase in one.phrases),
    )


def languages_with(file: str) -> tuple[str, ...]:
    """Give the ISO 639-1 codes of the languages that have a file of this name, sorted."""
    folders = resources.files("recoupe.languages").iterdir()
    return tuple(sorted(f.name for f in folders if f.is_dir() and f.joinpath(file).is_file()))
