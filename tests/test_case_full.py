"""A full disk is said in words, and costs nothing of what was written before."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from recoupe.case import folder, store
from recoupe.case.folder import Case
from recoupe.case.verify import verify
from recoupe.errors import StorageFull
from tests.case_nouns import document, line

LONG = "Arvania aurait livré 60 drones à Belmark. " * 2000


@pytest.fixture
def case(tmp_path: Path) -> Case:
    case = folder.create(tmp_path / "mech")
    with store.writing_to(case) as into:
        into.add_document(line(document()), document())
    return case


def test_a_database_that_may_not_grow_keeps_what_it_had(case: Case) -> None:
    with store.writing_to(case) as into:
        with into.connection.begin():
            into.connection.exec_driver_sql("PRAGMA max_page_count = 1")

        with pytest.raises(StorageFull, match=r"no more.*Make room and run"):
            into.add_document(line(document(LONG)), document(LONG))

        assert into.documents() == (document(),)


WRITES = """
import sys
from pathlib import Path
from recoupe.case import folder, store
from recoupe.errors import StorageFull
from tests.case_nouns import document, line
from tests.test_case_full import LONG
try:
    with store.writing_to(folder.open(Path(sys.argv[1]))) as into:
        for n in range(99):
            of = document(f"{n} {LONG}")
            into.add_document(line(of), of)
            print(of.id, flush=True)
except StorageFull as error:
    sys.exit(str(error))
"""


def test_a_full_disk_stops_a_run_between_two_documents(case: Case) -> None:
    room = case.database.stat().st_size + 1_000_000

    ended = subprocess.run(
        [sys.executable, "-c", WRITES, str(case.folder)],
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )

    kept = ended.stdout.split()
    assert "the disk took no more" in ended.stderr
    with store.reading_from(case) as held:
        assert [of.id for of in held.documents()] == [document().id, *kept]
    assert {p.what.partition(" ")[0] for p in verify(case)} == {"its"}  # originals, never made here
