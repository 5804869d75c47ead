"""Names of many documents are put together in a process of their own.

python -m recoupe.desk.putting CASE
"""

import pickle

from recoupe.case.folder import Case
from recoupe.case.store import reading_from
from recoupe.desk.beside import begun, beside, say
from recoupe.desk.names import Stamp, put_together
from recoupe.identity.bearer import Bearers

PROGRAM = "recoupe.desk.putting"


def put_beside(case: Case) -> tuple[Stamp, Bearers] | None:
    """Wait for whom the documents name; None where the process ended before its time."""
    with beside(PROGRAM, case) as process:
        said = process.stdout.read() if process.stdout else b""
    if process.returncode:
        return None
    found: tuple[Stamp, Bearers] = pickle.loads(said)
    return found


def main() -> None:
    """Put together the names of the case whose folder is named."""
    with reading_from(begun()) as store:
        say(put_together(store))


if __name__ == "__main__":
    main()
