"""PDF files: the lines that stand on the pages, put together into paragraphs."""

import ctypes
import threading
from collections.abc import Iterator
from importlib.metadata import version

import pypdfium2
import pypdfium2.raw as pdfium

from recoupe.archive.capture import Captured
from recoupe.archive.page import Page
from recoupe.archive.paragraphs import Line, paragraphs
from recoupe.errors import Unreadable

EXTRACTOR = f"recoupe-pdf 1 pypdfium2 {version('pypdfium2')}"
WRAPPED = "\x02\ufffe\u00ad"  # how pdfium and typesetters mark a hyphen at the end of a line
ONE_AT_A_TIME = threading.Lock()  # pdfium is not made for threads


def pdf(captured: Captured) -> Page:
    """Give the text of a PDF, a paragraph a line; page numbers and running heads are left out.

    The date of creation is not taken: it tells when the file was made, not when it was published.
    Raises Unreadable for an encrypted, broken or scanned file.
    """
    with ONE_AT_A_TIME, _opened(captured) as document:
        text = "\n".join(paragraphs([list(_lines(page)) for page in document]))
        said = document.get_metadata_dict(skip_empty=True)
    if not text.strip():
        raise Unreadable(
            captured.address,
            "no text in this PDF, it may be a scan. Run text recognition on it first (for instance "
            "with ocrmypdf).",
        )
    authors = (said["Author"].strip(),) if said.get("Author", "").strip() else ()
    return Page(text, EXTRACTOR, said.get("Title", "").strip() or None, None, authors)


def _opened(captured: Captured) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(captured.data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise Unreadable(
                captured.address,
                "encrypted PDF. Open it with its password, save it without one, and add that.",
            ) from error
        raise Unreadable(
            captured.address, "not a PDF, or a broken one. Save or download it again."
        ) from error


def _lines(page: pypdfium2.PdfPage) -> Iterator[Line]:
    """Give the lines of a page in reading order, with where they stand."""
    textpage = page.get_textpage()
    start, end = 0, textpage.count_chars()
    for i in range(end):
        mark = chr(pdfium.FPDFText_GetUnicode(textpage, i))
        if mark in WRAPPED or mark in "\r\n":
            yield from _line(textpage, start, i, mark in WRAPPED)
            start = i + 1
    yield from _line(textpage, start, end, False)


def _line(textpage: pypdfium2.PdfTextPage, start: int, end: int, wrapped: bool) -> Iterator[Line]:
    codes = [pdfium.FPDFText_GetUnicode(textpage, i) for i in range(start, end)]
    text = _utf16(codes).strip()
    if not text:
        return
    printed = [i for i, code in zip(range(start, end), codes, strict=True) if chr(code).strip()]
    left, bottom, _, top = textpage.get_charbox(printed[0], loose=True)
    right = textpage.get_charbox(printed[-1], loose=True)[2]
    yield Line(text, left, right, bottom, max(top - bottom, 1.0), wrapped)


def _utf16(codes: list[int]) -> str:
    """Put code units together; pdfium gives some builds' astral characters as pairs."""
    units = b"".join(ctypes.c_uint32(c).value.to_bytes(4, "little") for c in codes if _written(c))
    joined = units.decode("utf-32-le", "surrogatepass").encode("utf-16-le", "surrogatepass")
    return " ".join(joined.decode("utf-16-le", "replace").split(" "))


def _written(code: int) -> bool:
    return code <= 0x10FFFF and (code >= 0x20 or code == 0x09) and code not in (0xFFFE, 0xFFFF)
