"""`/documents/ID/claims/new`: a sentence is chosen, and the claim that the reader missed in it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Path, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from recoupe.desk.deciding import decide
from recoupe.desk.desk import Desk, Here, Shown
from recoupe.desk.pages import page, rendered
from recoupe.desk.proposed import added
from recoupe.desk.sent import Sent, span_at
from recoupe.desk.sentences import Sentences
from recoupe.desk.views.editing import Choosing, Editing, adding, choosing, room_of
from recoupe.desk.views.filled import bare, refilled
from recoupe.desk.writes import changing
from recoupe.errors import BadDecision, Unknown
from recoupe.model.decision import Added
from recoupe.model.document import Document
from recoupe.model.reading import Reading
from recoupe.model.span import Span

routes = APIRouter(dependencies=[Depends(changing)])

Id = Annotated[str, Path(min_length=1)]
Place = Annotated[str, Query(pattern=r"^\d{1,9}-\d{1,9}$")]


@page(routes, "/documents/{document}/claims/choose", "choosing.html")
def choose(
    here: Here,
    shown: Shown,
    document: Id,
    part: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
    within: Place | None = None,
) -> Choosing:
    """Choose the sentence of a claim that the reader missed. within: a line, to be cut."""
    held, reading = _held(here, document)
    cut = Sentences(here.case, held).cut(_in_text(within, held)) if within else ()
    return choosing(held, reading, part, cut, shown)


@page(routes, "/documents/{document}/claims/new", "editing.html")
def new(here: Here, shown: Shown, document: Id, at: Place) -> Editing:
    """Show the form of a claim that the reader missed. at: words of the sentence that tells it."""
    held, reading = _held(here, document)
    sentences = Sentences(here.case, held)
    told = sentences.sentence(_in_text(at, held))
    return adding(held, reading, told, bare(held, reading, told, sentences.values(told)), shown)


@routes.post("/documents/{document}/claims/new", status_code=303)
def add(
    request: Request, here: Here, shown: Shown, document: Id, sent: Annotated[Sent, Form()]
) -> Response:
    """Add a claim that the reader missed."""
    held, reading = _held(here, document)
    words = _in_text(sent.sentence or "0-0", held)
    sentences = Sentences(here.case, held)

    try:
        claim = added(held.id, words, sent.proposal(), held.text, sentences)
        decide(here, lambda _: Added(claim), sent.reason)
    except BadDecision as error:
        form = refilled(sent, held, str(error))
        again = adding(held, reading, sentences.sentence(words), form, shown)
        return HTMLResponse(rendered(request, "editing.html", view=again), 400)
    _, reading = _held(here, held.id)
    return RedirectResponse(room_of(held.id, reading.claims.index(claim), False), 303)


def _held(here: Desk, document: str) -> tuple[Document, Reading]:
    with here.reading() as store:
        held = store.document(document)
        reading = store.reading(held)
    if reading is None:
        raise Unknown(f"document {held.id:.12} has not been read: recoupe read {here.case.folder}")
    return held, reading


def _in_text(at: str, document: Document) -> Span:
    span = span_at(at)
    if span.end > len(document.text):
        raise Unknown(f"characters {at} are not in document {document.id:.12}: choose again")
    return span
