"""Arcs that the words contradict are set right, and no parse is broken by it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from recoupe.reading.mended import mended
from recoupe.reading.parse import parse, pipeline

SUBJECT = "Des informations selon lesquelles Sofia a livré des obusiers au Tchad circulent à Paris."
CLAUSES = (
    ("Le ministre rejette l'accusation selon laquelle Minsk a livré des chars.", "accusation"),
    (
        "Minsk dément les informations du Courrier selon lesquelles elle a livré des drones.",
        "informations",
    ),
    (SUBJECT, "informations"),
)


@pytest.mark.parametrize(("text", "noun"), CLAUSES)
def test_the_clause_of_which_is_that_of_the_noun_before(text: str, noun: str) -> None:
    (doc,) = parse(text, pipeline("fr"))
    which = next(t for t in doc if t.text.startswith("lesquel") or t.text == "laquelle")
    assert which.head.head.text == noun
    assert which.head.dep_ == "acl:relcl"


def test_a_noun_that_was_the_subject_of_its_own_clause_is_that_of_the_word_above() -> None:
    (doc,) = parse(SUBJECT, pipeline("fr"))
    noun = next(t for t in doc if t.text == "informations")
    assert (noun.head.text, noun.dep_) == ("circulent", "nsubj")


@given(st.data())
def test_every_word_still_reaches_the_root(data: st.DataObject) -> None:
    words = "Minsk dément les informations du Courrier selon lesquelles elle livre".split()
    count = len(words)
    root = data.draw(st.integers(0, count - 1))
    order = data.draw(st.permutations([i for i in range(count) if i != root]))
    heads, placed = [root] * count, [root]
    for i in order:
        heads[i] = data.draw(st.sampled_from(placed))
        placed.append(i)
    names = ["conj", "ccomp", "nsubj", "obj", "case", "dep"]
    deps = [data.draw(st.sampled_from(names)) for _ in words]
    deps[root] = "ROOT"
    tags = ["NOUN", "PROPN", "VERB", "ADP", "PRON"]
    pos = [data.draw(st.sampled_from(tags)) for _ in words]
    doc = Doc(pipeline("fr").vocab, words=words, heads=heads, deps=deps, pos=pos)
    for token in mended(doc):
        assert len([*token.ancestors]) < count
        assert [t for t in (token, *token.ancestors)][-1].dep_ == "ROOT"
