"""Outlets, agencies and state media: what they are, and who stands behind them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from pydantic import BaseModel, ConfigDict

from recoupe.errors import BadLexicon
from recoupe.languages.countries import folded
from recoupe.languages.toml import check, load

FILE = "outlets.toml"


class Kind(StrEnum):
    """What an outlet is. state: owned and directed by a government or ruling party."""

    AGENCY = "agency"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    SITE = "site"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes. owner: None where it stands alone. country: ISO 3166. domains: no `www`."""

    name: str
    names: tuple[str, ...]
    kind: Kind
    country: str
    owner: str | None = None
    domains: tuple[str, ...] = ()


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str
    names: tuple[str, ...] = ()
    kind: Kind
    owner: str | None = None
    country: str
    domains: tuple[str, ...] = ()

    def noun(self) -> Outlet:
        return Outlet(self.name, self.names, self.kind, self.country, self.owner, self.domains)


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    shared: tuple[str, ...]
    outlet: tuple[_Entry, ...]


def outlet(name: str) -> Outlet | None:
    """Give the outlet of that name, short form or domain; None where it is unknown or shared.

    >>> outlet("RTS"), outlet("the AFP").kind, outlet("www.lemonde.fr").name
    (None, <Kind.AGENCY: 'agency'>, 'Le Monde')
    """
    key = folded(name).removeprefix("www.")
    known = _index()
    return known.get(key) or known.get(key.removeprefix("the "))


def named() -> tuple[str, ...]:
    """Give every name and short form in the list, as written, the shared ones too."""
    file = load(FILE, _File)
    return tuple(
        dict.fromkeys(word for entry in file.outlet for word in (entry.name, *entry.names))
    )


def lexicon(file: str, text: str) -> dict[str, Outlet]:
    """Check the text of a file of outlets, and index it by folded name and domain.

    Raises BadLexicon where a name stands for two outlets and is not declared `shared`.
    """
    return _indexed(check(file, text, _File), file)


def _indexed(file: _File, where: str) -> dict[str, Outlet]:
    shared = {folded(name) for name in file.shared}
    index: dict[str, Outlet] = {}
    for entry in file.outlet:
        noun = entry.noun()
        for key in _keys(noun):
            if key not in shared and index.setdefault(key, noun) is not noun:
                raise BadLexicon(
                    f"{where}: {key!r} stands for {index[key].name} and {noun.name}; "
                    "list it under `shared`, or drop one"
                )
    return index


def _keys(outlet: Outlet) -> Iterator[str]:
    yield from map(folded, (outlet.name, *outlet.names, *outlet.domains))


@cache
def _index() -> dict[str, Outlet]:
    return _indexed(load(FILE, _File), FILE)
