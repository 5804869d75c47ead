"""The sums and counts of a sentence: the marked sentences of sentences/values-*.md, their laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.errors import BadLexicon
from recoupe.languages.toml import check
from recoupe.languages.values import Values, values
from recoupe.model.value import Money, Quantity
from recoupe.reading.amounts import amounts
from recoupe.reading.parse import parse, pipeline, where
from tests.values_sentences import LANGUAGES, Marked, marked_sentences, sentence_of, written

PAID = {"fr": "Riga a payé 3 millions de {}.", "en": "Riga paid 3 million {}."}
GOT = {"fr": "Riga a reçu {} chars.", "en": "Riga received {} tanks."}
MANY = {"fr": "Riga a reçu une {} de chars.", "en": "Riga received a {} tanks."}


@pytest.mark.parametrize("marked", marked_sentences(), ids=str)
def test_an_amount_is_read_as_it_is_marked(marked: Marked) -> None:
    sentence = sentence_of(marked.text, marked.language)

    found = amounts(sentence, marked.language)

    assert {(a.span.of(marked.text), written(a.value)) for a in found} == marked.amounts


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_name_of_a_currency_is_known(language: str) -> None:
    told = [(n, c.code) for c in values(language).amounts.currencies for n in c.names]

    for name, code in told:
        (found,) = amounts(sentence_of(PAID[language].format(name), language), language)
        assert found.value == Money(3e6, code), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_sign_of_a_currency_is_known(language: str) -> None:
    told = [(s, c.code) for c in values(language).amounts.currencies for s in c.signs]

    for sign, code in told:
        text = PAID[language].format("x").replace("3 million", f"{sign}3 million")
        (found,) = amounts(sentence_of(text, language), language)
        assert found.value == Money(3e6, code), sign


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_bound_before_a_number_is_known(language: str) -> None:
    words = values(language).amounts
    expected = [(w, Quantity(40, "x")) for w in words.about]
    expected += [(w, Quantity(None, "x", minimum=40)) for w in words.minimum]
    expected += [(w, Quantity(None, "x", maximum=40)) for w in words.maximum]

    for word, value in expected:
        text = GOT[language].format(f"{word} 40")
        (found,) = amounts(sentence_of(text, language), language)
        assert isinstance(found.value, Quantity)
        assert written(found.value) == written(value), word


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_word_of_a_number_is_known(language: str) -> None:
    words = values(language).numbers.words
    two = next(word for word, number in words.items() if number == 2)
    told = [(w, n) if n < 100 else (f"{two} {w}", 2 * n) for w, n in words.items()]

    for word, number in told:
        (found,) = amounts(sentence_of(GOT[language].format(word), language), language)
        assert written(found.value) == str(number), word


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_noun_that_is_a_number_is_known(language: str) -> None:
    for noun, number in values(language).amounts.collectives.items():
        (found,) = amounts(sentence_of(MANY[language].format(noun), language), language)
        assert found.value.number == number, noun


def test_an_amount_knows_the_noun_that_it_counts() -> None:
    (found,) = amounts(sentence_of("Riga a reçu une vingtaine de gros chars.", "fr"), "fr")

    assert found.head is not None
    assert found.head.text == "chars"


def test_a_word_that_the_schema_lacks_is_refused() -> None:
    with pytest.raises(BadLexicon, match=r"values\.toml, numbers, decimal"):
        check("xx/values.toml", "[numbers]\ndecimal = ';'", Values)


WORDS = {
    language: st.sampled_from(
        [
            *values(language).numbers.words,
            *values(language).numbers.scales,
            *values(language).amounts.about,
            *values(language).amounts.minimum,
            *values(language).amounts.maximum_after,
            *values(language).amounts.between,
            *values(language).amounts.conjunctions,
            *values(language).amounts.collectives,
            *(n for c in values(language).amounts.currencies for n in (*c.names, *c.signs)),
            *("40", "1.5", "1,200", "-", "%", "S-400", "2024", "155mm", "chars", "tanks"),
        ]
    )
    for language in LANGUAGES
}


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_whatever_the_words_an_amount_lies_in_its_sentence(
    language: str, data: st.DataObject
) -> None:
    text = " ".join(data.draw(st.lists(WORDS[language], min_size=1, max_size=8)))
    (doc, *_) = parse(text, pipeline(language))

    for sentence in doc.sents:
        for found in amounts(sentence, language):
            assert where(sentence).contains(found.span)
            assert where(sentence.doc[found.first : found.last + 1]) == found.span
