"""All that a case has of one of whom its documents name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.identity.bearer import Bearer, Bearers, Proposal
from recoupe.identity.portrait import SOURCE, Neighbour, Spelling, neighbours, parts, spellings
from recoupe.identity.standing import Period, period
from recoupe.model.claim import Claim
from recoupe.model.finding import ClaimRef, Finding
from recoupe.model.reading import Reading
from recoupe.model.value import Date

Readings = Mapping[str, Reading]
"""By the document's id."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """All that a case has of one bearer.

    parts: its roles by claim. findings: in which it takes part, each with the time that its claims
    tell of, in that order. proposals: who else it may be, each with that bearer.
    """

    bearer: Bearer
    spellings: tuple[Spelling, ...]
    parts: Mapping[ClaimRef, tuple[str, ...]]
    neighbours: tuple[Neighbour, ...]
    findings: tuple[tuple[Finding, Period | None], ...]
    proposals: tuple[tuple[Proposal, Bearer], ...]


def portrait(
    bearer: Bearer,
    found: Bearers,
    readings: Readings,
    texts: Mapping[str, str],
    findings: Iterable[Finding],
) -> Portrait:
    """Gather all that a case has of one bearer.

    readings: as findings rest on them, of every document that names it or is in the findings;
    findings: at least those that rest on claims of documents that name it.
    """
    told = parts(found, readings.values(), texts)
    own: dict[ClaimRef, list[str]] = defaultdict(list)
    for part in told:
        if part.bearer.id == bearer.id:
            own[part.claim].append(part.role)
    who = {one.id: one for one in found.every}
    return Portrait(
        bearer=bearer,
        spellings=spellings(bearer, readings.values(), texts),
        parts={claim: tuple(roles) for claim, roles in own.items()},
        neighbours=neighbours(bearer, told),
        findings=tuple(_timeline(own, findings, readings)),
        proposals=tuple(_proposed(bearer, found.proposals, who)),
    )


def event_time(claims: Iterable[Claim]) -> Period | None:
    """Give the time that the claims of a finding tell of; None where none gives a date."""
    dates = (role.value for claim in claims for role in claim.fillers("date"))
    return period(value.edtf for value in dates if isinstance(value, Date))


def _timeline(
    own: Mapping[ClaimRef, Sequence[str]], findings: Iterable[Finding], readings: Readings
) -> list[tuple[Finding, Period | None]]:
    """Give the findings in which it takes part, by the date of their event; undated ones last."""
    acting = {claim for claim, roles in own.items() if any(role != SOURCE for role in roles)}
    found = [
        (f, event_time(readings[ref.document].claims[ref.index] for ref in f.claims))
        for f in findings
        if acting & set(f.claims)
    ]
    return sorted(found, key=lambda one: (one[1].first if one[1] else "~", one[0].id))


def _proposed(
    bearer: Bearer, some: Iterable[Proposal], who: Mapping[str, Bearer]
) -> Iterator[tuple[Proposal, Bearer]]:
    for proposal in some:
        if bearer.id in (proposal.one, proposal.other):
            other = proposal.other if proposal.one == bearer.id else proposal.one
            yield proposal, who[other]
