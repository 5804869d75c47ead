"""Recoupe among other processes: stopped, piped, waiting."""

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from recoupe.case import folder, store
from tests.case_nouns import claim, document, line, reading

RECOUPE = [sys.executable, "-m", "recoupe"]
MANY = 3000


@pytest.fixture
def case(tmp_path: Path) -> Path:
    case = folder.create(tmp_path / "mech")
    of = document()
    with store.writing_to(case) as into:
        into.add_document(line(of), of)
        into.save_reading(reading(of, *[claim(of)] * MANY))
    return case.folder


def test_ctrl_c_says_how_to_go_on(tmp_path: Path) -> None:
    case = folder.create(tmp_path / "mech").folder
    for n in range(400):
        (tmp_path / f"{n}.txt").write_text(f"Arvania livre {n} drones à Belmark.", "utf-8")
    command = [*RECOUPE, "add", case, tmp_path]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert "added" in process.stdout.readline()

    process.send_signal(signal.SIGINT)
    _, told = process.communicate()

    assert process.returncode == 130
    assert "stopped; what was done is kept. To go on: recoupe add" in told
    assert "Traceback" not in told


def test_a_reader_who_has_seen_enough_is_no_error(case: Path) -> None:
    piped = subprocess.Popen(
        [*RECOUPE, "claims", case, "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    piped.stdout.readline()

    piped.stdout.close()

    assert piped.stderr.read() == b""
    piped.wait()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, a disk without room")
def test_a_full_disk_is_one_line(case: Path) -> None:
    with Path("/dev/full").open("w") as full:
        printed = subprocess.run(
            [*RECOUPE, "claims", case, "--json"], stdout=full, stderr=subprocess.PIPE, text=True
        )

    assert printed.returncode == 1
    assert printed.stderr.startswith("recoupe: No space left on device; what was done is kept.")
    assert printed.stderr.count("\n") == 1


def test_a_file_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Arvania livre des drones à Belmark.", "utf-8")

    read = subprocess.run(
        [*RECOUPE, "read", "--json", "-o", article, article], capture_output=True, text=True
    )

    assert read.returncode == 1
    assert read.stderr == f"recoupe: {article}: File exists\n"


def test_who_waits_says_for_whom(case: Path, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Arvania livre des drones à Belmark.", "utf-8")
    with store.writing_to(folder.open(case)):
        busy = subprocess.run(
            [*RECOUPE, "add", case, article, "--no-wait"], capture_output=True, text=True
        )
        waits = subprocess.Popen(
            [*RECOUPE, "add", case, article], stderr=subprocess.PIPE, text=True
        )
        told = waits.stderr.readline()

    assert busy.returncode == 1
    assert f"process {os.getpid()} (" in busy.stderr
    assert told.startswith(f"waiting for process {os.getpid()} (")
    assert waits.wait() == 0


def on_a_terminal(*command: str | Path, **environment: str) -> bytes:
    """Run a command on a terminal of its own and give all that it showed."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*RECOUPE, *command],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm", **environment},
    )
    os.close(theirs)
    shown = b""
    try:
        while some := os.read(ours, 65536):
            shown += some
    except OSError:  # how Linux says that the other end has closed
        pass
    process.wait()
    os.close(ours)
    return shown


def test_colours_are_for_terminals_that_want_them(case: Path) -> None:
    coloured = on_a_terminal("search", case, "drones")
    plain = on_a_terminal("search", case, "drones", NO_COLOR="1")

    assert b"\x1b[" in coloured
    assert b"\x1b[3" not in plain


def test_a_document_does_not_command_the_terminal(tmp_path: Path) -> None:
    case = folder.create(tmp_path / "mech")
    of = document("Arvania aurait livré \x1b]0;mine\x07 60 drones à Belmark.")
    with store.writing_to(case) as into:
        into.add_document(line(of), of)

    assert b"\x1b]0;mine" not in on_a_terminal("search", case.folder, "drones")


def test_progress_is_drawn_on_a_terminal_with_a_count(tmp_path: Path) -> None:
    case = folder.create(tmp_path / "mech").folder
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(f"Arvania livre {n} drones à Belmark.", "utf-8")

    shown = on_a_terminal("add", case, tmp_path)

    assert b"adding" in shown
    assert b"3/3" in shown


def test_a_list_of_thousands_is_there_in_seconds(case: Path) -> None:
    began = time.monotonic()
    listed = subprocess.run([*RECOUPE, "claims", case, "--json"], capture_output=True, check=True)

    assert len(listed.stdout.splitlines()) == MANY
    assert time.monotonic() - began < 20
