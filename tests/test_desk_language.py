"""The desk speaks English and French, and every sentence of it is in both."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

from recoupe.case.folder import Case
from recoupe.desk.interface import LANGUAGES, catalogue
from recoupe.desk.pages import spaced
from recoupe.model.entity import ENTITY_TYPES
from tests import desk_case

DESK = Path(__file__).parent.parent / "recoupe" / "desk"
METHODS = [("**.py", "python"), ("**.html", "jinja2.ext.babel_extract")]
KEYWORDS = {"_": None, "ngettext": (1, 2), "translated": None, "numbered": (1, 2)}
PARTED = re.compile(r" [;:!?»]|« ")
BRACES = re.compile(r"\{\w+\}|%\(\w+\)s")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return desk_case.made(tmp_path_factory.mktemp("desk") / "mech")


def sentences() -> Iterator[tuple[str, ...]]:
    found = extract_from_dir(
        str(DESK), METHODS, {"**.html": {"trimmed": "false"}}, keywords=KEYWORDS
    )
    for _, _, message, _, _ in found:
        yield message if isinstance(message, tuple) else (message,)


def refusals() -> set[str]:
    """Give what the archive says of what it cannot read."""
    found = extract_from_dir(
        str(DESK.parent / "archive"), [("**.py", "python")], keywords={"Unreadable": (2,)}
    )
    return {str(message) for _, _, message, _, _ in found}


def in_french(sentence: tuple[str, ...]) -> str:
    if len(sentence) > 1:
        return catalogue("fr").ngettext(sentence[0], sentence[1], 2)
    return catalogue("fr").gettext(sentence[0])


def test_every_sentence_of_the_desk_has_its_french() -> None:
    info = catalogue("fr")._catalog  # type: ignore[attr-defined]
    known = {key[0] if isinstance(key, tuple) else key for key in info}

    assert {s[0] for s in sentences()} - known == set()
    assert {spaced(name) for name in ENTITY_TYPES} - known == set()


def test_every_reason_why_a_file_is_refused_has_its_french() -> None:
    assert len(refusals()) > 15
    for what in refusals():
        french = catalogue("fr").gettext(what)

        assert french != what
        assert sorted(BRACES.findall(french)) == sorted(BRACES.findall(what))


def test_a_translation_fills_in_what_the_sentence_does() -> None:
    for sentence in sentences():
        french = in_french(sentence)

        assert sorted(BRACES.findall(french)) == sorted(BRACES.findall(sentence[-1])), sentence


def test_no_line_of_french_begins_with_a_mark_that_belongs_to_the_one_before() -> None:
    said = [in_french(sentence) for sentence in sentences()]

    assert [french for french in said if PARTED.search(french)] == []


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("fr-CA,fr;q=0.9,en;q=0.5", "fr"),
        ("de, en;q=0.8, fr;q=0.9", "fr"),
        ("en;q=0.4, fr;q=0", "en"),
        ("de", "en"),
        (";;q=,", "en"),
    ],
)
def test_a_page_comes_in_the_language_that_the_browser_asks_for(
    case: Case, asked: str, language: str
) -> None:
    client = desk_case.visitor(case, **{"accept-language": asked})

    assert f'<html lang="{language}"' in client.get("/overview").text


def test_a_choice_of_language_outweighs_the_browser(case: Case) -> None:
    client = desk_case.visitor(case, **{"accept-language": "en"})
    client.cookies.set("recoupe_language", "fr")

    page = client.get("/overview").text

    assert "Vue d’ensemble" in page
    assert "Contesté" in page


def test_every_page_comes_in_every_language(case: Case) -> None:
    for language in LANGUAGES:
        client = desk_case.visitor(case, **{"accept-language": language})
        for path in desk_case.every_page(case):
            assert client.get(path).status_code == 200, (language, path)
