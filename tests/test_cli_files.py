"""Gold and readings that lie in folders: scored, and weighed into findings."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from recoupe.cli.app import app
from recoupe.model.gold import reading_to_plain
from recoupe.reading.score import Score, gold_from_plain, score
from tests.case_nouns import DENIAL, TEXT, claim, denial, document, reading

SHARED = Path(__file__).parent.parent.parent / "shared"


def recoupe(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments], prog_name="recoupe")


def gold(**changes: Any) -> dict[str, Any]:
    """Give the gold of TEXT, its one claim changed."""
    plain = reading_to_plain(reading(document(), claim(document())), TEXT)
    plain["claims"][0].update(changes)
    return plain


def scored(plain: Mapping[str, Any], factuality: str = "PR+") -> Score:
    told = reading(document(), claim(document(), factuality))
    return score(gold_from_plain(plain), told, TEXT)


def test_a_claim_read_as_the_gold_has_it_is_fully_right() -> None:
    same = scored(gold())

    assert (same.claims.f1, same.fully.f1, same.roles.f1) == (1, 1, 1)
    assert (same.values_right, same.values, same.mentions.f1) == (2, 2, 1)


def test_a_claim_read_as_surer_is_inflated() -> None:
    assert scored(gold(), "CT+").inflated == 1
    assert scored(gold(), "PS+").inflated == 0
    assert scored(gold(), "CT-").inflated == 1
    assert scored(gold(), "U").inflated == 0


def test_another_reading_that_the_gold_accepts_is_right() -> None:
    either = scored(gold(factuality_alt=["CT+"]), "CT+")

    assert (either.inflated, either.full) == (0, 1)


def test_an_optional_claim_counts_neither_way() -> None:
    spared = scored(gold(optional=True))

    assert (spared.gold, spared.read, spared.right) == (0, 0, 0)


def test_a_claim_of_another_event_is_no_match() -> None:
    other = gold(event="order")

    assert (scored(other).right, scored(other).gold, scored(other).read) == (0, 1, 1)
    assert scored(gold(event="order", event_alt=["transfer"])).right == 1


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared: its corpus and scoring script")
@pytest.mark.parametrize("folder", ["dev-fr", "dev-en"])
def test_the_figures_are_those_of_the_scoring_script(tmp_path: Path, folder: str) -> None:
    texts = SHARED / "corpus" / folder
    recoupe("read", "--json", "-o", tmp_path, *sorted(texts.glob("*.txt")))
    script = [sys.executable, SHARED / "tools" / "score_claims.py", texts / "gold", tmp_path]

    theirs = subprocess.run([*script, "--texts", texts, "--json"], capture_output=True, check=True)
    ours = json.loads(recoupe("score", texts / "gold", texts, "--json").stdout)

    assert {**ours, "broken_offsets": 0} == json.loads(theirs.stdout)


@pytest.fixture
def readings(tmp_path: Path) -> Path:
    """A folder with a claim and its denial, as a reader or a person would write them."""
    for stem, text, told in (("yes", TEXT, claim), ("no", DENIAL, denial)):
        of = document(text)
        plain = reading_to_plain(reading(of, told(of)), text)
        del plain["entities"]
        (tmp_path / f"{stem}.txt").write_bytes(text.encode())
        (tmp_path / f"{stem}.json").write_text(json.dumps(plain), "utf-8")
    return tmp_path


def test_readings_in_a_folder_are_weighed_into_the_format_of_the_gold(readings: Path) -> None:
    (readings / "findings.json").write_text("[]", "utf-8")

    found = json.loads(recoupe("weigh", readings, "--json").stdout)

    assert {tuple(ref) for finding in found for ref in finding["claims"]} == {("yes", 0), ("no", 0)}
    keys = {"claims", "event", "status", "independent_origins", "origins", "disagreements"}
    assert all(set(finding) == keys for finding in found)


def test_a_text_under_two_names_stays_two_documents(readings: Path) -> None:
    for suffix in (".txt", ".json"):
        (readings / f"twin{suffix}").write_bytes((readings / f"yes{suffix}").read_bytes())

    found = json.loads(recoupe("weigh", readings, "--json").stdout)

    refs = [tuple(ref) for finding in found for ref in finding["claims"]]
    assert sorted(refs) == [("no", 0), ("twin", 0), ("yes", 0)]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("yes.json", "{", "not JSON"),
        ("yes.json", '{"claims": [{}]}', "breaks the format of the claim model: no 'event'"),
        ("alone.json", '{"claims": []}', "alone.txt is missing"),
        ("yes.txt", b"\xff\xfe", "not UTF-8 at byte 0"),
    ],
)
def test_a_broken_file_is_named(readings: Path, name: str, content: str | bytes, says: str) -> None:
    (readings / name).write_bytes(content if isinstance(content, bytes) else content.encode())

    failed = recoupe("weigh", readings, "--json")

    assert failed.exit_code == 1
    assert failed.stderr.startswith("recoupe: ")
    assert says in failed.stderr


def test_a_folder_without_gold_is_said(tmp_path: Path) -> None:
    assert "no gold file here" in recoupe("score", tmp_path, tmp_path).stderr
