"""What comes in at the desk is read beside the pages: by itself, stopped, gone on with."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from recoupe.case import store, verify
from recoupe.case.folder import Case
from recoupe.case.lock import locked
from recoupe.case.read import reader_of
from recoupe.desk.app import application
from recoupe.desk.background import Background
from recoupe.desk.reads import Reads
from recoupe.desk.session import Session
from tests import case_nouns as nouns
from tests import desk_case
from tests.test_cli_case import FRENCH, ITALIAN, recoupe

MANY = 150
"""Documents that take a reader longer than it takes to stop it."""

SEVERAL = 30
"""Documents of which a reader that is killed at the first leaves most unread. To start a reader
takes a quarter of a minute on a busy machine, and twice: more would only add to that."""

LONG = 60
"""Seconds after which a reader of a few sentences has failed."""


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return desk_case.empty(tmp_path / "mech")


@pytest.fixture
def session() -> Session:
    return Session(desk_case.PORT)


@pytest.fixture
def client(case: Case, session: Session) -> Iterator[TestClient]:
    app = application(case, session)
    client = TestClient(
        app, base_url=f"http://127.0.0.1:{desk_case.PORT}", headers={"accept-language": "en"}
    )
    client.get("/", params={"token": session.token})
    yield client
    app.state.desk.background.stop()


def filled(case: Case, tmp_path: Path, number: int) -> Case:
    for i in range(number):
        (tmp_path / f"{i}.txt").write_text(f"{FRENCH}Note {i}.\n", "utf-8")
    added = recoupe("add", case.folder, *tmp_path.glob("*.txt"))
    assert added.exit_code == 0
    return case


def first_of(case: Case) -> str:
    with store.reading_from(case) as held:
        return held.documents()[0].id


def reader(client: TestClient) -> Background:
    found: Background = client.app.state.desk.background  # type: ignore[attr-defined]
    return found


def until(so: Callable[[], bool]) -> None:
    end = time.monotonic() + LONG
    while not so():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.05)


def progress(client: TestClient) -> dict[str, object]:
    told: dict[str, object] = client.get("/reading.json").json()["progress"]
    return told


def test_what_is_sent_in_is_read_by_itself_and_what_cannot_be_is_named(
    client: TestClient, session: Session, case: Case
) -> None:
    for name, text in (("a.txt", FRENCH), ("b.txt", ITALIAN)):
        client.post(
            "/upload.json",
            files={"file": (name, text.encode())},
            headers={"x-csrf-token": session.csrf},
        )
    assert progress(client)["state"] == "reading"
    until(lambda: progress(client)["state"] == "done")

    assert progress(client)["line"] == "Read 1 of 1: 1 claim"
    claims = {one["claims"] for one in client.get("/documents.json").json()["documents"]}
    assert claims == {1, None}
    assert client.get("/findings.json").json()["columns"]
    (closed,) = progress(client)["closed"]  # type: ignore[misc]
    assert "1 document in a language that is not read yet (Italian)" in closed
    assert closed in client.get("/reading").text


def test_the_reader_is_stopped_and_goes_on_where_it_was(
    client: TestClient, session: Session, case: Case, tmp_path: Path
) -> None:
    filled(case, tmp_path, MANY)
    client.post("/reading/start", data={"csrf": session.csrf})
    until(lambda: int(str(progress(client)["read"])) > 0)

    client.post("/reading/stop", data={"csrf": session.csrf})
    until(lambda: not reader(client).so_far().running)
    before = reader(client).so_far().read

    assert 0 < before < MANY
    assert progress(client)["state"] == "stopped"
    assert ">Go on</button>" in client.get("/documents").text
    assert list(verify.verify(case)) == []

    client.post("/reading/start", data={"csrf": session.csrf})
    until(lambda: progress(client)["state"] == "done")
    assert progress(client)["of"] == MANY - before


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
def test_a_reader_that_is_killed_leaves_nothing_half_and_is_begun_again(
    client: TestClient, session: Session, case: Case, tmp_path: Path
) -> None:
    filled(case, tmp_path, SEVERAL)
    client.post("/reading/start", data={"csrf": session.csrf})
    until(lambda: int(str(progress(client)["read"])) > 0)
    process = reader(client).process
    assert process is not None

    os.kill(process.pid, signal.SIGKILL)
    until(lambda: progress(client)["state"] == "failed")

    assert 0 < reader(client).so_far().read < SEVERAL
    assert "ended by itself" in str(progress(client)["detail"])
    assert list(verify.verify(case)) == []
    client.post("/reading/start", data={"csrf": session.csrf})
    until(lambda: progress(client)["state"] == "done")
    assert recoupe("read", case.folder).stdout.startswith("read 0 documents")


def test_who_writes_meanwhile_is_named_and_waited_for(
    client: TestClient, session: Session, case: Case, tmp_path: Path
) -> None:
    filled(case, tmp_path, 1)

    with locked(case.folder):
        client.post("/reading/start", data={"csrf": session.csrf})
        until(lambda: "waits for process" in str(progress(client)["detail"]))
    until(lambda: progress(client)["state"] == "done")

    assert progress(client)["read"] == 1


def test_a_document_that_another_reader_was_faster_with_stays_as_that_one_read_it(
    case: Case,
) -> None:
    document = desk_case.yes()
    faster = nouns.reading(document, nouns.claim(document))
    with store.writing_to(case) as held:
        held.add_document(nouns.line(document), document)

    def say(**told: object) -> None:
        if "waits" in told:  # the other one reads as this one begins
            with store.writing_to(case) as held:
                held.save_reading(faster)

    Reads(case, reader_of(case, print), say, threading.Event()).all()

    with store.reading_from(case) as held:
        (reading,) = held.readings()
    assert reading.reader == faster.reader


def test_what_was_added_on_the_command_line_waits_for_the_button(
    client: TestClient, case: Case, tmp_path: Path
) -> None:
    filled(case, tmp_path, 2)
    until(lambda: "wait to be read" in client.get("/overview").text)

    for path in (
        *("/overview", "/documents", "/upload", "/reading", "/review", "/findings", "/network"),
        *("/timeline", "/entities", f"/documents/{first_of(case)}"),
    ):
        page = client.get(path).text

        assert page.count("2 documents wait to be read") == 1, path
        assert page.count(">Read</button>") == 1, path


@pytest.mark.parametrize("path", ["/reading/start", "/reading/stop"])
def test_no_other_page_starts_or_stops_the_reader(client: TestClient, path: str) -> None:
    answer = client.post(path, data={"csrf": "guessed"})

    assert answer.status_code == 403
    assert not reader(client).so_far().running


def test_a_reader_does_not_outlive_its_desk(case: Case, tmp_path: Path) -> None:
    beside = Background(filled(case, tmp_path, MANY).folder)
    beside.begin()
    process = beside.process
    assert process is not None
    assert process.stdin is not None

    process.stdin.close()  # as the system does when the desk ends

    assert process.wait(LONG) is not None
    assert list(verify.verify(case)) == []
