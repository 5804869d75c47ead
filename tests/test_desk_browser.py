"""The desk in a real browser: a first journey through the example case, and what may not happen."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from recoupe.case import store
from recoupe.case.folder import Case
from recoupe.desk.session import Session
from recoupe.desk.who import Who, asked
from tests import desk_browser, desk_case
from tests.desk_browser import base, come_in

pytestmark = pytest.mark.skipif(desk_browser.CHROMIUM is None, reason=desk_browser.MISSING)

DRAWN = ("/network", "/timeline")
"""Pages whose drawing weighs more than all other pages may."""

WIDTHS = (360, 1280, 2560)

SHIFT = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 50);
})"""

WEIGHTS = """() => [
  ...performance.getEntriesByType("resource"), ...performance.getEntriesByType("navigation")
].map((entry) => entry.decodedBodySize)"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return desk_case.example(tmp_path_factory.mktemp("desk") / "example")


@pytest.fixture(scope="module")
def session(case: Case) -> Iterator[Session]:
    with desk_browser.listening(case) as opened:
        yield opened


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with desk_browser.chromium() as started:
        yield started


@pytest.fixture(scope="module")
def paths(case: Case) -> tuple[str, ...]:
    with store.reading_from(case) as held:
        documents, findings = held.documents(), held.findings()
        entity, *_ = asked("IEMZ Kupol", Who().known(held))
    contested = next(f for f in findings if f.status == "contested")
    return (
        *desk_case.PAGES,
        f"/documents/{documents[0].id}",
        f"/documents/{documents[0].id}?claim=2",
        f"/findings/{contested.id}",
        f"/entities/{entity.id}",
        "/findings?status=single-origin",
        "/nowhere",
    )


def _room(paths: tuple[str, ...]) -> str:
    return next(path for path in paths if path.startswith("/documents/"))


def test_a_reporter_goes_from_what_is_contested_to_the_words(
    browser: Browser, session: Session
) -> None:
    page, complaints = come_in(browser.new_context(locale="en"), session)
    assert page.url == f"{base(session)}/overview"

    page.get_by_role("link", name="Claimed, and denied").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Claimed, and denied")
    page.locator(".statement.denied .place").first.click()

    expect(page.locator(".card:visible .side")).to_have_text("Denied by")
    expect(page.locator(".text .on-told").first).to_be_in_viewport()
    assert "?claim=" in page.url
    assert complaints == []


def test_claims_and_documents_are_gone_through_by_keys(
    browser: Browser, session: Session, paths: tuple[str, ...]
) -> None:
    page, complaints = come_in(browser.new_context(locale="en"), session)
    page.goto(base(session) + _room(paths))
    card = page.locator(".card:visible .over")

    page.keyboard.press("j")
    expect(card).to_contain_text("Claim 1 of")
    page.keyboard.press("j")
    expect(card).to_contain_text("Claim 2 of")
    page.keyboard.press("k")
    expect(card).to_contain_text("Claim 1 of")
    page.keyboard.press("Escape")
    expect(page.locator(".card:visible")).to_have_count(0)

    page.keyboard.press("n")
    page.wait_for_url(lambda url: _room(paths) not in url)
    page.keyboard.press("p")
    page.wait_for_url(lambda url: _room(paths) in url)
    assert complaints == []


def test_the_keys_are_told_on_demand(browser: Browser, session: Session) -> None:
    page, _ = come_in(browser.new_context(locale="en"), session)

    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")

    page.keyboard.press("g")
    page.keyboard.press("f")
    page.wait_for_url("**/findings")
    page.keyboard.press("/")
    page.wait_for_url("**/search")


def test_everything_is_there_without_javascript(
    browser: Browser, session: Session, paths: tuple[str, ...]
) -> None:
    page, _ = come_in(browser.new_context(locale="en", java_script_enabled=False), session)
    page.goto(base(session) + _room(paths))

    page.locator(".text .chip").nth(2).click()

    expect(page.locator(".card:visible .over")).to_contain_text("Claim 3 of")
    expect(page.locator(".text .on-cue").first).to_be_visible()


def test_language_and_light_are_kept(browser: Browser, session: Session) -> None:
    page, complaints = come_in(browser.new_context(locale="en"), session)

    page.get_by_role("button", name="Français").click()
    page.get_by_role("button", name="Sombre").click()
    page.get_by_role("link", name="Constats", exact=True).click()

    assert page.locator("html").get_attribute("lang") == "fr"
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert complaints == []


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_is_wider_than_the_screen_or_moves_while_it_comes(
    browser: Browser, session: Session, paths: tuple[str, ...], width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="fr")
    page, complaints = come_in(context, session)
    for path in paths:
        page.goto(base(session) + path)

        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert page.evaluate(SHIFT) < 0.01, path
    assert [said for said in complaints if "404" not in said] == []


def test_the_menu_of_a_narrow_page_shows_where_one_is(browser: Browser, session: Session) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page, _ = come_in(context, session)

    page.goto(f"{base(session)}/timeline")

    expect(page.locator(".rail [aria-current]")).to_be_in_viewport(ratio=1)
    context.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_axe_finds_nothing_serious(
    browser: Browser, session: Session, paths: tuple[str, ...], scheme: str, width: int
) -> None:
    if not desk_browser.AXE.is_file():
        pytest.skip("axe-core is not installed: make desk")
    context = browser.new_context(
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": width, "height": 900},
        locale="en",
        bypass_csp=True,  # axe is no script of the page
    )
    page, _ = come_in(context, session)
    for path in paths:
        page.goto(base(session) + path)

        assert desk_browser.violations(page) == [], path


def test_a_first_page_is_light(browser: Browser, session: Session, paths: tuple[str, ...]) -> None:
    for path in (path for path in paths if path not in DRAWN):
        context = browser.new_context()  # with nothing kept from before
        page, _ = come_in(context, session)
        page.goto(base(session) + path)

        weights = page.evaluate(WEIGHTS)

        assert 0 < sum(weights) < 300_000, path
        context.close()


def test_a_hostile_document_runs_nothing(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    case = desk_case.made(tmp_path_factory.mktemp("desk") / "hostile")
    with desk_browser.listening(case) as session:
        page, complaints = come_in(browser.new_context(), session)
        for path in desk_case.every_page(case):
            page.goto(base(session) + path)

            expect(page.get_by_role("heading", level=1)).to_be_visible()
            assert page.locator("main script, main style, main img").count() == 0

    assert complaints == []
