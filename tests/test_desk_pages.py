"""What each page says, and that it says the same as JSON."""

import os
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from recoupe.case import store
from recoupe.case.folder import Case
from recoupe.desk.pages import SIZE
from recoupe.model.document import Publication
from recoupe.model.finding import ClaimRef
from recoupe.model.reading import Reading
from tests import case_nouns as nouns
from tests import desk_case


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return desk_case.made(tmp_path_factory.mktemp("desk") / "mech")


@pytest.fixture(scope="module")
def client(case: Case) -> TestClient:
    return desk_case.visitor(case)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return desk_case.visitor(desk_case.empty(tmp_path_factory.mktemp("desk") / "bare"))


def test_every_page_is_also_json(case: Case, client: TestClient) -> None:
    for path in desk_case.every_page(case):
        where, _, query = path.partition("?")

        answer = client.get(f"{where}.json?{query}")

        assert answer.status_code == 200, path
        assert answer.json()


def test_openapi_knows_every_page_and_its_json(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]

    for path in ("/overview", "/documents", "/documents/{document}", "/findings", "/search"):
        assert path in paths
        assert f"{path}.json" in paths


def test_the_overview_counts_what_came_in_and_what_stands(client: TestClient) -> None:
    told = client.get("/overview.json").json()

    assert told["documents"] == 3
    assert "3 claims were read in 3 documents" in " ".join(told["came_in"])
    assert [t["number"] for t in told["tallies"] if t["status"] == "contested"] == [1]
    contested = told["contested"][0]
    assert contested["label"] == "Claimed as hearsay or belief, and denied"
    assert contested["origins"] == "2 independent origins (passes on or supposes: 1, denies: 1)"


def test_documents_are_chosen_by_whether_they_were_read_and_told_something(tmp_path: Path) -> None:
    case = desk_case.made(tmp_path / "mech")
    silent, unread = nouns.document("Rien."), nouns.document("Pas encore lu.")
    with store.writing_to(case) as held:
        for document in (silent, unread):
            held.add_document(nouns.line(document, f"{document.id}.txt"), document)
        held.save_reading(Reading(silent.id, "fr", None, None, reader="reader 1"))
    client = desk_case.visitor(case)

    for which, document in (("silent", silent), ("unread", unread)):
        told = client.get("/documents.json", params={"which": which}).json()
        assert ([d["id"] for d in told["documents"]], told["total"]) == ([document.id], 1)

    waiting = client.get("/overview.json").json()["waiting"]
    assert {"/documents?which=silent", "/documents?which=unread"} <= {w["link"] for w in waiting}


def test_a_heading_never_stands_without_its_label(case: Case, client: TestClient) -> None:
    finding = nouns.contested(desk_case.yes(), desk_case.no())

    for path in ("/overview", "/findings", f"/findings/{finding.id}", "/findings?status=contested"):
        page = client.get(path).text

        before = [
            page[max(0, m.start() - 600) : m.start()] for m in re.finditer("Transfer: ", page)
        ]
        assert before, path
        assert all("Claimed as hearsay or belief, and denied" in words for words in before)


def test_a_finding_says_who_claims_and_who_denies(client: TestClient) -> None:
    finding = nouns.contested(desk_case.yes(), desk_case.no())

    told = client.get(f"/findings/{finding.id[:6]}.json").json()["told"]

    sides = {side["tone"]: side["statements"][0] for side in told["sides"]}
    assert (sides["claimed"]["side"], sides["claimed"]["who"]) == ("Claimed by", "Gazette de Lorme")
    assert (sides["denied"]["side"], sides["denied"]["who"]) == ("Denied by", "Arvania")
    assert told["differences"][0]["on"] == "They differ on whether it is so"


def test_a_quote_leads_to_its_place_in_the_document(client: TestClient) -> None:
    finding = nouns.contested(desk_case.yes(), desk_case.no())

    page = client.get(f"/findings/{finding.id}").text

    assert f"/documents/{desk_case.yes().id}?claim=0#claim-0" in page
    assert f"/documents/{desk_case.no().id}?claim=0#claim-0" in page


def test_a_trace_that_is_not_the_finding_s_says_so(tmp_path: Path) -> None:
    case = desk_case.made(tmp_path / "mech")
    finding = nouns.contested(desk_case.yes(), desk_case.no())
    one, other = finding.origins
    with store.writing_to(case) as held:
        held.save_findings([replace(finding, origins=(replace(one, name="X"), other))], "older")

    page = desk_case.visitor(case).get(f"/findings/{finding.id}").text

    assert "other origins than were counted" in page


def test_the_text_is_shown_as_it_was_captured(client: TestClient) -> None:
    for document in (desk_case.yes(), desk_case.hostile()):
        told = client.get(f"/documents/{document.id}.json").json()

        lines = ["".join(p["text"] for p in line["pieces"]) for line in told["paragraphs"]]
        assert "\n".join(lines) == document.text


def test_a_claim_s_card_says_who_how_surely_and_why(client: TestClient) -> None:
    told = client.get(f"/documents/{desk_case.yes().id}.json?claim=0").json()

    card = told["cards"][0]
    assert card["chain"] == ["Le Courrier", "Gazette de Lorme"]
    assert (card["side"], card["reading"]) == ("Claimed by", "PR+")
    assert card["verb"] == "passes it on, or supposes it"
    assert card["why"] == [{"words": "aurait", "rule": "hearsay conditional"}]
    assert (card["arrow"]["who"], card["arrow"]["noun"], card["arrow"]["whom"]) == (
        "République d'Arvanie",
        "Transfer",
        "Belmark",
    )


def test_a_chosen_claim_is_marked_without_any_script(client: TestClient) -> None:
    page = client.get(f"/documents/{desk_case.yes().id}?claim=0").text

    assert "on-cue" in page
    assert 'data-label="supplier"' in page
    assert 'data-card="0" hidden' not in page


def test_a_long_text_comes_in_parts_and_a_claim_opens_its_own(tmp_path: Path) -> None:
    case = desk_case.empty(tmp_path / "mech")
    document = nouns.dated("Rien à signaler.\n" * 5000 + nouns.TEXT)
    with store.writing_to(case) as held:
        held.add_document(nouns.line(document), document)
        told = (nouns.span(nouns.TEXT, document.text),)
        claim = replace(nouns.claim(document), evidence=told)
        held.save_reading(nouns.reading(document, claim))
    client = desk_case.visitor(case)

    first = client.get(f"/documents/{document.id}.json").json()
    chosen = client.get(f"/documents/{document.id}.json?claim=0").json()

    assert (first["part"], len(first["cards"])) == (1, 0)
    assert chosen["part"] == chosen["parts"] == first["chips"][0]["part"] > 1
    assert len(chosen["cards"]) == 1
    assert client.get(f"/documents/{document.id}?part=2").status_code == 200


def test_a_claim_that_is_not_there_says_so(client: TestClient) -> None:
    answer = client.get(f"/documents/{desk_case.yes().id}?claim=7")

    assert answer.status_code == 404
    assert "no claim 7" in answer.text


def test_a_search_leads_to_claim_and_document(client: TestClient) -> None:
    told = client.get("/search.json", params={"q": "livr* 60"}).json()

    kinds = {kind["kind"]: kind["hits"] for kind in told["kinds"]}
    assert {hit["document"] for hit in kinds["document"]} >= {desk_case.yes().id}
    assert kinds["claim"][0]["index"] == 0
    assert any(piece["marks"] for piece in kinds["claim"][0]["snippet"])


def test_the_words_of_a_claim_are_never_found_without_who_says_them(client: TestClient) -> None:
    told = client.get("/search.json", params={"q": "drones"}).json()

    said = {hit["document"]: hit["said"] for hit in told["kinds"][0]["hits"]}
    assert said[desk_case.yes().id]["chain"] == ["Le Courrier", "Gazette de Lorme"]
    assert said[desk_case.yes().id]["reading"] == "PR+"
    assert said[desk_case.no().id]["side"] == "Denied by"


def test_a_choice_that_is_left_open_chooses_all(client: TestClient) -> None:
    told = client.get("/findings.json?status=&event=&since=&until=").json()["wanted"]

    assert {told[name] for name in ("status", "event", "since", "until")} == {None}


def test_a_search_for_nothing_finds_nothing(client: TestClient) -> None:
    assert client.get("/search.json", params={"q": "  "}).json()["kinds"] == []
    assert "Nothing found." in client.get("/search", params={"q": "zzz"}).text


def test_names_are_chosen_by_type_and_by_their_words(client: TestClient) -> None:
    told = client.get("/entities.json", params={"type": "Country", "name": "arv"}).json()
    none = client.get("/entities.json", params={"name": "zzz"}).json()

    assert [(b["name"], b["documents"]) for b in told["entities"]] == [("Arvania", 3)]
    assert none["entities"] == []


def test_the_log_has_what_came_in(client: TestClient) -> None:
    told = client.get("/log.json").json()

    assert [line["address"] for line in told["captures"]] == ["<i>c</i>.txt", "b.txt", "a.txt"]


@pytest.mark.parametrize(
    "path", ["/overview", "/documents", "/findings", "/entities", "/lists", "/log"]
)
def test_an_empty_page_says_what_to_do(empty: TestClient, path: str) -> None:
    page = empty.get(path).text

    leads = "<code>recoupe lists add" if path == "/lists" else 'class="button" href="/upload"'
    assert leads in page


def test_a_choice_that_there_is_not_is_said_in_words(client: TestClient) -> None:
    for path in ("/findings?status=true", "/documents?page=0", "/entities?type=Thing"):
        answer = client.get(path)

        assert answer.status_code == 422
        assert "<h1>" in answer.text


def test_a_page_says_what_a_dossier_says_of_a_finding(client: TestClient) -> None:
    from recoupe.publish.words import words

    page = client.get("/findings").text

    for status, chapter in words("en").status.items():
        assert chapter.title in page, status
        assert chapter.lead in page, status


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """An account that the machine has no name for, as in some containers."""
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 4_000_000)


@pytest.mark.usefixtures("nobody")
def test_pages_are_read_where_nobody_is_known_and_say_what_a_decision_needs(tmp_path: Path) -> None:
    case = desk_case.made(tmp_path / "case")
    visitor = desk_case.visitor(case)

    for path in ("/review", "/entities/proposed", f"/documents/{desk_case.yes().id}"):
        assert visitor.get(path).status_code == 200
    assert "write your name into case.toml" in visitor.get("/review").text


@pytest.mark.parametrize("path", ["/findings", "/network", "/timeline"])
def test_findings_are_chosen_by_an_origin(client: TestClient, path: str) -> None:
    by = {
        words: finding in client.get(f"{path}.json", params={"origin": words}).text
        for finding in [nouns.contested(desk_case.yes(), desk_case.no()).id]
        for words in ("", "gazette", "Nobody", "100%")
    }

    assert by == {"": True, "gazette": True, "Nobody": False, "100%": False}
    assert "No finding yet" not in client.get(path, params={"origin": "Nobody"}).text
    assert 'value="gazette"' in client.get(path, params={"origin": "gazette"}).text


@pytest.mark.parametrize("path", ["/findings", "/network", "/timeline"])
@pytest.mark.parametrize(
    ("since", "until", "there"),
    [
        ("2024-05-20", "", True),  # the claims say: in May
        ("", "2024-05-01", True),
        ("2024-05-31", "2024-05-31", True),
        ("2024-06-01", "", False),
        ("", "2024-04-30", False),
        ("2024-06-30", "2024-05-10", True),  # the wrong way round
    ],
)
def test_findings_are_chosen_by_the_dates_that_their_claims_give(
    client: TestClient, path: str, since: str, until: str, there: bool
) -> None:
    finding = nouns.contested(desk_case.yes(), desk_case.no()).id
    page = client.get(path, params={"since": since, "until": until}).text

    assert (finding in page) is there
    assert ("No such finding" in page) is not there or path == "/findings"
    assert "No finding yet" not in page


def test_a_day_that_is_none_is_refused(client: TestClient) -> None:
    assert client.get("/findings", params={"since": "May"}).status_code == 422


def test_what_a_board_was_asked_for_goes_on_to_the_findings_of_a_status(client: TestClient) -> None:
    page = client.get("/findings", params={"origin": "gazette", "until": "2024-06-01"}).text

    assert "?origin=gazette&amp;until=2024-06-01&amp;status=contested&amp;page=1" in page


def told_by_many(path: Path, many: int) -> tuple[TestClient, str]:
    """Open a case with a finding that so many documents claim and one denies."""
    case, no = desk_case.empty(path), desk_case.no()
    yes = [
        nouns.document(
            f"{nouns.TEXT} {at}", publisher=f"Journal {at}", published=Publication("2024-06-02")
        )
        for at in range(many)
    ]
    refs = tuple(ClaimRef(one.id, 0) for one in yes)
    whole = nouns.contested(yes[0], no)
    said, denied = whole.origins
    whole = replace(
        whole, claims=(*refs, *denied.claims), origins=(replace(said, claims=refs), denied)
    )
    with store.writing_to(case) as held:
        for document in (*yes, no):
            held.add_document(nouns.line(document), document)
            made = nouns.denial(no) if document is no else nouns.claim(document)
            held.save_reading(nouns.reading(document, made))
        held.save_findings([whole], "recoupe test")
    return desk_case.visitor(case), f"/findings/{whole.id}"


def notes(told: dict[str, Any]) -> list[tuple[str, int]]:
    return [
        (side["tone"], note)
        for side in told["sides"]
        for statement in side["statements"]
        for telling in statement["tellings"]
        for note in telling["notes"]
    ]


def test_a_finding_of_many_claims_comes_page_by_page_and_loses_none(tmp_path: Path) -> None:
    client, at = told_by_many(tmp_path / "many", SIZE + 10)

    first, second = (client.get(f"{at}.json?page={page}").json() for page in (1, 2))

    assert [Counter(tone for tone, _ in notes(one["told"])) for one in (first, second)] == [
        {"claimed": SIZE, "denied": 1},
        {"claimed": 10},
    ]
    assert len({*notes(first["told"]), *notes(second["told"])}) == SIZE + 11
    assert (first["place"]["more"], second["place"]["more"]) == (True, False)
    assert "page=2" in client.get(at).text
    assert "Claimed as hearsay or belief, and denied" in client.get(f"{at}?page=2").text
    assert "There is no such page." in client.get(f"{at}?page=9").text
