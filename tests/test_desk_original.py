"""The captured copy beside the text: shown, and harmless."""

import pytest
from fpdf import FPDF
from playwright.sync_api import expect
from starlette.testclient import TestClient
from typer.testing import CliRunner

from recoupe.case import folder, store
from recoupe.case.folder import Case
from recoupe.cli.app import app
from recoupe.desk.harmless import harmless
from tests import desk_browser, desk_case
from tests.desk_browser import base, come_in

PAGE = """<!doctype html><html><head><meta charset="iso-8859-1"><title>x</title>
<script>top.alert(1)</script><style>body{display:none}</style></head><body onload="alert(2)">
<article><h1>Les drones de Belmark</h1>
<p>Selon la Gazette, Arvania aurait livré soixante drones à Belmark en mai 2024, au port de Lorme.
<img src="https://elsewhere.example/x.png" onerror="alert(3)"></p>
<svg onload="alert(4)"><text>SVG</text></svg><iframe src="https://elsewhere.example"></iframe>
<p style="color:red">Le ministre a <a href="javascript:alert(5)">démenti</a> mardi toute livraison,
et le parlement de Belmark examinera le dossier en juin, a dit son président à la presse.</p>
</article></body></html>"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    at = tmp_path_factory.mktemp("original")
    (at / "page.html").write_bytes(PAGE.encode("iso-8859-1"))
    (at / "note.txt").write_text("Arvania a livré <b>60</b> drones à Belmark.", "utf-8")
    pdf = FPDF()
    for words in ("Arvania delivered 60 drones to Belmark in May.", "The ministry denies it all."):
        pdf.add_page()
        pdf.set_font("helvetica", size=16)
        pdf.multi_cell(0, 10, words)
    pdf.output(str(at / "report.pdf"))
    files = [str(at / name) for name in ("page.html", "note.txt", "report.pdf")]
    for command in (["new", str(at / "case")], ["add", str(at / "case"), *files]):
        done = CliRunner().invoke(app, command)
        assert done.exit_code == 0, done.output
    return folder.open(at / "case")


@pytest.fixture(scope="module")
def client(case: Case) -> TestClient:
    return desk_case.visitor(case, **{"accept-language": "en"})


@pytest.fixture(scope="module")
def rooms(case: Case) -> tuple[str, ...]:
    with store.reading_from(case) as held:
        return tuple(f"/documents/{document.id}/original" for document in held.documents())


def test_a_captured_page_keeps_its_words_and_nothing_that_acts(
    client: TestClient, rooms: tuple[str, ...]
) -> None:
    shown = client.get(f"{rooms[1]}/frame")

    assert "aurait livré soixante drones" in shown.text
    assert "<h1>Les drones de Belmark</h1>" in shown.text
    for acting in ("script", "onload", "onerror", "style=", "svg", "iframe", 'href="java', "src="):
        assert acting not in shown.text, acting


def test_the_frame_has_a_policy_of_its_own(client: TestClient, rooms: tuple[str, ...]) -> None:
    headers = client.get(f"{rooms[1]}/frame").headers

    assert "sandbox" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert "default-src 'none'" in headers["content-security-policy"]


def test_a_plain_text_is_shown_as_it_stands(client: TestClient, rooms: tuple[str, ...]) -> None:
    assert "&lt;b&gt;60&lt;/b&gt;" in client.get(f"{rooms[0]}/frame").text


def test_the_pages_of_a_pdf_are_drawn(client: TestClient, rooms: tuple[str, ...]) -> None:
    told = client.get(f"{rooms[2]}.json").json()
    drawn = client.get(f"{rooms[2]}/pages/2.png")

    assert (told["kind"], told["pages"]) == ("pdf", 2)
    assert drawn.content.startswith(b"\x89PNG")
    assert "no page 3" in client.get(f"{rooms[2]}/pages/3.png").text


def test_what_says_nothing_goes_with_its_words() -> None:
    assert harmless("<style>p{}</style><p>a<script>b</script></p>") == "<p>a</p>"


@pytest.mark.skipif(desk_browser.CHROMIUM is None, reason=desk_browser.MISSING)
def test_a_hostile_page_runs_nothing_in_its_frame(case: Case, rooms: tuple[str, ...]) -> None:
    with desk_browser.listening(case) as session, desk_browser.chromium() as browser:
        page, complaints = come_in(browser.new_context(locale="en"), session)
        page.goto(base(session) + rooms[1])

        words = page.frame_locator("iframe.original").locator("body")
        expect(words).to_contain_text("soixante drones")
    assert complaints == []
