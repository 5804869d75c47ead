"""A claim is edited at the desk: what is saved, what is refused, and in which words."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect
from starlette.testclient import TestClient

from recoupe.case import store
from recoupe.case.folder import Case
from recoupe.model.claim import Claim, EventType
from recoupe.model.decision import Decision, Edited
from tests import desk_browser, desk_case
from tests.desk_browser import base, come_in
from tests.test_desk_review import token

TEXT = desk_case.yes().text
SUPPLIER, QUANTITY, RECIPIENT, DATE = "Arvania", "60 drones", "Belmark", "mai 2024"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return desk_case.made(tmp_path / "mech")


@pytest.fixture
def client(case: Case) -> TestClient:
    return desk_case.visitor(case)


def at(words: str) -> str:
    start = TEXT.index(words)
    return f"{start}-{start + len(words)}"


def room() -> str:
    return f"/documents/{desk_case.yes().id}"


def form(client: TestClient) -> dict[str, Any]:
    """Give the form as the page fills it."""
    filled = client.get(f"{room()}/claims/0/edit.json").json()["form"]
    return {
        "csrf": token(client),
        "seen": filled["seen"],
        "event": filled["event"],
        "reading": filled["reading"],
        "tense": filled["tense"],
        "role": [row["name"] for row in filled["rows"]],
        "at": [row["at"] for row in filled["rows"]],
    }


def with_role(sent: dict[str, Any], words: str, role: str) -> dict[str, Any]:
    roles = [
        role if place == at(words) else one
        for one, place in zip(sent["role"], sent["at"], strict=True)
    ]
    return sent | {"role": roles}


def saved(client: TestClient, sent: dict[str, Any]):  # type: ignore[no-untyped-def]
    return client.post(f"{room()}/claims/0/edit", data=sent, follow_redirects=False)


def log(case: Case) -> tuple[Decision, ...]:
    with store.reading_from(case) as held:
        return held.decisions()


def claim(case: Case) -> Claim:
    with store.reading_from(case) as held:
        reading = held.reading(desk_case.yes())
        assert reading
        return reading.claims[0]


def named(case: Case) -> dict[str, str]:
    return {role.name: role.span.of(TEXT) for role in claim(case).roles}


def test_the_form_holds_the_claim_as_it_is_read(client: TestClient) -> None:
    filled = client.get(f"{room()}/claims/0/edit.json").json()["form"]

    assert [(row["name"], row["said"]) for row in filled["rows"] if row["name"]] == [
        ("source", "la Gazette"),
        ("supplier", SUPPLIER),
        ("quantity", QUANTITY),
        ("recipient", RECIPIENT),
        ("date", DATE),
    ]
    assert (filled["event"], filled["reading"], filled["tense"]) == ("transfer", "PR+", "past")


def test_the_words_of_a_role_are_taken_out(case: Case, client: TestClient) -> None:
    answer = saved(client, with_role(form(client), DATE, ""))

    assert answer.headers["location"] == f"{room()}?claim=0#claim-0"
    assert "date" not in named(case)
    (line,) = log(case)
    assert isinstance(line.what, Edited)
    assert line.author


def test_words_change_their_role_and_keep_what_they_stand_for(
    case: Case, client: TestClient
) -> None:
    saved(client, with_role(form(client), SUPPLIER, "intermediary"))

    (role,) = claim(case).fillers("intermediary")
    assert role.span.of(TEXT) == SUPPLIER
    assert role.resolved == "République d'Arvanie"
    assert claim(case).fillers("quantity")[0].value


def test_a_claim_without_a_named_source_is_the_documents_own(
    case: Case, client: TestClient
) -> None:
    saved(client, with_role(form(client), "la Gazette", ""))

    assert claim(case).sources == ()


def test_another_event_takes_its_own_roles_only(case: Case, client: TestClient) -> None:
    refused = saved(client, form(client) | {"event": "meeting"})
    sent = form(client) | {"event": "meeting"}
    for words, role in ((SUPPLIER, "participant"), (RECIPIENT, "participant")):
        sent = with_role(sent, words, role)
    taken = saved(client, sent)

    assert refused.status_code == 400
    assert "“Arvania” is marked as supplier, which a claim of meeting does not have" in refused.text
    assert taken.status_code == 303
    assert claim(case).event is EventType.MEETING


def test_what_was_asked_is_not_lost_when_it_is_refused(client: TestClient) -> None:
    refused = saved(client, with_role(form(client), DATE, "") | {"reading": "CT+"})

    assert refused.status_code == 400
    assert "only with a reason" in refused.text
    assert '<option value="CT+" selected>' in refused.text
    assert f'<li class="row out"><q lang="fr"><bdi>{DATE}' in refused.text


def test_a_claim_is_made_surer_with_a_reason(case: Case, client: TestClient) -> None:
    saved(client, form(client) | {"reading": "CT+", "reason": "the full text says so"})

    assert str(claim(case).factuality) == "CT+"
    assert log(case)[0].reason == "the full text says so"


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("60-9000", "are not in the text"),
        ("12-12", "are no words"),
        ("17-18", "are no words"),
    ],
)
def test_a_span_marks_words_of_the_text_or_is_refused(
    case: Case, client: TestClient, place: str, told: str
) -> None:
    sent = form(client)

    answer = saved(client, sent | {"role": [*sent["role"], "item"], "at": [*sent["at"], place]})

    assert answer.status_code == 400
    assert told in answer.text
    assert log(case) == ()


def test_nobody_took_part_in_no_claim(case: Case, client: TestClient) -> None:
    sent = with_role(with_role(form(client), SUPPLIER, ""), RECIPIENT, "")

    answer = saved(client, sent)

    assert "names supplier, recipient or intermediary" in answer.text
    assert log(case) == ()


def test_what_is_saved_unchanged_is_no_decision(case: Case, client: TestClient) -> None:
    answer = saved(client, form(client))

    assert "nothing was changed" in answer.text
    assert log(case) == ()


def test_a_claim_that_changed_since_the_form_was_opened_is_not_edited(
    case: Case, client: TestClient
) -> None:
    before = form(client)
    saved(client, form(client) | {"reading": "PS+"})

    answer = saved(client, with_role(before, DATE, ""))

    assert "look at it again" in answer.text
    assert len(log(case)) == 1


def test_findings_follow_an_edit_at_once(case: Case, client: TestClient) -> None:
    def origins() -> set[str]:
        with store.reading_from(case) as held:
            return {o.name for finding in held.findings() for o in finding.origins}

    before = origins()

    saved(client, with_role(form(client), "la Gazette", ""))

    assert "Le Courrier" not in before
    assert "Le Courrier" in origins()


def test_an_edit_is_undone(case: Case, client: TestClient) -> None:
    before = claim(case)
    saved(client, with_role(form(client), DATE, ""))

    client.post("/decisions/1/undo", data={"csrf": token(client)})

    assert claim(case) == before


@pytest.mark.skipif(desk_browser.CHROMIUM is None, reason=desk_browser.MISSING)
def test_a_role_is_chosen_in_the_text_without_the_mouse(case: Case) -> None:
    with desk_browser.listening(case) as session, desk_browser.chromium() as browser:
        page, complaints = come_in(browser.new_context(locale="en"), session)
        page.goto(f"{base(session)}{room()}?claim=0")
        with page.expect_navigation():
            page.keyboard.press("e")
        telling = page.locator(".telling")
        expect(telling).to_contain_text("Choose words")
        page.keyboard.press("ArrowRight")
        expect(telling).to_have_text("“Selon”")
        for _ in range(5):
            page.keyboard.press("ArrowRight")
        expect(telling).to_have_text("“livré”")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        expect(telling).to_have_text("“drones” · quantity")
        page.keyboard.press("i")
        expect(telling).to_have_text("“drones” · quantity · item")
        with page.expect_navigation():
            page.keyboard.press("Enter")

    assert named(case)["item"] == "drones"
    assert complaints == []
