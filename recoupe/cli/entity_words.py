"""The entities of a case in words for a terminal; never a bare fact."""

from collections.abc import Iterator, Mapping

from recoupe.case.portrait import Portrait
from recoupe.cli.contents import Contents
from recoupe.cli.entity_contents import Asked
from recoupe.cli.words import (
    SHORT,
    count,
    finding_headline,
    headline,
    positions,
    quote,
    whence,
)
from recoupe.identity.bearer import Bearer, Join, Proposal, place_id


def bearer_line(bearer: Bearer) -> str:
    """Name a bearer, with its other names."""
    others = f"  also {', '.join(bearer.names[1:])}" if len(bearer.names) > 1 else ""
    documents = count(len(bearer.documents), "document")
    return f"{bearer.id}  {bearer.type:<12}  {bearer.name}  ({documents}){others}"


def proposal_lines(proposal: Proposal, who: Mapping[str, Bearer]) -> Iterator[str]:
    """Say which two may be one, what speaks for it and why they were left apart."""
    one, other = who[proposal.one], who[proposal.other]
    yield f"{one.name} {one.id}, {other.name} {other.id}"
    yield f"  {proposal.rule}; {proposal.against}"


def portrait_lines(asked: Asked, held: Contents) -> Iterator[str]:
    """Tell all of a bearer, line by line; details are indented."""
    told = asked.portrait
    yield bearer_line(told.bearer)
    for script in dict.fromkeys(one.script for one in told.spellings):
        own = [f"{s.text} ({s.mentions})" for s in told.spellings if s.script == script]
        yield f"  in {script} letters: {', '.join(own)}"
    yield from _hit_lines(asked)
    yield from _finding_lines(asked, held)
    yield from _claim_lines(told, held)
    yield from _neighbour_lines(told)
    yield from _join_lines(told)


def _hit_lines(asked: Asked) -> Iterator[str]:
    if asked.hits is None:
        return
    yield ""
    yield f"lists, as of {asked.as_of}: {count(len(asked.hits), 'entry', 'entries')} may be meant"
    for hit in asked.hits:
        stands = "; ".join(stand.words for stand in hit.stands) or "no date is told"
        ids = ", ".join(filter(None, (hit.entry.wikidata, hit.entry.opensanctions)))
        where = f"[{hit.source} {hit.entry.id}{f', {ids}' if ids else ''}]"
        yield f"  {hit.strength:.2f}  {hit.entry.name}  {where}  {stands}"
        yield f"        {hit.name} ~ {hit.alias.text}: {', '.join(hit.why)}"


def _finding_lines(asked: Asked, held: Contents) -> Iterator[str]:
    if asked.findings:
        yield ""
        yield "timeline"
    for finding, time in asked.findings:
        yield f"  {str(time) if time else 'undated':<24}  {finding_headline(finding)}"
        yield from (f"      {line}" for line in positions(finding))


def _claim_lines(told: Portrait, held: Contents) -> Iterator[str]:
    if told.parts:
        yield ""
        yield "claims"
    for ref, roles in told.parts.items():
        claim, document = held.claim(ref)
        yield f"  {headline(ref, claim)}  as {', '.join(roles)}"
        yield f"      “{quote(claim, document)}”"
        yield f"      {whence(document)}"


def _neighbour_lines(told: Portrait) -> Iterator[str]:
    if told.neighbours:
        yield ""
        yield "in the same claims"
    for one in told.neighbours:
        roles = ", ".join(f"{other} beside {mine} ({n})" for mine, other, n in one.roles)
        yield f"  {one.bearer.id}  {one.bearer.type:<12}  {one.bearer.name}: {roles}"


def _join_lines(told: Portrait) -> Iterator[str]:
    if len(told.bearer.places) > 1 or told.proposals:
        yield ""
        yield "why these names are one bearer's"
    for place in told.bearer.places if len(told.bearer.places) > 1 else ():
        yield f"  {place_id(place)}  {place.name}, {place.type} in {place.document:.{SHORT}}"
    yield from (f"  {line}" for line in dict.fromkeys(map(join_line, told.bearer.joins)))
    for proposal, other in told.proposals:
        yield f"  may also be {other.name} {other.id}: {proposal.rule}; {proposal.against}"


def join_line(join: Join) -> str:
    """Say why two names were taken for one bearer's."""
    why = f": {'; '.join(join.why)}" if join.why else ""
    decided = f" (decision {join.decision})" if join.decision else ""
    return f"{join.one.name} = {join.other.name}, {join.rule}{decided}{why}"
