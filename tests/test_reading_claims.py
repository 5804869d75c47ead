"""Claims are read as they are marked; see sentences/claims-*.md and sentences/known-failures.md."""

import re

import pytest

from recoupe.model.claim import EventType
from recoupe.model.factuality import EVERY_READING
from recoupe.reading.read import read
from tests.marked import Marked, document_of, expected, marked, told

LANGUAGES = ("fr", "en")
READ = {language: marked(f"claims-{language}.md") for language in LANGUAGES}
FAILING = marked("known-failures.md")
EVERY = (*READ["fr"], *READ["en"], *FAILING)
HEAD = re.compile(r"(?P<event>\w+) (?P<factuality>\S+) (?P<tense>\w+)")


def as_read(sentence: Marked) -> list[str]:
    document = document_of(sentence.text, sentence.language)
    return told(read(document).claims, sentence, document.text)


@pytest.mark.parametrize("sentence", [*READ["fr"], *READ["en"]], ids=str)
def test_a_text_gives_the_claims_that_are_marked_and_no_others(sentence: Marked) -> None:
    assert as_read(sentence) == expected(sentence)


@pytest.mark.xfail(strict=True, raises=AssertionError, reason="known; move it when it is mended")
@pytest.mark.parametrize("sentence", FAILING, ids=str)
def test_a_known_failure_is_still_read_wrongly(sentence: Marked) -> None:
    assert as_read(sentence) == expected(sentence)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_event_of_the_claim_model_has_a_sentence(language: str) -> None:
    events = {found["event"] for found in heads(language)}

    assert events == {event.value for event in EventType}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_factuality_has_a_sentence(language: str) -> None:
    readings = {found["factuality"] for found in heads(language)}

    assert readings == {str(reading) for reading in EVERY_READING}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_sentences_enough(language: str) -> None:
    assert len(READ[language]) >= 60


def test_no_sentence_stands_twice() -> None:
    sentences = [sentence.text for sentence in EVERY]

    assert len(set(sentences)) == len(sentences)


@pytest.mark.parametrize("sentence", EVERY, ids=str)
def test_each_word_that_is_marked_stands_in_its_text(sentence: Marked) -> None:
    lines = (line.split("; ")[1:] for line in sentence.claims)
    parts = [part.partition(" ")[2].partition(" = ")[0] for line in lines for part in line]

    words = [word for part in parts for word in part.split(" > ")]

    assert [word for word in words if word not in sentence.text] == []


def heads(language: str) -> list[re.Match[str]]:
    lines = [line for sentence in READ[language] for line in sentence.claims]
    return [found for line in lines if (found := HEAD.match(line))]
