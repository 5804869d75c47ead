"""The timeline: findings at the dates that their claims give."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from starlette.testclient import TestClient

from recoupe.case.folder import Case
from recoupe.desk.pages import vendored
from tests import desk_browser, desk_case
from tests.desk_browser import base, come_in


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return desk_case.made(tmp_path / "mech")


@pytest.fixture
def client(case: Case) -> TestClient:
    return desk_case.visitor(case, **{"accept-language": "en"})


def test_a_month_is_as_long_as_a_month(client: TestClient) -> None:
    (moment,) = client.get("/timeline.json").json()["timeline"]["moments"]

    assert moment["edtf"] == "2024-05"
    assert (moment["first"], moment["last"]) == ("2024-05-01", "2024-05-31")
    assert moment["finding"]["label"] == "Claimed as hearsay or belief, and denied"


def test_the_timeline_is_asked_for_by_status_and_event(client: TestClient) -> None:
    def moments(query: str) -> int:
        return len(client.get(f"/timeline.json?{query}").json()["timeline"]["moments"])

    assert moments("status=contested&event=transfer") == 1
    assert moments("status=denied") == 0
    assert "No such finding." in client.get("/timeline?event=meeting").text


def test_the_timeline_is_asked_for_by_a_name(client: TestClient) -> None:
    assert "2024-05" in client.get("/timeline?name=belmark").text
    assert "No such finding." in client.get("/timeline?name=Norge").text


def test_a_case_without_findings_says_what_to_do(tmp_path: Path) -> None:
    page = desk_case.visitor(desk_case.empty(tmp_path / "bare")).get("/timeline").text

    assert 'class="button" href="/upload"' in page


@pytest.mark.skipif(desk_browser.CHROMIUM is None, reason=desk_browser.MISSING)
@pytest.mark.skipif(
    not vendored("vis-timeline-graph2d.min.js"), reason="no vis-timeline here: make desk"
)
def test_a_bar_leads_to_its_finding(case: Case) -> None:
    with desk_browser.listening(case) as session, desk_browser.chromium() as browser:
        page, complaints = come_in(browser.new_context(locale="en"), session)
        page.goto(f"{base(session)}/timeline")

        page.locator(".line .vis-item.contested").click()

        expect(page.locator(".when-list a:focus")).to_have_count(1)
    assert complaints == []
