"""`/review`: the claims that wait, what matters most first; and the decisions about them."""

from dataclasses import dataclass, replace
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Path, Query
from starlette.responses import RedirectResponse

from recoupe.case.queue import Progress, Waiting
from recoupe.case.store import Store
from recoupe.desk.back import own
from recoupe.desk.deciding import claim_in, decide
from recoupe.desk.desk import Here, Shown
from recoupe.desk.pages import SIZE, Place, page
from recoupe.desk.views.found import Said, said
from recoupe.model.decision import Accepted, Edited, Rejected, Undone, What
from recoupe.model.factuality import Factuality
from recoupe.model.finding import ClaimRef

routes = APIRouter()

Verdict = Literal["accept", "reject", "CT+", "PR+", "PS+", "U", "PS-", "PR-", "CT-"]


@dataclass(frozen=True, slots=True)
class Queue:
    """The claims that wait, a page of them, and who says each of them, in the same order.

    author: whose name decisions will carry.
    """

    waiting: tuple[Waiting, ...]
    said: tuple[Said, ...]
    progress: Progress
    author: str | None
    place: Place


@page(routes, "/review", "review.html")
def review(here: Here, shown: Shown, page: Annotated[int, Query(ge=1, le=1_000_000)] = 1) -> Queue:
    """List the claims on which nobody has decided: contested ones first, then those of one origin,
    then those in which something is to be doubted."""
    with here.pages() as pages:
        found = pages.waiting((page - 1) * SIZE, SIZE + 1)
        voices = pages.voiced([one.claim for one in found[:SIZE]])
        counted = pages.progress()
    return Queue(
        found[:SIZE],
        tuple(said(voices[one.claim], shown) for one in found[:SIZE]),
        counted,
        here.author_or_none(),
        Place(page, len(found) > SIZE),
    )


@routes.get("/review/next", status_code=303, summary="Lead to the claim that waits next")
def next_claim(here: Here, after: str | None = None) -> RedirectResponse:
    """Lead to the claim that waits behind this one. after: DOCUMENT:INDEX."""
    with here.pages() as pages:
        found = pages.next_waiting(_ref(after))
    return RedirectResponse("/review" if found is None else _room(found), 303)


@routes.post("/documents/{document}/claims/{index}/decision", status_code=303)
def decision(
    here: Here,
    document: Annotated[str, Path(min_length=1)],
    index: Annotated[int, Path(ge=0, le=1_000_000_000)],
    verdict: Annotated[Verdict, Form()],
    seen: Annotated[str, Form()],
    reason: Annotated[str, Form(max_length=2_000)] = "",
    back: Annotated[str, Form()] = "/review",
) -> RedirectResponse:
    """Decide on a claim: it says what its source says, or not, or more or less surely."""

    def what(store: Store) -> What:
        claim = claim_in(store, document, index, seen)
        if verdict == "accept":
            return Accepted(claim)
        if verdict == "reject":
            return Rejected(claim)
        return Edited(claim, replace(claim, factuality=Factuality.parse(verdict)))

    decide(here, what, reason)
    return RedirectResponse(own(back), 303)


@routes.post("/decisions/{number}/undo", status_code=303)
def undo(
    here: Here,
    number: Annotated[int, Path(ge=1, le=1_000_000_000)],
    back: Annotated[str, Form()] = "/log",
) -> RedirectResponse:
    """Take a decision back; the log keeps both."""
    decide(here, lambda _: Undone(number))
    return RedirectResponse(own(back), 303)


def _ref(named: str | None) -> ClaimRef | None:
    document, _, index = (named or "").rpartition(":")
    return ClaimRef(document, int(index)) if document and index.isdecimal() else None


def _room(ref: ClaimRef) -> str:
    return f"/documents/{ref.document}?queue=true&claim={ref.index}#claim-{ref.index}"
