"""Names that may be one, names in quotation marks, and countries inside a description."""

import pytest

from recoupe.identity.resolve import Kind, apart, identity, inside_a_sentence, may_be_short_for
from recoupe.model.span import Span
from tests.weighing_nouns import counted, only, page, tell


@pytest.mark.parametrize(
    ("short", "long"), [("Houthis", "Houthi movement"), ("Thales", "Thales Alenia")]
)
def test_a_name_with_all_words_of_another_may_be_the_same(short: str, long: str) -> None:
    one, other = identity(short, "en"), identity(long, "en")

    assert may_be_short_for(one, other)
    assert not apart(one, other)


def test_names_with_one_word_in_common_are_two() -> None:
    assert apart(identity("Kestrel Works", "en"), identity("Kestrel Trading", "en"))


@pytest.mark.parametrize("words", ["companies in the United States", "Russia's arms suppliers"])
def test_a_country_makes_no_name_of_a_description(words: str) -> None:
    assert identity(words, "en", named=False).kind is Kind.DESCRIBED


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The cargo ship “Solveig” left port.", True),
        ("“Solveig left port,” she said.", False),
        ("He said: “Solveig left port.”", False),
    ],
)
def test_what_stands_alone_in_quotation_marks_is_named_by_them(text: str, name: bool) -> None:
    start = text.index("Solveig")

    assert inside_a_sentence(Span(start, start + len("Solveig")), text) is name


def test_who_leads_a_body_speaks_for_it_though_no_list_of_names_has_it() -> None:
    sent = {"supplier": "Norway", "recipient": "Iceland", "item": "drones"}
    leader = tell(
        "Norway sent drones to Iceland, said the Coast Forces (CF), led by Carl Dahl.",
        "CT+",
        ("Carl Dahl",),
        **sent,
    )
    officer = tell(
        "An officer of the Coast Forces said Norway sent drones to Iceland.",
        "CT+",
        ("An officer of the Coast Forces",),
        **sent,
    )

    assert len(counted(only(page(leader, officer)))) == 1
