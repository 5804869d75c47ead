"""A claim that the reader missed is added at the desk, from the sentence that makes it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect
from starlette.testclient import TestClient

from recoupe.case import folder, store
from recoupe.case.folder import Case
from recoupe.case.weigh import weigh_again
from recoupe.model.claim import Claim, EventType
from recoupe.model.decision import Added
from recoupe.model.document import Document
from recoupe.model.factuality import UNCOMMITTED, Factuality
from recoupe.model.review import Stand
from recoupe.model.value import Date, Quantity
from tests import case_nouns as nouns
from tests import desk_browser, desk_case
from tests.desk_browser import base, come_in
from tests.test_desk_review import token

MISSED = "Selon un officier, Corvane a reçu 12 radars 🛰 de la société Koupol en mars 2024."
TEXT = f"{nouns.TEXT} Le ministère 🚢 se tait.\n{MISSED}"


def document() -> Document:
    return nouns.dated(TEXT)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    made = folder.create(tmp_path / "mech")
    with store.writing_to(made) as held:
        held.add_document(nouns.line(document()), document())
        held.save_reading(raw())
        weigh_again(held)
    return made


def raw():  # type: ignore[no-untyped-def]
    """Give what the reader read: the first sentence only."""
    end = len(nouns.TEXT)
    read = replace(nouns.claim(document()), evidence=(nouns.Span(0, end),))
    return nouns.reading(document(), read)


@pytest.fixture
def client(case: Case) -> TestClient:
    return desk_case.visitor(case)


def at(words: str) -> str:
    start = TEXT.index(words)
    return f"{start}-{start + len(words)}"


def room() -> str:
    return f"/documents/{document().id}"


def sent(client: TestClient, **marked: str) -> dict[str, Any]:
    return {
        "csrf": token(client),
        "sentence": at("Corvane a"),
        "event": "transfer",
        "reading": "PR+",
        "tense": "past",
        "role": list(marked),
        "at": [at(words) for words in marked.values()],
    }


def added(client: TestClient, form: dict[str, Any]):  # type: ignore[no-untyped-def]
    return client.post(f"{room()}/claims/new", data=form, follow_redirects=False)


def claims(case: Case) -> tuple[Claim, ...]:
    with store.reading_from(case) as held:
        reading = held.reading(document())
        assert reading
        return reading.claims


def test_the_form_of_a_missed_claim_commits_to_nothing(client: TestClient) -> None:
    page = client.get(f"{room()}/claims/new.json", params={"at": at("radars")}).json()

    assert page["sentence"] == MISSED
    form = page["form"]
    assert (form["event"], form["reading"], form["tense"]) == ("", "U", "past")
    assert {row["name"] for row in form["rows"]} <= {""}
    assert {"mars 2024", "12 radars"} <= {row["said"] for row in form["rows"]}


def test_a_missed_claim_is_added_and_named_as_added(case: Case, client: TestClient) -> None:
    form = sent(client, source="un officier", recipient="Corvane", supplier="Koupol")

    answer = added(client, form)

    assert answer.headers["location"] == f"{room()}?claim=1#claim-1"
    made = claims(case)[1]
    assert made.event is EventType.TRANSFER
    assert str(made.factuality) == "PR+"
    assert [span.of(TEXT) for span in made.evidence] == [MISSED]
    assert [source.span.of(TEXT) for source in made.sources] == ["un officier"]
    card = client.get(f"{room()}.json?claim=1").json()["cards"][1]
    assert card["stood"]["stand"] == "Added"


def test_what_is_marked_as_a_count_or_a_date_is_counted(case: Case, client: TestClient) -> None:
    added(client, sent(client, recipient="Corvane", quantity="12 radars", date="mars 2024"))

    made = claims(case)[1]
    assert made.fillers("quantity")[0].value == Quantity(12, "radars")
    assert made.fillers("date")[0].value == Date("2024-03")


def test_words_of_another_sentence_bring_it_as_evidence(case: Case, client: TestClient) -> None:
    added(client, sent(client, recipient="Corvane", supplier="Arvania"))

    told = [span.of(TEXT) for span in claims(case)[1].evidence]
    assert told == [MISSED, nouns.TEXT]


def test_an_added_claim_makes_its_finding_at_once(case: Case, client: TestClient) -> None:
    added(client, sent(client, recipient="Corvane", supplier="Koupol"))

    with store.reading_from(case) as held:
        rested_on = {ref.index for finding in held.findings() for ref in finding.claims}
    assert rested_on == {0, 1}


def test_an_added_claim_is_neither_lost_nor_doubled_when_the_document_is_read_again(
    case: Case, client: TestClient
) -> None:
    added(client, sent(client, recipient="Corvane", supplier="Koupol"))
    before = claims(case)
    found = replace(before[1], factuality=Factuality.parse("CT+"))

    with store.writing_to(case) as held:
        held.save_reading(raw())
        again = claims(case)
        held.save_reading(replace(raw(), claims=(*raw().claims, found)))

    assert again == before
    assert claims(case) == before


def test_an_added_claim_is_undone_and_leads_back_to_the_document(
    case: Case, client: TestClient
) -> None:
    added(client, sent(client, recipient="Corvane"))
    page = client.get(f"{room()}?claim=1").text
    undo = page.partition('action="/decisions/1/undo">')[2].partition("</form>")[0]

    client.post("/decisions/1/undo", data={"csrf": token(client)})

    assert f'name="back" value="{room()}"' in undo
    assert len(claims(case)) == 1


def test_what_is_told_already_is_not_added_more_surely(case: Case, client: TestClient) -> None:
    form = sent(client, source="la Gazette", supplier="Arvania", recipient="Belmark")

    answer = added(client, form | {"reading": "CT+", "sentence": at("Arvania")})

    assert answer.status_code == 400
    assert "tells that already" in answer.text
    assert str(claims(case)[0].factuality) == "PR+"


def test_what_nobody_read_yet_takes_no_claim(case: Case) -> None:
    other = nouns.document("Corvane a acheté 3 navires.")
    with store.writing_to(case) as held:
        held.add_document(nouns.line(other, "b.txt"), other)

    answer = desk_case.visitor(case).get(f"/documents/{other.id}/claims/new?at=0-7")

    assert answer.status_code == 404
    assert "has not been read" in answer.text


@pytest.mark.parametrize("place", ["9-9", "3-9000"])
def test_a_place_outside_the_text_is_said_to_be(client: TestClient, place: str) -> None:
    answer = client.get(f"{room()}/claims/new", params={"at": place})

    assert answer.status_code in (400, 404)
    assert "haracters" in answer.text


def test_a_sentence_is_chosen_without_a_script(client: TestClient) -> None:
    page = client.get(f"{room()}/claims/choose", params={"within": at(TEXT.splitlines()[0])})

    assert f"/claims/new?at={at('Le ministère 🚢 se tait.')}" in page.text


@pytest.mark.skipif(desk_browser.CHROMIUM is None, reason=desk_browser.MISSING)
def test_a_claim_is_added_without_the_mouse(case: Case) -> None:
    with desk_browser.listening(case) as session, desk_browser.chromium() as browser:
        page, complaints = come_in(browser.new_context(locale="en"), session)
        page.goto(f"{base(session)}{room()}")
        telling = page.locator(".telling")
        with page.expect_navigation():
            page.keyboard.press("c")
        expect(telling).to_be_visible()
        for _ in range(3):
            page.keyboard.press("ArrowDown")
        expect(telling).to_have_text(MISSED)
        with page.expect_navigation():
            page.keyboard.press("Enter")
        expect(telling).to_contain_text("what kind of event")
        page.keyboard.press("t")
        for key, words in (("w", "officier"), ("r", "Corvane"), ("s", "Koupol")):
            walk(page, words)
            page.keyboard.press(key)
        with page.expect_navigation():
            page.keyboard.press("Enter")
        expect(page.locator(".card:visible .stood")).to_contain_text("Added")

    made = claims(case)[1]
    assert [span.of(TEXT) for span in made.evidence] == [MISSED]
    assert [source.span.of(TEXT) for source in made.sources] == ["officier"]
    assert {role.name: role.span.of(TEXT) for role in made.roles} == {
        "recipient": "Corvane",
        "supplier": "Koupol",
    }
    assert made.factuality == UNCOMMITTED
    assert complaints == []


def walk(page, words: str) -> None:  # type: ignore[no-untyped-def]
    """Go on word by word to the one that is wanted."""
    for _ in range(20):
        page.keyboard.press("ArrowRight")
        if page.locator(".telling").inner_text().startswith(f"“{words}”"):
            return
    raise AssertionError(f"{words} was not come upon")


def test_the_log_says_who_added_what(case: Case, client: TestClient) -> None:
    added(client, sent(client, recipient="Corvane"))

    with store.reading_from(case) as held:
        (line,) = held.decisions()
        (review,) = held.reviews().values()
    assert isinstance(line.what, Added)
    assert line.author
    assert review.stand is Stand.ADDED


def test_a_finding_says_which_of_its_claims_was_added(case: Case, client: TestClient) -> None:
    added(client, sent(client, recipient="Corvane", supplier="Koupol"))
    with store.reading_from(case) as held:
        found = next(f for f in held.findings() if f.claims[0].index == 1)
        (line,) = held.decisions()

    page = client.get(f"/findings/{found.id}", headers={"accept-language": "en"}).text

    assert f"added in review by {line.author}" in page
