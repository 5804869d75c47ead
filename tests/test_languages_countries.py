"""A country is known by its name, capital, seat of government and adjectives, and by no other."""

import pytest

from recoupe.errors import BadLexicon
from recoupe.languages.countries import countries_of, country, kind, lexicon, name, named

LANGUAGES = ("fr", "en")
CLASHING = """
[articles]
fr = ["la"]
[shared]
fr = []
[[country]]
code = "CG"
[country.naming.fr]
name = "Congo"
[[country]]
code = "CD"
[country.naming.fr]
name = "RDC"
aliases = ["Congo"]
"""


@pytest.mark.parametrize(
    ("words", "code", "as_what"),
    [
        ("Chine", "CN", "name"),
        ("la Chine", "CN", "name"),
        ("l’Iran", "IR", "name"),
        ("les Etats-Unis", "US", "name"),
        ("PÉKIN", "CN", "capital"),
        ("Kremlin", "RU", "metonym"),
        ("Bruxelles", "EU", "metonym"),
        ("Maison Blanche", "US", "metonym"),
        ("russes", "RU", "adjective"),
        ("La Paz", "BO", "capital"),
        ("sud-coréenne", "KR", "adjective"),
        ("nigérien", "NE", "adjective"),
        ("nigérian", "NG", "adjective"),
    ],
)
def test_a_french_word_stands_for_a_country(words: str, code: str, as_what: str) -> None:
    assert (country(words, "fr"), kind(words, "fr")) == (code, as_what)


@pytest.mark.parametrize(
    ("words", "code"),
    [("US", "US"), ("the U.S.", "US"), ("White House", "US"), ("Serbs", "RS"), ("The Hague", "NL")],
)
def test_an_english_word_stands_for_a_country(words: str, code: str) -> None:
    assert country(words, "en") == code


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("turkey", "en"),
        ("polish", "en"),
        ("mâle", "fr"),
        ("congolais", "fr"),
        ("Corée", "fr"),
        ("Bercy", "fr"),
        ("NATO", "en"),
    ],
)
def test_what_names_no_one_country_gives_none(words: str, language: str) -> None:
    assert country(words, language) is None


@pytest.mark.parametrize(
    ("words", "language", "codes"),
    [
        ("sino-russes", "fr", ("CN", "RU")),
        ("russo-chinois", "fr", ("RU", "CN")),
        ("franco-allemande", "fr", ("FR", "DE")),
        ("Sino-Russian", "en", ("CN", "RU")),
        ("US-China", "en", ("US", "CN")),
        ("chinoise", "fr", ("CN",)),
        ("US-led", "en", ()),
        ("anglo-saxon", "fr", ()),
    ],
)
def test_a_compound_names_its_countries_in_order(
    words: str, language: str, codes: tuple[str, ...]
) -> None:
    assert countries_of(words, language) == codes


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_in_the_list_leads_to_a_country_that_has_a_name(language: str) -> None:
    codes = {country(word, language) for word in named(language)}

    assert len(codes) == 198
    assert all(name(code, language) for code in codes if code)


def test_a_word_for_two_countries_must_be_declared() -> None:
    with pytest.raises(BadLexicon, match=r"countries\.toml: 'Congo' stands for CG and CD"):
        lexicon("countries.toml", CLASHING)
