"""People decide from the command line: the findings follow, and the log says who did what."""

import json
from pathlib import Path
from typing import Any

import pytest

from recoupe.case import folder, store
from recoupe.case.weigh import weigh_again
from tests.case_nouns import line
from tests.test_cli_case import records, recoupe
from tests.weighing_nouns import page, said

TOLD = {"supplier": "Norway", "recipient": "Iceland", "item": "Heron drones"}
ONE = page(said("Norway sent Heron drones to Iceland.", **TOLD))
TWO = page(
    said("A ship took Heron drones from Norway over to Iceland.", **TOLD),
    publisher="Tide",
    opening="Anglers watched the pier from dawn on.",
)
FIRST, SECOND = (f"{each.document.id:.12}:0" for each in (ONE, TWO))


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case in which two papers tell one event, each on its own."""
    made = folder.create(tmp_path / "mech")
    with store.writing_to(made) as into:
        for each in (ONE, TWO):
            into.add_document(line(each.document), each.document)
            into.save_reading(each.reading)
        weigh_again(into)
    return made.folder


def decided(*arguments: str | Path) -> str:
    done = recoupe(*arguments, "--author", "Ada")
    assert done.exit_code == 0, done.output
    return done.stdout


def only_finding(case: Path) -> dict[str, Any]:
    (finding,) = records(recoupe("findings", case, "--json"))
    return finding


def test_a_rejected_claim_leaves_findings_claims_export_and_dossier(
    case: Path, tmp_path: Path
) -> None:
    said_ = decided("review", case, SECOND, "reject", "--reason", "another ship")

    recoupe("dossier", case, "-o", tmp_path / "mech.md")
    assert "1  " in said_
    assert "finding changed" in said_
    assert "before" in said_
    assert "without origin Tide (CT+)" in said_
    assert only_finding(case)["status"] == "single-origin"
    assert [told["document"] for told in records(recoupe("claims", case, "--json"))] == [
        ONE.document.id
    ]
    for printed in (
        recoupe("findings", case).stdout,
        recoupe("export", case, "--as", "csv").stdout,
        (tmp_path / "mech.md").read_text("utf-8"),
    ):
        assert "A ship took Heron drones" not in printed


def test_a_rejected_claim_can_be_looked_at_with_who_rejected_it_and_why(case: Path) -> None:
    decided("review", case, SECOND, "reject", "--reason", "another ship")

    (told,) = records(recoupe("claims", case, "--rejected", "--json"))
    assert told["review"]["stand"] == "rejected"
    assert (told["review"]["author"], told["review"]["reason"]) == ("Ada", "another ship")
    assert "rejected by Ada" in recoupe("show", case, SECOND).stdout


def test_an_accepted_claim_says_who_accepted_it_and_no_finding_changes(case: Path) -> None:
    before = only_finding(case)

    said_ = decided("review", case, FIRST, "accept")

    assert "no finding changed" in said_
    assert only_finding(case) == before
    assert "accepted by Ada" in recoupe("claims", case).stdout
    assert "accepted by Ada" in recoupe("show", case, before["id"]).stdout


def test_certainty_is_lowered_freely_and_raised_with_a_reason_only(case: Path) -> None:
    decided("review", case, SECOND, "PR+")

    raised = recoupe("review", case, SECOND, "CT+")

    assert (raised.exit_code, raised.stdout) == (1, "")
    assert "a claim is made surer only with a reason" in raised.stderr
    assert only_finding(case)["status"] == "single-origin"
    decided("review", case, SECOND, "CT+", "--reason", "he saw it himself")
    assert only_finding(case)["status"] == "corroborated"


def test_undoing_gives_the_first_findings_back_and_both_stay_in_the_log(case: Path) -> None:
    before = records(recoupe("findings", case, "--json"))
    decided("review", case, SECOND, "reject")

    decided("undo", case, "1")

    assert records(recoupe("findings", case, "--json")) == before
    first, second = records(recoupe("log", case, "--json"))
    assert (first["decision"], first["undone_by"]) == ("rejected", 2)
    assert (second["decision"], second["undid"], second["author"]) == ("undone", 1, "Ada")
    assert [c["after"]["status"] for c in first["changes"]] == ["single-origin"]
    assert [c["after"]["status"] for c in second["changes"]] == ["corroborated"]
    assert "(undone by 2)" in recoupe("log", case).stdout


@pytest.mark.parametrize("which", [(f"{TWO.document.id:.12}",), ("--source", "tide")])
def test_a_retraction_leaves_the_claims_to_be_seen_and_out_of_the_findings(
    case: Path, which: tuple[str, ...], tmp_path: Path
) -> None:
    decided("retract", case, *which, "--reason", "corrected on 12 June")

    recoupe("dossier", case, "-o", tmp_path / "mech.md")
    assert only_finding(case)["claims"] == [[ONE.document.id, 0]]
    assert "in no finding: " in recoupe("claims", case).stdout
    assert "A ship took Heron drones" not in (tmp_path / "mech.md").read_text("utf-8")
    assert "because corrected on 12 June" in recoupe("log", case).stdout


def test_a_retracted_document_says_so(case: Path) -> None:
    decided("retract", case, TWO.document.id[:12], "--reason", "corrected on 12 June")

    shown = recoupe("show", case, TWO.document.id[:12]).stdout

    assert "retracted, says Ada (decision 1): corrected on 12 June" in shown


@pytest.mark.parametrize(
    "arguments", [(), (FIRST.partition(":")[0], "--source", "Tide")], ids=["neither", "both"]
)
def test_a_retraction_is_of_a_document_or_of_a_source(
    case: Path, arguments: tuple[str, ...]
) -> None:
    done = recoupe("retract", case, *arguments, "--reason", "corrected")

    assert done.exit_code == 1
    assert "name a document or a source" in done.stderr


def test_a_letter_is_shown_with_the_number_that_the_findings_give(case: Path) -> None:
    decided("rate", case, "tide", "b")

    assert "Tide (CT+, B1)" in recoupe("findings", case).stdout
    assert "Harbour Gazette (CT+)" in recoupe("findings", case).stdout
    assert "Harbour Gazette (CT+, F1)" in recoupe("findings", case, "--admiralty").stdout
    decided("review", case, FIRST, "reject")
    assert "Tide (CT+, B6)" in recoupe("show", case, only_finding(case)["id"]).stdout


def test_a_source_that_the_case_does_not_know_is_not_rated(case: Path) -> None:
    done = recoupe("rate", case, "Harbor Gazette", "B")

    assert done.exit_code == 1
    assert "no source of that name in this case; perhaps Harbour Gazette" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("review", "zz:0", "accept"), "no claim is so named"),
        (("review", f"{FIRST}7", "accept"), "no claim is so named"),
        (("retract", "zz", "--reason", "x"), "no document is so named"),
        (("undo", "7"), "no decision 7 in this case"),
    ],
)
def test_what_is_not_in_the_case_is_said_in_one_line(
    case: Path, arguments: tuple[str, ...], says: str
) -> None:
    command, *rest = arguments

    done = recoupe(command, case, *rest)

    assert (done.exit_code, done.stdout) == (1, "")
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_verdict_is_one_of_those_that_there_are(case: Path) -> None:
    done = recoupe("review", case, FIRST, "true")

    assert done.exit_code == 2
    assert "'true' is no verdict" in done.stderr


def test_decisions_carry_the_name_that_the_case_says(case: Path) -> None:
    settings = case / "case.toml"
    settings.write_text(f'author = "Ada Lind"\n{settings.read_text("utf-8")}', "utf-8")

    (made,) = records(recoupe("review", case, FIRST, "accept", "--json"))

    assert made["author"] == "Ada Lind"
    assert made["claim"]["evidence"][0]["text"] == "Norway sent Heron drones to Iceland."


def test_decisions_carry_the_name_of_the_account_where_nothing_else_is_said(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "lind")

    (made,) = records(recoupe("review", case, FIRST, "accept", "--json"))

    assert made["author"] == "lind"


def test_an_empty_log_says_what_comes_next(case: Path) -> None:
    looked = recoupe("log", case)

    assert (looked.exit_code, looked.stdout) == (0, "")
    assert "nothing was decided in this case yet: recoupe review" in looked.stderr


def test_every_line_of_the_log_is_json(case: Path) -> None:
    decided("review", case, FIRST, "PS+")
    decided("rate", case, "Tide", "C")
    decided("retract", case, "--source", "Tide", "--reason", "forged")

    lines = recoupe("log", case, "--json").stdout.splitlines()

    assert [json.loads(one)["decision"] for one in lines] == [
        "edited",
        "rated",
        "source-retracted",
    ]


def test_the_claims_that_wait_are_listed_with_why_their_turn_comes(case: Path) -> None:
    decided("review", case, SECOND, "reject")

    (waits,) = recoupe("review", case).stdout.splitlines()
    (record,) = records(recoupe("review", case, "--json"))

    assert waits.split("  ")[:3] == [FIRST, "transfer CT+", "single-origin"]
    assert (record["status"], record["doubts"]) == ("single-origin", [])


def test_where_no_claim_waits_the_list_says_so(case: Path) -> None:
    for claim in (FIRST, SECOND):
        decided("review", case, claim, "accept")

    listed = recoupe("review", case)

    assert (listed.exit_code, listed.stdout) == (0, "")
    assert "no claim waits" in listed.stderr


def test_a_claim_without_a_verdict_is_asked_about(case: Path) -> None:
    done = recoupe("review", case, FIRST)

    assert done.exit_code == 2
    assert f"what of {FIRST}? One of accept, reject, CT+" in done.stderr
