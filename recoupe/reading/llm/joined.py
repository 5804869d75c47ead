"""The claims of the rules and those that a model adds → one list, in the order of the text."""

from collections.abc import Sequence
from dataclasses import replace

from recoupe.model.claim import Claim, Reason
from recoupe.model.factuality import Certainty
from recoupe.reading.llm.page import Page
from recoupe.reading.lowered import lowered
from recoupe.reading.parse import where
from recoupe.reading.provenance import provenance


def joined(rules: Sequence[Claim], added: Sequence[Claim], page: Page) -> tuple[Claim, ...]:
    """Give both; the rules' claims as they are, the added ones under the laws of the document.

    A later mention is no surer than the first, and a sentence on where the one before comes from
    adds to its sources.
    """
    under = [_as_first_told(_as_read_there(claim, page), page) for claim in added]
    told = [*rules, *under]
    told.sort(key=lambda claim: claim.evidence[0])
    bound = lowered(_traced(told, page), page.document.text)
    kept = set(map(id, rules))
    return tuple(
        before if id(before) in kept else after for before, after in zip(told, bound, strict=True)
    )


def _traced(told: Sequence[Claim], page: Page) -> Sequence[Claim]:
    traced: list[Claim] = []
    for sentence in page.sentences:
        traced = list(provenance(sentence, page.scene, traced))
        place = where(sentence)
        traced += [claim for claim in told if claim.evidence[0] == place]
    return traced


def _as_read_there(claim: Claim, page: Page) -> Claim:
    """Lower a claim to what the rules read of the same event in the same sentence.

    They may know more than the word shows: a reply, a trailing *…, wrongly*.
    """
    there = page.told_as(claim)
    for other in [c for c in there if _speaker(c, page) == _speaker(claim, page)] or there:
        weaker = claim.factuality.weaker(other.factuality)
        if weaker != claim.factuality:
            reason = Reason("read so by the rules", other.evidence[0])
            claim = replace(claim, factuality=weaker, reasons=(*claim.reasons, reason))
    return claim


def _as_first_told(claim: Claim, page: Page) -> Claim:
    """Lower a claim to what the rules read where the same voice first told of the event.

    One participant in common is enough here: *mark the delivery by Arvania as confirmed* is no
    surer than *Arvania allegedly delivered*.
    """
    first = next((c for c in page.rules.claims if _may_retell(claim, c, page)), None)
    if first is None or not first.factuality.affirmed or not claim.factuality.affirmed:
        return claim
    ceiling = max(first.factuality.certainty, Certainty.PS)
    if ceiling >= claim.factuality.certainty:
        return claim
    reason = Reason("told before", first.evidence[0])
    return replace(
        claim, factuality=claim.factuality.at_most(ceiling), reasons=(*claim.reasons, reason)
    )


def _may_retell(claim: Claim, first: Claim, page: Page) -> bool:
    if first.event != claim.event or first.evidence[0] > claim.evidence[0]:
        return False
    if claim.sources and _speaker(claim, page) != _speaker(first, page):
        return False
    return _participants(claim, page) <= _participants(first, page)


def _speaker(claim: Claim, page: Page) -> str | None:
    if not claim.sources:
        return None
    source = claim.sources[-1]
    return (source.resolved or source.span.of(page.document.text)).casefold()


def _participants(claim: Claim, page: Page) -> set[tuple[str, str]]:
    text = page.document.text
    return {(r.name, (r.resolved or r.span.of(text)).casefold()) for r in claim.participants()}
