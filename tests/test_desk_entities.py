"""Entities on the desk: all that the case has of one, and what people decide about its names."""

import gc
import re
from pathlib import Path

import pytest
from httpx import Response
from playwright.sync_api import Page as Browsed
from playwright.sync_api import expect
from starlette.testclient import TestClient

from recoupe.case import folder, store
from recoupe.case.folder import Case
from recoupe.desk import putting, who
from recoupe.desk.names import put_together
from recoupe.desk.putting import put_beside
from recoupe.desk.session import Session
from recoupe.identity.bearer import place_id
from recoupe.model.decision import Decision, Named, NotSame, Same, Undone
from recoupe.model.finding import Status
from tests import desk_browser, desk_case
from tests.desk_browser import base, come_in
from tests.test_ask import ENGLISH, FRENCH
from tests.test_cli_case import recoupe
from tests.test_entities_case import filled, seller
from tests.test_watchlists import LISTS
from tests.weighing_nouns import Page


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A case with two documents, in two languages, that name the same people, and a list."""
    at = tmp_path_factory.mktemp("desk")
    for name, text in (("a.txt", FRENCH), ("b.txt", ENGLISH)):
        (at / name).write_text(text, "utf-8")
    made = at / "mech"
    for arguments in (
        ("new", made),
        ("add", made, at / "a.txt", at / "b.txt"),
        ("read", made),
        ("lists", "add", made, "ofac", LISTS / "sdn_advanced.xml"),
    ):
        assert recoupe(*arguments).exit_code == 0
    return folder.open(made)


@pytest.fixture(scope="module")
def client(case: Case) -> TestClient:
    return desk_case.visitor(case, **{"accept-language": "en"})


def id_of(client: TestClient, name: str) -> str:
    (one,) = client.get("/entities.json", params={"name": name}).json()["entities"]
    found: str = one["id"]
    return found


def test_a_name_that_a_search_finds_leads_to_whom_it_names(client: TestClient) -> None:
    kinds = client.get("/search.json", params={"q": "Kupol"}).json()["kinds"]
    found = next(one for kind in kinds if kind["kind"] == "name" for one in kind["hits"])

    page = client.get(f"/entities/{found['entity']}")

    assert page.status_code == 200
    assert f'href="/entities/{found["entity"]}"' in client.get("/search?q=Kupol").text


@pytest.mark.parametrize("name", ["IEMZ Kupol", "ИЭМЗ Купол", "koupol"])
def test_an_entity_is_found_by_its_name_in_any_script(client: TestClient, name: str) -> None:
    (one,) = client.get("/entities.json", params={"name": name}).json()["entities"]

    assert [one["name"], *one["others"]] == ["IEMZ Koupol", "IEMZ Kupol"]


def test_a_page_has_its_names_with_where_they_stand(client: TestClient) -> None:
    told = client.get(f"/entities/{id_of(client, 'Kupol')}.json").json()

    written = {one["text"]: one for one in told["written"]}
    assert written["IEMZ Koupol"]["mentions"] == 1
    assert written["IEMZ Kupol"]["mentions"] == 2
    assert {one["script"] for one in told["written"]} == {"Latin"}
    assert [len(one["documents"]) for one in told["written"]] == [1, 1]


def test_a_page_says_why_its_names_are_one(client: TestClient) -> None:
    (joined,) = client.get(f"/entities/{id_of(client, 'Kupol')}.json").json()["joined"]

    assert {joined["one"], joined["other"]} == {"IEMZ Koupol", "IEMZ Kupol"}
    assert joined["rule"] == "the names are alike"
    assert any("Kupol" in why for why in joined["why"])


def test_a_claim_stands_there_with_who_says_so_and_how_surely(client: TestClient) -> None:
    page = client.get(f"/entities/{id_of(client, 'Kupol')}").text
    told = client.get(f"/entities/{id_of(client, 'Kupol')}.json").json()["claims"]

    assert {one["commitment"] for one in told} == {"says so", "denies"}
    assert {one["roles"][0] for one in told} >= {"supplier"}
    assert all(one["side"] and one["chain"] and one["quote"] for one in told)
    assert page.count('<span class="side"><svg') == len(told)
    assert "never what happened" in page


def test_an_entry_of_a_list_stands_as_of_the_day_and_as_of_the_event(client: TestClient) -> None:
    at = f"/entities/{id_of(client, 'Kupol')}.json"

    (today,) = client.get(at).json()["entries"]
    (before,) = client.get(at, params={"as_of": "2020-01-01"}).json()["entries"]

    assert today["stood"][0] == {"standing": "listed", "words": "listed since 2023-12-12 by OFAC"}
    assert before["stood"][0]["standing"] == "not yet listed"
    assert {then["when"]: then["stood"][0]["standing"] for then in today["then"]} == {
        "2024-05": "listed"
    }
    assert today["alias"]
    assert today["why"]


def test_a_country_is_asked_of_no_list(client: TestClient) -> None:
    told = client.get(f"/entities/{id_of(client, 'Belarus')}.json").json()

    assert told["entries"] is None


def test_who_else_is_in_its_claims_has_a_page_of_its_own(client: TestClient) -> None:
    told = client.get(f"/entities/{id_of(client, 'Kupol')}.json").json()["beside"]

    belarus = next(one for one in told if one["name"] == "Biélorussie")
    assert belarus["roles"] == [["supplier", "recipient", 2]]
    assert client.get(f"/entities/{belarus['id']}").status_code == 200


def test_every_name_of_an_entity_leads_to_its_one_address(case: Case, client: TestClient) -> None:
    one = id_of(client, "Kupol")
    with store.reading_from(case) as held:
        places = [
            Named(reading.document, entity.name, entity.type)
            for reading in held.readings()
            for entity in reading.entities
            if entity.name.startswith("IEMZ")
        ]

    ends = {client.get(f"/entities/{place_id(place)}.json").url.path for place in places}

    assert len(places) == 2
    assert ends == {f"/entities/{one}.json"}


def test_an_address_outlives_that_a_name_is_taken_for_another_kind(
    case: Case, client: TestClient
) -> None:
    with store.reading_from(case) as held:
        document = held.documents()[0].id
    of_another_kind = place_id(Named(document, "IEMZ Koupol", "Vessel"))

    answer = client.get(f"/entities/{of_another_kind}.json")

    assert answer.json()["names"] == ["IEMZ Koupol", "IEMZ Kupol"]


def test_an_address_that_leads_nowhere_says_what_to_do(client: TestClient) -> None:
    answer = client.get("/entities/000000000000")

    assert answer.status_code == 404
    assert "look for it by its name" in answer.text


def test_a_finding_and_a_card_lead_to_whom_they_name(client: TestClient) -> None:
    told = client.get(f"/entities/{id_of(client, 'Kupol')}.json").json()
    finding, claim = told["findings"][0]["finding"]["id"], told["claims"][0]

    named = client.get(f"/findings/{finding}.json").json()["entities"]
    cards = client.get(f"/documents/{claim['document']}.json").json()["cards"]

    assert "IEMZ Koupol" in {one["name"] for one in named}
    parts = [part for part in cards[claim["index"]]["parts"] if part["role"] == "supplier"]
    led = client.get(f"/entities/{parts[0]['entity']}.json").json()
    assert led["name"] == "IEMZ Koupol"


def test_names_of_a_large_case_are_put_together_beside_the_pages(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(who, "AT_ONCE", 1)
    fresh = desk_case.visitor(case, **{"accept-language": "en"})

    first = fresh.get("/entities")
    drawn = fresh.get("/network.json")
    passed_over = gc.get_freeze_count()
    fresh.app.state.desk.who.work.join()  # type: ignore[attr-defined]

    assert gc.get_freeze_count() > passed_over
    assert first.status_code == 503
    assert "open the page again" in first.text
    assert drawn.status_code == 200
    assert id_of(fresh, "Kupol") == id_of(fresh, "Koupol")


def test_another_process_puts_the_same_names_together(case: Case) -> None:
    with store.reading_from(case) as held:
        here = put_together(held)

    assert put_beside(case) == here
    assert here[1].every


def test_where_the_other_process_fails_the_names_are_put_together_here(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(who, "AT_ONCE", 1)
    monkeypatch.setattr(putting, "PROGRAM", "recoupe.desk.nothing")
    fresh = desk_case.visitor(case)

    fresh.get("/entities")
    fresh.app.state.desk.who.work.join()  # type: ignore[attr-defined]

    assert fresh.get("/entities").status_code == 200


VEGA, LYRA = seller("Vega Marine", "Tide"), seller("Kestrel Works", "Harbour Gazette")
SHORT, LONG = seller("Orion", "Tide"), seller("Orion Dynamics", "Harbour Gazette")


def desk_of(at: Path, *pages: Page) -> tuple[Case, TestClient]:
    case = filled(at, *pages)
    return case, desk_case.visitor(case, **{"accept-language": "en"})


def post(client: TestClient, path: str, **form: str | list[str]) -> Response:
    token = re.search(r'name="csrf" value="([^"]+)"', client.get("/overview").text)
    assert token
    return client.post(path, data={"csrf": token[1], **form}, follow_redirects=False)


def decide(client: TestClient, one: str, other: str, verdict: str, **form: str) -> Response:
    at = f"/entities/{id_of(client, one)}/decision"
    return post(client, at, other=id_of(client, other), verdict=verdict, **form)


def statuses(case: Case) -> list[Status]:
    with store.reading_from(case) as held:
        return sorted(finding.status for finding in held.findings())


def log(case: Case) -> tuple[Decision, ...]:
    with store.reading_from(case) as held:
        return held.decisions()


def test_two_entities_are_made_one_and_findings_follow_at_once(tmp_path: Path) -> None:
    case, client = desk_of(tmp_path, VEGA, LYRA)
    assert statuses(case) == [Status.SINGLE_ORIGIN, Status.SINGLE_ORIGIN]

    answer = decide(client, "Vega", "Kestrel", "same", reason="one yard, says the register")

    assert answer.status_code == 303
    assert statuses(case) == [Status.CORROBORATED]
    (line,) = log(case)
    assert isinstance(line.what, Same)
    assert (line.reason, bool(line.author)) == ("one yard, says the register", True)
    assert id_of(client, "Vega") == id_of(client, "Kestrel")
    (told,) = client.get(f"/entities/{id_of(client, 'Vega')}.json").json()["ruled"]
    assert told["same"]
    assert told["reason"] == "one yard, says the register"


def test_both_old_addresses_lead_to_the_one(tmp_path: Path) -> None:
    _, client = desk_of(tmp_path, VEGA, LYRA)
    before = [id_of(client, "Vega"), id_of(client, "Kestrel")]

    decide(client, "Vega", "Kestrel", "same")

    assert len({client.get(f"/entities/{id_}").url.path for id_ in before}) == 1


def test_a_merge_is_undone_and_findings_are_as_before(tmp_path: Path) -> None:
    case, client = desk_of(tmp_path, VEGA, LYRA)
    decide(client, "Vega", "Kestrel", "same")

    post(client, "/entities/undo", number=["1"])

    assert statuses(case) == [Status.SINGLE_ORIGIN, Status.SINGLE_ORIGIN]
    assert [type(line.what) for line in log(case)] == [Same, Undone]
    assert id_of(client, "Vega") != id_of(client, "Kestrel")


def test_two_that_may_be_one_wait_with_their_reason_until_somebody_decides(
    tmp_path: Path,
) -> None:
    case, client = desk_of(tmp_path, SHORT, LONG)
    (waits,) = client.get("/entities/proposed.json").json()["proposals"]
    assert waits["rule"] == "Orion is a part of Orion Dynamics"
    assert waits["against"] == "no other name ties their documents"

    answer = post(
        client,
        f"/entities/{waits['one']['id']}/decision",
        other=waits["other"]["id"],
        verdict="not-same",
        back="/entities/proposed",
    )

    assert answer.headers["location"] == "/entities/proposed"
    assert client.get("/entities/proposed.json").json()["proposals"] == []
    assert isinstance(log(case)[0].what, NotSame)


def test_a_name_that_is_asked_for_comes_with_what_speaks_for_it_and_against(
    tmp_path: Path,
) -> None:
    _, client = desk_of(tmp_path, SHORT, LONG)
    (long,) = client.get("/entities.json", params={"name": "dynamics"}).json()["entities"]

    told = client.get(f"/entities/{long['id']}.json", params={"other": "Орион"}).json()

    (candidate,) = told["candidates"]
    assert candidate["name"] == "Orion"
    assert "Orion ~ Orion: same word" in candidate["speaks_for"]
    assert any(one.startswith("Dynamics, in the first name") for one in candidate["against"])


def test_a_name_is_taken_out_and_comes_back(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FRENCH, "utf-8")
    (tmp_path / "b.txt").write_text(ENGLISH, "utf-8")
    made = tmp_path / "mech"
    for arguments in (
        ("new", made),
        ("add", made, tmp_path / "a.txt", tmp_path / "b.txt"),
        ("read", made),
    ):
        assert recoupe(*arguments).exit_code == 0
    case = folder.open(made)
    client = desk_case.visitor(case, **{"accept-language": "en"})
    one = id_of(client, "Kupol")
    outs = client.get(f"/entities/{one}.json").json()["outs"]
    which = next(out["which"] for out in outs if out["name"] == "IEMZ Kupol")

    post(client, f"/entities/{one}/split", which=which, reason="two plants")

    assert {line.reason for line in log(case)} == {"two plants"}
    names = [one["name"] for one in client.get("/entities.json?name=kupol").json()["entities"]]
    assert names == ["IEMZ Kupol"]
    left = client.get("/entities.json?name=koupol").json()["entities"][0]
    (told,) = client.get(f"/entities/{left['id']}.json").json()["ruled"]
    assert not told["same"]
    post(client, "/entities/undo", number=[str(number) for number in told["numbers"]])
    assert id_of(client, "Kupol") == id_of(client, "Koupol")


def test_names_that_are_but_alike_become_one_in_findings_by_decision(tmp_path: Path) -> None:
    case, client = desk_of(tmp_path, seller("Koupol", "Tide"), seller("Kupol", "Harbour Gazette"))
    one = id_of(client, "Kupol")
    assert not client.get(f"/entities/{one}.json").json()["settled"]
    assert statuses(case) == [Status.SINGLE_ORIGIN, Status.SINGLE_ORIGIN]

    post(client, f"/entities/{one}/confirm")

    assert client.get(f"/entities/{one}.json").json()["settled"]
    assert statuses(case) == [Status.CORROBORATED]


def test_an_entity_is_not_made_one_with_itself(tmp_path: Path) -> None:
    case, client = desk_of(tmp_path, VEGA)

    answer = decide(client, "Vega", "Vega", "same")

    assert answer.status_code == 400
    assert "one already" in answer.text
    assert log(case) == ()


def test_what_is_taken_out_leaves_something(tmp_path: Path) -> None:
    case, client = desk_of(tmp_path, VEGA)
    one = id_of(client, "Vega")

    answer = post(client, f"/entities/{one}/split", which=f"name-{one}")

    assert answer.status_code == 400
    assert "no other name" in answer.text
    assert log(case) == ()


def drawn(page: Browsed, session: Session) -> list[str]:
    page.goto(f"{base(session)}/network")
    return page.locator(".drawn-names a").all_inner_texts()


@pytest.mark.skipif(desk_browser.CHROMIUM is None, reason=desk_browser.MISSING)
def test_an_analyst_makes_two_one_takes_it_back_and_takes_a_name_out(tmp_path: Path) -> None:
    case = filled(tmp_path, SHORT, LONG)
    with desk_browser.listening(case) as session, desk_browser.chromium() as browser:
        page, complaints = come_in(browser.new_context(locale="en"), session)
        assert drawn(page, session) == ["Orion", "Orion Dynamics"]

        page.get_by_role("link", name="Orion", exact=True).click()
        waits = page.locator(".pair", has_text="Orion Dynamics")
        expect(waits).to_contain_text("Orion is a part of Orion Dynamics")
        waits.get_by_label("Why").fill("one register entry")
        waits.get_by_role("button", name="One and the same").click()
        expect(page.locator(".rulings li")).to_contain_text("one register entry")
        assert len(drawn(page, session)) == 1

        page.go_back()
        page.keyboard.press("u")
        expect(page.locator(".rulings li")).to_have_count(0)
        assert drawn(page, session) == ["Orion", "Orion Dynamics"]

        page.get_by_role("link", name="Orion", exact=True).click()
        page.get_by_label("Another name").fill("Орион Dynamics")
        page.get_by_role("button", name="Compare").click()
        laid = page.locator("#candidates .pair")
        expect(laid).to_contain_text("nothing like it in the other")
        laid.get_by_role("button", name="One and the same").click()
        page.locator("select[name=which]").select_option(label="Orion")
        page.get_by_role("button", name="Take out").click()
        expect(page.locator(".rulings li").first).to_contain_text("is not")
        assert drawn(page, session) == ["Orion", "Orion Dynamics"]
    assert complaints == []
    assert [type(line.what) for line in log(case)] == [Same, Undone, Same, NotSame]
