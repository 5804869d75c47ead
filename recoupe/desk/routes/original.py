"""`/documents/ID/original`: the captured bytes, as far as they can be shown safely"""

import io
from dataclasses import dataclass
from html import escape
from typing import Annotated

import pypdfium2
from fastapi import APIRouter, Path
from starlette.responses import HTMLResponse, Response

from recoupe.archive import formats, originals
from recoupe.archive.capture import Captured
from recoupe.archive.encoding import decoded
from recoupe.archive.html import written
from recoupe.archive.pdf import ONE_AT_A_TIME
from recoupe.archive.plain import charset
from recoupe.case.pages import Pages
from recoupe.desk.desk import Desk, Here, Shown
from recoupe.desk.harmless import harmless, policy
from recoupe.desk.pages import STATIC, page
from recoupe.desk.views.room import About, about
from recoupe.errors import Unknown

routes = APIRouter()

Id = Annotated[str, Path(min_length=1)]
SHOWN = (formats.HTML, formats.PLAIN, formats.MARKDOWN)
SCALE = 1.5
"""Pixels for a point of a page of PDF: legible, and below half a megabyte."""

FRAME = """\
<!doctype html><html><head><meta charset="utf-8"><title>{title}</title>
<style>{style}</style></head><body>{body}</body></html>"""


@dataclass(frozen=True, slots=True)
class Original:
    """A document's bytes. kind: `page`, `pdf` or `other`; pages: of a PDF, else 0."""

    about: About
    media_type: str
    kind: str
    pages: int


@page(routes, "/documents/{document}/original", "original.html")
def original(here: Here, shown: Shown, document: Id) -> Original:
    """Show the bytes as they were captured, without anything that acts or loads."""
    with here.reading() as store:
        found = store.document(document)
        custody = Pages(store).custody_of(found)
    media_type = custody[0].media_type if custody else ""
    kind = "pdf" if media_type == formats.PDF else "page" if media_type in SHOWN else "other"
    pages = 0
    if kind == "pdf":
        with ONE_AT_A_TIME:
            data = originals.original(here.case.originals, found.original)
            pages = len(pypdfium2.PdfDocument(data))
    return Original(about(found, custody, shown), media_type, kind, pages)


@routes.get("/documents/{document}/original/frame", summary="The captured page, made harmless")
def frame(here: Here, document: Id) -> HTMLResponse:
    """Give the captured page without script, style, pictures and addresses, for a closed frame."""
    found = _captured(here, document, SHOWN)
    if found.media_type == formats.HTML:
        body = harmless(written(found))
    else:
        body = f"<pre>{escape(decoded(found.data, found.address, charset(found)))}</pre>"
    style = (STATIC / "original.css").read_text("utf-8")
    headers = {"content-security-policy": policy(style), "x-frame-options": "SAMEORIGIN"}
    return HTMLResponse(
        FRAME.format(title=escape(found.address), style=style, body=body), headers=headers
    )


@routes.get("/documents/{document}/original/pages/{number}.png", summary="A page of a PDF")
def pdf_page(here: Here, document: Id, number: Annotated[int, Path(ge=1, le=100_000)]) -> Response:
    """Draw a page of a PDF. number: from 1."""
    data, drawn = _captured(here, document, (formats.PDF,)).data, io.BytesIO()
    with ONE_AT_A_TIME, pypdfium2.PdfDocument(data) as pdf:
        if number > len(pdf):
            raise Unknown(f"this PDF has {len(pdf)} pages, and no page {number}")
        picture = pdf[number - 1].render(scale=SCALE).to_pil()
    picture.save(drawn, "PNG")
    return Response(drawn.getvalue(), media_type="image/png")


def _captured(here: Desk, document: str, kinds: tuple[str, ...]) -> Captured:
    with here.reading() as store:
        found = store.document(document)
        custody = Pages(store).custody_of(found)
    if not custody or custody[0].media_type not in kinds:
        raise Unknown(f"document {document:.12} was not captured as such a file")
    line = custody[0]
    data = originals.original(here.case.originals, found.original)
    return Captured(line.address, data, line.media_type, line.captured, line.headers)
