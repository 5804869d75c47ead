"""Word files: paragraphs, headings, cells and notes, each on its own line."""

import io
import zipfile
from collections.abc import Iterator

import docx as python_docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from recoupe.archive.capture import LARGEST, Captured
from recoupe.archive.page import Page
from recoupe.errors import Unreadable

EXTRACTOR = f"recoupe-docx 1 python-docx {python_docx.__version__}"
OLD_OR_LOCKED = bytes.fromhex("d0cf11e0a1b11ae1")  # the container of .doc and of encrypted .docx
BROKEN = (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, etree.LxmlError, EOFError)
NOTES = (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES)
SPACES = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011"}
# Struck out by a reviewer, or a second copy of a drawing for old versions of Word.
UNSEEN = {
    qn("w:del"),
    qn("w:moveFrom"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}


def docx(captured: Captured) -> Page:
    """Give the text of a Word file as a reader sees it, with tracked changes accepted.

    Foot- and endnotes stand at the end. The date of creation is not taken: it tells when the
    file, or the template that it was made from, was made, not when it was published.
    Raises Unreadable for an encrypted or broken file and for one that is not .docx.
    """
    document = _opened(captured)
    text = "\n".join(line for line in _lines(document) if line.strip())
    if not text:
        raise Unreadable(captured.address, "empty, there is no text to read.")
    said = document.core_properties
    authors = (said.author.strip(),) if said.author.strip() else ()
    return Page(text, EXTRACTOR, said.title.strip() or None, None, authors)


def _opened(captured: Captured) -> WordDocument:
    if captured.data.startswith(OLD_OR_LOCKED):
        raise Unreadable(
            captured.address,
            "encrypted, or an old .doc. Open it in a word processor, and save it as .docx without "
            "a password.",
        )
    try:
        _check_size(captured)
        return python_docx.Document(io.BytesIO(captured.data))
    except BROKEN as error:
        raise Unreadable(
            captured.address,
            "not a Word file (.docx), or a broken one. Open it in a word processor and save it "
            "again.",
        ) from error


def _check_size(captured: Captured) -> None:
    """Refuse a small archive that unpacks to more than any document holds."""
    with zipfile.ZipFile(io.BytesIO(captured.data)) as package:
        if sum(part.file_size for part in package.infolist()) > 5 * LARGEST:
            raise Unreadable(captured.address, "unpacks to too much to be a document.")


def _lines(document: WordDocument) -> Iterator[str]:
    """Give the text of each paragraph, of body, tables and text boxes, as they come."""
    for paragraph in document.element.body.iter(qn("w:p")):
        yield _text(paragraph)
    for relation in document.part.rels.values():
        if relation.reltype in NOTES:
            yield from _notes(etree.fromstring(relation.target_part.blob))


def _notes(root: etree._Element) -> Iterator[str]:
    for note in root:
        if note.get(qn("w:type")) is None:  # those with a type are rules between text and notes
            yield " ".join([f"{note.get(qn('w:id'))}.", *map(_text, note.iter(qn("w:p")))])


def _text(paragraph: etree._Element) -> str:
    return "".join(_pieces(paragraph)).strip()


def _pieces(element: etree._Element) -> Iterator[str]:
    """Give the text inside a paragraph, but not that of paragraphs inside it (text boxes)."""
    for child in element:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in SPACES:
            yield SPACES[child.tag]
        elif child.tag != qn("w:p") and child.tag not in UNSEEN:
            yield from _pieces(child)
