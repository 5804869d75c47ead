"""A dossier as a Word file: real footnotes, links that lead somewhere, nothing that changes."""

import io
import re
import zipfile
from dataclasses import replace as changed
from datetime import datetime
from typing import Any

import docx as python_docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from recoupe.model.claim import EventType
from recoupe.model.finding import Status
from recoupe.model.reading import Reading
from recoupe.publish.docx import docx
from recoupe.publish.dossier import dossier
from recoupe.publish.parts import Dossier
from tests.case_nouns import document
from tests.test_publish_material import MADE, SCRIPT, alone, material, reprinted, told


def part(of: Dossier, name: str) -> Any:
    """Give a part of the Word file, parsed."""
    with zipfile.ZipFile(io.BytesIO(docx(of))) as archive:
        return etree.fromstring(archive.read(f"word/{name}.xml"))


def words_of(element: Any) -> str:
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def test_a_word_file_has_a_footnote_for_each_note() -> None:
    made = dossier(material())

    footnotes = {
        int(note.get(qn("w:id"))): words_of(note)
        for note in part(made, "footnotes").iter(qn("w:footnote"))
        if note.get(qn("w:type")) is None
    }

    assert footnotes.keys() == {note.number for note in made.notes}
    for note in made.notes:
        assert footnotes[note.number].startswith(f" “{note.quotes[0]}")
        assert note.hash in footnotes[note.number]


def test_each_footnote_is_cited_once_and_named_after_that() -> None:
    made = dossier(material())

    body = part(made, "document")

    cited = [int(ref.get(qn("w:id"))) for ref in body.iter(qn("w:footnoteReference"))]
    again = [text.text for text in body.iter(qn("w:instrText"))]
    marks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    assert cited == [note.number for note in made.notes]
    assert again
    assert {said.split()[1] for said in again} <= marks


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_link_within_a_word_file_leads_somewhere_and_only_there(language: str) -> None:
    made = dossier(material(), language)

    body, footnotes = part(made, "document"), part(made, "footnotes")

    marks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    numbers = [mark.get(qn("w:id")) for mark in body.iter(qn("w:bookmarkStart"))]
    links = {
        link.get(qn("w:anchor"))
        for root in (body, footnotes)
        for link in root.iter(qn("w:hyperlink"))
    }
    assert len(marks) == len(set(marks)) == len(set(numbers))
    assert links <= set(marks)
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", mark) for mark in marks)


def test_a_word_file_asks_nothing_of_the_network() -> None:
    with zipfile.ZipFile(io.BytesIO(docx(dossier(material())))) as archive:
        relations = [archive.read(n).decode() for n in archive.namelist() if n.endswith(".rels")]

    assert relations
    assert not any("TargetMode" in relation for relation in relations)


def test_a_word_file_opens_with_its_headings_and_particulars() -> None:
    opened = python_docx.Document(io.BytesIO(docx(dossier(material()))))

    about = opened.core_properties
    by_style = {p.style.name: p.text for p in opened.paragraphs}
    findings = [p.text for p in opened.paragraphs if p.style.name == "Heading 2"]
    assert (about.title, about.author) == ("Dossier: mech", "Recoupe")
    assert about.created == about.modified == MADE
    assert by_style["Title"] == "Dossier: mech"
    assert len(findings) == 4
    assert all(re.match(r"Finding \d+ · (Claimed|Denied|Doubted)", text) for text in findings)


def test_accounts_that_differ_stand_side_by_side() -> None:
    opened = python_docx.Document(io.BytesIO(docx(dossier(material()))))

    _, accounts = opened.tables

    (row,) = accounts.rows
    assert len(row.cells) == 2
    assert row.cells[1].text.startswith("Arvania: ")


def test_what_xml_cannot_hold_is_shown_and_not_kept() -> None:
    of = document("Arvania a livré\x00 des \x1bdrones.", title="\x0bDes drones\ud800")
    said = told(of, EventType.TRANSFER, "CT+", {"supplier": "Arvania"})
    case = changed(
        material(),
        findings=(alone(said, Status.SINGLE_ORIGIN, "Arvania\x08"),),
        readings=(Reading(of.id, "fr", None, None, (said,)),),
        documents={of.id: of},
        doubts=(),
    )

    text = words_of(part(dossier(case), "document"))

    assert "“Arvania a livré� des �drones.”" in text


def test_words_of_a_document_stay_words() -> None:
    text = words_of(part(dossier(material()), "document"))

    assert SCRIPT in text


def test_a_title_that_is_too_long_for_a_file_is_cut_there_only() -> None:
    made = dossier(changed(material(), case="m" * 300))

    opened = python_docx.Document(io.BytesIO(docx(made)))

    assert len(opened.core_properties.title) == 255
    assert opened.paragraphs[0].text == made.title


def test_a_word_file_has_no_clock_but_the_dossiers() -> None:
    with zipfile.ZipFile(io.BytesIO(docx(dossier(reprinted(3))))) as archive:
        times = {part.date_time for part in archive.infolist()}
        core = archive.read("docProps/core.xml").decode()

    assert times == {(1980, 1, 1, 0, 0, 0)}
    dates = re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)
    assert {datetime.fromisoformat(day) for day in dates} == {MADE}
