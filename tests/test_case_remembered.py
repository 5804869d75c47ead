"""What a weighing worked out is kept in the case for the next command, and changes no finding."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.case import folder, store
from recoupe.case.folder import Case
from recoupe.case.remembered import FILE, remembered
from recoupe.case.weigh import weigh_again
from recoupe.model.decision import Rejected
from recoupe.weighing.corroborate import findings
from recoupe.weighing.memory import Memory, digest
from tests.case_nouns import fill
from tests.weighing_nouns import page, said, weighed

TOLD = {"supplier": "Norway", "recipient": "Iceland", "item": "Heron drones"}
ONE = page(said("Norway sent Heron drones to Iceland.", **TOLD))
TWO = page(
    said("A ship took Heron drones from Norway over to Iceland.", **TOLD),
    publisher="Tide",
    opening="Anglers watched the pier from dawn on.",
)
FAR = page(
    said("Kenya built radars in Peru.", supplier="Kenya", recipient="Peru", item="radars"),
    opening="It rained in the hills for a month.",
)
SINGLE = "single-origin"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    case = folder.create(tmp_path / "mech")
    with store.writing_to(case) as into:
        fill(into, ONE)
    return case


def kept(case: Case) -> object:
    return json.loads((case.folder / FILE).read_text("utf-8").split("\n")[1])


def test_the_next_command_has_what_the_last_one_worked_out(case: Case) -> None:
    memory = remembered(case)
    findings([ONE.reading], {ONE.document.id: ONE.document}, memory)

    assert memory.written() == kept(case) != {}


def test_a_document_that_comes_later_gives_the_findings_of_starting_anew(case: Case) -> None:
    with store.writing_to(case) as into:
        fill(into, TWO)

        assert into.findings() == weighed(ONE, TWO)


def test_a_rejected_claim_gives_the_findings_of_starting_anew(case: Case) -> None:
    with store.writing_to(case) as into:
        fill(into, TWO)
        into.decide("Ada", Rejected(TWO.reading.claims[0]))
        weigh_again(into)

        assert into.findings() == weighed(ONE)


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-20])


def changed(file: Path) -> None:
    """Change what is known of a finding that no later document touches."""
    text = file.read_text("utf-8")
    assert SINGLE in text
    file.write_text(text.replace(SINGLE, "corroborated"), "utf-8")


def made_by_another(file: Path) -> None:
    changed(file)
    head, body = file.read_text("utf-8").split("\n")
    other = {**json.loads(head), "made by": "another version", "holds": digest(body)}
    file.write_text(f"{json.dumps(other)}\n{body}", "utf-8")


def no_text(file: Path) -> None:
    file.write_bytes(b"\xff\x00\xff")


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


BROKEN = [cut, changed, made_by_another, no_text, a_folder, Path.unlink]


@pytest.mark.parametrize("broken", BROKEN)
def test_a_file_that_is_broken_or_of_another_version_is_left_aside(
    case: Case, broken: Callable[[Path], None]
) -> None:
    broken(case.folder / FILE)

    with store.writing_to(case) as into:
        fill(into, FAR)

        assert into.findings() == weighed(ONE, FAR)


def test_a_file_that_is_broken_is_written_anew(case: Case) -> None:
    whole = (case.folder / FILE).read_bytes()
    cut(case.folder / FILE)

    with store.writing_to(case) as into:
        weigh_again(into, anew=True)

    assert (case.folder / FILE).read_bytes() == whole


def test_only_what_the_last_weighing_asked_for_is_kept(case: Case) -> None:
    with store.writing_to(case) as into:
        fill(into, TWO)
        memory = Memory()
        weigh_again(into, anew=True, memory=memory)

    assert kept(case) == memory.written()
