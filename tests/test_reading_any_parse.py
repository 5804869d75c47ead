"""A parse may be wrong in any way: the reader then says less or other things, and never breaks."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from recoupe.model.claim import Claim
from recoupe.reading.noted import noted
from recoupe.reading.parse import parse, pipeline
from recoupe.reading.read import read_parsed
from tests.marked import document_of, marked

LANGUAGES = ("fr", "en")
TEXTS = {language: [m.text for m in marked(f"claims-{language}.md")] for language in LANGUAGES}
RELATIONS = (
    "nsubj",
    "obj",
    "iobj",
    "obl",
    "obl:agent",
    "obl:arg",
    "nmod",
    "amod",
    "advmod",
    "acl",
    "acl:relcl",
    "advcl",
    "ccomp",
    "xcomp",
    "csubj",
    "parataxis",
    "conj",
    "cc",
    "case",
    "mark",
    "det",
    "aux",
    "aux:pass",
    "nsubj:pass",
    "cop",
    "appos",
    "flat",
    "nummod",
    "punct",
    "expl:pv",
    "dep",
)


def wrong(doc: Doc, chance: random.Random, share: float) -> Doc:
    """Give the words again, with some of their heads, relations and tags left to chance."""
    order = list(range(len(doc)))
    chance.shuffle(order)
    heads, relations, tags = [0] * len(doc), ["ROOT"] * len(doc), [t.pos_ for t in doc]
    for rank, i in enumerate(order):
        heads[i] = order[chance.randrange(rank)] if rank else i
        relations[i] = chance.choice(RELATIONS) if rank else "ROOT"
        if chance.random() < share:
            tags[i] = chance.choice([t.pos_ for t in doc])
    made = Doc(
        doc.vocab,
        words=[t.text for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        pos=tags,
        morphs=[str(t.morph) for t in doc],
        lemmas=[t.lemma_ for t in doc],
        heads=heads,
        deps=relations,
        user_data={"start": doc.user_data["start"]},
    )
    made.set_ents([made.char_span(e.start_char, e.end_char, e.label_) for e in doc.ents])
    return noted(made)


def read_wrongly(text: str, language: str, seed: int, share: float) -> tuple[Claim, ...]:
    chance = random.Random(seed)
    words = text.split(" ")
    cut = words[: chance.randrange(1, len(words) + 1)] if share else words
    document = document_of(" ".join(cut), language)
    docs = tuple(wrong(d, chance, share) for d in parse(document.text, pipeline(language)))
    return read_parsed(document, docs, language).claims


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_no_parse_breaks_the_reader(language: str, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(TEXTS[language]))
    seed = data.draw(st.integers(0, 2**32))

    for claim in read_wrongly(text, language, seed, data.draw(st.sampled_from((0.0, 0.5)))):
        assert claim.evidence
