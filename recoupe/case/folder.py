"""A case is one folder: case.toml, case.sqlite and originals/ (bytes under their hash).

A case that is read with a language model has answers/ too. What can be deleted at any time:
weighed.json, and indexes/ of the names on lists.
"""

import json
import os
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from pydantic import BaseModel, Field, ValidationError

from recoupe.case import schema
from recoupe.errors import NotACase

SETTINGS = "case.toml"
DATABASE = "case.sqlite"
ORIGINALS = "originals"
ANSWERS = "answers"


@dataclass(frozen=True, slots=True)
class Case:
    """A case by its folder, with what its case.toml says.

    languages: ISO 639-1 codes that the case is about, for people to note.
    pipelines: language → name of an installed spaCy pipeline to read it with.
    llm: name of the language model that reads beside the rules, None where none does.
    author: whose name decisions carry, None where each user's own does.
    """

    folder: Path
    name: str
    created: date
    languages: tuple[str, ...] = ()
    pipelines: dict[str, str] = field(default_factory=dict)
    llm: str | None = None
    author: str | None = None

    @property
    def database(self) -> Path:
        return self.folder / DATABASE

    @property
    def originals(self) -> Path:
        return self.folder / ORIGINALS

    @property
    def answers(self) -> Path:
        return self.folder / ANSWERS


class Llm(BaseModel, frozen=True, extra="forbid"):
    """What [llm] may say; the server is named by the environment, never by the case."""

    model: str = Field(min_length=1)


class Settings(BaseModel, frozen=True, extra="forbid"):
    """What case.toml may say."""

    name: str
    created: date
    languages: tuple[str, ...] = ()
    pipelines: dict[str, str] = {}
    llm: Llm | None = None
    author: str | None = Field(default=None, min_length=1)


def create(path: Path, name: str | None = None) -> Case:
    """Make a case in a new or empty folder; a case whose making was cut short is completed.

    Raises NotACase where the folder already holds something.
    """
    folder = path.resolve()
    if not _may_become_a_case(folder):
        raise NotACase(f"{path}: not empty; name a new folder for the case: recoupe new CASE")
    (folder / ORIGINALS).mkdir(parents=True, exist_ok=True)
    schema.upgrade(folder / DATABASE)
    settings = Settings(name=name or folder.name, created=datetime.now(UTC).date())
    # The settings come last and whole: a folder without them is no case yet.
    _write_whole(folder / SETTINGS, "\n".join(_toml(settings)) + "\n")
    return open(path)


def open(path: Path) -> Case:
    """Open the case in that folder.

    Raises NotACase where the folder is none, or was made by a newer Recoupe.
    """
    settings = _settings(path)
    case = Case(
        folder=path,
        name=settings.name,
        created=settings.created,
        languages=settings.languages,
        pipelines=settings.pipelines,
        llm=settings.llm.model if settings.llm else None,
        author=settings.author,
    )
    schema.check(case.database)
    return case


def is_case(path: Path) -> bool:
    """Say whether the folder holds a case, whatever its state."""
    return (path / SETTINGS).is_file()


def _settings(path: Path) -> Settings:
    file = path / SETTINGS
    if not file.is_file():
        raise NotACase(f"{path}: no case here (no {SETTINGS}); make one: recoupe new {path}")
    try:
        return Settings.model_validate(tomllib.loads(file.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise NotACase(f"{file}: not TOML: {error}; mend the file") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise NotACase(f"{file}, {where}: {first['msg']}; mend the file") from error


def _may_become_a_case(folder: Path) -> bool:
    if not folder.exists():
        return True
    if not folder.is_dir() or is_case(folder):
        return False
    return all(_is_left_over(entry) for entry in folder.iterdir())


def _is_left_over(entry: Path) -> bool:
    """Say whether a case that was being made when it was cut short left this."""
    if entry.name == ORIGINALS:
        return entry.is_dir() and not any(entry.iterdir())
    return entry.name.startswith((DATABASE, f".{SETTINGS}"))


def _write_whole(file: Path, text: str) -> None:
    draft = file.with_name(f".{file.name}")
    draft.write_text(text, "utf-8")
    os.replace(draft, file)


def _toml(settings: Settings) -> Iterator[str]:
    yield f"name = {json.dumps(settings.name, ensure_ascii=False)}"
    yield f"created = {settings.created.isoformat()}"
    yield "languages = []"
    yield ""
    yield "# Whose name decisions carry, where it is not that of the account:"
    yield '# author = "Ada"'
    yield ""
    yield "# A language model that reads beside the rules; see docs/llm.md:"
    yield "# [llm]"
    yield '# model = "qwen3:8b"'
    yield ""
    yield "# Another spaCy pipeline for a language, once it is installed:"
    yield '# de = "de_core_news_sm"'
    yield "[pipelines]"
