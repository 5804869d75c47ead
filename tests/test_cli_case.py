"""A case from the command line, from the first document to the last check."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from recoupe.case import folder, store
from recoupe.cli.app import app
from tests.case_nouns import DENIAL, TEXT, claim, contested, dated, denial, document, line, reading

FRENCH = "Selon la Gazette, l'Arvanie aurait livré 60 drones au Belmark en mai 2024.\n"
ITALIAN = (
    "Secondo il giornale, il governo ha consegnato sessanta droni al paese vicino ieri sera.\n"
)


def recoupe(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments], prog_name="recoupe")


def records(result: Result) -> list[dict[str, Any]]:
    """Read what was printed line by line; each line is a record."""
    assert result.exit_code == 0, result.output
    return [json.loads(one) for one in result.stdout.splitlines()]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case with a claim, its denial and their finding; no reader is needed to make it."""
    case = folder.create(tmp_path / "mech")
    yes, no = dated(), document(DENIAL)
    with store.writing_to(case) as into:
        for of, told in ((yes, claim(yes)), (no, denial(no))):
            into.add_document(line(of), of)
            into.save_reading(reading(of, told))
        into.save_findings([contested(yes, no)], "weigher 1")
    return case.folder


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    place = tmp_path / "articles"
    place.mkdir()
    (place / "a.txt").write_text(FRENCH, "utf-8")
    (place / "b.txt").write_text(ITALIAN, "utf-8")
    return place


def test_a_new_case_says_what_comes_next(tmp_path: Path) -> None:
    made = recoupe("new", tmp_path / "mech")

    assert made.exit_code == 0
    assert f"next: recoupe add {tmp_path / 'mech'} FILE..." in made.stdout


@pytest.mark.parametrize("command", ["claims", "findings"])
def test_an_empty_case_says_what_comes_next(tmp_path: Path, command: str) -> None:
    recoupe("new", tmp_path / "mech")

    looked = recoupe(command, tmp_path / "mech")

    assert (looked.exit_code, looked.stdout) == (0, "")
    assert "no document in this case yet: recoupe add" in looked.stderr


def test_what_was_added_and_not_read_says_what_comes_next(tmp_path: Path, articles: Path) -> None:
    recoupe("new", tmp_path / "mech")
    recoupe("add", tmp_path / "mech", articles)

    looked = recoupe("findings", tmp_path / "mech")

    assert "no document has been read yet: recoupe read" in looked.stderr


def test_a_file_that_fails_is_named_and_the_others_go_on(tmp_path: Path, articles: Path) -> None:
    recoupe("new", tmp_path / "mech")
    (articles / "empty.txt").write_bytes(b"")

    added = recoupe("add", tmp_path / "mech", articles, articles / "missing.txt")

    assert added.exit_code == 1
    assert added.stdout.count("  added  ") == 2
    assert "empty.txt: empty, 0 bytes" in added.stderr
    assert "missing.txt: no such file" in added.stderr
    assert "2 of 4 not added" in added.stderr


def test_who_added_a_document_is_kept_with_where_it_came_from(
    tmp_path: Path, articles: Path
) -> None:
    recoupe("new", tmp_path / "mech")
    (added,) = records(
        recoupe("add", tmp_path / "mech", articles / "a.txt", "--author", "Ada", "--json")
    )

    shown = recoupe("show", tmp_path / "mech", added["document"])

    assert f"from {articles / 'a.txt'}, added by Ada" in shown.stdout
    assert recoupe("verify", tmp_path / "mech").exit_code == 0


def test_the_same_bytes_twice_are_already_in_the_case(tmp_path: Path, articles: Path) -> None:
    recoupe("new", tmp_path / "mech")
    recoupe("add", tmp_path / "mech", articles)

    again = recoupe("add", tmp_path / "mech", articles)

    assert again.exit_code == 0
    assert again.stdout.count("already in the case") == 2


def test_reading_names_what_it_cannot_read_and_is_not_done_twice(
    tmp_path: Path, articles: Path
) -> None:
    case = tmp_path / "mech"
    recoupe("new", case)
    recoupe("add", case, articles)

    first, second = recoupe("read", case), recoupe("read", case)

    assert (first.exit_code, second.exit_code) == (0, 0), first.output
    assert first.stdout.startswith("read 1 document, ")
    assert second.stdout.startswith("read 0 documents, ")
    assert "1 document unread: no reader for language it" in second.stderr
    assert "document" in recoupe("search", case, "consegnato").stdout


def test_a_pipeline_that_is_not_installed_is_said_once_and_the_case_stays_readable(
    tmp_path: Path, articles: Path
) -> None:
    case = tmp_path / "mech"
    recoupe("new", case)
    (articles / "c.txt").write_text(FRENCH * 2, "utf-8")
    recoupe("add", case, articles)
    settings = case / "case.toml"
    settings.write_text(settings.read_text("utf-8") + 'fr = "fr_not_there"\n', "utf-8")

    read = recoupe("read", case)

    assert read.exit_code == 1
    assert "2 documents unread: no spaCy pipeline 'fr_not_there'" in read.stderr
    assert "found" not in recoupe("search", case, "drones").stderr


def test_a_document_is_read_anew_when_asked(tmp_path: Path, articles: Path) -> None:
    case = tmp_path / "mech"
    recoupe("new", case)
    recoupe("add", case, articles / "a.txt")
    recoupe("read", case)

    again = records(recoupe("read", case, "--all", "--json"))

    assert [one["language"] for one in again] == ["fr"]
    assert again[0]["claims"][0]["factuality"] == "PR+"


def test_a_finding_is_never_a_bare_fact(case: Path) -> None:
    shown = recoupe("findings", case).stdout

    assert "claimed by Gazette de Lorme (PR+)" in shown
    assert "denied by Arvania (CT-)" in shown
    assert "they differ on whether: yes / no" in shown


def test_findings_are_chosen_by_status_and_event(case: Path) -> None:
    assert len(records(recoupe("findings", case, "--status", "contested", "--json"))) == 1
    assert records(recoupe("findings", case, "--status", "denied", "--json")) == []
    assert records(recoupe("findings", case, "--event", "order", "--json")) == []


def test_a_finding_s_page_has_each_side_with_its_quote_chain_and_origin(case: Path) -> None:
    name = contested(dated(), document(DENIAL)).id

    page = recoupe("show", case, name[:8]).stdout

    claimed, denied = page.index(f"“{TEXT}”"), page.index(f"“{DENIAL}”")
    assert claimed < denied
    assert "claimed by la Gazette (Gazette de Lorme)  PR+" in page
    assert "origin: Gazette de Lorme" in page
    assert "Des drones, Le Courrier, 2024-06-02" in page


def test_a_claim_s_page_has_its_reasons(case: Path) -> None:
    page = recoupe("show", case, f"{dated().id[:8]}:0").stdout

    assert "because" in page
    assert "hearsay conditional" in page


def test_a_document_s_page_has_where_it_came_from(case: Path) -> None:
    page = recoupe("show", case, dated().id[:8]).stdout

    assert "captured 2024-06-03 08:30:00 UTC from a.txt" in page


@pytest.mark.parametrize("name", ["ffffffffffff", "nothing:0", "", ":", "a:b:c"])
def test_a_name_that_nothing_has_is_said(case: Path, name: str) -> None:
    shown = recoupe("show", case, name)

    assert shown.exit_code == 1
    assert "goes by that name" in shown.stderr


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--event", "transfer"], 2),
        (["--event", "order"], 0),
        (["--by", "gazette"], 1),
        (["--by", "GAZETTE DE LORME"], 1),
        (["--by", "Courrier"], 0),
        (["--factuality", "CT-"], 1),
        (["--document", dated().id[:5]], 1),
    ],
)
def test_claims_are_chosen_by_what_they_say(case: Path, options: list[str], found: int) -> None:
    assert len(records(recoupe("claims", case, *options, "--json"))) == found


def test_a_claim_as_json_has_the_words_of_the_claim_model(case: Path) -> None:
    told, _ = records(recoupe("claims", case, "--json"))

    assert told["document"] == dated().id
    assert told["evidence"][0]["text"] == TEXT
    assert told["roles"][1]["value"] == {"number": 60, "unit": "drones"}


@pytest.mark.parametrize(
    "command",
    [
        ["claims", "--json"],
        ["findings", "--json"],
        ["show", contested(dated(), document(DENIAL)).id, "--json"],
        ["show", dated().id, "--json"],
        ["show", f"{dated().id}:0", "--json"],
        ["search", "drones", "--json"],
    ],
    ids=lambda command: " ".join(command)[:20],
)
def test_json_is_one_record_a_line(case: Path, command: list[str]) -> None:
    name, *options = command

    assert records(recoupe(name, case, *options))


def test_a_tampered_case_is_named_and_fails(case: Path) -> None:
    with sqlite3.connect(case / "case.sqlite") as database:
        database.execute("UPDATE evidence SET quote = 'Arvania a livré'")

    checked = recoupe("verify", case, "--json")

    assert checked.exit_code == 1
    assert any("Arvania a livré" in json.loads(one)["what"] for one in checked.stdout.splitlines())


def test_every_error_is_one_line(tmp_path: Path) -> None:
    failed = recoupe("findings", tmp_path / "nowhere")

    assert failed.exit_code == 1
    assert failed.stderr.startswith("recoupe: ")
    assert failed.stderr.count("\n") == 1


def test_a_mistyped_factuality_says_which_there_are(case: Path) -> None:
    failed = recoupe("claims", case, "--factuality", "CT")

    assert failed.exit_code == 2
    assert "one of CT+, PR+" in failed.stderr
