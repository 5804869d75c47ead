"""The words of a dossier, in each of its languages."""

import re
import string
from collections.abc import Iterator

import pytest

from recoupe.errors import BadInput
from recoupe.publish.dossier import dossier
from recoupe.publish.words import Words, words
from tests.test_publish_material import material

ESTIMATES = re.compile(
    r"likely|probab|certainly|even chance|remote chance|vraisembl|quasi.certain|presque certain",
    re.IGNORECASE,
)
"""Words of analysts for how likely a thing is (ICD 203), which are not for what a source says."""


@pytest.fixture(params=["en", "fr"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_a_heading_gives_a_date_as_a_reader_would() -> None:
    said = words("en")

    days = ("2024-06-03", "2024-34", "2024-34/..", "../2025-12", "2024-21/2024-22", "2014~/..")

    assert [said.day(day) for day in days] == [
        "2024-06-03",
        "Q2 2024",
        "from Q2 2024 on",
        "up to 2025-12",
        "spring 2024 to summer 2024",
        "from about 2014 on",
    ]


def test_no_word_of_the_dossier_estimates_how_likely_a_thing_is(language: str) -> None:
    own = " ".join(sayings(words(language)))

    assert not ESTIMATES.findall(own)


def sayings(of: Words) -> Iterator[str]:
    """Give all that is said in a language, whatever it is for."""
    held: list[object] = [of.model_dump()]
    while held:
        one = held.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            held.extend(one.values())
        elif isinstance(one, (list, tuple)):
            held.extend(one)


def test_a_translation_says_all_that_the_original_says() -> None:
    english, french = words("en"), words("fr")

    for table in ("phrase", "count", "on", "evidence", "role", "date", "part", "label"):
        said, translated = getattr(english, table), getattr(french, table)
        assert said.keys() == translated.keys(), table
        assert {k: fields(v) for k, v in said.items()} == {
            k: fields(v) for k, v in translated.items()
        }
    for event, noun in english.event.items():
        assert (noun.from_, noun.to, noun.beside) == (
            french.event[event].from_,
            french.event[event].to,
            french.event[event].beside,
        )
    assert len(english.method.terms) == len(french.method.terms)


def fields(said: str | tuple[str, str]) -> set[str]:
    """Give what a phrase has filled in."""
    parsed = string.Formatter().parse(said if isinstance(said, str) else " ".join(said))
    return {name for _, name, _, _ in parsed if name}


def test_a_language_without_words_is_refused_by_name() -> None:
    with pytest.raises(BadInput, match="no words for a dossier in 'xx': one of en, fr"):
        dossier(material(), "xx")
