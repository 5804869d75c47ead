"""`/documents/ID/claims/N/edit`: a claim is read otherwise, its words chosen in the text."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Path
from pydantic import BaseModel, Field, StringConstraints
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from recoupe.case.store import Store
from recoupe.desk.deciding import claim_in, decide
from recoupe.desk.desk import Desk, Here, Shown
from recoupe.desk.interface import Interface
from recoupe.desk.pages import page, rendered
from recoupe.desk.proposed import Marked, Proposal, edited
from recoupe.desk.sentences import sentence_of
from recoupe.desk.views.editing import Editing, editing, form_of, refilled, room_of
from recoupe.errors import BadDecision, Unknown
from recoupe.model.claim import EventType, Tense
from recoupe.model.decision import Edited, What
from recoupe.model.factuality import Factuality
from recoupe.model.span import Span

routes = APIRouter()

MOST = 200
"""Words that one form may mark: more than any sentence has."""

Id = Annotated[str, Path(min_length=1)]
Index = Annotated[int, Path(ge=0, le=1_000_000_000)]
Reading = Literal["CT+", "PR+", "PS+", "U", "PS-", "PR-", "CT-"]
At = Annotated[str, StringConstraints(pattern=r"^\d{1,9}-\d{1,9}$")]


class Sent(BaseModel, frozen=True):
    """A form as it comes in. role, at: side by side, what words are and where they stand.

    A role left empty takes its words out.
    """

    event: EventType
    reading: Reading
    tense: Tense
    role: Annotated[list[str], Field(max_length=MOST)] = []
    at: Annotated[list[At], Field(max_length=MOST)] = []
    seen: str = ""
    reason: Annotated[str, Field(max_length=2_000)] = ""
    queue: bool = False


@page(routes, "/documents/{document}/claims/{index}/edit", "editing.html")
def edit(here: Here, shown: Shown, document: Id, index: Index, queue: bool = False) -> Editing:
    """Show a claim as a form, beside its text."""
    return _shown(here, shown, document, index, queue)


@routes.post("/documents/{document}/claims/{index}/edit", status_code=303)
def changed(
    request: Request,
    here: Here,
    shown: Shown,
    document: Id,
    index: Index,
    sent: Annotated[Sent, Form()],
) -> Response:
    """Change a claim: its event, how far its source commits itself, the words of its roles."""

    def what(store: Store) -> What:
        claim = claim_in(store, document, index, sent.seen)
        held = store.document(claim.document)
        into = edited(claim, _proposal(sent), held.text, sentence_of(here.case, held))
        return Edited(claim, into)

    try:
        decide(here, what, sent.reason)
    except BadDecision as error:
        again = _shown(here, shown, document, index, sent.queue, sent, str(error))
        return HTMLResponse(rendered(request, "editing.html", view=again), 400)
    return RedirectResponse(room_of(document, index, sent.queue), 303)


def _shown(
    here: Desk,
    shown: Interface,
    document: str,
    index: int,
    queue: bool,
    sent: Sent | None = None,
    wrong: str = "",
) -> Editing:
    """Show the form; sent, wrong: as it came in, and why it was not taken."""
    with here.reading() as store:
        held = store.document(document)
        reading = store.reading(held)
    if reading is None or index >= len(reading.claims):
        raise Unknown(f"this document has no claim {index}; it may have been read again since")
    form = form_of(reading.claims[index], held)
    if sent:
        form = refilled(_proposal(sent), held, sent.seen, sent.reason, wrong)
    return editing(held, reading, index, form, queue, shown)


def _proposal(sent: Sent) -> Proposal:
    if len(sent.role) != len(sent.at):
        raise BadDecision("the form came in part: open the page again")
    marked = (Marked(n, _span(at)) for n, at in zip(sent.role, sent.at, strict=True) if n)
    return Proposal(sent.event, Factuality.parse(sent.reading), sent.tense, tuple(marked))


def _span(at: str) -> Span:
    start, _, end = at.partition("-")
    try:
        return Span(int(start), int(end))
    except ValueError as error:
        raise BadDecision(f"{at} marks no words: mark them again") from error
