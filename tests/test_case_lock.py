"""One process writes to a case at a time; who waits is told for whom."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from recoupe.case import folder, store
from recoupe.case.folder import Case
from recoupe.case.lock import Holder
from recoupe.errors import CaseBusy
from tests.case_nouns import document, line

HOLDS = """
import sys, time
from pathlib import Path
from recoupe.case import folder, store
with store.writing_to(folder.open(Path(sys.argv[1]))):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return folder.create(tmp_path / "mech")


@pytest.fixture
def other(case: Case) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", HOLDS, str(case.folder)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, **pipes) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_who_will_not_wait_is_told_who_holds_the_case(
    case: Case, other: subprocess.Popen[str]
) -> None:
    with (
        pytest.raises(CaseBusy, match=rf"process {other.pid} \(.*\), since .* is writing"),
        store.writing_to(case, patience=0),
    ):
        pass


def test_patience_has_an_end(case: Case, other: subprocess.Popen[str]) -> None:
    heard: list[Holder] = []

    with (
        pytest.raises(CaseBusy, match=f"process {other.pid}"),
        store.writing_to(case, patience=0.3, waiting=heard.append),
    ):
        pass

    assert [holder.process for holder in heard] == [other.pid]


def test_who_waits_goes_on_when_the_other_has_finished(
    case: Case, other: subprocess.Popen[str]
) -> None:
    def finish(holder: Holder) -> None:
        other.stdin.close()

    with store.writing_to(case, waiting=finish) as into:
        assert into.add_document(line(document()), document())


def test_a_killed_process_holds_nothing(case: Case, other: subprocess.Popen[str]) -> None:
    os.kill(other.pid, signal.SIGKILL)
    other.wait()

    with store.writing_to(case, patience=0) as into:
        assert into.add_document(line(document()), document())


def test_who_reads_waits_for_nobody(case: Case, other: subprocess.Popen[str]) -> None:
    with store.reading_from(case) as held:
        assert held.documents() == ()


def test_who_reads_sees_the_case_as_it_was_while_another_writes(case: Case) -> None:
    with store.writing_to(case) as into, store.reading_from(case) as held:
        before = held.documents()
        into.add_document(line(document()), document())

        after = held.documents()

        assert (before, after) == ((), (document(),))


def test_no_lock_is_left_in_the_case_s_way(case: Case) -> None:
    with store.writing_to(case):
        pass

    with store.writing_to(case, patience=0):
        pass

    assert not (case.folder / "case.lock.json").exists()
