"""Names of many documents are put together in a process of their own: pages do not wait for it.

    python -m recoupe.desk.putting CASE

Writes a pickle of what it found. It stops when its standard input is closed, so that it does not
outlive its desk.
"""

import os
import pickle
import subprocess
import sys
import threading
from pathlib import Path

from recoupe.case import folder
from recoupe.case.folder import Case
from recoupe.case.store import reading_from
from recoupe.desk.names import Stamp, put_together
from recoupe.identity.bearer import Bearers

PROGRAM = "recoupe.desk.putting"


def put_beside(case: Case) -> tuple[Stamp, Bearers] | None:
    """Wait for whom the documents name; None where the process ended before its time."""
    # -P: nothing that lies in the folder where the desk was started is imported.
    command = [sys.executable, "-P", "-m", PROGRAM, str(case.folder)]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,  # Ctrl-C in the desk's terminal closes its input instead
    ) as process:
        said = process.stdout.read() if process.stdout else b""
    if process.returncode:
        return None
    found: tuple[Stamp, Bearers] = pickle.loads(said)
    return found


def main() -> None:
    """Put together the names of the case whose folder is named."""
    threading.Thread(target=_until_closed, daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(10)  # whoever looks at a page comes first
    with reading_from(folder.open(Path(sys.argv[1]))) as store:
        found = put_together(store)
    pickle.dump(found, sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)
    sys.stdout.buffer.flush()


def _until_closed() -> None:
    # subtle: a thread that waits in sys.stdin.read() holds a lock, without which Python cannot end.
    while os.read(sys.stdin.fileno(), 1_024):
        pass
    os._exit(1)


if __name__ == "__main__":
    main()
