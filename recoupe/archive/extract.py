"""Captured bytes → the document: one text, made once, that every quote refers to."""

from recoupe.archive import formats
from recoupe.archive.boilerplate import boilerplate
from recoupe.archive.capture import Captured
from recoupe.archive.docx import docx
from recoupe.archive.eml import eml
from recoupe.archive.html import html
from recoupe.archive.imprint import imprint
from recoupe.archive.language import language
from recoupe.archive.page import Page
from recoupe.archive.pdf import pdf
from recoupe.archive.plain import plain
from recoupe.errors import Unreadable
from recoupe.model.document import Custody, Document

READERS = {
    formats.PLAIN: plain,
    formats.MARKDOWN: plain,
    formats.HTML: html,
    formats.PDF: pdf,
    formats.DOCX: docx,
    formats.EML: eml,
}


def extract(captured: Captured, original: str) -> Document:
    """Make the document of captured bytes; `original` is their SHA-256.

    What the format states (markup, headers, properties) goes before what the text states.
    Raises Unreadable, naming the address and the way out.
    """
    page = _page(captured)
    told, furniture = language(page.text), boilerplate(page.text)
    own = imprint(page.text, told, furniture, captured.captured)
    return Document(
        original=original,
        extractor=page.extractor,
        text=page.text,
        language=told,
        title=page.title or own.title,
        publisher=page.publisher or own.publisher,
        authors=page.authors or own.authors,
        published=page.published if page.published.edtf else own.published,
        boilerplate=furniture,
    )


def custody(captured: Captured, document: Document, author: str | None = None) -> Custody:
    """Write the line of the chain of custody for bytes as they came in."""
    return Custody(
        original=document.original,
        address=captured.address,
        captured=captured.captured,
        size=len(captured.data),
        media_type=captured.media_type,
        extractor=document.extractor,
        headers=captured.headers,
        author=author,
    )


def _page(captured: Captured) -> Page:
    if not captured.data:
        raise Unreadable(captured.address, "empty, 0 bytes. Download or copy it again.")
    if captured.media_type not in READERS:
        raise Unreadable(
            captured.address,
            "{type} is not read; Recoupe reads {endings}.",
            type=captured.media_type,
            endings=formats.READ,
        )
    return READERS[captured.media_type](captured)
