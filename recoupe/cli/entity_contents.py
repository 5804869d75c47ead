"""Whom the documents of a case name, and all that the case has of one of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.cli.contents import Contents
from recoupe.errors import Unknown
from recoupe.identity.bearer import Bearer, Bearers, Proposal
from recoupe.identity.bearer_asked import AT, bearers_asked, place_asked
from recoupe.identity.bearers import bearers
from recoupe.identity.portrait import SOURCE, Neighbour, Spelling, neighbours, parts, spellings
from recoupe.identity.screen import Hit
from recoupe.identity.standing import Period, period
from recoupe.model.decision import Named
from recoupe.model.finding import ClaimRef, Finding
from recoupe.model.value import Date

NAMED = 5
"""Bearers that are named where several may be meant."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """All that a case has of one bearer. hits: of the lists, None where it has no list.

    parts: its roles by claim. proposals: who else it may be, each with that bearer.
    """

    bearer: Bearer
    spellings: tuple[Spelling, ...]
    parts: Mapping[ClaimRef, tuple[str, ...]]
    neighbours: tuple[Neighbour, ...]
    findings: tuple[tuple[Finding, Period | None], ...]
    proposals: tuple[tuple[Proposal, Bearer], ...]
    as_of: str
    hits: tuple[Hit, ...] | None = None


def known(held: Contents) -> Bearers:
    """Give everybody whom the documents of a case name, as people decided."""
    return bearers(list(held.readings.values()), texts(held), held.decisions)


def texts(held: Contents) -> Mapping[str, str]:
    """Give the text of each document."""
    return {id_: document.text for id_, document in held.documents.items()}


def one_asked(words: str, held: Contents, found: Bearers) -> Bearer:
    """Give the one bearer that the words mean; raises Unknown where none or several may be."""
    some = bearers_asked(words, found, list(held.readings.values()), texts(held))
    if not some:
        raise Unknown(f"{words!r}: no document names anybody so; `recoupe entities` lists all")
    if len(some) > 1:
        meant = ", ".join(f"{one.name} {one.id}" for one in some[:NAMED])
        more = f" and {len(some) - NAMED} more" if len(some) > NAMED else ""
        raise Unknown(f"{words!r}: may be {meant}{more}; name one by its id")
    return some[0]


def place_of(words: str, held: Contents, found: Bearers) -> Named:
    """Give the entity of a document that stands for whom the words mean: NAME, NAME@DOCUMENT, ID.

    Raises Unknown where none or several may be meant.
    """
    name, at, document = words.rpartition(AT)
    if not at:
        return place_asked(words, one_asked(words, held, found))
    own = [b for b in found.every if any(d.startswith(document) for d in b.documents)]
    bearer = one_asked(name, held, Bearers(tuple(own)))
    return place_asked(words, bearer)


def portrait(
    bearer: Bearer, held: Contents, found: Bearers, as_of: str, hits: tuple[Hit, ...] | None
) -> Portrait:
    """Gather all that a case has of one bearer."""
    relied = held.relied_on()
    told = parts(found, relied, texts(held))
    own: dict[ClaimRef, list[str]] = defaultdict(list)
    for part in told:
        if part.bearer.id == bearer.id:
            own[part.claim].append(part.role)
    who = {one.id: one for one in found.every}
    return Portrait(
        bearer=bearer,
        spellings=spellings(bearer, held.readings.values(), texts(held)),
        parts={claim: tuple(roles) for claim, roles in own.items()},
        neighbours=neighbours(bearer, told),
        findings=tuple(_timeline(own, held)),
        proposals=tuple(_proposed(bearer, found.proposals, who)),
        as_of=as_of,
        hits=hits,
    )


def _timeline(
    own: Mapping[ClaimRef, Sequence[str]], held: Contents
) -> list[tuple[Finding, Period | None]]:
    """Give the findings in which it takes part, by the date of their event; undated ones last."""
    acting = {claim for claim, roles in own.items() if any(role != SOURCE for role in roles)}
    found = [(f, event_time(f, held)) for f in held.findings if acting & set(f.claims)]
    return sorted(found, key=lambda one: (one[1].first if one[1] else "~", one[0].id))


def event_time(finding: Finding, held: Contents) -> Period | None:
    """Give the time that the claims of a finding tell of; None where none gives a date."""
    claims = [held.claim(ref)[0] for ref in finding.claims]
    dates = (role.value for claim in claims for role in claim.fillers("date"))
    return period(value.edtf for value in dates if isinstance(value, Date))


def _proposed(
    bearer: Bearer, some: Iterable[Proposal], who: Mapping[str, Bearer]
) -> Iterator[tuple[Proposal, Bearer]]:
    for proposal in some:
        if bearer.id in (proposal.one, proposal.other):
            other = proposal.other if proposal.one == bearer.id else proposal.one
            yield proposal, who[other]
