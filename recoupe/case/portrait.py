"""All that a case has of one of whom its documents name."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from recoupe.identity.bearer import Bearer, Bearers, Proposal
from recoupe.identity.portrait import SOURCE, Neighbour, Spelling, neighbours, parts, spellings
from recoupe.identity.standing import Period, period
from recoupe.model.claim import Claim
from recoupe.model.decision import Named
from recoupe.model.finding import ClaimRef
from recoupe.model.reading import Reading
from recoupe.model.value import Date

Readings = Mapping[str, Reading]
"""By the document's id."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """All that a case has of one bearer.

    parts: its roles by claim. proposals: who else it may be, each with that bearer.
    """

    bearer: Bearer
    spellings: tuple[Spelling, ...]
    parts: Mapping[ClaimRef, tuple[str, ...]]
    neighbours: tuple[Neighbour, ...]
    proposals: tuple[tuple[Proposal, Bearer], ...]

    @property
    def acting(self) -> frozenset[ClaimRef]:
        """Give the claims in which it takes part, those that it only tells of left out."""
        told = self.parts.items()
        return frozenset(ref for ref, roles in told if any(role != SOURCE for role in roles))


class Told(Protocol):
    """A finding, as far as it has to be known here. claims: at least those that are asked about."""

    @property
    def id(self) -> str: ...

    @property
    def claims(self) -> tuple[ClaimRef, ...]: ...


Found = TypeVar("Found", bound=Told)


def portrait(
    bearer: Bearer,
    found: Bearers,
    whose: Mapping[Named, Bearer],
    readings: Readings,
    texts: Mapping[str, str],
) -> Portrait:
    """Gather all that a case has of one bearer.

    whose: by the places of names. readings: as findings rest on them, of documents that name it.
    """
    told = parts(whose, readings.values(), texts)
    id_, own = bearer.id, defaultdict[ClaimRef, list[str]](list)
    for part in told:
        if part.bearer.id == id_:
            own[part.claim].append(part.role)
    return Portrait(
        bearer=bearer,
        spellings=spellings(bearer, readings.values(), texts),
        parts={claim: tuple(roles) for claim, roles in own.items()},
        neighbours=neighbours(bearer, told),
        proposals=tuple(_proposed(bearer, found)),
    )


def timeline(
    findings: Iterable[Found], when: Callable[[Found], Period | None]
) -> tuple[tuple[Found, Period | None], ...]:
    """Give findings by the time that their claims tell of, each with it; undated ones last."""
    timed = [(finding, when(finding)) for finding in findings]
    return tuple(sorted(timed, key=lambda one: (one[1].first if one[1] else "~", one[0].id)))


def event_time(claims: Iterable[Claim]) -> Period | None:
    """Give the time that the claims of a finding tell of; None where none gives a date."""
    dates = (role.value for claim in claims for role in claim.fillers("date"))
    return period(value.edtf for value in dates if isinstance(value, Date))


def _proposed(bearer: Bearer, found: Bearers) -> Iterator[tuple[Proposal, Bearer]]:
    id_ = bearer.id
    own = [one for one in found.proposals if id_ in (one.one, one.other)]
    who = {one.id: one for one in found.every} if own else {}
    for proposal in own:
        yield proposal, who[proposal.other if proposal.one == id_ else proposal.one]
