"""Read a document with a language model beside the rules, or with the model alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from recoupe.model.claim import Claim, EventType
from recoupe.model.document import Document
from recoupe.model.reading import Reading
from recoupe.model.span import Span
from recoupe.reading.events import events
from recoupe.reading.llm.heard import Heard, heard
from recoupe.reading.llm.joined import joined
from recoupe.reading.llm.page import Page, page
from recoupe.reading.llm.prompt import instructions
from recoupe.reading.llm.question import Ask, Question
from recoupe.reading.parse import where
from recoupe.reading.read import READER


@dataclass(frozen=True, slots=True)
class Second:
    """A reading with a model's part in it, and what the model proposed. added: claims it gave."""

    reading: Reading
    added: int
    heard: Heard


def beside_rules(
    document: Document, model: str, ask: Ask, pipeline_name: str | None = None
) -> Second:
    """Read what the rules read, and what the model finds beside it.

    What the rules read stays as it is, claim for claim.
    Raises NoReader as `read` does, and what `ask` raises.
    """
    here = page(document, pipeline_name)
    proposed = heard(here, model, ask)
    new = [claim for claim in proposed.claims if not _is_read(claim, here)]
    return _second(here.rules.claims, new, here, proposed, name_beside_rules(model))


def alone(document: Document, model: str, ask: Ask, pipeline_name: str | None = None) -> Second:
    """Read what the model finds, under the same ceiling: to be scored beside the rules.

    Raises as `beside_rules` does.
    """
    here = page(document, pipeline_name)
    proposed = heard(here, model, ask)
    return _second((), proposed.claims, here, proposed, name_alone(model))


def name_beside_rules(model: str) -> str:
    """Name the reader that `beside_rules` is; it changes with the rules, model and instructions."""
    return f"{READER} + {_name(model)}"


def name_alone(model: str) -> str:
    """Name the reader that `alone` is."""
    return f"{_name(model)} under {READER}"


def _name(model: str) -> str:
    return f"llm {model} prompt {Question(model, instructions(), '').prompt:.8}"


def _second(
    rules: Sequence[Claim], new: Sequence[Claim], here: Page, proposed: Heard, reader: str
) -> Second:
    claims = joined(rules, new, here)
    return Second(replace(here.rules, claims=claims, reader=reader), len(new), proposed)


EVERYTHING = frozenset(("goods", *EventType))
"""As if all had been told right before, so that no event that the rules may read is missed."""


def _is_read(claim: Claim, here: Page) -> bool:
    """Say whether the rules read the event already: by its word, or by all who take part."""
    if here.told_as(claim):
        return True
    told = any(c.event == claim.event for c in here.told(claim.evidence[0]))
    return told and any(anchor.overlaps(claim.reasons[0].span) for anchor in _of(claim, here))


def _of(claim: Claim, here: Page) -> Iterator[Span]:
    """Give the words by which the rules read events of that type in the claim's sentence."""
    for sentence in here.sentences:
        if where(sentence) == claim.evidence[0]:
            for event in events(sentence, here.scene.setting, EVERYTHING):
                if event.type is claim.event:
                    yield where(event.anchor)
