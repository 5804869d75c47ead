"""Heads of state and of government: for which state they speak, and when."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from pydantic import BaseModel, ConfigDict, Field

from recoupe.languages.countries import folded
from recoupe.languages.toml import load

FILE = "leaders.toml"
MONTH = r"^\d{4}-(0[1-9]|1[0-2])$"
DATED = re.compile(r"\d{4}-\d{2}")


class _Leader(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    names: tuple[str, ...] = ()
    country: str = Field(pattern=r"^[A-Z]{2}$")
    since: str = Field(pattern=MONTH)
    until: str | None = Field(default=None, pattern=MONTH)


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    checked: str = Field(pattern=MONTH)
    leader: tuple[_Leader, ...]


def led_by(name: str, published: str | None) -> str | None:
    """Give the ISO 3166 code of the state that one led in the month of publication.

    None where the name is not known, or nobody knows when the text appeared.

    >>> led_by("Emmanuel Macron", "2024-05-02"), led_by("Emmanuel Macron", "2015")
    ('FR', None)
    """
    month = DATED.match(published or "")
    if month is None:
        return None
    held = _offices().get(folded(name), ())
    return next((code for code, since, last in held if since <= month[0] <= last), None)


@cache
def _offices() -> Mapping[str, tuple[tuple[str, str, str], ...]]:
    """Give country, first and last month of each office, by the folded names of its holder."""
    file, held = load(FILE, _File), defaultdict(list)
    for one in file.leader:
        office = (one.country, one.since, one.until or file.checked)
        for name in (one.name, *one.names):
            held[folded(name)].append(office)
    return {name: tuple(offices) for name, offices in held.items()}
