"""The network: who is named with whom in findings, as a list, as GraphML and as a drawing."""

from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from playwright.sync_api import expect
from starlette.testclient import TestClient

from recoupe.case.folder import Case
from recoupe.desk.pages import vendored
from tests import case_nouns as nouns
from tests import desk_browser, desk_case
from tests.desk_browser import base, come_in
from tests.test_entities_case import filled, seller

SVG = "{http://www.w3.org/2000/svg}"

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return desk_case.made(tmp_path / "mech")


@pytest.fixture
def client(case: Case) -> TestClient:
    return desk_case.visitor(case, **{"accept-language": "en"})


def finding_id() -> str:
    return nouns.contested(desk_case.yes(), desk_case.no()).id


def test_a_finding_is_an_edge_from_one_side_to_the_other(client: TestClient) -> None:
    told = client.get("/network.json").json()["network"]

    names = {node["id"]: node["name"] for node in told["nodes"]}
    ends = {(names[edge["source"]], names[edge["target"]]) for edge in told["edges"]}
    assert ends == {("République d'Arvanie", "Belmark"), ("Arvania", "Belmark")}
    assert {edge["directed"] for edge in told["edges"]} == {True}
    assert {edge["status"] for edge in told["edges"]} == {"contested"}
    assert {edge["finding"] for edge in told["edges"]} == {finding_id()}


def test_no_line_stands_without_whose_side_it_is(client: TestClient) -> None:
    page = client.get("/network").text

    assert "Claimed as hearsay or belief, and denied" in page
    assert "never what happened" in page


def test_the_network_is_asked_for_by_status_event_and_name(client: TestClient) -> None:
    def edges(query: str) -> int:
        return len(client.get(f"/network.json?{query}").json()["network"]["edges"])

    assert edges("status=contested&event=transfer&name=arvania") == 2
    assert edges("status=corroborated") == 0
    assert edges("event=meeting") == 0
    assert edges("name=Nobody") == 0
    assert "No such finding." in client.get("/network?name=Nobody").text


def test_graphml_has_every_edge_with_its_status_and_side(client: TestClient) -> None:
    graph = Xml.fromstring(client.get("/network.graphml").text)

    edges = list(graph.iter(f"{GRAPHML}edge"))
    told = [{data.get("key"): data.text for data in edge} for edge in edges]
    assert [one["status"] for one in told] == ["contested"] * 2
    assert {one["label"] for one in told} == {"Claimed as hearsay or belief, and denied"}
    assert {one["finding"] for one in told} == {finding_id()}
    ends = {edge.get(end) for edge in edges for end in ("source", "target")}
    assert {node.get("id") for node in graph.iter(f"{GRAPHML}node")} == ends


def test_a_case_without_findings_says_what_to_do(tmp_path: Path) -> None:
    page = desk_case.visitor(desk_case.empty(tmp_path / "bare")).get("/network").text

    assert 'class="button" href="/upload"' in page


def test_an_entity_is_one_node_in_whatever_spellings_it_stands(tmp_path: Path) -> None:
    pages = (seller("Koupol", "Tide"), seller("Kupol", "Harbour Gazette"))
    client = desk_case.visitor(filled(tmp_path, *pages))

    told = client.get("/network.json").json()["network"]

    node = next(node for node in told["nodes"] if node["name"] == "Koupol")
    assert node["others"] == ["Kupol"]
    assert {edge["source"] for edge in told["edges"]} == {node["id"]}
    assert len(told["lines"]) == node["findings"] == 2
    assert client.get(f"/entities/{node['entity']}.json").json()["names"] == ["Koupol", "Kupol"]


def test_the_network_is_asked_for_by_any_name_of_an_entity(tmp_path: Path) -> None:
    pages = (seller("Koupol", "Tide"), seller("Kupol", "Harbour Gazette"))
    client = desk_case.visitor(filled(tmp_path, *pages))

    told = client.get("/network.json", params={"name": "Купол"}).json()["network"]

    assert len(told["edges"]) == 2


def test_words_that_name_nobody_are_drawn_and_lead_nowhere(client: TestClient) -> None:
    told = client.get("/network.json").json()["network"]

    entities = {node["name"]: node["entity"] for node in told["nodes"]}
    assert entities["Arvania"]
    assert entities["Belmark"] is None


@pytest.mark.skipif(desk_browser.CHROMIUM is None, reason=desk_browser.MISSING)
@pytest.mark.skipif(not vendored("cytoscape.min.js"), reason="no cytoscape here: make desk")
def test_a_line_of_the_drawing_opens_its_quotes(case: Case) -> None:
    with desk_browser.listening(case) as session, desk_browser.chromium() as browser:
        page, complaints = come_in(browser.new_context(locale="en"), session)
        page.goto(f"{base(session)}/network")
        expect(page.locator(".save-png")).to_be_visible()

        page.evaluate("document.querySelector('.graph').drawn.edges()[0].emit('tap')")

        expect(page.locator(".picked .finding-label")).to_contain_text("and denied")
        expect(page.locator(".picked .side").first).to_have_text("Claimed by")
    assert complaints == []


@pytest.mark.skipif(desk_browser.CHROMIUM is None, reason=desk_browser.MISSING)
@pytest.mark.skipif(not vendored("cytoscape.min.js"), reason="no cytoscape here: make desk")
def test_the_drawing_is_saved_as_svg_with_all_its_lines_and_names(
    case: Case, tmp_path: Path
) -> None:
    with desk_browser.listening(case) as session, desk_browser.chromium() as browser:
        page, complaints = come_in(browser.new_context(locale="en"), session)
        page.goto(f"{base(session)}/network")
        with page.expect_download() as saved:
            page.get_by_role("button", name="Save as SVG").click()
        saved.value.save_as(tmp_path / "network.svg")
        told = page.evaluate(
            "[...document.querySelector('.graph').drawn.edges()].map(e => e.data('status'))"
        )
    assert complaints == []
    drawn = Xml.parse(tmp_path / "network.svg").getroot()
    lines = drawn.findall(f"{SVG}g[@class='edge']")
    assert len(lines) == len(told) > 0
    assert {name.text for name in drawn.iter(f"{SVG}text")} >= {"Arvania", "Belmark"}
    titles = [line.findtext(f"{SVG}title", "") for line in lines]
    assert any(title.startswith("Contested: ") for title in titles)
    assert "never what happened" in drawn.findtext(f"{SVG}title", "")
