"""Documents come into a case by the desk: the same bytes, verbs and words as by `recoupe add`."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from recoupe.archive import capture
from recoupe.case import folder, store, verify
from recoupe.case.folder import Case
from recoupe.case.lock import locked
from recoupe.desk import limits, taking
from recoupe.desk.session import Session
from tests import desk_case
from tests.test_cli_case import FRENCH, recoupe
from tests.web import Net, net

ARTICLE = FRENCH.encode()


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return desk_case.empty(tmp_path / "mech")


@pytest.fixture
def session() -> Session:
    return Session(desk_case.PORT)


@pytest.fixture
def client(case: Case, session: Session) -> TestClient:
    return desk_case.visitor(case, session, **{"accept-language": "en"})


def sent(client: TestClient, session: Session, *files: tuple[str, bytes]) -> list[dict[str, str]]:
    answer = client.post(
        "/upload.json",
        files=[("file", file) for file in files],
        headers={"x-csrf-token": session.csrf},
    )
    assert answer.status_code == 200, answer.text
    given: list[dict[str, str]] = answer.json()
    return given


def test_a_file_from_the_desk_is_the_document_that_the_command_line_makes(
    client: TestClient, session: Session, case: Case, tmp_path: Path
) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(ARTICLE)
    recoupe("new", tmp_path / "other")
    recoupe("add", tmp_path / "other", file)

    came = sent(client, session, ("a.txt", ARTICLE))

    with store.reading_from(folder.open(tmp_path / "other")) as other:
        assert [one["document"] for one in came] == [d.id for d in other.documents()]
    assert recoupe("verify", case.folder).exit_code == 0


def test_what_came_in_stands_in_the_log_with_its_name_its_time_and_who_added_it(
    case: Case, session: Session
) -> None:
    settings = case.folder / "case.toml"
    settings.write_text(f'author = "Ada"\n{settings.read_text("utf-8")}', "utf-8")
    client = desk_case.visitor(folder.open(case.folder), session)
    sent(client, session, ("a.txt", ARTICLE))

    capture, *others = client.get("/log.json").json()["captures"]

    assert others == []
    assert (capture["address"], capture["author"]) == ("a.txt", "Ada")
    assert capture["size"] == len(ARTICLE)
    assert capture["time"]


def test_a_form_without_javascript_adds_several_and_says_what_became_of_each(
    client: TestClient, session: Session
) -> None:
    answer = client.post(
        "/upload",
        data={"csrf": session.csrf},
        files=[("file", ("a.txt", ARTICLE)), ("file", ("photo.jpg", b"\xff\xd8"))],
    )

    assert answer.url.path == "/upload"
    assert ">a.txt</a>" in answer.text
    assert ".jpg files are not read" in answer.text
    assert client.get("/documents.json").json()["total"] == 1


def test_the_same_bytes_twice_are_already_in_the_case(client: TestClient, session: Session) -> None:
    first, second = (sent(client, session, ("a.txt", ARTICLE)) for _ in range(2))

    assert (first[0]["new"], second[0]["new"]) == (True, False)
    assert first[0]["document"] == second[0]["document"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/cron.d/a.txt", "a.txt"),
        ("C:\\Users\\ada\\a.txt", "a.txt"),
        ("note\u202etxt.exe.txt", "notetxt.exe.txt"),
        ("a\x00\r\nb.txt", "ab.txt"),
        ("<img src=x onerror=alert(1)>.txt", "<img src=x onerror=alert(1)>.txt"),
        ("a" * 5_000 + ".txt", "a" * 196 + ".txt"),
    ],
)
def test_a_file_name_names_no_folder_and_hides_nothing(name: str, shown: str) -> None:
    assert taking.bare(name) == shown


def test_a_hostile_file_name_is_shown_and_does_nothing(
    client: TestClient, session: Session, case: Case
) -> None:
    sent(client, session, ("<img src=x onerror=alert(1)>.txt", ARTICLE))

    page = client.get("/upload").text

    assert "&lt;img src=x onerror=alert(1)&gt;.txt" in page
    assert "<img src=x" not in page
    assert {path.name for path in case.folder.rglob("*img*")} == set()


def test_a_file_that_is_too_large_is_refused_and_the_others_come_in(
    client: TestClient, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(capture.handed, "__defaults__", (1_000,))

    came = sent(client, session, ("long.txt", b"mot " * 1_000), ("a.txt", ARTICLE))

    assert [bool(one["document"]) for one in came] == [False, True]
    assert "larger than" in came[0]["why"]


@pytest.mark.parametrize("hidden", [False, True])
def test_too_much_at_once_is_a_page_and_adds_nothing(
    client: TestClient, session: Session, monkeypatch: pytest.MonkeyPatch, hidden: bool
) -> None:
    monkeypatch.setattr(limits, "UPLOAD_BYTES", 50_000)

    def pieces() -> Iterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
        yield from [b"mot " * 1_000] * 20
        yield b"\r\n--x--\r\n"

    answer = client.post(
        "/upload",
        content=pieces() if hidden else b"".join(pieces()),
        headers={"content-type": "multipart/form-data; boundary=x", "x-csrf-token": session.csrf},
    )

    assert answer.status_code == 413
    assert "<h1>" in answer.text
    assert "Too much at once" in answer.text
    assert client.get("/documents.json").json()["total"] == 0


def test_a_form_of_another_page_adds_nothing(client: TestClient) -> None:
    answer = client.post("/upload", data={"csrf": "guessed"}, files={"file": ("a.txt", ARTICLE)})

    assert answer.status_code == 403
    assert client.get("/documents.json").json()["total"] == 0


def test_while_another_writes_the_file_says_who_and_is_not_in_the_case(
    client: TestClient, session: Session, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "PATIENCE", 0)

    with locked(case.folder):
        came = sent(client, session, ("a.txt", ARTICLE), ("b.txt", ARTICLE))

    assert [one["document"] for one in came] == [None, None]
    assert all("is writing to the case" in one["why"] for one in came)
    assert client.get("/documents.json").json()["total"] == 0


def test_an_encrypted_pdf_says_what_to_do(client: TestClient, session: Session) -> None:
    from fpdf import FPDF

    pdf = FPDF()
    pdf.add_page()
    pdf.set_encryption(owner_password="a", user_password="b")

    (one,) = sent(client, session, ("closed.pdf", bytes(pdf.output())))

    assert "Open it with its password, save it without one" in one["why"]


def test_why_a_file_is_refused_is_said_in_the_language_of_the_page(
    case: Case, session: Session
) -> None:
    client = desk_case.visitor(case, session, **{"accept-language": "fr"})

    (one,) = sent(client, session, ("vide.pdf", b""))

    assert one["why"] == "vide, 0 octet. Téléchargez-le ou copiez-le de nouveau."
    assert one["why"] in client.get("/reading").text


def test_an_empty_case_leads_to_the_form(client: TestClient) -> None:
    for path in ("/overview", "/documents"):
        assert 'href="/upload"' in client.get(path).text


def test_a_case_filled_at_the_desk_verifies(
    client: TestClient, session: Session, case: Case
) -> None:
    sent(client, session, ("a.txt", ARTICLE), ("b.txt", ARTICLE + b"Fin."))

    assert list(verify.verify(case)) == []


ARTICLE_PAGE = f"<html><body><article><h1>Drones</h1><p>{FRENCH}</p></article></body></html>"
PAGE = (200, {"Content-Type": "text/html; charset=utf-8"}, ARTICLE_PAGE.encode())


@pytest.fixture
def web(client: TestClient) -> Iterator[Net]:
    answers = {"/a": PAGE, "/moved": (302, {"Location": "/a"}, b"")}
    with net(answers) as opened:
        state = client.app.state  # type: ignore[attr-defined]
        state.desk = replace(state.desk, web=opened.web())
        yield opened


def fetched(client: TestClient, session: Session, *addresses: str) -> list[dict[str, str]]:
    answer = client.post(
        "/upload/addresses.json",
        data={"addresses": "\n".join(addresses)},
        headers={"x-csrf-token": session.csrf},
    )
    assert answer.status_code == 200, answer.text
    given: list[dict[str, str]] = answer.json()
    return given


def test_an_address_becomes_a_document_with_where_and_when_it_was_captured(
    client: TestClient, session: Session, web: Net, case: Case
) -> None:
    (one,) = fetched(client, session, web.at("/moved"))

    with store.reading_from(case) as held:
        (line,) = held.custody()
    assert one["new"] is True
    assert line.address == web.at("/moved")
    assert ("location", "/a") in line.headers
    assert datetime.now(UTC) - line.captured < timedelta(minutes=1)
    assert list(verify.verify(case)) == []


def test_an_address_that_cannot_be_had_says_why_and_the_others_come_in(
    client: TestClient, session: Session, web: Net
) -> None:
    came = fetched(
        client, session, web.at("/gone"), "http://10.0.0.1/", "ftp://a.example/", web.at("/a")
    )

    whys = [one["why"] for one in came]
    assert "the server answered 404" in whys[0]
    assert "private network" in whys[1]
    assert "only http and https" in whys[2]
    assert whys[3] == ""


def test_a_form_without_javascript_fetches_and_says_what_became_of_it(
    client: TestClient, session: Session, web: Net
) -> None:
    answer = client.post(
        "/upload/addresses", data={"csrf": session.csrf, "addresses": web.at("/a")}
    )

    assert answer.url.path == "/upload"
    assert f">{web.at('/a')}</a>" in answer.text


def test_a_password_in_an_address_is_shown_nowhere(client: TestClient, session: Session) -> None:
    fetched(client, session, "https://ada:ssw0rd@news.example/a")

    for path in ("/upload", "/upload.json", "/reading", "/reading.json"):
        assert "ssw0rd" not in client.get(path).text


def test_nothing_is_fetched_for_another_page_or_by_looking(
    client: TestClient, session: Session, web: Net, case: Case
) -> None:
    refused = client.post("/upload/addresses", data={"csrf": "guessed", "addresses": web.at("/a")})
    for path in (*desk_case.PAGES, f"/upload?addresses={web.at('/a')}"):
        client.get(path)

    assert refused.status_code == 403
    assert web.looked_up == []


def test_too_many_addresses_at_once_are_refused(client: TestClient, session: Session) -> None:
    answer = client.post(
        "/upload/addresses",
        data={
            "csrf": session.csrf,
            "addresses": " ".join(f"http://a.example/{i}" for i in range(21)),
        },
    )

    assert answer.status_code == 400
    assert "at most 20" in answer.text
