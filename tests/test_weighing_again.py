"""Weighed again with a memory: only what has changed, with the same result as from nothing."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.newsroom import newsroom
from recoupe.model.document import Document
from recoupe.model.finding import Finding
from recoupe.model.reading import Reading
from recoupe.weighing.corroborate import findings
from recoupe.weighing.memory import Form, Memory, digest

SPOKESMAN = "Anna Berg, a spokeswoman for the Norwegian government"
ARTICLES = newsroom(40, seed=3)


def weigh(
    held: dict[str, tuple[Document, Reading]], memory: Memory | None = None
) -> tuple[Finding, ...]:
    documents = {document.id: document for document, _ in held.values()}
    return findings([reading for _, reading in held.values()], documents, memory)


@given(st.lists(st.integers(0, len(ARTICLES) - 1), min_size=1, max_size=25))
@settings(max_examples=25, deadline=None)
def test_articles_that_come_and_go_leave_what_starting_anew_would_give(turns: list[int]) -> None:
    held: dict[str, tuple[Document, Reading]] = {}
    memory = Memory()

    for turn in turns:
        document, reading = ARTICLES[turn]
        if held.pop(document.id, None) is None:
            held[document.id] = (document, reading)
        assert weigh(held, memory) == weigh(held)


@given(st.lists(st.integers(0, len(ARTICLES) - 1), min_size=2, max_size=20), st.data())
@settings(max_examples=15, deadline=None)
def test_what_another_process_wrote_down_leaves_what_starting_anew_would_give(
    turns: list[int], data: st.DataObject
) -> None:
    held: dict[str, tuple[Document, Reading]] = {}
    memory = Memory()

    for turn in turns:
        document, reading = ARTICLES[turn]
        rejected = frozenset(data.draw(st.sets(st.integers(0, len(reading.claims) - 1))))
        held[document.id] = (document, replace(reading, rejected=rejected))
        memory = written_down(memory)
        assert weigh(held, memory) == weigh(held)


def test_what_another_process_wrote_down_is_not_made_again() -> None:
    held = {document.id: (document, reading) for document, reading in ARTICLES}
    memory = Memory()
    weigh(held, memory)

    again = written_down(memory)
    weigh(held, again)

    assert again.written() == memory.written()
    assert again.of("it", None, fail, form()) == "made before"


@pytest.mark.parametrize("rubbish", [None, "rubbish", 7, [["rubbish"]]])
def test_rubbish_that_was_written_down_is_made_again(rubbish: object) -> None:
    held = {document.id: (document, reading) for document, reading in ARTICLES[:12]}
    memory = Memory()
    found = weigh(held, memory)

    assert weigh(held, Memory(dict.fromkeys(memory.written(), rubbish))) == found


def written_down(memory: Memory) -> Memory:
    """Give the memory as the next process finds it in its file."""
    it = digest(form().basis())
    return Memory(json.loads(json.dumps({**memory.written(), it: "made before"})))


def form() -> Form[str]:
    return Form(lambda: "what it is made of", str, str)


def fail() -> str:
    raise AssertionError("made again")


@given(st.data())
@settings(max_examples=8, deadline=None)
def test_claims_that_are_rejected_leave_what_starting_anew_would_give(data: st.DataObject) -> None:
    held = {document.id: (document, reading) for document, reading in ARTICLES[:12]}
    memory = Memory()
    weigh(held, memory)

    for _ in range(4):
        document, reading = held[data.draw(st.sampled_from(sorted(held)))]
        places = st.sets(st.integers(0, len(reading.claims) - 1), max_size=3)
        rejected = frozenset(data.draw(places))
        held[document.id] = (document, replace(reading, rejected=rejected))
        assert weigh(held, memory) == weigh(held)
