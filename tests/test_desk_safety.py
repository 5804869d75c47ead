"""Who may look, and what a page may do."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from recoupe.case.folder import Case
from recoupe.desk.session import Session
from tests import desk_case


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return desk_case.made(tmp_path_factory.mktemp("desk") / "mech")


@pytest.fixture(scope="module")
def client(case: Case) -> TestClient:
    return desk_case.visitor(case)


class Seen(HTMLParser):
    """What in a page could act: inline scripts and styles, handlers, other schemes, other hosts."""

    def __init__(self) -> None:
        super().__init__()
        self.acting: list[str] = []
        self.hosts: set[str] = set()
        self.inside: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.acting += [f"{tag} {name}" for name in given if name.startswith("on")]
        self.acting += [f"{tag} style"] if "style" in given else []
        self.inside = tag if tag in ("script", "style") and "src" not in given else None
        for name in ("href", "src", "action"):
            value = given.get(name) or ""
            if value.lower().lstrip().startswith(("javascript:", "data:", "http", "//")):
                self.hosts.add(value)

    def handle_data(self, data: str) -> None:
        if self.inside and data.strip():
            self.acting.append(f"{self.inside}: {data}")


def seen(html: str) -> Seen:
    page = Seen()
    page.feed(html)
    return page


@pytest.mark.parametrize("path", ["/", "/overview", "/documents.json", "/static/desk.css", "/x"])
def test_without_the_link_nothing_is_shown(case: Case, path: str) -> None:
    answer = desk_case.stranger(case).get(path)

    assert answer.status_code == 403
    assert "recoupe desk" in answer.text
    assert "mech" not in answer.text


def test_a_wrong_token_opens_nothing(case: Case) -> None:
    answer = desk_case.stranger(case).get("/", params={"token": "guessed"})

    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_the_link_becomes_a_cookie_and_leaves_the_address(case: Case) -> None:
    session = Session(desk_case.PORT)

    answer = desk_case.stranger(case, session).get(
        "/overview", params={"token": session.token, "a": "b"}, follow_redirects=False
    )

    assert (answer.status_code, answer.headers["location"]) == (303, "/overview?a=b")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert session.token not in answer.headers["set-cookie"]


def test_the_link_leads_to_no_other_host(case: Case) -> None:
    session = Session(desk_case.PORT)

    answer = desk_case.stranger(case, session).get(
        f"http://127.0.0.1:{desk_case.PORT}//evil.example/",
        params={"token": session.token},
        follow_redirects=False,
    )

    assert answer.headers["location"] == "/evil.example/"


def test_two_desks_do_not_open_each_other(case: Case) -> None:
    one, other = Session(desk_case.PORT), Session(desk_case.PORT)
    client = desk_case.stranger(case, one)
    client.cookies.set(other.cookie, other.secret)

    assert client.get("/overview").status_code == 403


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8642", "127.0.0.1", "127.0.0.1:80"])
def test_a_name_that_was_bent_to_this_machine_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/overview", headers={"host": host})

    assert answer.status_code == 400
    assert "mech" not in answer.text


@pytest.mark.parametrize("host", ["localhost:8642", "127.0.0.1:8642", "[::1]:8642"])
def test_its_own_names_are_answered(client: TestClient, host: str) -> None:
    session = Session(desk_case.PORT)
    opened = desk_case.stranger(client.app.state.desk.case, session)  # type: ignore[attr-defined]

    answer = opened.get(
        "/overview", headers={"host": host, "cookie": f"{session.cookie}={session.secret}"}
    )

    assert answer.status_code == 200


def test_every_page_forbids_what_is_not_its_own(case: Case, client: TestClient) -> None:
    for path in (*desk_case.every_page(case), "/static/desk.css", "/nowhere", "/overview.json"):
        headers = client.get(path).headers

        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"


def test_no_page_has_a_script_or_style_of_its_own_text(case: Case, client: TestClient) -> None:
    for path in desk_case.every_page(case):
        answer = client.get(path)

        assert answer.status_code == 200, path
        page = seen(answer.text)
        assert page.acting == [], path
        assert page.hosts == set(), path


def test_a_hostile_title_is_shown_and_does_nothing(case: Case, client: TestClient) -> None:
    page = client.get(f"/documents/{desk_case.hostile().id}").text

    assert "&lt;script&gt;alert(&#39;title&#39;)&lt;/script&gt;" in page
    assert "&lt;img src=x onerror=alert(2)&gt;" in page
    assert "<script>alert" not in page


def test_a_write_without_its_token_is_refused(client: TestClient) -> None:
    without = client.post("/preferences", data={"theme": "dark"}, follow_redirects=False)
    wrong = client.post(
        "/preferences", data={"theme": "dark", "csrf": "guessed"}, follow_redirects=False
    )

    assert (without.status_code, wrong.status_code) == (403, 403)
    assert "set-cookie" not in without.headers


def test_a_write_of_our_own_page_goes_through(case: Case) -> None:
    session = Session(desk_case.PORT)
    client = desk_case.visitor(case, session)

    answer = client.post(
        "/preferences",
        data={"theme": "dark", "csrf": session.csrf, "back": "/documents"},
        follow_redirects=False,
    )

    assert (answer.status_code, answer.headers["location"]) == (303, "/documents")
    assert 'data-theme="dark"' in client.get("/documents").text


@pytest.mark.parametrize(
    "back",
    ["https://evil.example/a", "//evil.example/a", "/\\evil.example/a", "\\\\evil.example/a"],
)
def test_a_choice_leads_back_to_this_desk_only(case: Case, back: str) -> None:
    session = Session(desk_case.PORT)

    answer = desk_case.visitor(case, session).post(
        "/preferences",
        data={"language": "fr", "csrf": session.csrf, "back": back},
        follow_redirects=False,
    )

    location = answer.headers["location"]
    assert location.startswith("/")
    assert not location.startswith(("//", "/\\"))


def test_a_body_that_is_too_long_is_refused(client: TestClient) -> None:
    answer = client.post("/preferences", content=b"a" * (2 << 20))

    assert answer.status_code == 413


def test_a_body_that_hides_its_length_is_refused(case: Case) -> None:
    session = Session(desk_case.PORT)

    def endless() -> object:
        for _ in range(64):
            yield b"a" * (1 << 16)

    answer = desk_case.visitor(case, session).post(
        "/preferences",
        content=endless(),  # type: ignore[arg-type]
        headers={"content-type": "application/x-www-form-urlencoded"},
    )

    assert answer.status_code in (400, 413)


def test_the_token_is_never_printed_with_the_session() -> None:
    session = Session(1)

    assert session.token not in repr(session)
    assert session.secret not in repr(session)


def test_a_static_file_outside_its_folder_is_not_given(client: TestClient) -> None:
    for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py"):
        assert client.get(path).status_code == 404


def test_an_unknown_document_says_so_in_words_and_in_json(client: TestClient) -> None:
    page, data = client.get("/documents/nowhere"), client.get("/documents/nowhere.json")

    assert (page.status_code, data.status_code) == (404, 404)
    assert "no document" in page.text
    assert "no document" in data.json()["detail"]


def test_the_case_is_never_written_by_looking(case: Case, client: TestClient) -> None:
    before = Path(case.database).read_bytes()

    for path in desk_case.every_page(case):
        client.get(path)

    assert Path(case.database).read_bytes() == before
