"""What takes long is worked out in a process of its own: pages do not wait for it.

Such a process writes pickles of what it found. It stops when its standard input is closed, so that
it does not outlive its desk.
"""

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from recoupe.case import folder
from recoupe.case.folder import Case


@contextmanager
def beside(program: str, case: Case) -> Iterator["subprocess.Popen[bytes]"]:
    """Start a program of ours for a case, and wait for its end."""
    # -P: nothing that lies in the folder where the desk was started is imported.
    command = [sys.executable, "-P", "-m", program, str(case.folder)]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,  # Ctrl-C in the desk's terminal closes its input instead
    ) as process:
        yield process


def begun() -> Case:
    """Open the case whose folder is named, as a program that works beside the desk."""
    threading.Thread(target=_until_closed, daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(10)  # whoever looks at a page comes first
    return folder.open(Path(sys.argv[1]))


def say(found: object) -> None:
    """Give something to the desk."""
    pickle.dump(found, sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)
    sys.stdout.buffer.flush()


def _until_closed() -> None:
    # subtle: a thread that waits in sys.stdin.read() holds a lock, without which Python cannot end.
    while os.read(sys.stdin.fileno(), 1_024):
        pass
    os._exit(1)
