"""The entities of a case as records for `--json`."""

from recoupe.cli.entity_contents import Asked
from recoupe.cli.records import Record
from recoupe.cli.words import name_of
from recoupe.identity.bearer import Bearer, Proposal, place_id
from recoupe.identity.screen import Hit
from recoupe.identity.standing import Period


def bearer_record(bearer: Bearer) -> Record:
    """Give a bearer with its places and the reasons for joining them."""
    return {
        "id": bearer.id,
        "name": bearer.name,
        "type": bearer.type,
        "names": list(bearer.names),
        "documents": list(bearer.documents),
        "places": [
            {"id": place_id(p), "document": p.document, "name": p.name, "type": p.type}
            for p in bearer.places
        ],
        "joins": [
            {
                "one": place_id(join.one),
                "other": place_id(join.other),
                "rule": join.rule,
                "why": list(join.why),
                "decision": join.decision,
            }
            for join in bearer.joins
        ],
    }


def proposal_record(proposal: Proposal) -> Record:
    """Give two that may be one."""
    return {
        "one": proposal.one,
        "other": proposal.other,
        "rule": proposal.rule,
        "why": list(proposal.why),
        "against": proposal.against,
    }


def portrait_record(asked: Asked) -> Record:
    """Give all that a case has of a bearer; `lists` is null where it has no list."""
    told = asked.portrait
    return {
        **bearer_record(told.bearer),
        "spellings": [
            {
                "script": one.script,
                "text": one.text,
                "mentions": one.mentions,
                "documents": len(one.documents),
            }
            for one in told.spellings
        ],
        "claims": [{"claim": name_of(ref), "roles": list(r)} for ref, r in told.parts.items()],
        "neighbours": [
            {
                "id": n.bearer.id,
                "name": n.bearer.name,
                "type": n.bearer.type,
                "roles": [{"own": mine, "other": o, "claims": c} for mine, o, c in n.roles],
            }
            for n in told.neighbours
        ],
        "timeline": [
            {"finding": f.id, "event": f.event.value, "status": f.status.value, "when": _when(t)}
            for f, t in asked.findings
        ],
        "as_of": asked.as_of,
        "lists": None if asked.hits is None else [_hit_record(hit) for hit in asked.hits],
        "may_be": [{**proposal_record(p), "name": other.name} for p, other in told.proposals],
    }


def _hit_record(hit: Hit) -> Record:
    return {
        "list": hit.source,
        "entry": hit.entry.id,
        "entry_name": hit.entry.name,
        "schema": hit.entry.schema,
        "name": hit.name,
        "alias": hit.alias.text,
        "strength": round(hit.strength, 4),
        "why": list(hit.why),
        "stands": [{"standing": str(s.standing), "words": s.words} for s in hit.stands],
        "wikidata": hit.entry.wikidata,
        "opensanctions": hit.entry.opensanctions,
    }


def _when(time: Period | None) -> str | None:
    return str(time) if time else None
