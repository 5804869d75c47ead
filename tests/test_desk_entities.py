"""Entities on the desk: all that the case has of one, and what people decide about its names."""

import pytest
from starlette.testclient import TestClient

from recoupe.case import folder, store
from recoupe.case.folder import Case
from recoupe.identity.bearer import place_id
from recoupe.model.decision import Named
from tests import desk_case
from tests.test_ask import ENGLISH, FRENCH
from tests.test_cli_case import recoupe
from tests.test_watchlists import LISTS


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
