"""How near two accounts stand to each other, in points: in one text, or printed in two."""

from collections.abc import Mapping
from itertools import product

from recoupe.model.finding import ClaimRef
from recoupe.weighing.account import Account
from recoupe.weighing.reprint import reprinted
from recoupe.weighing.telling import Telling

REPRINTED, SAME_DOCUMENT, SAME_STORY = 4.0, 1.5, 1.0
TAKEN_UP, NEXT, NEAR = 1.0, 0.75, 0.5
"""Beside `SAME_DOCUMENT`: where one sentence is evidence for both, where they touch, or nearly."""

CLOSE = 300
"""Code points between two sentences that are near."""


def nearness(one: Account, other: Account) -> float:
    """Give the points of the two tellings that stand nearest."""
    return max(_between(t, u) for t, u in product(one.tellings, other.tellings))


def goes_on(one: Telling, other: Telling, origins: Mapping[ClaimRef, str]) -> bool:
    """Say whether one sentence is evidence for the other, and told by the same or by nobody."""
    one_voice = origins[one.ref] == origins[other.ref]
    return (
        one.ref.document == other.ref.document
        and _closeness(one, other) == TAKEN_UP
        and (one_voice or not (one.claim.sources and other.claim.sources))
    )


def rests_on(one: Telling, other: Telling) -> bool:
    """Say whether one names but who took part, after another that says more, in one document."""
    return (
        one.ref.document == other.ref.document
        and one.ref.index > other.ref.index
        and len(one.claim.roles) == len(one.claim.participants()) > 1
        and bool(one.claim.sources)
    )


def contradicts(one: Telling, other: Telling) -> bool:
    """Say whether one gives another version of what the other, the sentence before, tells."""
    first, second = sorted((one, other), key=lambda t: t.claim.evidence[0])
    return (
        one.ref.document == other.ref.document
        and second.contrary
        and not first.contrary
        and first.claim.tense is second.claim.tense
        and 0 <= second.claim.evidence[0].start - first.claim.evidence[0].end <= len(".\n\n")
    )


def _between(one: Telling, other: Telling) -> float:
    if one.ref.document == other.ref.document:
        return SAME_DOCUMENT + _closeness(one, other)
    return REPRINTED if reprinted(one.sentence, other.sentence) else SAME_STORY


def _closeness(one: Telling, other: Telling) -> float:
    mine, theirs = one.claim.evidence, other.claim.evidence
    first, second = sorted((mine[0], theirs[0]))
    if mine[0] in theirs[1:] or theirs[0] in mine[1:] or _is_its_headline(one, other):
        return TAKEN_UP
    if max(one, other, key=lambda t: t.claim.evidence[0]).leaps:
        return 0.0
    if second.start - first.end <= len(".\n\n"):
        return NEXT
    return NEAR if second.start - first.start < CLOSE else 0.0


def _is_its_headline(one: Telling, other: Telling) -> bool:
    return (one.headline and other.lead) or (other.headline and one.lead)
