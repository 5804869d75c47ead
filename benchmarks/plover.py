"""Events, roles and certainty that are read in the gold sentences of political event coders.

    python -m benchmarks.plover ../shared/data

Takes the folder that holds `events/plover-gold-cameo.txt.xz` (PLOVER, Open Event Data Alliance
2016). Which of its records tell an event of ours stands in plover.toml.
"""

import json
import lzma
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, field_validator

from benchmarks.texts import document_of
from recoupe.languages.toml import check
from recoupe.model.claim import PARTICIPANTS, Claim, EventType, Role
from recoupe.model.factuality import Factuality
from recoupe.reading.read import read
from recoupe.reading.score import share

GOLD = Path("events", "plover-gold-cameo.txt.xz")
MAPPING = Path(__file__).with_name("plover.toml")
SERIES = "PLOVER-GSR01-"


class Expected(BaseModel):
    """What a right reading of a record is; the fields are explained in plover.toml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    events: tuple[EventType, ...]
    readings: tuple[Factuality, ...]
    source: str | None = None
    target: str | None = None

    @field_validator("readings", mode="before")
    @classmethod
    def _parsed(cls, readings: list[str]) -> list[Factuality]:
        return [Factuality.parse(reading) for reading in readings]

    @field_validator("source", "target")
    @classmethod
    def _is_role(cls, role: str | None) -> str | None:
        if role is not None and not any(role in roles for roles in PARTICIPANTS.values()):
            raise ValueError(f"{role!r} is no participant of any event")
        return role


class Table(BaseModel):
    """plover.toml"""

    model_config = ConfigDict(frozen=True, extra="forbid")

    records: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A sentence with its coded actors, as (who acts or is acted on, words)."""

    id: str
    text: str
    actors: tuple[tuple[str, str], ...]


def figures(folder: Path) -> str:
    """Give a line for each event and one for all, as Markdown."""
    expected = {one.id: one for one in mapping().records}
    counts: dict[str, Counter[str]] = {event.value: Counter() for event in EventType}
    others = stray = 0
    for record in records(lzma.decompress((folder / GOLD).read_bytes()).decode()):
        claims = read(document_of(record.text, "en")).claims
        if gold := expected.get(record.id):
            counts[gold.events[0]] += compared(record, gold, claims)
            continue
        others, stray = others + 1, stray + bool(claims)
    every = sum(counts.values(), Counter())
    lines = [_line(event, of_event) for event, of_event in counts.items() if of_event]
    return "\n".join((HEAD, *lines, _line("all", every), "", _foot(others, stray)))


HEAD = """\
| event | records | found | recall | roles | right | reading right | surer than told |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"""


def _line(event: str, counts: Counter[str]) -> str:
    recall = share(counts["found"], counts["records"])
    return (
        f"| {event} | {counts['records']} | {counts['found']} | {recall:.3f} | {counts['roles']} "
        f"| {counts['roles right']} | {counts['reading right']} | {counts['surer']} |"
    )


def _foot(others: int, stray: int) -> str:
    return f"other records {others}   with a claim, right or wrong {stray}"


def mapping() -> Table:
    """Load plover.toml; raises BadLexicon where it breaks its schema."""
    return check(MAPPING.name, MAPPING.read_text("utf-8"), Table)


def records(gold: str) -> Iterator[Record]:
    """Give the records of the gold file; its own description, which has no text, is none."""
    for plain in json.loads(gold, strict=False):
        if "text" in plain:
            actors = [(part, a) for part in ("source", "target") for a in _actors(plain, part)]
            yield Record(plain["id"].removeprefix(SERIES), plain["text"].strip(), tuple(actors))


def _actors(plain: Mapping[str, Any], part: str) -> Iterator[str]:
    """Give the actors of a record; where there is none, the gold has a blank or a bare word."""
    for actor in plain.get(part) or ():
        if isinstance(actor, dict):
            yield actor["actorText"]


def compared(record: Record, gold: Expected, claims: tuple[Claim, ...]) -> Counter[str]:
    """Count what is found of a record; of several claims the best counts."""
    wanted = [(role, who) for part, who in record.actors if (role := getattr(gold, part))]
    of_event = [claim for claim in claims if claim.event in gold.events]
    best = max(of_event, key=lambda c: _fit(c, gold, wanted, record.text), default=None)
    counts = Counter({"records": 1})
    if best is not None:
        counts["found"] = 1
        counts["roles"] = len(wanted)
        counts["roles right"] = _filled(best, wanted, record.text)
        counts["reading right"] = int(best.factuality in gold.readings)
        counts["surer"] = int(
            all(best.factuality.weaker(g) != best.factuality for g in gold.readings)
        )
    return counts


def _fit(
    claim: Claim, gold: Expected, wanted: list[tuple[str, str]], text: str
) -> tuple[int, bool]:
    return _filled(claim, wanted, text), claim.factuality in gold.readings


def _filled(claim: Claim, wanted: list[tuple[str, str]], text: str) -> int:
    """Count the actors that are read in their role: one name is part of the other's words."""
    return sum(any(_names(role, who, text) for role in claim.fillers(name)) for name, who in wanted)


def _names(role: Role, who: str, text: str) -> bool:
    words = role.span.of(text)
    return words in who or who in words or role.resolved == who


if __name__ == "__main__":
    print(figures(Path(sys.argv[1])))
