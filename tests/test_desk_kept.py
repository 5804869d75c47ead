"""What a page shares with the next one, and when it no longer does."""

import os
import threading
import time
from pathlib import Path

import pytest

from recoupe.case import store
from recoupe.desk.kept import SHARE, Kept
from tests import case_nouns as nouns
from tests import desk_case


def settled(file: Path) -> Path:
    """Make a file that was last written a while ago."""
    file.write_bytes(b"a")
    os.utime(file, ns=(1, 1))
    return file


def test_what_nobody_wrote_to_is_worked_out_once(tmp_path: Path) -> None:
    kept, made = Kept(settled(tmp_path / "case.sqlite")), list[int]()

    for _ in range(3):
        kept.noun("page", lambda: made.append(1))

    assert made == [1]


def test_what_was_written_to_is_worked_out_anew(tmp_path: Path) -> None:
    file, made = settled(tmp_path / "case.sqlite"), list[int]()
    kept = Kept(file)
    kept.noun("page", lambda: made.append(1))

    os.utime(file, ns=(2, 2))
    kept.noun("page", lambda: made.append(2))

    assert made == [1, 2]


def test_what_is_only_in_the_log_of_the_database_counts(tmp_path: Path) -> None:
    file, made = settled(tmp_path / "case.sqlite"), list[int]()
    kept = Kept(file)
    kept.noun("page", lambda: made.append(1))

    settled(tmp_path / "case.sqlite-wal")
    kept.noun("page", lambda: made.append(2))

    assert made == [1, 2]


def test_what_was_just_written_is_not_kept(tmp_path: Path) -> None:
    file, made = tmp_path / "case.sqlite", list[int]()
    file.write_bytes(b"a")
    kept = Kept(file)

    kept.noun("page", lambda: made.append(1))
    kept.noun("page", lambda: made.append(2))

    assert made == [1, 2]


@pytest.fixture
def all_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recoupe.desk.kept.QUICK", 0.0)


@pytest.mark.usefixtures("all_is_long")
def test_what_takes_long_is_shown_for_a_while_when_others_write(tmp_path: Path) -> None:
    file = settled(tmp_path / "case.sqlite")
    kept = Kept(file)
    kept.slow("page", lambda: time.sleep(0.05) or "before")

    os.utime(file, ns=(2, 2))

    assert kept.slow("page", lambda: "after") == "before"
    time.sleep(SHARE * 0.05)
    assert kept.slow("page", lambda: "after") == "before"  # and it is made anew beside
    until = time.monotonic() + 5
    while kept.slow("page", lambda: "after") != "after":
        assert time.monotonic() < until
        time.sleep(0.01)


def test_what_is_made_quickly_is_made_anew_at_once(tmp_path: Path) -> None:
    file = settled(tmp_path / "case.sqlite")
    kept = Kept(file)
    kept.slow("page", lambda: "before")

    os.utime(file, ns=(2, 2))
    time.sleep(0.1)

    assert kept.slow("page", lambda: "after") == "after"


@pytest.mark.usefixtures("all_is_long")
def test_nobody_waits_for_what_takes_long_while_it_is_not_older_than_twice_its_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recoupe.desk.kept.OLDEST", 0.0)
    file = settled(tmp_path / "case.sqlite")
    kept = Kept(file)
    kept.slow("page", lambda: time.sleep(0.05) or "before")

    os.utime(file, ns=(2, 2))
    time.sleep(1.5 * SHARE * 0.05)
    beside = kept.slow("page", lambda: time.sleep(1) or "beside")
    time.sleep(SHARE * 0.05)
    waited = kept.slow("page", lambda: "waited for")

    assert beside == "before"
    assert waited != "before"


def test_what_takes_long_shows_at_once_what_was_written_at_the_desk(tmp_path: Path) -> None:
    file = settled(tmp_path / "case.sqlite")
    kept = Kept(file)
    kept.slow("page", lambda: time.sleep(0.05) or "before")

    os.utime(file, ns=(2, 2))
    kept.wrote()

    assert kept.slow("page", lambda: "after") == "after"


def test_many_who_ask_at_once_wait_for_one(tmp_path: Path) -> None:
    kept, made = Kept(settled(tmp_path / "case.sqlite")), list[int]()

    def make() -> None:
        time.sleep(0.05)
        made.append(1)

    asking = [threading.Thread(target=kept.noun, args=("page", make)) for _ in range(10)]
    for one in asking:
        one.start()
    for one in asking:
        one.join()

    assert made == [1]


def test_what_rests_on_something_else_that_changed_is_made_anew_beside(tmp_path: Path) -> None:
    kept = Kept(settled(tmp_path / "case.sqlite"))
    kept.slow("page", lambda: "before", 1)

    assert kept.slow("page", lambda: "after", 2) == "before"
    until = time.monotonic() + 5
    while kept.slow("page", lambda: "after", 2) != "after":
        assert time.monotonic() < until
        time.sleep(0.01)


def test_a_list_shows_at_once_what_another_wrote_and_a_sum_of_all_a_while_later(
    tmp_path: Path,
) -> None:
    case = desk_case.made(tmp_path / "mech")
    client = desk_case.visitor(case)
    before = client.get("/overview.json").json()["documents"]

    with store.writing_to(case) as held:
        document = nouns.document("Un texte de plus.")
        held.add_document(nouns.line(document, "d.txt"), document)

    assert client.get("/documents.json").json()["total"] == before + 1
    until = time.monotonic() + 30
    while client.get("/overview.json").json()["documents"] != before + 1:
        assert time.monotonic() < until
        time.sleep(0.05)
