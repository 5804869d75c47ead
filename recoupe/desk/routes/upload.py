"""`/upload`: files become documents of the case"""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, File, UploadFile
from starlette.responses import RedirectResponse

from recoupe.archive.capture import LARGEST
from recoupe.archive.formats import BY_ENDING
from recoupe.desk.desk import Desk, Here
from recoupe.desk.limits import UPLOAD_BYTES
from recoupe.desk.pages import page
from recoupe.desk.taking import taken
from recoupe.desk.uploads import Came

routes = APIRouter()

MEGABYTE = 1_000_000

Files = Annotated[list[UploadFile], File()]


@dataclass(frozen=True, slots=True)
class Upload:
    """What may be sent in, and what came in. largest, together: bytes of a file, of a request."""

    endings: tuple[str, ...]
    largest: int
    together: int
    came: tuple[Came, ...]


@page(routes, "/upload", "upload.html")
def upload(here: Here) -> Upload:
    """Show the form that adds documents, and what came in since the desk was started."""
    return Upload(tuple(BY_ENDING), LARGEST, UPLOAD_BYTES, here.uploads.every())


@routes.post("/upload", status_code=303)
def add(here: Here, file: Files) -> RedirectResponse:
    """Add files to the case; the page then says what became of each."""
    _kept(here, file)
    return RedirectResponse("/upload#came", 303)


@routes.post("/upload.json", summary="Add files to the case")
def add_json(here: Here, file: Files) -> tuple[Came, ...]:
    """Add files to the case; gives what became of each, in the order in which they were sent."""
    return _kept(here, file)


def _kept(here: Desk, files: list[UploadFile]) -> tuple[Came, ...]:
    came = taken(here.case, [(one.filename or "", one.file) for one in files])
    here.uploads.remember(came)
    if here.reads_itself and any(one.new for one in came):
        here.background.begin()
    return came
