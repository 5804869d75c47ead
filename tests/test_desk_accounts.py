"""A desk that others open too: who comes in, what each may do, and what the log says of it."""

import re
from pathlib import Path

import pytest
from httpx import Response
from starlette.testclient import TestClient

from recoupe.case.door import Door
from recoupe.case.folder import Case
from recoupe.case.store import reading_from
from recoupe.case.verify import verify
from recoupe.desk.app import application
from recoupe.desk.logins import ATTEMPTS, COOKIE, IDLE, LONGEST, Logins
from recoupe.model.account import Role
from recoupe.model.act import Did
from tests import desk_case

HOST = "desk.example"
PASSWORD = "four plain words here"
CSRF = re.compile(r'name="csrf" value="(\w+)"')
ROLES = {"Ada": Role.ADMIN, "Ben": Role.REVIEWER, "Cleo": Role.READER}
ROOM = f"/documents/{desk_case.yes().id}"


class Clock:
    """A clock that is set by hand, in seconds."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def case(tmp_path: Path) -> Case:
    case = desk_case.made(tmp_path / "mech")
    door = Door(case)
    for name, role in ROLES.items():
        door.add("root", name, role, PASSWORD)
    return case


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def logins(case: Case, clock: Clock) -> Logins:
    return Logins(Door(case), HOST, clock)


@pytest.fixture
def browser(case: Case, logins: Logins) -> TestClient:
    return new_browser(case, logins)


def new_browser(case: Case, logins: Logins, address: str = "192.0.2.1") -> TestClient:
    return TestClient(
        application(case, logins, reads_itself=False),
        base_url=f"https://{HOST}",
        raise_server_exceptions=False,
        client=(address, 5000),
    )


def token(page: Response) -> str:
    found = CSRF.search(page.text)
    assert found is not None, page.text
    return found[1]


def log_in(browser: TestClient, name: str, password: str = PASSWORD, back: str = "") -> Response:
    form = {"csrf": token(browser.get("/login")), "name": name, "password": password, "back": back}
    return browser.post("/login", data=form, follow_redirects=False)


def send(browser: TestClient, path: str, **form: str) -> Response:
    csrf = token(browser.get("/overview"))
    return browser.post(path, data={**form, "csrf": csrf}, follow_redirects=False)


def journal(case: Case) -> list[str]:
    with reading_from(case) as store:
        acts = reversed(store.acts())
    return [f"{act.author}: {act.did}" for act in acts if act.did != Did.ACCOUNT_ADDED]


@pytest.mark.parametrize("path", ["/overview", ROOM, "/findings?status=denied", "/openapi.json"])
def test_whoever_has_not_logged_in_sees_nothing_of_the_case(browser: TestClient, path: str) -> None:
    answer = browser.get(path)

    assert "mech" not in answer.text
    assert "Arvani" not in answer.text
    assert answer.url.path == "/login" or answer.status_code == 401


def test_nothing_of_the_case_stands_on_the_page_that_asks(browser: TestClient) -> None:
    page = browser.get("/login")

    assert page.status_code == 200
    assert "mech" not in page.text
    assert "Ada" not in page.text
    assert "/documents" not in page.text


def test_a_login_leads_to_what_was_asked_for(case: Case, browser: TestClient) -> None:
    asked = browser.get("/findings", params={"status": "contested"})

    answer = log_in(browser, " ADA ", back=asked.url.params["back"])

    assert answer.status_code == 303
    assert answer.headers["location"] == "/findings?status=contested"
    page = browser.get("/findings?status=contested").text
    assert "mech" in page
    assert "Ada" in page
    assert journal(case) == ["Ada: logged-in"]


def test_the_cookie_of_a_session_is_for_this_host_and_tls_alone(browser: TestClient) -> None:
    before = browser.get("/login").headers["set-cookie"]

    after = log_in(browser, "Ada").headers["set-cookie"]

    for cookie in (before, after):
        assert cookie.startswith("__Host-recoupe=")
        assert {"secure", "httponly", "samesite=lax", "path=/"} <= set(cookie.lower().split("; "))
    assert before.split(";")[0] != after.split(";")[0]


@pytest.mark.parametrize("name", ["Ada", "Nobody"])
def test_a_wrong_password_and_a_wrong_name_are_told_alike(
    case: Case, browser: TestClient, name: str
) -> None:
    answer = log_in(browser, name, "another four words")

    assert answer.status_code == 401
    assert "The name or the password is another one." in answer.text
    assert browser.get("/overview").url.path == "/login"
    assert journal(case) == (["None: login-refused"] if name == "Ada" else [])


def test_a_login_leads_to_no_other_host(browser: TestClient) -> None:
    answer = log_in(browser, "Ada", back="//evil.example/a")

    assert answer.headers["location"] == "/a"


def test_another_page_cannot_log_a_browser_in(browser: TestClient) -> None:
    browser.get("/login")
    form = {"name": "Ada", "password": PASSWORD, "csrf": "guessed"}

    assert browser.post("/login", data=form).status_code == 403
    assert browser.post("/login", data={**form, "csrf": ""}).status_code == 403


def test_the_form_of_one_browser_is_no_use_to_another(
    case: Case, logins: Logins, browser: TestClient
) -> None:
    csrf = token(new_browser(case, logins).get("/login"))
    browser.get("/login")

    answer = browser.post("/login", data={"name": "Ada", "password": PASSWORD, "csrf": csrf})

    assert answer.status_code == 403


def test_guessing_is_slowed_down_and_the_right_password_waits_too(browser: TestClient) -> None:
    most = ATTEMPTS[0][0].amount
    answers = [log_in(browser, "Ada", "another four words").status_code for _ in range(most)]

    late = log_in(browser, "Ada")

    assert answers == [401] * most
    assert late.status_code == 429
    assert "Too many attempts: try again in 15 minutes." in late.text


def test_who_guesses_keeps_nobody_else_out(case: Case, logins: Logins, browser: TestClient) -> None:
    for _ in range(ATTEMPTS[0][0].amount + 1):
        log_in(browser, "Ada", "another four words")

    assert log_in(new_browser(case, logins, "192.0.2.2"), "Ada").status_code == 303
    assert log_in(new_browser(case, logins), "Ben").status_code == 303


def test_who_remembers_their_password_in_the_end_begins_anew(browser: TestClient) -> None:
    for _ in range(3):
        for _ in range(ATTEMPTS[0][0].amount - 1):
            log_in(browser, "Ada", "another four words")
        assert log_in(browser, "Ada").status_code == 303
        browser.cookies.clear()


@pytest.mark.parametrize(("step", "steps", "lasts"), [(IDLE - 1, 1, True), (IDLE, 1, False)])
def test_a_session_ends_when_nobody_asks_anything(
    browser: TestClient, clock: Clock, step: float, steps: int, lasts: bool
) -> None:
    log_in(browser, "Ada")

    clock.now += step

    assert (browser.get("/overview").url.path == "/overview") is lasts


def test_a_session_ends_in_the_evening_however_busy_it_was(
    browser: TestClient, clock: Clock
) -> None:
    log_in(browser, "Ada")
    while clock.now + IDLE / 2 < LONGEST:
        clock.now += IDLE / 2
        assert browser.get("/overview").url.path == "/overview"

    clock.now += IDLE / 2

    assert browser.get("/overview").url.path == "/login"


def test_logging_out_ends_the_session_for_whoever_has_the_cookie(
    case: Case, logins: Logins, browser: TestClient
) -> None:
    log_in(browser, "Ada")
    stolen = browser.cookies[COOKIE]

    send(browser, "/logout")

    thief = new_browser(case, logins)
    thief.cookies.set(COOKIE, stolen)
    assert thief.get("/overview").url.path == "/login"
    assert journal(case) == ["Ada: logged-in", "Ada: logged-out"]


def test_another_password_ends_all_other_sessions(
    case: Case, logins: Logins, browser: TestClient
) -> None:
    other = new_browser(case, logins)
    log_in(browser, "Ben")
    log_in(other, "Ben")

    answer = send(browser, "/account/password", old=PASSWORD, new="quite another one")

    assert answer.status_code == 303
    assert browser.get("/account").url.path == "/account"
    assert other.get("/account").url.path == "/login"
    assert log_in(other, "Ben").status_code == 401
    assert log_in(other, "Ben", "quite another one").status_code == 303


@pytest.mark.parametrize(
    ("old", "new"), [("wrong wrong wrong", "quite another one"), (PASSWORD, "x")]
)
def test_a_password_is_changed_by_whoever_knows_it_and_to_a_good_one(
    browser: TestClient, old: str, new: str
) -> None:
    log_in(browser, "Ben")

    assert send(browser, "/account/password", old=old, new=new).status_code == 400
    assert log_in(browser, "Ben").status_code == 303


def test_what_a_reviewer_decides_carries_their_name(case: Case, browser: TestClient) -> None:
    log_in(browser, "Ben")
    seen = re.search(r'name="seen" value="(\w+)"', browser.get(f"{ROOM}?claim=0").text)
    assert seen is not None

    answer = send(browser, f"{ROOM}/claims/0/decision", verdict="accept", seen=seen[1])

    assert answer.status_code == 303
    with reading_from(case) as store:
        assert [decision.author for decision in store.decisions()] == ["Ben"]


def test_what_a_reviewer_adds_carries_their_name(case: Case, browser: TestClient) -> None:
    log_in(browser, "Ben")
    csrf = token(browser.get("/upload"))

    browser.post("/upload", data={"csrf": csrf}, files={"file": ("a.txt", b"Texte de Ben.")})

    with reading_from(case) as store:
        assert store.custody()[-1].author == "Ben"


def test_a_reader_changes_nothing_and_is_offered_nothing_to_change(
    case: Case, browser: TestClient
) -> None:
    log_in(browser, "Cleo")
    room = browser.get(f"{ROOM}?claim=0").text
    own = token(browser.get("/overview"))
    with reading_from(case) as store:
        before = (store.decisions(), store.documents())

    for path in every_write(browser):
        answer = browser.post(path, data={"csrf": own}, follow_redirects=False)
        assert answer.status_code == 403, path

    assert 'value="accept"' not in room
    assert "/edit" not in room
    assert browser.get("/upload").status_code == 403
    assert browser.get(f"{ROOM}/claims/0/edit").status_code == 403
    with reading_from(case) as store:
        assert (store.decisions(), store.documents()) == before


def every_write(browser: TestClient) -> list[str]:
    """Give the paths of all writes of the case, from the OpenAPI."""
    paths = browser.get("/openapi.json").json()["paths"]
    filled = {"{document}": desk_case.yes().id, "{index}": "0", "{number}": "1", "{entity}": "ab"}
    found = []
    for path, methods in paths.items():
        if "post" not in methods or path in (
            "/login",
            "/logout",
            "/preferences",
            "/account/password",
        ):
            continue
        for name, value in filled.items():
            path = path.replace(name, value)
        found.append(path)
    assert len(found) > 15
    return found


def test_a_reader_chooses_language_and_light_all_the_same(browser: TestClient) -> None:
    log_in(browser, "Cleo")

    assert send(browser, "/preferences", theme="dark").status_code == 303
    assert 'data-theme="dark"' in browser.get("/overview").text


@pytest.mark.parametrize("name", ["Ben", "Cleo"])
def test_only_an_admin_sees_who_may_come_in(browser: TestClient, name: str) -> None:
    log_in(browser, name)

    assert browser.get("/accounts").status_code == 403
    assert browser.get("/accounts.json").status_code == 403
    assert 'href="/accounts"' not in browser.get("/overview").text
    assert send(browser, "/accounts/role", name=name, role="admin").status_code == 403


def test_an_admin_lets_others_in_and_out(case: Case, logins: Logins, browser: TestClient) -> None:
    other = new_browser(case, logins)
    log_in(browser, "Ada")

    send(browser, "/accounts", name="Dora", role="reader", password=PASSWORD)
    log_in(other, "Dora")
    assert other.get("/upload").status_code == 403
    send(browser, "/accounts/role", name="Dora", role="reviewer")
    assert other.get("/upload").status_code == 200
    send(browser, "/accounts/remove", name="Dora")
    assert other.get("/upload").url.path == "/login"

    assert journal(case) == [
        "Ada: logged-in",
        "Dora: logged-in",
        "Ada: role-set",
        "Ada: account-removed",
    ]
    assert [problem for problem in verify(case) if "account" in problem.where] == []


def test_the_last_admin_stays(browser: TestClient) -> None:
    log_in(browser, "Ada")

    answer = send(browser, "/accounts/role", name="Ada", role="reader")

    assert answer.status_code == 400
    assert "only admin" in answer.text


def test_who_asks_for_json_without_a_session_is_told_so_in_json(browser: TestClient) -> None:
    answer = browser.get("/findings.json")

    assert answer.status_code == 401
    assert answer.json() == {"detail": "log in first: /login"}


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "desk.example:8642"])
def test_a_name_that_is_not_its_own_is_refused(browser: TestClient, host: str) -> None:
    assert browser.get("/login", headers={"host": host}).status_code == 400


def test_the_log_tells_who_came_in(browser: TestClient) -> None:
    log_in(browser, "Cleo", "another four words")
    log_in(browser, "Cleo")

    page = browser.get("/log").text

    assert "gave a wrong password for Cleo" in page
    assert "logged in" in page


def test_a_desk_that_opens_by_its_link_has_nobody_to_log_in(case: Case) -> None:
    visitor = desk_case.visitor(case)

    assert visitor.get("/login").status_code == 404
    assert visitor.get("/account").status_code == 404
    assert "Cleo" in visitor.get("/accounts").text
