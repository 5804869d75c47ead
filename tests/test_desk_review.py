"""Deciding on claims at the desk, by forms and by keyboard alone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from starlette.testclient import TestClient

from recoupe.case import store
from recoupe.case.folder import Case
from recoupe.case.lock import locked
from recoupe.desk import deciding
from recoupe.model.decision import Accepted, Edited, Rejected, Undone
from recoupe.model.document import Publication
from recoupe.model.review import Stand
from tests import case_nouns as nouns
from tests import desk_browser, desk_case
from tests.desk_browser import come_in


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return desk_case.made(tmp_path / "mech")


@pytest.fixture
def client(case: Case) -> TestClient:
    return desk_case.visitor(case)


def test_a_claim_is_accepted_and_the_log_says_by_whom(case: Case, client: TestClient) -> None:
    decided(client, "accept")

    (line,) = log(case)
    assert isinstance(line.what, Accepted)
    assert line.author
    card = card_of(client)
    assert card["stood"]["stand"] == "Accepted"
    assert line.author in card["stood"]["by"]


def test_a_rejected_claim_leaves_its_finding_at_once(case: Case, client: TestClient) -> None:
    assert desk_case.yes().id in rested_on(case)

    decided(client, "reject")

    assert isinstance(log(case)[0].what, Rejected)
    assert desk_case.yes().id not in rested_on(case)


def test_certainty_is_lowered_freely(case: Case, client: TestClient) -> None:
    lower = card_of(client)["stood"]["lower"]

    answer = decided(client, lower)

    assert answer.status_code == 303
    (line,) = log(case)
    assert isinstance(line.what, Edited)
    assert str(line.what.into.factuality) == "PS+"


def test_certainty_is_raised_only_with_a_reason(case: Case, client: TestClient) -> None:
    without = decided(client, "CT+")
    told = decided(client, "CT+", reason="the full text says so outright")

    assert without.status_code == 400
    assert "only with a reason" in without.text
    assert told.status_code == 303
    assert [line.reason for line in log(case)] == ["the full text says so outright"]


def test_a_decision_is_undone_and_both_stay_in_the_log(case: Case, client: TestClient) -> None:
    decided(client, "reject")

    client.post("/decisions/1/undo", data={"csrf": token(client)}, follow_redirects=False)

    assert [type(line.what) for line in log(case)] == [Rejected, Undone]
    assert desk_case.yes().id in rested_on(case)
    assert card_of(client)["stood"]["stand"] == ""


def test_what_changed_since_the_page_was_opened_is_not_decided(
    case: Case, client: TestClient
) -> None:
    seen = card_of(client)["stood"]["seen"]
    decided(client, "PS+")

    answer = decided(client, "accept", seen=seen)

    assert answer.status_code == 400
    assert "look at it again" in answer.text
    assert len(log(case)) == 1


def test_a_decision_without_the_forms_token_is_refused(case: Case, client: TestClient) -> None:
    answer = decided(client, "accept", csrf="of another page")

    assert answer.status_code == 403
    assert log(case) == ()


def test_a_form_leads_back_to_this_desk_only(client: TestClient) -> None:
    answer = decided(client, "accept", back="https://elsewhere.example/x")

    assert answer.headers["location"] == "/x"


def test_who_else_writes_is_named_on_the_page(
    case: Case, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deciding, "PATIENCE", 0.1)
    form = {"csrf": token(client), "verdict": "accept", "seen": card_of(client)["stood"]["seen"]}

    with locked(case.folder):
        answer = client.post(room() + "/claims/0/decision", data=form)

    assert answer.status_code == 503
    assert "is writing to the case" in answer.text
    assert log(case) == ()


def test_the_contested_wait_first_and_what_is_decided_waits_no_more(
    case: Case, client: TestClient
) -> None:
    before = client.get("/review.json").json()
    decided(client, "accept")
    after = client.get("/review.json").json()

    assert [one["status"] for one in before["waiting"]] == ["contested", "contested", None]
    assert before["progress"] == {"claims": 3, "done": 0}
    assert after["progress"] == {"claims": 3, "done": 1}
    assert len(after["waiting"]) == 2


def test_the_queue_says_who_says_each_claim_and_the_overview_how_many_wait(
    client: TestClient,
) -> None:
    told = client.get("/review.json").json()
    waits = client.get("/overview.json").json()["waiting"]

    assert [(one["side"], one["chain"][-1]) for one in told["said"]] == [
        ("Claimed by", "Gazette de Lorme"),
        ("Denied by", "Arvania"),
        ("Claimed by", "Gazette de Lorme"),
    ]
    assert {"what": "3 claims to review", "command": "", "link": "/review"} in waits


def test_the_queue_says_in_a_word_why_a_claim_is_where_it_is(tmp_path: Path) -> None:
    case, late = (
        desk_case.empty(tmp_path / "late"),
        nouns.document(nouns.TEXT, published=Publication("2024-04-01")),
    )
    with store.writing_to(case) as into:
        into.add_document(nouns.line(late), late)
        into.save_reading(nouns.reading(late, nouns.claim(late)))
    client = desk_case.visitor(case)

    (one,) = client.get("/review.json").json()["waiting"]

    assert one["doubts"] == ["date"]
    assert "To be doubted: a date that cannot be" in client.get("/review").text
    assert "dated after the day" in client.get(f"/documents/{late.id}?claim=0").text


def test_the_queue_leads_on_and_ends_where_nothing_waits(client: TestClient) -> None:
    first = client.get("/review/next", follow_redirects=False).headers["location"]
    second = after(client, desk_case.yes().id)
    third = after(client, desk_case.no().id)
    again = after(client, desk_case.hostile().id)

    ids = [re.split("[/?]", at)[2] for at in (first, second, third, again)]
    assert ids == [d.id for d in (desk_case.yes(), desk_case.no(), desk_case.hostile())] + [
        desk_case.yes().id
    ]


def after(client: TestClient, document: str) -> str:
    answer = client.get(f"/review/next?after={document}:0", follow_redirects=False)
    return answer.headers["location"]


def room() -> str:
    return f"/documents/{desk_case.yes().id}"


def card_of(client: TestClient) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = client.get(f"{room()}.json?claim=0").json()["cards"][0]
    return found


def token(client: TestClient) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', client.get("/overview").text)
    assert found
    return found[1]


def decided(client: TestClient, verdict: str, **given: str):  # type: ignore[no-untyped-def]
    form = {"csrf": token(client), "verdict": verdict, "seen": card_of(client)["stood"]["seen"]}
    at = f"{room()}/claims/0/decision"
    return client.post(at, data=form | given, follow_redirects=False)


def log(case: Case):  # type: ignore[no-untyped-def]
    with store.reading_from(case) as held:
        return held.decisions()


def rested_on(case: Case) -> set[str]:
    """Give the documents on which findings rest."""
    with store.reading_from(case) as held:
        return {ref.document for finding in held.findings() for ref in finding.claims}


@pytest.mark.skipif(desk_browser.CHROMIUM is None, reason=desk_browser.MISSING)
def test_twenty_claims_are_reviewed_without_the_mouse(tmp_path: Path) -> None:
    case = desk_case.example(tmp_path / "example")
    keys = [*"aaaaraaaalaaaauaaaaaaas"]

    with desk_browser.listening(case) as session, desk_browser.chromium() as browser:
        page, complaints = come_in(browser.new_context(locale="en"), session)
        page.keyboard.press("g")
        with page.expect_navigation():
            page.keyboard.press("r")
        expect(page.get_by_role("heading", level=1)).to_have_text("Review")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        for key in keys:
            expect(page.locator(".card:visible")).to_have_count(1)
            keyed = page.locator(f'[data-key="{key}"]:visible')
            if keyed.count():
                with page.expect_navigation():
                    page.keyboard.press(key)

    stands = [review.stand for review in reviews(case)]
    assert stands.count(Stand.ACCEPTED) >= 18
    assert stands.count(Stand.REJECTED) == 1
    assert complaints == []


def reviews(case: Case):  # type: ignore[no-untyped-def]
    with store.reading_from(case) as held:
        return held.reviews().values()
