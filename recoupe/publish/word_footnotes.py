"""Real footnotes in a Word file, which python-docx does not make: a part of their own."""

from collections.abc import Iterable
from typing import Any

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from recoupe.publish.word_xml import element

FOOTNOTE = "footnote text"
CITATION = "footnote reference"
"""The styles, by the names that Word has for them."""

SEPARATORS = (("-1", "separator"), ("0", "continuationSeparator"))
"""The line above the footnotes, and above those that go on from the page before."""


def footnotes(document: Document, numbers: Iterable[int]) -> dict[int, Paragraph]:
    """Add the part of footnotes; give for each number the paragraph to write its text in."""
    root = element("footnotes")
    for number, kind in SEPARATORS:
        line = element("p", element("r", element(kind)))
        root.append(element("footnote", line, type=kind, id=number))
    paragraphs = {number: _note(root, number, document) for number in numbers}
    place = PackURI("/word/footnotes.xml")
    part = XmlPart(place, CONTENT_TYPE.WML_FOOTNOTES, root, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    _announce(document)
    return paragraphs


def refer(paragraph: Paragraph, number: int) -> None:
    """Cite a footnote for the first time; a bookmark lets later citations name it."""
    # Odd, so that no bookmark of a heading, which has an even one, has the same.
    mark = str(2 * number + 1)
    line: Any = paragraph._p
    line.append(element("bookmarkStart", id=mark, name=_name(number)))
    line.append(_superior(element("footnoteReference", id=str(number))))
    line.append(element("bookmarkEnd", id=mark))


def refer_again(paragraph: Paragraph, number: int) -> None:
    """Cite a footnote that was cited before, by its number, as a link to where it was."""
    line: Any = paragraph._p
    for part in (
        element("fldChar", fldCharType="begin"),
        element("instrText", text=f"NOTEREF {_name(number)} \\f \\h"),
        element("fldChar", fldCharType="separate"),
        element("t", text=str(number)),
        element("fldChar", fldCharType="end"),
    ):
        line.append(_superior(part))


def _note(root: Any, number: int, document: Document) -> Paragraph:
    line = element("p")
    root.append(element("footnote", line, id=str(number)))
    paragraph = Paragraph(line, document._body)
    line.style = FOOTNOTE.replace(" ", "")
    line.append(_superior(element("footnoteRef")))
    paragraph.add_run(" ")
    return paragraph


def _announce(document: Document) -> None:
    """Name the separators in the settings, where the schema wants them."""
    lines = (element("footnote", id=number) for number, _ in SEPARATORS)
    settings: Any = document.settings.element
    settings.find(qn("w:compat")).addprevious(element("footnotePr", *lines))


def _name(number: int) -> str:
    return f"note_{number}"


def _superior(part: Any) -> Any:
    return element("r", element("rPr", element("rStyle", val=CITATION.replace(" ", ""))), part)
