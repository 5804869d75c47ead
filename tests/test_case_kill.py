"""Killed at any moment, a case is whole, and the next run finishes the work."""

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.archive import capture, extract  # noqa: F401  loaded once, before the forks
from recoupe.case import folder, store
from recoupe.case.verify import verify
from recoupe.cli import read_case  # noqa: F401
from recoupe.cli.app import app
from recoupe.reading.parse import pipeline

KILLS = 10
"""Of each command: twenty in all."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")


def run(*arguments: str) -> None:
    """Run a command in this process, its output thrown away."""
    sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115  this process ends with it
    app(list(arguments), prog_name="recoupe")


def forked(task: Callable[[], None]) -> int:
    """Start the task in a process of its own; no module is loaded anew, so it starts at once."""
    child = os.fork()
    if child:
        return child
    try:
        task()
    finally:
        os._exit(0)


def killed(after: float, *arguments: str) -> None:
    """Start a command and kill it after some seconds."""
    child = forked(lambda: run(*arguments))
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def finished(*arguments: str) -> float:
    """Run a command to its end; give the seconds that it took."""
    began = time.monotonic()
    os.waitpid(forked(lambda: run(*arguments)), 0)
    return time.monotonic() - began


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    place = tmp_path / "articles"
    place.mkdir()
    for n in range(40):
        text = f"Selon la Gazette, l'Arvanie aurait livré {n + 2} drones au Belmark en mai 2024.\n"
        (place / f"{n:02}.txt").write_text(text * 3, "utf-8")
    return place


def harmful(case: Path) -> list[str]:
    return [problem.what for problem in verify(folder.open(case)) if problem.harmful]


def test_add_killed_at_any_moment_leaves_a_whole_case(tmp_path: Path, articles: Path) -> None:
    moments = random.Random(1)
    case, trial = tmp_path / "mech", tmp_path / "trial"
    folder.create(trial)
    takes = finished("add", str(trial), str(articles))
    folder.create(case)

    for _ in range(KILLS):
        killed(moments.uniform(0, takes / 3), "add", str(case), str(articles))
        assert harmful(case) == []
    finished("add", str(case), str(articles))

    with store.reading_from(folder.open(case)) as held:
        assert len(held.documents()) == len(held.custody()) == 40
    assert harmful(case) == []


def test_read_killed_at_any_moment_leaves_a_whole_case(tmp_path: Path, articles: Path) -> None:
    pipeline("fr")
    moments = random.Random(2)
    case, trial = tmp_path / "mech", tmp_path / "trial"
    for place in (case, trial):
        folder.create(place)
        finished("add", str(place), str(articles))
    takes = finished("read", str(trial))

    for _ in range(KILLS):
        killed(moments.uniform(0, takes / 3), "read", str(case))
        assert harmful(case) == []
    finished("read", str(case))

    with store.reading_from(folder.open(case)) as held:
        assert len(held.readings()) == 40
        assert held.findings_made_by() is not None
    assert harmful(case) == []
