"""The bundled pipelines open quickly, weigh little and read plain sentences."""

from functools import cache
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

PIPELINES = Path(__file__).parents[1] / "recoupe" / "languages" / "pipelines"
LANGUAGES = ("fr", "en")


@cache
def pipeline(language: str) -> Language:
    return spacy.load(PIPELINES / language)


def read(language: str, text: str) -> Doc:
    return pipeline(language)(text)


def words_with(document: Doc, label: str) -> list[str]:
    return [token.text for token in document if token.dep_ == label]


def names(document: Doc) -> set[tuple[str, str]]:
    return {(name.text, name.label_) for name in document.ents}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pipeline_opens_with_all_its_parts(language: str) -> None:
    pipeline = spacy.load(PIPELINES / language)

    assert {"tok2vec", "morphologizer", "parser", "ner"} <= set(pipeline.pipe_names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pipeline_weighs_less_than_40_megabytes(language: str) -> None:
    files = (PIPELINES / language).rglob("*")

    assert sum(file.stat().st_size for file in files if file.is_file()) < 40e6


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notices_travel_with_the_weights(language: str) -> None:
    for notice in ("DATA_CARD.md", "LICENSE"):
        assert (PIPELINES / language / notice).is_file()


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("l’entreprise", ["l’", "entreprise"]),
        ("l'entreprise", ["l'", "entreprise"]),
        ("l’« ami »", ["l’", "«", "ami", "»"]),
        ("“vrai”", ["“", "vrai", "”"]),
        ("a-t-il", ["a", "-t", "-il"]),
        ("155mm", ["155", "mm"]),
        ("4,3", ["4,3"]),
        ("c’est-à-dire", ["c’est-à-dire"]),
    ],
)
def test_french_is_cut_at_its_joints(text: str, tokens: list[str]) -> None:
    assert [token.text for token in pipeline("fr").make_doc(text)] == tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("company’s", ["company", "’s"]),
        ("didn’t", ["did", "n’t"]),
        ("“true”", ["“", "true", "”"]),
        ("$60", ["$", "60"]),
    ],
)
def test_english_is_cut_at_its_joints(text: str, tokens: list[str]) -> None:
    assert [token.text for token in pipeline("en").make_doc(text)] == tokens


def test_a_no_break_space_is_a_token_that_rules_can_skip() -> None:
    document = read("fr", "«\u00a0Les drones sont partis\u00a0», dit-il.")

    assert [token.text for token in document if token.is_space] == ["\u00a0", "\u00a0"]


def test_the_conditional_is_a_mood() -> None:
    document = read("fr", "Moscou aurait livré des drones.")

    assert document[1].morph.get("Mood", []) == ["Cnd"]


def test_french_has_a_subject_and_an_object() -> None:
    document = read("fr", "Moscou aurait livré des drones.")

    assert words_with(document, "nsubj") == ["Moscou"]
    assert words_with(document, "obj") == ["drones"]
    assert document[2].lemma_ == "livrer"


def test_a_french_passive_has_its_agent() -> None:
    document = read("fr", "Les drones ont été livrés par la Russie.")

    assert words_with(document, "nsubj:pass") == ["drones"]
    assert words_with(document, "obl:agent") == ["Russie"]


def test_the_speaker_behind_a_quotation_is_the_subject() -> None:
    document = read("fr", "« Nous avons livré les drones », a déclaré Jean Dupont.")

    speaker = next(token for token in document if token.text == "Jean")
    assert (speaker.dep_, speaker.head.text) == ("nsubj", "déclaré")


def test_english_has_a_subject_and_an_object() -> None:
    document = read("en", "Russia delivered drones.")

    assert words_with(document, "nsubj") == ["Russia"]
    assert words_with(document, "obj") == ["drones"]
    assert document[1].lemma_ == "deliver"


def test_an_english_passive_has_its_agent() -> None:
    document = read("en", "The drones were delivered by Russia.")

    assert words_with(document, "nsubj:pass") == ["drones"]
    assert words_with(document, "obl:agent") == ["Russia"]


def test_french_names_are_found() -> None:
    document = read("fr", "Moscou aurait livré des drones Shahed-136 à l’Iran, selon Le Monde.")

    found = {("Moscou", "LOC"), ("Iran", "LOC"), ("Shahed-136", "WEAPON"), ("Le Monde", "OUTLET")}
    assert found <= names(document)


def test_english_names_are_found() -> None:
    document = read("en", "Vladimir Putin met officials of Rosoboronexport in Moscow.")

    found = {("Vladimir Putin", "PER"), ("Rosoboronexport", "ORG"), ("Moscow", "LOC")}
    assert found <= names(document)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La Serbie a livré des obus. Le ministère dément."),
        ("en", "Serbia delivered shells. The ministry denied it."),
    ],
)
def test_two_sentences_are_two(language: str, text: str) -> None:
    assert len(list(read(language, text).sents)) == 2
