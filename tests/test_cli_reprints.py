"""`recoupe reprints`: which documents of a case print one text."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from recoupe.case import folder, store
from recoupe.cli.app import app
from recoupe.model.document import Document
from tests.case_nouns import line
from tests.test_weighing_reprints import OWN_WORDS, RIVAL, WIRE, document, paragraphs

CREDITED = f"{WIRE}\nWith AFP"


def recoupe(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments], prog_name="recoupe")


def case_of(place: Path, *documents: Document) -> Path:
    case = folder.create(place / "mech")
    with store.writing_to(case) as into:
        for each in documents:
            into.add_document(line(each), each)
    return case.folder


@pytest.fixture
def case(tmp_path: Path) -> Path:
    borrower = document(f"{OWN_WORDS}\n\n{RIVAL}\n\n{paragraphs(WIRE, 3)}", "2024-05-04", "Mail")
    return case_of(tmp_path, document(WIRE), document(CREDITED, "2024-05-03", "The Echo"), borrower)


def test_the_table_names_the_earliest_its_reprints_and_who_is_credited(case: Path) -> None:
    shown = recoupe("reprints", case).stdout

    first, earliest, reprint, *_ = shown.splitlines()
    assert first == "2 documents print one text; credited: Agence France-Presse"
    assert earliest.startswith("  earliest ")
    assert earliest.endswith("Lindham Courier, 2024-05-02")
    assert reprint.split()[0] == "whole"
    assert reprint.endswith("The Echo, 2024-05-03")


def test_a_passage_taken_over_is_shown_with_its_words(case: Path) -> None:
    shown = recoupe("reprints", case).stdout

    assert "printed before in another" in shown
    assert "“Estoria had looked at four offers" in shown


def test_passages_have_their_places_in_the_json(case: Path) -> None:
    shown = recoupe("reprints", case, "--json").stdout

    text, borrowing = map(json.loads, shown.splitlines())
    (passage,) = borrowing["passages"]
    assert text["reprints"][0]["kind"] == "whole"
    assert borrowing["from"] == passage["source"] == text["earliest"]
    quote = WIRE[passage["source_start"] : passage["source_end"]]
    assert quote.startswith("Estoria had looked at four offers")


def test_a_case_without_reprints_says_so(tmp_path: Path) -> None:
    shown = recoupe("reprints", case_of(tmp_path, document(WIRE), document(RIVAL)))

    assert (shown.exit_code, shown.stdout) == (0, "")
    assert "no document of this case prints another" in shown.stderr


def test_an_empty_case_says_what_comes_next(tmp_path: Path) -> None:
    shown = recoupe("reprints", case_of(tmp_path))

    assert "no document in this case yet: recoupe add" in shown.stderr
