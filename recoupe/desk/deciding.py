"""A decision made on the desk: kept in the log under its author's name, and findings follow."""

from collections.abc import Callable, Sequence
from hashlib import sha256

from recoupe.case.store import Store, writing_to
from recoupe.case.weigh import weigh_again
from recoupe.desk.desk import Desk
from recoupe.errors import BadDecision, Unknown
from recoupe.model.claim import Claim
from recoupe.model.decision import Decision, What

PATIENCE = 5.0
"""Seconds to wait for another writer, such as a reading run, before the page says who it is."""


def decide(here: Desk, what: Callable[[Store], What], reason: str = "") -> Decision:
    """Decide `what` of the case as it is now, and weigh again what it concerns.

    Raises CaseBusy where somebody else writes for longer than a reader would wait.
    """
    with writing_to(here.case, PATIENCE) as store:
        made = store.decide(here.author(), what(store), reason)
        weigh_again(store, memory=here.memory)
        here.kept.wrote()
        return made


def decide_together(
    here: Desk, whats: Callable[[Store], Sequence[What]], reason: str = ""
) -> tuple[Decision, ...]:
    """Decide several things as one act, all or none, and weigh again what they concern."""
    with writing_to(here.case, PATIENCE) as store:
        made = store.decide_together(here.author(), whats(store), reason)
        weigh_again(store, memory=here.memory)
        here.kept.wrote()
        return made


def claim_in(store: Store, document: str, index: int, seen: str) -> Claim:
    """Give the claim that the reviewer saw. seen: its fingerprint on the page.

    Raises Unknown where there is none, BadDecision where it has changed since the page was made.
    """
    reading = store.reading(store.document(document))
    if reading is None or index >= len(reading.claims):
        raise Unknown(f"document {document:.12} has no claim {index}")
    claim = reading.claims[index]
    if fingerprint(claim) != seen:
        raise BadDecision("this claim was changed since the page was opened: look at it again")
    return claim


def fingerprint(claim: Claim) -> str:
    """Name a claim by all that it says: 16 hex digits."""
    return sha256(repr(claim).encode()).hexdigest()[:16]
