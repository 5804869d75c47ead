"""A dossier as a page and as Markdown: no document becomes markup, every link leads somewhere."""

import re
from pathlib import Path

import pytest
from lxml import html as lxml_html

from recoupe.publish.dossier import dossier
from recoupe.publish.html import html
from recoupe.publish.markdown import markdown
from recoupe.publish.material import Material
from recoupe.publish.write import FORMATS, write
from tests.test_publish_material import MADE, SCRIPT, material


@pytest.fixture(params=["en", "fr"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_material_gives_the_same_bytes(form: str, language: str) -> None:
    first, second = (FORMATS[form](dossier(material(), language)) for _ in range(2))

    assert first == second


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_case_is_told_too(form: str, tmp_path: Path) -> None:
    empty = Material("empty", MADE, (), (), {}, ())

    write(dossier(empty), tmp_path / f"empty{form}")

    assert (tmp_path / f"empty{form}").stat().st_size > 1_000


def test_nothing_of_a_document_becomes_markup_in_html() -> None:
    text = html(dossier(material()))

    page = lxml_html.fromstring(text)

    assert "<script" not in text
    assert not page.xpath("//script | //img | //iframe | //object | //link")
    assert any(cite.text_content() == SCRIPT for cite in page.xpath("//cite"))
    assert any(SCRIPT in quote.text_content() for quote in page.xpath("//q"))


def test_a_page_asks_nothing_of_the_network(language: str) -> None:
    text = html(dossier(material(), language))

    page = lxml_html.fromstring(text)

    assert all(to.startswith("#") for to in page.xpath("//@href | //@src | //@srcset | //@action"))
    style = "".join(page.xpath("//style/text()"))
    assert "url(" not in style
    assert "@import" not in style
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]


def test_every_link_within_a_page_leads_somewhere_and_only_there(language: str) -> None:
    page = lxml_html.fromstring(html(dossier(material(), language)))

    places = page.xpath("//@id")

    assert len(places) == len(set(places))
    assert {to.removeprefix("#") for to in page.xpath("//a/@href")} <= set(places)


def test_nothing_of_a_document_becomes_markup_in_markdown() -> None:
    text = markdown(dossier(material()))

    assert "<script" not in text.replace("\\<script", "")
    assert "[a](https" not in text.replace("\\[a\\](https", "")
    assert r"\*c\*" in text


def test_every_link_within_markdown_leads_somewhere(language: str) -> None:
    text = markdown(dossier(material(), language))

    places = set(re.findall(r'id="([^"]+)"', text))

    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= places
    assert set(re.findall(r"\[\^(\d+)\](?!:)", text)) == set(
        re.findall(r"^\[\^(\d+)\]:", text, re.M)
    )


def test_quotes_stand_in_the_quotation_marks_of_the_dossier() -> None:
    english, french = (html(dossier(material(), spoken)) for spoken in ("en", "fr"))

    assert 'q::before { content: "“"; }' in english
    assert 'q::before { content: "«\u00a0"; }' in french
    assert '<html lang="fr">' in french
