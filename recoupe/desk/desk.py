"""What every page draws on: the case that is open, and who may look."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends
from starlette.requests import Request

from recoupe.archive.public import Web
from recoupe.case.folder import Case
from recoupe.case.pages import Pages
from recoupe.case.store import Store, reading_from
from recoupe.desk.background import Background
from recoupe.desk.interface import Interface, interface
from recoupe.desk.kept import Kept
from recoupe.desk.session import Session
from recoupe.desk.shelf import Shelf
from recoupe.desk.uploads import Uploads
from recoupe.desk.who import Who
from recoupe.weighing.memory import Memory


@dataclass(frozen=True, slots=True)
class Desk:
    """A case on the desk. kept: what pages may share until somebody writes to the case.

    background: the reader beside the pages; reads_itself: whether it begins when documents come.
    memory: of the findings, so that a decision weighs again only what it concerns.
    who: whom its documents name; shelf: its lists of sanctions; uploads: what pages sent in.
    web: from where addresses are fetched.
    """

    case: Case
    session: Session
    kept: Kept
    background: Background
    reads_itself: bool = True
    memory: Memory = field(default_factory=Memory)
    who: Who = field(default_factory=Who)
    shelf: Shelf = field(default_factory=Shelf)
    uploads: Uploads = field(default_factory=Uploads)
    web: Web = field(default_factory=Web)

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """Open the case to read, for one page; a reading run may write meanwhile."""
        with reading_from(self.case) as store:
            yield store

    @contextmanager
    def pages(self) -> Iterator[Pages]:
        """Open the case to read a page at a time."""
        with self.reading() as store:
            yield Pages(store)


def desk(request: Request) -> Desk:
    """Give the desk that the request came to."""
    found: Desk = request.app.state.desk
    return found


Here = Annotated[Desk, Depends(desk)]
Shown = Annotated[Interface, Depends(interface)]
