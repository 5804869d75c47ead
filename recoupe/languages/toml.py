"""Words are data, and the data is checked: a TOML file in, checked entries out."""

import tomllib
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
