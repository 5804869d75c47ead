"""What holds of every reading, whatever the text: quotes, sameness, never surer, any order."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.model.claim import Claim
from recoupe.model.document import Document, Publication
from recoupe.model.factuality import Certainty, Factuality
from recoupe.model.reading import Reading
from recoupe.model.span import Span
from recoupe.reading.read import read
from recoupe.weighing.corroborate import findings
from tests.marked import document_of, marked

LANGUAGES = ("fr", "en")
POOL = {language: [s.text for s in marked(f"claims-{language}.md")] for language in LANGUAGES}
"""Sentences of our own, from those that are marked."""

BREAKS = (" ", "\n", "\n\n")
PUBLISHERS = ("Le Phare", "Harbour Gazette", None)

TOLD = {
    "fr": (
        "la Norvège a livré des radars à la Lettonie",
        "Kamvel aurait vendu des obus au Tchad",
        "la Serbie pourrait acheter des drones à la Turquie",
        "Ankara n'a jamais vendu de chars au Gabon",
        "Minsk nie avoir fourni des camions au Mali",
        "on ignore si le Niger a reçu ces blindés",
        "il est peu probable que Lima achète ces sous-marins",
    ),
    "en": (
        "Norway has delivered radars to Latvia",
        "Kamvel allegedly sold shells to Chad",
        "Serbia may buy drones from Turkey",
        "Ankara has never sold tanks to Gabon",
        "Minsk denies having supplied trucks to Mali",
        "it is unclear whether Niger has received the armoured vehicles",
        "Lima is unlikely to buy these submarines",
    ),
}
"""What may be told, at each level of certainty."""

ATTRIBUTIONS = {
    "fr": (
        "Selon Nadia Kessler, {}.",
        "D'après un rapport de l'ONU, {}.",
        "Nadia Kessler affirme que {}.",
        "Le ministère a déclaré que {}.",
        "Le Phare, citant un diplomate, rapporte que {}.",
    ),
    "en": (
        "According to Nadia Kessler, {}.",
        "According to a UN report, {}.",
        "Nadia Kessler says that {}.",
        "The ministry said that {}.",
        "The Beacon, citing a diplomat, reports that {}.",
    ),
}

HEDGES = {
    "fr": {
        "Il semble que {}.": Certainty.PR,
        "Il semblerait que {}.": Certainty.PR,
        "Il paraît que {}.": Certainty.PR,
        "Il est probable que {}.": Certainty.PR,
        "Selon des rumeurs, {}.": Certainty.PR,
        "Tout porte à croire que {}.": Certainty.PR,
        "Nadia Kessler croit que {}.": Certainty.PR,
        "Nadia Kessler estime que {}.": Certainty.PR,
        "Nadia Kessler pense que {}.": Certainty.PR,
        "Nadia Kessler soupçonne que {}.": Certainty.PR,
        "Nadia Kessler suppose que {}.": Certainty.PR,
        "Peut-être que {}.": Certainty.PS,
        "Il est possible que {}.": Certainty.PS,
        "Il n'est pas exclu que {}.": Certainty.PS,
        "Nadia Kessler n'exclut pas que {}.": Certainty.PS,
        "Nadia Kessler espère que {}.": Certainty.PS,
        "On ignore si {}.": Certainty.U,
        "Personne ne sait si {}.": Certainty.U,
        "Nadia Kessler se demande si {}.": Certainty.U,
        "Rien ne prouve que {}.": Certainty.U,
        "Si {}, ce serait une première.": Certainty.U,
    },
    "en": {
        "It seems that {}.": Certainty.PR,
        "It would appear that {}.": Certainty.PR,
        "It is likely that {}.": Certainty.PR,
        "According to rumours, {}.": Certainty.PR,
        "There are signs that {}.": Certainty.PR,
        "Nadia Kessler believes that {}.": Certainty.PR,
        "Nadia Kessler supposes that {}.": Certainty.PR,
        "Nadia Kessler suspects that {}.": Certainty.PR,
        "Nadia Kessler thinks that {}.": Certainty.PR,
        "Perhaps {}.": Certainty.PS,
        "It is possible that {}.": Certainty.PS,
        "It cannot be ruled out that {}.": Certainty.PS,
        "It is not certain that {}.": Certainty.PS,
        "Nadia Kessler does not rule out that {}.": Certainty.PS,
        "Nadia Kessler hopes that {}.": Certainty.PS,
        "It is unclear whether {}.": Certainty.U,
        "Nobody knows whether {}.": Certainty.U,
        "Nadia Kessler wonders whether {}.": Certainty.U,
        "Nothing proves that {}.": Certainty.U,
        "If {}, it would be a first.": Certainty.U,
    },
}
"""What a hedge leaves of a statement at most."""

KNOWN_SURER = {
    ("Minsk nie avoir fourni des camions au Mali", "Nadia Kessler croit que {}."),
    ("il est peu probable que Lima achète ces sous-marins", "On ignore si {}."),
}
"""A denial that is itself uncertain is read as a denial; must leave this list when it is mended."""


@st.composite
def texts(draw: st.DrawFn, language: str) -> Document:
    """Some sentences in any order, in any paragraphs."""
    some = draw(st.lists(st.sampled_from(POOL[language]), min_size=1, max_size=8, unique=True))
    gaps = draw(st.lists(st.sampled_from(BREAKS), min_size=len(some), max_size=len(some)))
    return document_of("".join(s + gap for s, gap in zip(some, gaps, strict=True)), language)


def any_text(of: str | None = None) -> st.SearchStrategy[Document]:
    return st.one_of([texts(language) for language in ([of] if of else LANGUAGES)])


KNOWN = pytest.mark.xfail(strict=True, raises=AssertionError, reason="see KNOWN_SURER")


@given(any_text())
def test_every_quote_stands_in_its_text(document: Document) -> None:
    reading = read(document)

    for span in (*in_claims(reading), *in_entities(reading)):
        words = span.of(document.text)
        assert words == words.strip()
        assert "\n" not in words


@given(any_text())
def test_who_took_part_and_who_says_so_stand_in_the_evidence(document: Document) -> None:
    for claim in read(document).claims:
        for span in parts(claim):
            assert any(evidence.contains(span) for evidence in claim.evidence)


@given(any_text(), any_text())
def test_reading_twice_gives_the_same(document: Document, between: Document) -> None:
    first = read(document)
    read(between)

    assert read(document) == first


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_what_stands_around_never_makes_a_claim_surer(language: str, data: st.DataObject) -> None:
    document = data.draw(texts(language))

    for claim in read(document).claims:
        sentence = claim.evidence[0].of(document.text)
        others = [
            other
            for other in alone(sentence, language)
            if same_words(claim, document.text, other, sentence)
        ]
        assert not others or any(not surer(claim.factuality, o.factuality) for o in others), (
            sentence
        )


@pytest.mark.parametrize(
    ("language", "told", "frame"),
    [(of, *pair) for of in LANGUAGES for pair in product(TOLD[of], ATTRIBUTIONS[of])],
)
def test_an_attribution_never_makes_surer(language: str, told: str, frame: str) -> None:
    (bare,) = alone(capital(f"{told}."), language)

    attributed = alone(capital(frame.format(told)), language)

    assert attributed
    assert not [c for c in attributed if surer(c.factuality, bare.factuality)]


@pytest.mark.parametrize(
    ("language", "told", "frame"),
    [
        pytest.param(of, *pair, marks=[KNOWN] if pair in KNOWN_SURER else [])
        for of in LANGUAGES
        for pair in product(TOLD[of], HEDGES[of])
    ],
)
def test_a_hedge_leaves_a_statement_no_surer_than_it_allows(
    language: str, told: str, frame: str
) -> None:
    (bare,) = alone(capital(f"{told}."), language)
    ceiling = bare.factuality.at_most(HEDGES[language][frame])

    hedged = alone(capital(frame.format(told)), language)

    assert not [c for c in hedged if surer(c.factuality, ceiling)]


@given(st.data())
def test_the_order_of_documents_changes_no_finding(data: st.DataObject) -> None:
    documents = [
        replace(document, publisher=publisher, published=Publication(f"2024-06-1{day}"))
        for day, (document, publisher) in enumerate(
            data.draw(st.lists(st.tuples(any_text(), st.sampled_from(PUBLISHERS)), max_size=4))
        )
    ]
    known = {document.id: document for document in documents}
    readings = [read(document) for document in known.values()]

    shuffled = data.draw(st.permutations(readings))

    assert findings(shuffled, dict(reversed(known.items()))) == findings(readings, known)


def capital(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]


def surer(reading: Factuality, than: Factuality) -> bool:
    """Say whether a reading is surer than another, or takes the other side."""
    return than.weaker(reading) != reading


def in_claims(reading: Reading) -> Iterator[Span]:
    for claim in reading.claims:
        yield from (*claim.evidence, *parts(claim), *(reason.span for reason in claim.reasons))


def parts(claim: Claim) -> list[Span]:
    return [*(role.span for role in claim.roles), *(source.span for source in claim.sources)]


def in_entities(reading: Reading) -> Iterator[Span]:
    for entity in reading.entities:
        yield from entity.mentions


@cache
def alone(sentence: str, language: str) -> tuple[Claim, ...]:
    """Give the claims of a sentence that nothing stands around."""
    return read(document_of(sentence, language)).claims


def same_words(claim: Claim, text: str, other: Claim, words: str) -> bool:
    """Say whether two claims are one event told by one source, in the same words."""
    return (claim.event, told_of(claim, text)) == (other.event, told_of(other, words))


def told_of(claim: Claim, text: str) -> list[tuple[str, str]]:
    parties = [(role.name, role.span.of(text)) for role in claim.participants()]
    return [*parties, *(("says", source.span.of(text)) for source in claim.sources)]
