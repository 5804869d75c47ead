"""The reasons of a claim are told in the language of the page, and none as a likelihood of ours."""

import pytest

from recoupe.desk.interface import LANGUAGES, Interface
from recoupe.desk.views.why import rule_in_words


def test_a_rule_is_told_in_the_language_of_the_page() -> None:
    french = Interface("fr", "auto")

    assert rule_in_words("hearsay_conditional", french) == "conditionnel d’ouï-dire"
    assert rule_in_words("governed by pouvoir", french) == "régi par pouvoir"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_reason_reads_as_if_we_held_the_matter_likely(language: str) -> None:
    told = rule_in_words("likely by its context", Interface(language, "auto"))

    assert "likely" not in told
    assert "probable" not in told


def test_a_rule_that_nobody_has_translated_is_told_as_it_is() -> None:
    assert rule_in_words("a {new} rule", Interface("fr", "auto")) == "a {new} rule"
