"""X.json beside X.txt: gold files and readings as they lie in a folder."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recoupe.errors import BadInput


@dataclass(frozen=True, slots=True)
class Marked:
    """A text's claims as they stand in a JSON file. text: the file with the text."""

    file: Path
    text: Path
    plain: dict[str, Any]

    @property
    def stem(self) -> str:
        return self.file.stem


def marked(folder: Path, texts: Path) -> Iterator[Marked]:
    """Give each X.json of a folder that holds claims, in the order of the names.

    Raises BadInput, naming the file, where one is not JSON or its text is missing.
    """
    for file in sorted(folder.glob("*.json")):
        plain = _json(file)
        if not isinstance(plain, dict) or "claims" not in plain:
            continue
        text = texts / f"{file.stem}.txt"
        if not text.is_file():
            raise BadInput(f"{file}: its text {text} is missing; put it there")
        yield Marked(file, text, plain)


def exact_text(file: Path) -> str:
    """Give the text as it is stored, no newline converted: offsets count from it."""
    try:
        return file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput(f"{file}: not UTF-8 at byte {error.start}; store it as UTF-8") from error


def broken(file: Path, error: Exception) -> BadInput:
    """Say that a file breaks the claim model, and where."""
    what = f"no {error}" if isinstance(error, KeyError) else str(error)
    return BadInput(f"{file}: breaks the format of the claim model: {what}")


def _json(file: Path) -> Any:
    try:
        return json.loads(file.read_text("utf-8"))
    except ValueError as error:
        raise BadInput(f"{file}: not JSON: {error}") from error
