"""Where a finding comes from and how its telling changed, from the command line."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from recoupe.case import folder, store
from recoupe.cli.app import app
from tests.case_nouns import line
from tests.weighing_nouns import page, tell, weighed

SENT = {"supplier": "Kestrel Works", "recipient": "Iceland", "item": "Heron drones"}


def recoupe(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments], prog_name="recoupe")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case in which one paper believes, and the next says as certain, what Anna Berg said."""
    words = "Anna Berg {} that Kestrel Works sent Heron drones to Iceland, the Tide wrote."
    pages = (
        page(tell(words.format("thinks"), "PR+", ("Tide", "Anna Berg"), **SENT)),
        page(
            tell(words.format("says"), "CT+", ("Tide", "Anna Berg"), **SENT),
            publisher="Fjord Post",
            published="2024-06-09",
        ),
    )
    case = folder.create(tmp_path / "mech")
    with store.writing_to(case) as into:
        for each in pages:
            into.add_document(line(each.document), each.document)
            into.save_reading(each.reading)
        into.save_findings(weighed(*pages), "weigher 1")
    return case.folder


def finding(case: Path) -> str:
    (record,) = recoupe("findings", case, "--json").stdout.splitlines()
    return str(json.loads(record)["id"])


def test_a_trace_goes_from_the_origin_through_who_passed_it_on_to_the_documents(
    case: Path,
) -> None:
    shown = recoupe("trace", case, finding(case)[:6])

    assert [row.strip(" │├└─") for row in shown.stdout.splitlines()[1:] if "“" not in row] == [
        "claimed by Anna Berg (CT+)",
        "passed on by Tide",
        "in Harbour Gazette, 2024-06-02",
        "in Fjord Post, 2024-06-09",
    ]


def test_a_trace_is_one_record(case: Path) -> None:
    record = json.loads(recoupe("trace", case, finding(case), "--json").stdout)

    (origin,) = record["origins"]
    assert (origin["is"], origin["name"], origin["branches"][0]["is"]) == (
        "origin",
        "Anna Berg",
        "source",
    )


def test_drift_says_who_was_first_and_who_hardened_it(case: Path) -> None:
    shown = recoupe("drift", case).stdout

    assert "2024-06-02  first      PR+  claimed by Anna Berg, in Harbour Gazette" in shown
    assert "2024-06-09  hardened   PR+ → CT+  claimed by Anna Berg, in Fjord Post" in shown


def test_drift_gives_its_steps_as_json(case: Path) -> None:
    record = json.loads(recoupe("drift", case, "--json").stdout)

    assert [(step["turn"], step["before"]) for step in record["steps"]] == [
        ("first", None),
        ("hardened", "PR+"),
    ]


@pytest.mark.parametrize("command", ["trace", "drift"])
def test_a_finding_that_is_not_there_says_where_to_look(case: Path, command: str) -> None:
    asked = recoupe(command, case, "zzz")

    assert asked.exit_code == 1
    assert "no finding is so named; `recoupe findings` lists them" in asked.stderr
