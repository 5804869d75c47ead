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
    if claim.participants() and claim.fillers("name"):
        return None  # *100,000 troops took part in Zapad-2021*: whose drill it was is not told
    for earlier in reversed(told[-REACH:]):
        if _is_akin(claim.event, earlier.event) and _named(earlier, claim.event):
            return replace(
                claim,
                roles=(*_named(earlier, claim.event), *claim.roles, *_matter(claim, earlier)),
                evidence=_joined(claim, earlier),
                factuality=_no_surer(claim, earlier),
                reasons=(*claim.reasons, Reason("takes up", earlier.evidence[0])),
            )
    return None


def may_lean(event: EventType, told: Sequence[Claim]) -> bool:
    """Say whether an event of this type can lean on one of those told last."""
    return any(_is_akin(event, c.event) and _named(c, event) for c in told[-REACH:])


def _no_surer(claim: Claim, earlier: Claim) -> Factuality:
    """The second law: what is taken up is no more certain than it was first told."""
    if claim.event != earlier.event or not (
        claim.factuality.affirmed and earlier.factuality.affirmed
    ):
        return claim.factuality
    return claim.factuality.at_most(max(earlier.factuality.certainty, Certainty.PS))


def _is_akin(event: EventType, earlier: EventType) -> bool:
    return event == earlier or {event, earlier} <= TRADE


def _named(earlier: Claim, event: EventType) -> tuple[Role, ...]:
    """Give the participants of an event that another of this type can have too."""
    return tuple(r for r in earlier.participants() if r.name in PARTICIPANTS[event])


def _matter(claim: Claim, earlier: Claim) -> tuple[Role, ...]:
    """Give the things of the earlier event where the later names none."""
    if claim.fillers("item") or claim.event != earlier.event:
        return ()
    return earlier.fillers("item")


def _joined(claim: Claim, earlier: Claim) -> tuple[Span, ...]:
    more = [span for span in earlier.evidence if span not in claim.evidence]
    return (*claim.evidence, *more)
