"""Screening from the command line: whom a case, a table or a text names, as of a day."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from recoupe.cli.app import app
from tests.test_cli_case import case, records, recoupe
from tests.test_watchlists import LISTS

__all__ = ["case"]

TEXT = (
    "Selon la Gazette, l'usine Kupol a livré 60 drones à Minsk en mai 2023, et la société Wuhan "
    "Global Sensor Technology a livré des moteurs à Minsk en mai 2024.\n"
)


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """A case whose one document names two entries of its one list."""
    article = tmp_path / "a.txt"
    article.write_text(TEXT, "utf-8")
    made = tmp_path / "mech"
    for arguments in (
        ("new", made),
        ("add", made, article),
        ("read", made),
        ("lists", "add", made, "ofac", LISTS / "sdn_advanced.xml"),
    ):
        assert recoupe(*arguments).exit_code == 0
    return made


def test_whom_the_case_names_is_looked_up(listed: Path) -> None:
    hits = records(recoupe("screen", listed, "--json"))

    assert "46002" in [hit["entry"] for hit in hits]
    assert all(hit["why"] and hit["alias"] for hit in hits)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2024-06-30", "listed since 2023-12-12 by OFAC"),
        ("2023-06-30", "not yet listed at the time: by OFAC on 2023-12-12"),
    ],
)
def test_a_hit_tells_how_the_entry_stood_on_the_day(listed: Path, day: str, words: str) -> None:
    hits = records(recoupe("screen", listed, "--as-of", day, "--json"))

    (sensor,) = [hit for hit in hits if hit["entry"] == "46002"]
    assert [stand["words"] for stand in sensor["stands"]] == [words]


def test_who_takes_part_in_a_finding_is_looked_up_as_of_its_date(listed: Path) -> None:
    hits = records(recoupe("screen", listed, "--findings", "--json"))

    sensor = next(hit for hit in hits if hit["entry"] == "46002")
    assert sensor["as_of"] == "2024-05-01 to 2024-05-31"
    assert sensor["stands"][0]["standing"] == "listed"


def test_a_table_is_looked_up_row_by_row(listed: Path, tmp_path: Path) -> None:
    names = tmp_path / "names.csv"
    names.write_text("name,country\nWuhan Global Sensor,CN\nBoulons de Lorme,FR\n", "utf-8")

    hits = records(recoupe("screen", listed, names, "--json"))

    assert {hit["names"][0] for hit in hits} == {"Wuhan Global Sensor"}


def test_a_pasted_text_gives_the_names_in_it(listed: Path) -> None:
    text = "Kupol met Boulons de Lorme."

    done = CliRunner().invoke(app, ["screen", str(listed), "-", "--json"], input=text)

    assert [json.loads(line)["name"] for line in done.stdout.splitlines()] == ["Kupol"]


def test_a_case_without_lists_says_what_to_do(case: Path) -> None:
    refused = recoupe("screen", case)

    assert refused.exit_code == 1
    assert "no list in this case yet: recoupe lists add" in refused.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("--as-of", "June"), "is no date such as"), (("nowhere.csv",), "nowhere.csv: no such file")],
)
def test_what_makes_no_sense_is_said(listed: Path, arguments: tuple[str, ...], said: str) -> None:
    refused = recoupe("screen", listed, *arguments)

    assert refused.exit_code == 1
    assert said in refused.stderr
