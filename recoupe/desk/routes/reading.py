"""`/reading`: how far the reader beside the desk has come; started and stopped by forms"""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse

from recoupe.desk.back import own
from recoupe.desk.desk import Here, Shown
from recoupe.desk.pages import page
from recoupe.desk.views.came import Came, came
from recoupe.desk.views.progress import Progress, progress
from recoupe.model.act import Did

routes = APIRouter()

Back = Annotated[str, Form()]


@dataclass(frozen=True, slots=True)
class NotRead:
    """Where the reading stands. refused: what was sent in and could not be added."""

    progress: Progress
    refused: tuple[Came, ...]


@page(routes, "/reading", "reading.html")
def reading(here: Here, shown: Shown) -> NotRead:
    """Show how far the reading has come, and what could not be read."""
    refused = tuple(one for one in here.uploads.every() if one.document is None)
    return NotRead(progress(here, shown), came(refused, shown))


@routes.post("/reading/start", status_code=303)
def start(here: Here, back: Back = "/reading") -> RedirectResponse:
    """Read what waits, and make the findings of it."""
    here.note(Did.READING_BEGUN)
    here.background.begin()
    return RedirectResponse(own(back), 303)


@routes.post("/reading/stop", status_code=303)
def stop(here: Here, back: Back = "/reading") -> RedirectResponse:
    """Let the reader finish its document and stop; what was read is kept."""
    here.note(Did.READING_STOPPED)
    here.background.stop()
    return RedirectResponse(own(back), 303)
