"""Files and standard input are read without a case; offsets count from the text as stored."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from recoupe.cli.app import app
from recoupe.cli.words import claim_lines
from tests.case_nouns import TEXT, claim, document

STORED = (
    "\ufeffTitre\r\n\r\nSelon la Gazette, l'Arvanie aurait livré 60 drones 🚀 au Belmark.\r\n"
    "L'Arvanie nie avoir livré des drones au Belmark.\r\n"
)


def recoupe(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments], input=stdin, prog_name="recoupe")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "article.txt"
    file.write_bytes(STORED.removeprefix("\ufeff").encode())
    return file


def test_a_sentence_on_standard_input_is_laid_out_with_offsets() -> None:
    said = recoupe("read", "-", stdin="Selon la Gazette, l'Arvanie aurait livré 60 drones.\n")

    first, *rows = said.stdout.splitlines()
    assert first == "transfer  PR+  past"
    assert any(row.split() == ["because", "aurait", "[28,", "34)", *HEARSAY] for row in rows)


HEARSAY = ["hearsay", "conditional"]


def test_a_claim_is_laid_out_in_columns() -> None:
    assert list(claim_lines(claim(document()), TEXT)) == [
        "transfer  PR+  past",
        "  supplier   Arvania      [18, 25)",
        "  quantity   60 drones    [39, 48)",
        "  recipient  Belmark      [51, 58)",
        "  date       mai 2024     [62, 70)",
        "  says       la Gazette   [6, 16)",
        "  because    aurait       [26, 32)   hearsay conditional",
    ]


def test_every_quote_is_where_the_reading_says_in_the_stored_file(article: Path) -> None:
    read = json.loads(recoupe("read", "--json", article).stdout)

    with article.open(encoding="utf-8", newline="") as file:
        text = file.read()
    quotes = [q for c in read["claims"] for q in (*c["evidence"], *c["roles"], *c["sources"])]
    assert quotes
    assert all(text[q["start"] : q["end"]] == q["text"] for q in quotes)


def test_each_file_becomes_a_file_of_its_stem(tmp_path: Path, article: Path) -> None:
    to = tmp_path / "deep" / "readings"

    read = recoupe("read", "--json", "-o", to, article)

    written = json.loads((to / "article.json").read_text("utf-8"))
    assert (read.exit_code, read.stdout) == (0, "")
    assert written["id"] == "article"
    assert set(written) == {"id", "language", "published", "publisher", "claims", "entities"}


def test_two_files_of_one_stem_are_refused_before_anything_is_read(
    tmp_path: Path, article: Path
) -> None:
    twin = tmp_path / "other" / "article.txt"

    refused = recoupe("read", "--json", "-o", tmp_path / "out", article, twin)

    assert "2 files would become article.json" in refused.stderr
    assert not (tmp_path / "out").exists()


def test_a_file_that_fails_is_named_and_the_others_go_on(tmp_path: Path, article: Path) -> None:
    italian = tmp_path / "it.txt"
    italian.write_text(
        "Il governo ha consegnato sessanta droni al paese vicino ieri sera.", "utf-8"
    )

    read = recoupe("read", "--json", tmp_path / "missing.txt", italian, article)

    assert read.exit_code == 1
    assert [json.loads(one)["id"] for one in read.stdout.splitlines()] == ["article"]
    assert "missing.txt" in read.stderr
    assert "it.txt: no reader for language" in read.stderr


def test_a_language_that_is_known_need_not_be_told_apart() -> None:
    said = recoupe("read", "-", "--language", "fr", stdin="Pékin a livré 60 drones à Moscou.")

    assert said.stdout.startswith("transfer  CT+  past")


def test_a_text_without_a_claim_says_so_on_stderr() -> None:
    said = recoupe("read", "-", stdin="Il pleut depuis ce matin sur toute la région de Lorme.")

    assert (said.exit_code, said.stdout) == (0, "")
    assert "no claim" in said.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["read", "{folder}"], "no case here"),
        (["read", "{folder}", "a.txt"], "one at a time"),
        (["read", "a.txt", "--all"], "--all is for a case"),
        (["read", "a.txt", "-o", "out"], "-o is for readings as JSON"),
    ],
)
def test_what_makes_no_sense_is_said(tmp_path: Path, arguments: list[str], says: str) -> None:
    refused = recoupe(*(one.format(folder=tmp_path) for one in arguments))

    assert refused.exit_code == 1
    assert says in refused.stderr
