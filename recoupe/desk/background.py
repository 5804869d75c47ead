"""The reader beside the desk: started, stopped, and how far it has come."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

PROGRAM = "recoupe.desk.reads"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A document that was left unread, by its id, and why."""

    document: str
    why: str


@dataclass(frozen=True, slots=True)
class Run:
    """How far a reading has come. read: documents; of: all that waited; claims: read in them.

    stopped: by a person. held: who else writes to the case, where that is waited for.
    told: what a person should know beside it, such as what is sent to a language model.
    failed: why it ended before its time.
    """

    running: bool = False
    stopped: bool = False
    read: int = 0
    of: int = 0
    claims: int = 0
    held: str = ""
    told: str = ""
    failed: str = ""
    unread: tuple[LeftOut, ...] = ()


NOTHING = Run()
"""Before anything was read."""


@dataclass(slots=True)
class Background:
    """At most one reader of a case, in a process of its own: pages do not wait for it.

    ended: called when it ends, before anybody is told so.
    """

    folder: Path
    ended: Callable[[], None] = lambda: None
    lock: threading.Lock = field(default_factory=threading.Lock)
    run: Run = NOTHING
    process: subprocess.Popen[str] | None = None
    again: bool = False

    def begin(self) -> None:
        """Read what waits; where a reader is at it already, it takes this in too."""
        with self.lock:
            if self.process is not None:
                self.again = True
                return
            self._start()

    def stop(self) -> None:
        """Let the reader finish its document and end."""
        with self.lock:
            self.again = False
            if self.process is not None and self.process.stdin is not None:
                self.run = replace(self.run, stopped=True)
                self.process.stdin.close()

    def so_far(self) -> Run:
        """Say how far it has come."""
        with self.lock:
            return self.run

    def _start(self, run: Run = NOTHING) -> None:
        self.again = False
        self.run = replace(run, running=True)
        self.process = subprocess.Popen(
            # -P: nothing that lies in the folder where the desk was started is imported.
            [sys.executable, "-P", "-m", PROGRAM, str(self.folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,  # Ctrl-C in the desk's terminal closes its input instead
        )
        threading.Thread(target=self._listen, args=(self.process,), daemon=True).start()

    def _listen(self, process: subprocess.Popen[str]) -> None:
        for line in process.stdout or ():
            told = json.loads(line)
            with self.lock:
                self.run = _further(self.run, told)
                # It looks once more when it has read these: what came meanwhile is among them.
                self.again = self.again and "waits" not in told
        status = process.wait()
        self.ended()
        with self.lock:
            self.process = None
            self.run = _ended(self.run, status)
            if self.again:
                self._start(self.run)


def _further(run: Run, told: dict[str, Any]) -> Run:
    """Take in a line that the reader said."""
    for name, step in STEPS.items():
        if name in told:
            return step(replace(run, held=""), told)
    return run


def _ended(run: Run, status: int) -> Run:
    failed = run.failed
    if status and not run.stopped and not failed:
        failed = f"the reader ended by itself ({status}); what was read is kept"
    return replace(run, running=False, held="", failed=failed)


STEPS: dict[str, Callable[[Run, dict[str, Any]], Run]] = {
    "waits": lambda run, told: replace(run, of=run.read + len(run.unread) + told["waits"]),
    "read": lambda run, told: replace(run, read=run.read + 1, claims=run.claims + told["claims"]),
    "unread": lambda run, told: replace(
        run, unread=(*run.unread, LeftOut(told["unread"], told["why"]))
    ),
    "held": lambda run, told: replace(run, held=told["held"]),
    "told": lambda run, told: replace(run, told=told["told"]),
    "failed": lambda run, told: replace(run, failed=told["failed"]),
}
