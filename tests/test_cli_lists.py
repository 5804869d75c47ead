"""Lists of sanctions from the command line: added, shown, made again, and refused."""

from pathlib import Path

import pytest

from tests.test_cli_case import case, records, recoupe
from tests.test_watchlists import LISTS

__all__ = ["case"]

OWN = "id,name,schema,country,listed,authority\n1,Vektor Handel,Company,RU,2023-02-24,Office\n"


def test_a_list_is_added_and_shown_with_the_days_it_is_in_force(case: Path) -> None:
    (added,) = records(recoupe("lists", "add", case, "ofac", LISTS / "sdn_advanced.xml", "--json"))

    (shown,) = records(recoupe("lists", "show", case, "--json"))

    assert added["new"]
    assert added["came"] == added["entries"] == shown["entries"]
    assert (shown["source"], shown["published"], shown["until"]) == ("ofac", "2024-11-26", None)


def test_the_same_file_twice_is_said_to_be_known(case: Path) -> None:
    recoupe("lists", "add", case, "eu", LISTS / "eu.xml")

    again = recoupe("lists", "add", case, "eu", LISTS / "eu.xml")

    assert again.exit_code == 0
    assert "already in the case" in again.stdout


def test_an_update_reads_the_file_again_and_ends_the_version_before(
    case: Path, tmp_path: Path
) -> None:
    file = tmp_path / "own.csv"
    file.write_text(OWN, "utf-8")
    recoupe("lists", "add", case, "own", file, "--published", "2024-01-01")
    file.write_text(OWN + "2,Delvik Parts,Company,CN,2024-05-01,Office\n", "utf-8")

    (change,) = records(
        recoupe("lists", "update", case, "own", "--published", "2024-06-01", "--json")
    )

    assert (change["came"], change["went"]) == (1, 0)
    first, second = records(recoupe("lists", "show", case, "own", "--json"))
    assert (first["until"], second["until"]) == ("2024-06-01", None)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add",), "name the list and give its file"),
        (("add", "ofac", "nowhere.xml"), "nowhere.xml: no such file"),
        (("update",), "no list"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    case: Path, arguments: tuple[str, ...], said: str
) -> None:
    action, *rest = arguments

    refused = recoupe("lists", action, case, *rest)

    assert refused.exit_code == 1
    assert said in refused.stderr


def test_a_list_without_a_day_asks_for_it_and_keeps_nothing(case: Path, tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text(OWN, "utf-8")

    refused = recoupe("lists", "add", case, "own", file)

    assert "add --published DATE" in refused.stderr
    assert records(recoupe("lists", "show", case, "--json")) == []
