"""Weighed again with a memory: only what has changed, with the same result as from nothing."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.newsroom import newsroom
from recoupe.model.document import Document
from recoupe.model.finding import Finding
from recoupe.model.reading import Reading
from recoupe.weighing.corroborate import findings
from recoupe.weighing.memory import Memory

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


@given(st.data())
@settings(max_examples=25, deadline=None)
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
