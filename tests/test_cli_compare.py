"""`recoupe compare`: rows in, the same rows out with score, decision and why."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from recoupe.cli.app import app

HEADER = "id,name_a,name_b,schema"


def compare(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["compare", *arguments], input=stdin)


def rows(said: Result) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(said.stdout)))


def file(folder: Path, *lines: str) -> str:
    path = folder / "pairs.csv"
    path.write_text("\n".join((HEADER, *lines)) + "\n", "utf-8")
    return str(path)


def test_each_pair_has_its_score_decision_and_reason(tmp_path: Path) -> None:
    pairs = file(tmp_path, "1,Soukhoï,Сухой,Company", '2,"Vetrov, Ivan",Пётр Ветров,Person')

    same, other = rows(compare(pairs))

    assert (same["id"], same["decision"]) == ("1", "true")
    assert "Soukhoï ~ Сухой" in same["why"]
    assert (other["name_a"], other["decision"]) == ("Vetrov, Ivan", "false")
    assert 0 <= float(other["score"]) < float(same["score"]) <= 1


def test_other_columns_are_ignored_and_left_out(tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text(f"note,{HEADER}\nx,1,Купол,Kupol,Company\n", "utf-8-sig")

    said = compare(str(path))

    assert said.stdout.splitlines()[0] == f"{HEADER},score,decision,why"


def test_it_reads_from_stdin() -> None:
    said = compare("-", stdin=f"{HEADER}\n1,Купол,Koupol,Company\n".encode())

    assert rows(said)[0]["decision"] == "true"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"id,name_a\n1,Kupol\n", "no column name_b, schema"),
        (b"id,name_a,name_b,schema\n1,Ko\xeflin,Kolin,Person\n", "line 2: is not UTF-8 text"),
        (b"id,name_a,name_b,schema\n1,,Kolin,Person\n", "line 2: name_a is empty"),
        (b'id,name_a,name_b,schema\n1,"Ko"x,Kolin,Person\n', "is not CSV"),
        (b"", "no column id, name_a, name_b, schema"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(tmp_path: Path, raw: bytes, message: str) -> None:
    path = tmp_path / "pairs.csv"
    path.write_bytes(raw)

    said = compare(str(path))

    assert said.exit_code == 1
    assert message in said.stderr


def test_a_file_that_is_not_there_is_said() -> None:
    said = compare("nowhere.csv")

    assert said.exit_code == 1
    assert "nowhere.csv: no such file" in said.stderr


def test_json_says_the_same_line_by_line(tmp_path: Path) -> None:
    pairs = file(tmp_path, "1,Soukhoï,Сухой,Company", '2,"Vetrov, Ivan",Пётр Ветров,Person')

    records = [json.loads(line) for line in compare(pairs, "--json").stdout.splitlines()]

    assert [str(r["decision"]).lower() for r in records] == [
        row["decision"] for row in rows(compare(pairs))
    ]
    assert all(isinstance(r["why"], list) and r["why"] for r in records)
