"""Events that lean on one told before: *la commande*, *ces livraisons*, *the shells were sent*."""

from collections.abc import Sequence
from dataclasses import replace

from recoupe.model.claim import PARTICIPANTS, Claim, EventType, Reason, Role
from recoupe.model.factuality import Certainty, Factuality
from recoupe.model.span import Span

TRADE = frozenset((EventType.TRANSFER, EventType.ORDER, EventType.PROCUREMENT))
REACH = 8
"""How many claims back an event may lean; a story told longer ago would be named again."""


def completed(claim: Claim, told: Sequence[Claim]) -> Claim | None:
    """Give the claim with the participants of the event that it takes up, None where none is.

    The sentence they come from is added to the evidence.
    """
    for earlier in reversed(told[-REACH:]):
        if _compatible(claim, earlier) and _parties(claim, earlier):
            return replace(
                claim,
                roles=(*_parties(claim, earlier), *claim.roles, *_matter(claim, earlier)),
                evidence=_joined(claim, earlier),
                factuality=_no_surer(claim, earlier),
                reasons=(*claim.reasons, Reason("takes up", earlier.evidence[0])),
            )
    return None


def _no_surer(claim: Claim, earlier: Claim) -> Factuality:
    """The second law: what is taken up is no more certain than it was first told."""
    if claim.event != earlier.event or not (
        claim.factuality.affirmed and earlier.factuality.affirmed
    ):
        return claim.factuality
    return claim.factuality.at_most(max(earlier.factuality.certainty, Certainty.PS))


def _compatible(claim: Claim, earlier: Claim) -> bool:
    return claim.event == earlier.event or {claim.event, earlier.event} <= TRADE


def _parties(claim: Claim, earlier: Claim) -> tuple[Role, ...]:
    allowed = PARTICIPANTS[claim.event]
    return tuple(role for role in earlier.participants() if role.name in allowed)


def _matter(claim: Claim, earlier: Claim) -> tuple[Role, ...]:
    """Give the things of the earlier event where the later names none."""
    if claim.fillers("item") or claim.event != earlier.event:
        return ()
    return earlier.fillers("item")


def _joined(claim: Claim, earlier: Claim) -> tuple[Span, ...]:
    more = [span for span in earlier.evidence if span not in claim.evidence]
    return (*claim.evidence, *more)
