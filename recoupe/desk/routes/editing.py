"""`/documents/ID/claims/N/edit`: a claim is read otherwise, its words chosen in the text."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Path
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from recoupe.case.store import Store
from recoupe.desk.deciding import claim_in, decide
from recoupe.desk.desk import Desk, Here, Shown
from recoupe.desk.interface import Interface
from recoupe.desk.pages import page, rendered
from recoupe.desk.proposed import edited
from recoupe.desk.sent import Sent
from recoupe.desk.sentences import Sentences
from recoupe.desk.views.editing import Editing, editing, room_of
from recoupe.desk.views.filled import form_of, refilled
from recoupe.desk.writes import changing
from recoupe.errors import BadDecision, Unknown
from recoupe.model.claim import Claim
from recoupe.model.decision import Edited

routes = APIRouter(dependencies=[Depends(changing)])

Id = Annotated[str, Path(min_length=1)]
Index = Annotated[int, Path(ge=0, le=1_000_000_000)]


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
    """Change a claim: its event, how far its source commits itself, and what its words are."""

    def seen(store: Store) -> Claim:
        return claim_in(store, document, index, sent.seen)

    try:
        # Made before the case is locked to write: a pipeline may have to be loaded first.
        with here.reading() as store:
            claim, held = seen(store), store.document(document)
        into = edited(claim, sent.proposal(), held.text, Sentences(here.case, held))
        decide(here, lambda store: Edited(seen(store), into), sent.reason)
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
    claim = reading.claims[index]
    form = refilled(sent, held, wrong) if sent else form_of(claim, held, reading)
    return editing(held, reading, index, form, queue, shown)
