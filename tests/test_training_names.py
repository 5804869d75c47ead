"""The press texts of our own that teach the recogniser are marked whole and alike."""

import re
from pathlib import Path

import pytest

from training.names import LETTERS, NamedText, marked_text, own_press

LANGUAGES = ("fr", "en")
PRESS = Path(__file__).parents[1] / "training" / "press"


def test_a_mark_tells_where_a_name_stands_and_what_it_names() -> None:
    text = marked_text("[Minsk]G denies that [Vega]C sold it.")

    assert text.text == "Minsk denies that Vega sold it."
    assert [(text.text[n.start : n.end], n.label, n.kind) for n in text.names] == [
        ("Minsk", "LOC", "Country"),
        ("Vega", "ORG", "Company"),
    ]


def test_a_letter_of_no_kind_is_refused() -> None:
    with pytest.raises(KeyError, match="Q"):
        marked_text("[Vega]Q sold it.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_bracket_is_a_mark(language: str) -> None:
    written = (PRESS / f"{language}.txt").read_text(encoding="utf-8")
    bare = re.sub(rf"\[[^\[\]]+\][{''.join(LETTERS)}]", "", written)

    assert not re.findall(r"[^\n]*[\[\]][^\n]*", bare)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_of_several_words_is_marked_wherever_it_stands(language: str) -> None:
    missed = [
        name
        for text in own_press(language)
        for name in {text.text[n.start : n.end] for n in text.names}
        if " " in name
        and len(re.findall(rf"\b{re.escape(name)}\b", text.text)) > _marked(text, name)
    ]

    assert missed == []


def _marked(text: NamedText, name: str) -> int:
    return sum(name in text.text[n.start : n.end] for n in text.names)
