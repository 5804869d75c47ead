"""A document's sentences → the questions that a model is asked about them."""

import json
from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel, ConfigDict
from spacy.tokens import Span as Tokens

from recoupe.languages.toml import load
from recoupe.model.claim import CIRCUMSTANCES, PARTICIPANTS, EventType
from recoupe.model.document import Document
from recoupe.reading.llm.page import Page, is_furniture
from recoupe.reading.llm.question import Question
from recoupe.reading.parse import where

LARGEST = 4000
"""Characters of a passage: some thirty sentences, so that a small model loses none of them."""

CONTEXT = 3
"""Sentences of the passage before that stand before a passage too: sources may come from there."""

FILE = "prompt.toml"


class Prompt(BaseModel):
    """prompt.toml"""

    model_config = ConfigDict(frozen=True, extra="forbid")

    instructions: str
    answer: str
    events_are: str
    events: dict[EventType, str]
    factuality_is: str
    factuality: dict[str, str]


def questions(page: Page, model: str) -> Iterator[Question]:
    """Give the questions about a document, one for each passage, in the order of the text.

    Page furniture is not sent, and no particulars of the document but its sentences.
    """
    for passage in _passages(page):
        lines = (
            json.dumps({"n": number, "text": _text(page, number)}, ensure_ascii=False)
            for number in passage
        )
        yield Question(model, instructions(), "\n".join(lines))


@cache
def instructions() -> str:
    """Give what a model is told before the sentences, the same for every text."""
    prompt = load(FILE, Prompt)
    events = (_event(event, prompt.events[event]) for event in EventType)
    levels = (f"{level}: {meaning}" for level, meaning in prompt.factuality.items())
    parts = (
        prompt.instructions.strip(),
        prompt.events_are + "\n" + "\n".join(events),
        prompt.factuality_is + "\n" + "\n".join(levels),
        prompt.answer.strip(),
    )
    return "\n\n".join(parts)


def _event(event: EventType, covers: str) -> str:
    participants, others = ", ".join(PARTICIPANTS[event]), ", ".join(CIRCUMSTANCES[event])
    return f"{event.value}: {covers}. Participants: {participants}. Other roles: {others}."


def _passages(page: Page) -> Iterator[list[int]]:
    """Give the numbers of the sentences of each passage."""
    passage: list[int] = []
    size = 0
    for number, sentence in enumerate(page.sentences):
        if not _is_shown(sentence, page.document):
            continue
        if passage and size + len(sentence.text) > LARGEST:
            yield passage
            passage = passage[-CONTEXT:]
            size = sum(len(page.sentences[n].text) for n in passage)
        passage.append(number)
        size += len(sentence.text)
    if passage:
        yield passage


def _text(page: Page, number: int) -> str:
    return where(page.sentences[number]).of(page.document.text)


def _is_shown(sentence: Tokens, document: Document) -> bool:
    words = any(character.isalnum() for character in sentence.text)
    return words and len(sentence) > 2 and not is_furniture(where(sentence), document)
