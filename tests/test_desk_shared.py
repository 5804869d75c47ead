"""A desk for several people, as it is started and met: over TLS, with accounts, in a browser."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import trustme
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)
from playwright.sync_api import Browser, Page
from typer.testing import CliRunner

from recoupe.case.door import Door
from recoupe.case.folder import Case
from recoupe.case.store import reading_from
from recoupe.cli.app import app
from recoupe.desk.reach import reach
from recoupe.errors import BadInput
from recoupe.model.account import Role
from tests import desk_browser, desk_case

PASSWORD = "four plain words here"


@dataclass(frozen=True, slots=True)
class Certificate:
    """Files in PEM."""

    chain: Path
    key: Path


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    folder = tmp_path_factory.mktemp("certificate")
    made = trustme.CA().issue_cert("localhost")
    made.cert_chain_pems[0].write_to_path(folder / "desk.pem")
    made.private_key_pem.write_to_path(folder / "desk.key")
    return Certificate(folder / "desk.pem", folder / "desk.key")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    case = desk_case.made(tmp_path_factory.mktemp("shared") / "mech")
    Door(case).add("root", "Ada", Role.ADMIN, PASSWORD)
    return case


@pytest.fixture(scope="module")
def link(case: Case, certificate: Certificate) -> Iterator[str]:
    """Start a desk that speaks TLS and give what people open."""
    port = desk_browser.free_port()
    files = ["--certificate", str(certificate.chain), "--key", str(certificate.key)]
    where = ["--port", str(port), "--address", f"https://localhost:{port}"]
    command = [sys.executable, "-m", "recoupe", "desk", str(case.folder), "--no-browser"]
    with subprocess.Popen([*command, *files, *where], stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout is not None
        yield desk.stdout.readline().strip()
        desk.send_signal(signal.SIGINT)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if desk_browser.CHROMIUM is None:
        pytest.skip(desk_browser.MISSING)
    with desk_browser.chromium() as started:
        yield started


def come_in(page: Page, link: str, name: str = "Ada", password: str = PASSWORD) -> None:
    """Log in by the keyboard alone, beginning where the page puts it."""
    page.goto(link)
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(password)
    page.keyboard.press("Enter")
    page.wait_for_url("**/overview")


def test_a_colleague_logs_in_decides_under_their_name_and_leaves(
    browser: Browser, link: str, case: Case
) -> None:
    page = browser.new_context(ignore_https_errors=True, locale="en").new_page()

    come_in(page, link)
    page.goto(f"{link}documents/{desk_case.yes().id}?claim=0")
    page.keyboard.press("a")
    page.wait_for_function("document.querySelector('.stood strong')")
    page.get_by_role("button", name="Log out").click()
    page.wait_for_url("**/login")
    page.go_back()

    page.wait_for_url("**/login*")
    with reading_from(case) as store:
        assert [decision.author for decision in store.decisions()] == ["Ada"]


def test_axe_finds_nothing_serious_on_the_pages_of_accounts(browser: Browser, link: str) -> None:
    if not desk_browser.AXE.is_file():
        pytest.skip("axe-core is not installed: make desk")
    for scheme in ("light", "dark"):
        context = browser.new_context(
            ignore_https_errors=True,
            bypass_csp=True,  # axe is no script of the page
            color_scheme="dark" if scheme == "dark" else "light",
            viewport={"width": 360, "height": 800},
        )
        page = context.new_page()
        page.goto(f"{link}login")
        broken = desk_browser.violations(page)
        come_in(page, link)
        for path in ("account", "accounts", "log"):
            page.goto(f"{link}{path}")
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
            broken += desk_browser.violations(page)

        assert broken == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--host", "0.0.0.0"], "passwords in the clear"),
        (["--address", "http://desk.example"], "https://NAME"),
        (["--address", "https://desk.example/mech"], "https://NAME"),
        (["--address", "https://desk.example:http"], "--address"),
        (["--host", "203.0.113.7", "--address", "https://desk.example"], "an address of this"),
        (["--host", "no.such.host.invalid"], "no address of this machine"),
        (["--certificate", "missing.pem"], "missing.pem: no such file"),
        (["--certificate", __file__], "no certificate in PEM"),
        (["--address", "https://desk.example"], "recoupe accounts add"),
    ],
)
def test_a_desk_that_others_could_open_unsafely_does_not_start(
    tmp_path: Path, words: list[str], says: str
) -> None:
    case = desk_case.empty(tmp_path / "mech")

    done = CliRunner().invoke(app, ["desk", str(case.folder), "--no-browser", *words])

    assert done.exit_code == 1
    assert says in done.output
    assert len(done.output.strip().splitlines()) == 1


def test_a_key_that_needs_a_passphrase_is_refused_and_asks_nobody(
    tmp_path: Path, certificate: Certificate
) -> None:
    key = load_pem_private_key(certificate.key.read_bytes(), None)
    locked = tmp_path / "locked.key"
    locked.write_bytes(
        key.private_bytes(
            Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"a passphrase")
        )
    )

    with pytest.raises(BadInput, match="passphrase"):
        reach("127.0.0.1", None, certificate.chain, locked, 8642)


@pytest.mark.parametrize(
    ("host", "address", "called"),
    [
        ("192.0.2.7", None, "192.0.2.7:8642"),
        ("desk.lan", None, "desk.lan:8642"),
        ("2001:db8::7", None, "[2001:db8::7]:8642"),
        ("0.0.0.0", "https://Desk.Example/", "desk.example"),
        ("0.0.0.0", "https://desk.example:443", "desk.example"),
        ("127.0.0.1", "https://desk.example:8443", "desk.example:8443"),
    ],
)
def test_the_desk_answers_under_what_people_open(
    certificate: Certificate, host: str, address: str | None, called: str
) -> None:
    found = reach(host, address, certificate.chain, certificate.key, 8642)

    assert found.called == called


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "::1", "localhost"])
def test_on_this_machine_a_desk_needs_no_account(host: str) -> None:
    assert reach(host, None, None, None, 8642).address is None
