"""In which languages documents can be read."""

from functools import cache
from importlib import resources


@cache
def readable(language: str | None) -> bool:
    """Say whether documents in this language can be read: its folder of words is there."""
    folder = resources.files("recoupe.languages")
    return language is not None and folder.joinpath(language, "events.toml").is_file()
