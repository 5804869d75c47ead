"""The dates of a sentence: the marked sentences of sentences/values-*.md, and their laws."""

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from recoupe.languages.values import values
from recoupe.reading.dates import dates
from recoupe.reading.parse import parse, pipeline, where
from tests.values_sentences import LANGUAGES, Marked, marked_sentences, sentence_of

PUBLISHED = "2024-06-18"
MIDDLE = {"fr": "Le contrat est daté du 3 {} 2024.", "en": "The contract is dated 3 {} 2024."}


@pytest.mark.parametrize("marked", marked_sentences(), ids=str)
def test_a_date_is_read_as_it_is_marked(marked: Marked) -> None:
    sentence = sentence_of(marked.text, marked.language)

    found = dates(sentence, marked.language, marked.published)

    assert {(d.span.of(marked.text), d.edtf or "?") for d in found} == marked.dates


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_name_of_a_month_is_known(language: str) -> None:
    months = values(language).dates.months
    told = [(form, number) for number, forms in enumerate(months, 1) for form in forms]

    for form, number in told:
        sentence = sentence_of(MIDDLE[language].format(form), language)
        assert [d.edtf for d in dates(sentence, language, None)] == [f"2024-{number:02}-03"], form


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_relative_date_has_no_value_where_the_document_has_no_date(language: str) -> None:
    text = {"fr": "Bakou a signé lundi.", "en": "Baku signed on Monday."}[language]

    found = dates(sentence_of(text, language), language, None)

    assert [d.edtf for d in found] == [None]


@pytest.mark.parametrize("published", ["2024", "2024-06", "2024-06~", "2020-10?"])
def test_a_document_dated_by_its_month_or_year_gives_no_days(published: str) -> None:
    found = dates(sentence_of("Baku signed on Monday.", "en"), "en", published)

    assert [d.edtf for d in found] == [None]


def test_the_tokens_of_a_date_are_those_of_its_words() -> None:
    sentence = sentence_of("Riga fabrique des obus depuis mars 2022.", "fr")

    (found,) = dates(sentence, "fr", PUBLISHED)

    assert where(sentence.doc[found.first : found.last + 1]) == found.span


WORDS = {
    language: st.sampled_from(
        [
            *(form for forms in values(language).dates.months for form in forms),
            *(form for forms in values(language).dates.seasons for form in forms),
            *values(language).dates.last,
            *values(language).dates.since,
            *values(language).dates.between,
            *values(language).dates.conjunctions,
            *values(language).dates.before,
            *values(language).dates.articles,
            *(form for forms in values(language).dates.units.values() for form in forms),
            *(form for forms in values(language).dates.parts.values() for form in forms),
            *("2024", "31", "29", "0", "2022-23", "31/02/2023", ",", "-", "1999", "30"),
        ]
    )
    for language in LANGUAGES
}


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_whatever_the_words_a_date_is_edtf_and_lies_in_its_sentence(
    language: str, data: st.DataObject
) -> None:
    text = " ".join(data.draw(st.lists(WORDS[language], min_size=1, max_size=8)))
    (doc, *_) = parse(text, pipeline(language))

    for sentence in doc.sents:
        for found in dates(sentence, language, PUBLISHED):
            assert where(sentence).contains(found.span)
            assert all(parse_edtf(end) for end in ends(found.edtf or ".."))


def ends(edtf: str) -> list[str]:
    """Give the ends of an interval; the parser knows seasons alone, the model in intervals too."""
    return [end for end in edtf.split("/") if end != ".."]
