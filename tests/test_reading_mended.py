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


VERBS = (
    (
        "fr",
        "Un courtier de Rabat, lui, prétend que Minsk a livré des mines.",
        "prétend",
        "courtier",
    ),
    ("fr", "Joint par téléphone, le consul jure que Sofia a livré un obusier.", "jure", "consul"),
    ("fr", "Bichkek a catégoriquement exclu que ses troupes aient manœuvré.", "exclu", "Bichkek"),
    ("en", "The paper, citing two clerks, said Minsk had sent mines to Togo.", "said", "paper"),
    ("en", "Chadian media, quoting an unnamed envoy, claimed that Togo left.", "claimed", "media"),
    ("en", "Algeria counters that Malian forces fired at a convoy.", "counters", "Algeria"),
    ("en", "Confronted with letters, Norelt admitted that it sent mines.", "admitted", "Norelt"),
)


@pytest.mark.parametrize(("language", "text", "verb", "subject"), VERBS)
def test_a_verb_has_its_subject(language: str, text: str, verb: str, subject: str) -> None:
    (doc,) = parse(text, pipeline(language))
    told = next(t for t in doc if t.text == verb)
    assert (told.pos_, told.dep_) == ("VERB", "ROOT")
    assert [c.text for c in told.children if c.dep_.startswith("nsubj")] == [subject]


WORDS = (
    ("fr", "Les accusations du Courrier selon lesquelles elle jure que Minsk a hier exclu"),
    ("en", "Pressed , Algeria , quoting him , counters that Minsk has twice sent mines"),
)
ARCS = ("conj", "ccomp", "nsubj", "obj", "case", "dep", "advcl", "appos", "aux", "acl:relcl")
TAGS = ("NOUN", "PROPN", "VERB", "ADP", "PRON", "AUX", "ADV", "ADJ", "PUNCT")
FORMS = ("", "VerbForm=Fin", "VerbForm=Ger", "Tense=Past|VerbForm=Part")


@given(st.data(), st.sampled_from(WORDS))
def test_whatever_the_parse_every_word_still_reaches_the_root(
    data: st.DataObject, sentence: tuple[str, str]
) -> None:
    language, text = sentence
    words = text.split()
    root = data.draw(st.integers(0, len(words) - 1))
    heads, placed = [root] * len(words), [root]
    for i in data.draw(st.permutations([i for i in range(len(words)) if i != root])):
        heads[i] = data.draw(st.sampled_from(placed))
        placed.append(i)
    deps = [data.draw(st.sampled_from(ARCS)) for _ in words]
    deps[root] = "ROOT"
    pos = [data.draw(st.sampled_from(TAGS)) for _ in words]
    morphs = [data.draw(st.sampled_from(FORMS)) for _ in words]
    vocab = pipeline(language).vocab
    lemmas = ["avoir" if w == "a" else "have" if w == "has" else w for w in words]
    doc = Doc(vocab, words=words, heads=heads, deps=deps, pos=pos, morphs=morphs, lemmas=lemmas)
    roots = {[token, *token.ancestors][-1] for token in mended(doc)}
    assert [r.dep_ for r in roots] == ["ROOT"]
