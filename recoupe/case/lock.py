"""One writer at a time: a lock on a file of the case, and who holds it."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from recoupe.errors import CaseBusy, NotACase

LOCK = "case.lock"
HOLDER = "case.lock.json"


@dataclass(frozen=True, slots=True)
class Holder:
    """Which process writes to the case, what it was started as, and since when (UTC)."""

    process: int
    command: str
    since: str

    def __str__(self) -> str:
        return f"process {self.process} ({self.command}), since {self.since}"


SOMEBODY = Holder(0, "unknown", "a moment ago")
"""Shown while the holder has the lock and has not yet written its name."""


def in_silence(holder: Holder) -> None:
    """Wait in silence."""


@contextmanager
def locked(
    folder: Path,
    patience: float | None = None,
    waiting: Callable[[Holder], None] = in_silence,
) -> Iterator[None]:
    """Hold the case's lock; the system lets go of it when the process ends, however it ends.

    patience: seconds to wait for another holder, None for as long as it takes.
    waiting: called once, with the holder, before a wait. Raises CaseBusy when patience is over.
    """
    lock = FileLock(folder / LOCK)
    try:
        _acquire(lock, folder, patience, waiting)
    except OSError as error:
        raise NotACase(f"{folder}: cannot be written: {error.strerror or error}") from error
    try:
        _sign(folder)
        yield
    finally:
        (folder / HOLDER).unlink(missing_ok=True)
        lock.release()


def holder(folder: Path) -> Holder:
    """Say who holds the lock, as the holder itself wrote it."""
    try:
        return Holder(**json.loads((folder / HOLDER).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return SOMEBODY


def _acquire(
    lock: FileLock, folder: Path, patience: float | None, waiting: Callable[[Holder], None]
) -> None:
    try:
        lock.acquire(timeout=0)
        return
    except Timeout:
        if patience != 0:
            waiting(holder(folder))
    try:
        lock.acquire(timeout=-1 if patience is None else patience, poll_interval=0.1)
    except Timeout as error:
        raise CaseBusy(
            f"{folder}: {holder(folder)} is writing to the case; try again when it has finished"
        ) from error


def _sign(folder: Path) -> None:
    here = Holder(os.getpid(), _command(), datetime.now(UTC).isoformat(timespec="seconds"))
    draft = folder / f".{HOLDER}"
    draft.write_text(json.dumps(asdict(here)), "utf-8")
    os.replace(draft, folder / HOLDER)


def _command() -> str:
    """Say what this process was started as: `recoupe read`."""
    program = Path(sys.argv[0])
    name = program.parent.name if program.name == "__main__.py" else program.name
    return " ".join([name or "python", *sys.argv[1:2]])
