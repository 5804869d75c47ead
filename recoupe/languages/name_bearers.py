"""Bodies that everybody knows by names that are not alike, as checked data."""

from collections.abc import Mapping
from functools import cache

from pydantic import BaseModel, ConfigDict

from recoupe.errors import BadLexicon
from recoupe.languages.countries import folded
from recoupe.languages.toml import check, load

FILE = "name_bearers.toml"


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    bodies: Mapping[str, tuple[str, ...]]


def well_known(name: str) -> str | None:
    """Give the English name of the body that everybody knows by this name; None of all others.

    >>> well_known("ONU"), well_known("the Pentagon"), well_known("Wuhan Global Sensor")
    ('United Nations', 'United States Department of Defense', None)
    """
    return _index().get(_key(name))


def lexicon(text: str) -> dict[str, str]:
    """Check the text of a file of bodies, and index it by folded name.

    Raises BadLexicon where a name stands for two bodies.
    """
    return _indexed(check(FILE, text, _File))


@cache
def _index() -> dict[str, str]:
    return _indexed(load(FILE, _File))


def _indexed(file: _File) -> dict[str, str]:
    found: dict[str, str] = {}
    for body, others in file.bodies.items():
        for name in (body, *others):
            if found.setdefault(_key(name), body) != body:
                raise BadLexicon(f"{FILE}: {name!r} stands for {found[_key(name)]} and {body}")
    return found


def _key(name: str) -> str:
    return folded(name.replace("’", "'"))
