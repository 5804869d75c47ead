"""A finding in a list: whose side first, then what it is about, never the one without the other."""

from dataclasses import dataclass

from recoupe.model.finding import Finding
from recoupe.publish.heading import heading, label
from recoupe.publish.ledger import Ledger


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding by what it goes by. status: one of the five; standing: its word in the language.

    label: whose side the heading is on; origins: *2 independent origins*; claims: *3 claims*.
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
        origins=words.counted("origins", finding.independent_origins),
        claims=words.counted("claims", len(finding.claims)),
    )
