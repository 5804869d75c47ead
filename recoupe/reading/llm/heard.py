"""A model's answers to the questions about a document → the claims that stand in its text."""

from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.model.claim import Claim
from recoupe.reading.llm.answer import proposals
from recoupe.reading.llm.claims import claims
from recoupe.reading.llm.page import Page
from recoupe.reading.llm.prompt import questions
from recoupe.reading.llm.proposal import Proposal, Refused
from recoupe.reading.llm.question import Ask, Question


@dataclass(frozen=True, slots=True)
class Heard:
    """What a model proposed for a document.

    claims: those that stand in the text, none twice, in the order of the text.
    refused: why others are not used. unusable: questions whose whole answer is not, and why.
    """

    claims: tuple[Claim, ...]
    refused: tuple[str, ...]
    unusable: tuple[tuple[Question, str], ...]


def heard(page: Page, model: str, ask: Ask) -> Heard:
    """Ask a model about a document, passage by passage; raises what `ask` raises."""
    found: list[Claim] = []
    refused: list[str] = []
    unusable: list[tuple[Question, str]] = []
    for question in questions(page, model):
        try:
            proposed = list(proposals(ask(question)))
        except Refused as reason:
            unusable.append((question, str(reason)))
            continue
        for claim in _claims(proposed, page):
            if isinstance(claim, Refused):
                refused.append(str(claim))
            else:
                found.append(claim)
    return Heard(_in_order(found), tuple(refused), tuple(unusable))


def _claims(proposed: list[Proposal | Refused], page: Page) -> Iterator[Claim | Refused]:
    for proposal in proposed:
        if isinstance(proposal, Refused):
            yield proposal
            continue
        try:
            yield from claims(proposal, page)
        except Refused as reason:
            yield reason


def _in_order(found: list[Claim]) -> tuple[Claim, ...]:
    """Put claims in the order of the text, one for each word that tells and who says so.

    Passages overlap, and a model repeats itself: of two, the less certain is kept.
    """
    once: dict[object, Claim] = {}
    for claim in sorted(found, key=lambda c: c.factuality.certainty):
        speaker = claim.sources[-1].span if claim.sources else None
        once.setdefault((claim.event, claim.reasons[0].span, speaker), claim)
    return tuple(sorted(once.values(), key=lambda c: c.reasons[0].span))
