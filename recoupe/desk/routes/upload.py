"""`/upload`: files and addresses become documents of the case"""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, UploadFile
from starlette.responses import RedirectResponse

from recoupe.archive.capture import LARGEST
from recoupe.archive.formats import BY_ENDING
from recoupe.desk.desk import Desk, Here, Shown
from recoupe.desk.limits import UPLOAD_BYTES
from recoupe.desk.pages import page
from recoupe.desk.taking import fetched, taken
from recoupe.desk.uploads import Arrival
from recoupe.desk.views.came import Came, came
from recoupe.desk.writes import changing
from recoupe.errors import BadInput

routes = APIRouter(
    dependencies=[Depends(changing)],
    form_limits={"max_fields": 10, "max_part_size": 20_000},
)
"""Beside its files a form has few and short fields: they are held in memory."""

MEGABYTE = 1_000_000

MOST = 20
"""Addresses that are fetched for one request, one after the other."""

Files = Annotated[list[UploadFile], File()]
Addresses = Annotated[str, Form(max_length=20_000)]


@dataclass(frozen=True, slots=True)
class Upload:
    """What may be sent in, and what came in. largest, together: bytes of a file, of a request."""

    endings: tuple[str, ...]
    largest: int
    together: int
    came: tuple[Came, ...]


@page(routes, "/upload", "upload.html")
def upload(here: Here, shown: Shown) -> Upload:
    """Show the form that adds documents, and what came in since the desk was started."""
    return Upload(tuple(BY_ENDING), LARGEST, UPLOAD_BYTES, came(here.uploads.every(), shown))


@routes.post("/upload", status_code=303)
def add(here: Here, file: Files) -> RedirectResponse:
    """Add files to the case; the page then says what became of each."""
    _kept(here, _files(here, file))
    return RedirectResponse("/upload#came", 303)


@routes.post("/upload.json")
def add_json(here: Here, shown: Shown, file: Files) -> tuple[Came, ...]:
    """Add files to the case; gives what became of each, in the order in which they were sent."""
    return came(_kept(here, _files(here, file)), shown)


@routes.post("/upload/addresses", status_code=303)
def fetch(here: Here, addresses: Addresses) -> RedirectResponse:
    """Fetch addresses, parted by spaces or lines; the page then says what became of each."""
    _kept(here, _pages(here, addresses))
    return RedirectResponse("/upload#came", 303)


@routes.post("/upload/addresses.json")
def fetch_json(here: Here, shown: Shown, addresses: Addresses) -> tuple[Came, ...]:
    """Fetch addresses, parted by spaces or lines; gives what became of each."""
    return came(_kept(here, _pages(here, addresses)), shown)


def _files(here: Desk, files: list[UploadFile]) -> tuple[Arrival, ...]:
    named = [(one.filename or "", one.file) for one in files]
    return taken(here.case, named, here.visitor.name)


def _pages(here: Desk, addresses: str) -> tuple[Arrival, ...]:
    named = tuple(dict.fromkeys(addresses.split()))
    if len(named) > MOST:
        raise BadInput(f"{len(named)} addresses: at most {MOST} are fetched at once")
    return fetched(here.case, named, here.web, here.visitor.name)


def _kept(here: Desk, arrivals: tuple[Arrival, ...]) -> tuple[Arrival, ...]:
    here.uploads.remember(arrivals)
    here.kept.wrote()
    if here.reads_itself and any(one.new for one in arrivals):
        here.background.begin()
    return arrivals
