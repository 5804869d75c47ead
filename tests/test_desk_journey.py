"""From an empty case to the first claims, in a real browser, without the command line."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from recoupe.case.folder import Case
from recoupe.desk.session import Session
from tests import desk_browser, desk_case
from tests.desk_browser import base, come_in
from tests.test_cli_case import FRENCH, ITALIAN

pytestmark = pytest.mark.skipif(desk_browser.CHROMIUM is None, reason=desk_browser.MISSING)

LONG = 60_000
"""Milliseconds after which a reader of a few sentences has failed."""

DROPPED = """(files) => {
  const dropped = new DataTransfer();
  for (const [name, text] of files) dropped.items.add(new File([text], name));
  return dropped;
}"""

WATCHED = """() => {
  window.moved = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) window.moved += one.value;
  }).observe({ type: "layout-shift" });
}"""


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return desk_case.empty(tmp_path / "mech")


@pytest.fixture
def session(case: Case) -> Iterator[Session]:
    with desk_browser.listening(case) as opened:
        yield opened


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with desk_browser.chromium() as started:
        yield started


def drop(page: Page, *files: tuple[str, str]) -> None:
    """Drop files on the page; the script has to be listening."""
    page.wait_for_load_state("load")
    page.dispatch_event("main", "drop", {"dataTransfer": page.evaluate_handle(DROPPED, files)})


def test_a_file_dropped_into_an_empty_case_is_read_while_one_looks(
    browser: Browser, session: Session
) -> None:
    page, complaints = come_in(browser.new_context(locale="en"), session)
    page.get_by_role("link", name="Add documents").click()

    drop(page, ("a.txt", FRENCH), ("b.txt", ITALIAN), ("photo.jpg", "x"))

    line = page.locator(".now-line")
    expect(page.locator(".came", has_text="a.txt").locator(".came-state")).to_have_text("added")
    expect(page.locator(".came.refused")).to_contain_text("Files of this kind are not read")
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    expect(line).to_have_text("Read 1 of 1: 1 claim", timeout=LONG)
    page.get_by_role("link", name="What is not read, and why").click()
    expect(page.locator(".waiting")).to_contain_text("not read yet (Italian)")
    page.goto(f"{base(session)}/documents")
    page.get_by_role("row").filter(has_text="French").get_by_role("link").click()
    page.locator(".text .chip").click()
    expect(page.locator(".card:visible")).to_contain_text("Gazette")
    assert complaints == []


@pytest.mark.parametrize("path", ["/overview", "/documents"])
def test_a_page_fills_as_claims_arrive_and_nothing_jumps(
    browser: Browser, session: Session, path: str
) -> None:
    context = browser.new_context(locale="en", viewport={"width": 1280, "height": 900})
    adding, _ = come_in(context, session)
    adding.goto(f"{base(session)}/upload")
    drop(adding, *((f"{i}.txt", f"{FRENCH}Note {i}.\n") for i in range(5)))
    expect(adding.locator(".came-state", has_text="added")).to_have_count(5)
    page = context.new_page()
    page.goto(base(session) + path)
    page.evaluate(WATCHED)

    expect(page.locator(".now-line")).to_have_text("Read 5 of 5: 5 claims", timeout=LONG)

    filled = "5 claims were read" if path == "/overview" else "not read yet"
    count = 1 if path == "/overview" else 0
    expect(page.locator("main [data-fills]", has_text=filled)).to_have_count(count)
    assert page.evaluate("window.moved") < 0.05


def test_without_javascript_the_form_adds_and_a_link_looks_again(
    browser: Browser, session: Session, tmp_path: Path
) -> None:
    file = tmp_path / "a.txt"
    file.write_text(FRENCH, "utf-8")
    page, _ = come_in(browser.new_context(locale="en", java_script_enabled=False), session)
    page.goto(f"{base(session)}/upload")

    page.set_input_files("input[type=file]", file)
    page.get_by_role("button", name="Add", exact=True).click()

    expect(page.locator(".came-state")).to_have_text("added")
    page.get_by_role("link", name="Look again").click()
    expect(page.locator(".now-line")).to_be_visible()


def test_axe_finds_nothing_serious_while_it_reads(browser: Browser, session: Session) -> None:
    if not desk_browser.AXE.is_file():
        pytest.skip("axe-core is not installed: make desk")
    context = browser.new_context(locale="en", color_scheme="dark", bypass_csp=True)
    page, _ = come_in(context, session)
    page.goto(f"{base(session)}/upload")
    drop(page, ("a.txt", FRENCH), ("photo.jpg", "x"))
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    page.add_script_tag(path=desk_browser.AXE)

    found = page.evaluate("axe.run()")["violations"]

    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == []
