"""Words are data, and the data is checked: a TOML file in, checked entries out."""

import hashlib
import tomllib
from functools import cache
from importlib import resources
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from recoupe.errors import BadLexicon

Schema = TypeVar("Schema", bound=BaseModel)


def load(file: str, schema: type[Schema]) -> Schema:
    """Load `recoupe/languages/FILE` and check it against its schema.

    Raises BadLexicon naming file, entry and field.
    """
    text = resources.files("recoupe.languages").joinpath(file).read_text("utf-8")
    return check(file, text, schema)


def check(file: str, text: str, schema: type[Schema]) -> Schema:
    """Check the text of a language file against its schema; `file` is for the message."""
    try:
        return schema.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise BadLexicon(f"{file}: not TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ", ".join(str(part) for part in first["loc"])
        raise BadLexicon(f"{file}, {where}: {first['msg']}") from error


@cache
def tables_hash() -> str:
    """Give the hash of all tables that belong to no one language; it changes when a word does."""
    found = hashlib.sha256()
    tables = resources.files("recoupe.languages").iterdir()
    for file in sorted(tables, key=lambda file: file.name):
        if file.name.endswith(".toml"):
            found.update(file.read_bytes())
    return found.hexdigest()
