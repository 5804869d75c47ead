"""A finding in a list: whose side first, then what it is about, never the one without the other."""

from collections import Counter
from dataclasses import dataclass

from recoupe.model.factuality import EVERY_READING
from recoupe.model.finding import Finding
from recoupe.publish.heading import heading, label
from recoupe.publish.ledger import Ledger
from recoupe.publish.words import Words


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding by what it goes by. status: one of the five; standing: its word in the language.

    label: whose side the heading is on; claims: *3 claims*; origins: *2 independent origins (says
    so: 1, denies: 1)*, parted where they do not all commit themselves alike.
    """

    id: str
    event: str
    status: str
    standing: str
    label: str
    heading: str
    origins: str
    claims: str


def line(finding: Finding, ledger: Ledger) -> FindingLine:
    """Name a finding."""
    words, told = ledger.words, ledger.told(finding)
    return FindingLine(
        id=finding.id,
        event=finding.event.value,
        status=finding.status.value,
        standing=words.status[finding.status].title,
        label=label(finding, told, words),
        heading=heading(finding, told, words),
        origins=_origins(finding, words),
        claims=words.counted("claims", len(finding.claims)),
    )


def _origins(finding: Finding, words: Words) -> str:
    number = words.counted("origins", finding.independent_origins)
    told = Counter(o.reading for o in finding.origins if o.independent and str(o.reading) != "U")
    if len(told) < 2:
        return number
    ranked = sorted(told.items(), key=lambda pair: EVERY_READING.index(pair[0]))
    each = (f"{words.commitment(r).name}{words.colon}{words.number(n)}" for r, n in ranked)
    return f"{number} ({', '.join(each)})"
