"""When findings say that something is to have happened: as long as their dates are vague."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from recoupe.desk.views.line import FindingLine
from recoupe.model.finding import Finding
from recoupe.model.value import Date
from recoupe.publish.ledger import Ledger
from recoupe.weighing.dates import FIRST, LAST, Days, days


@dataclass(frozen=True, slots=True)
class Moment:
    """A date that claims of a finding give. first, last: ISO 8601 days, None where it is open.

    said: the date in words, which keep *about* and *perhaps*; edtf: as it was resolved.
    others: the other dates that claims of the same finding give.
    """

    id: str
    finding: FindingLine
    edtf: str
    said: str
    first: str | None
    last: str | None
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Findings in the order of their dates; undated: those without any."""

    moments: tuple[Moment, ...]
    undated: tuple[FindingLine, ...]


def timeline(
    findings: Sequence[Finding], lines: Mapping[str, FindingLine], ledger: Ledger
) -> Timeline:
    """Put findings in the order of their dates; one of several dates stands at each.

    lines: how findings are named, by their ids.
    """
    moments, undated = list[tuple[date, Moment]](), list[FindingLine]()
    for finding in findings:
        told = lines[finding.id]
        own = list(_moments(finding, told, ledger))
        moments += own
        if not own:
            undated.append(told)
    moments.sort(key=lambda dated: (dated[0], dated[1].finding.heading, dated[1].edtf))
    return Timeline(tuple(moment for _, moment in moments), tuple(undated))


def only(told: Timeline, ids: Collection[str]) -> Timeline:
    """Leave the findings with these ids."""
    return Timeline(
        tuple(moment for moment in told.moments if moment.finding.id in ids),
        tuple(one for one in told.undated if one.id in ids),
    )


def _moments(finding: Finding, told: FindingLine, ledger: Ledger) -> Iterator[tuple[date, Moment]]:
    dated = {edtf: meant for edtf in _dates(finding, ledger) if (meant := days(edtf))}
    for number, (edtf, meant) in enumerate(dated.items()):
        yield (
            _place(meant),
            Moment(
                id=f"{finding.id}:{number}",
                finding=told,
                edtf=edtf,
                said=ledger.words.day(edtf),
                first=None if meant.first == FIRST else meant.first.isoformat(),
                last=None if meant.last == LAST else meant.last.isoformat(),
                others=tuple(ledger.words.day(other) for other in dated if other != edtf),
            ),
        )


def _place(meant: Days) -> date:
    """Give the day by which a date is put in order; an open beginning stands at its end."""
    return meant.last if meant.first == FIRST else meant.first


def _dates(finding: Finding, ledger: Ledger) -> dict[str, None]:
    fillers = (filler for claim, _ in ledger.told(finding) for filler in claim.fillers("date"))
    return {f.value.edtf: None for f in fillers if isinstance(f.value, Date)}
