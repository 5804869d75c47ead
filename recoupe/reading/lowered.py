"""A later mention of an event is no surer than the first: the second law of the claim model."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from recoupe.model.claim import Claim, Reason
from recoupe.model.factuality import Certainty


def lowered(claims: Sequence[Claim], text: str) -> Iterator[Claim]:
    """Give the claims, each no surer than the first telling of its event by the same source.

    Two claims tell one event here when they are of one type and tense, and the later one names two
    participants or more, all of them in the first, or a participant of the first and nothing else
    (*la commande passée par X*); the later one in the document's own voice or by the same source.
    Denials are left as they are.
    """
    told: list[Claim] = []
    for claim in claims:
        first = next((c for c in told if _retells(claim, c, text)), None)
        if first is not None and first.factuality.certainty < claim.factuality.certainty:
            claim = replace(
                claim,
                factuality=claim.factuality.at_most(max(first.factuality.certainty, Certainty.PS)),
                reasons=(*claim.reasons, Reason("told before", first.evidence[0])),
            )
        told.append(claim)
        yield claim


def _retells(later: Claim, first: Claim, text: str) -> bool:
    if later.event != first.event or not later.factuality.affirmed or not first.factuality.affirmed:
        return False
    if first.factuality.certainty is Certainty.U:
        return False
    if later.sources and _speaker(later, text) != _speaker(first, text):
        return False
    if later.tense != first.tense:
        return False
    mine, theirs = _participants(later, text), _participants(first, text)
    if set(_dates(later)) != set(_dates(first)) and _dates(later):
        return False
    names_no_more = not any(later.fillers(role) for role in ("item", "quantity", "value", "date"))
    return bool(mine) and mine <= theirs and (len(mine) > 1 or names_no_more)


def _participants(claim: Claim, text: str) -> set[tuple[str, str]]:
    return {(r.name, (r.resolved or r.span.of(text)).casefold()) for r in claim.participants()}


def _dates(claim: Claim) -> list[object]:
    return [r.value for r in claim.fillers("date")]


def _speaker(claim: Claim, text: str) -> str | None:
    if not claim.sources:
        return None
    source = claim.sources[-1]
    return (source.resolved or source.span.of(text)).casefold()
