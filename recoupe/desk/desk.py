"""What every page draws on: the case that is open, and who may look."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Annotated

from fastapi import Depends
from starlette.requests import Request

from recoupe.archive.public import Web
from recoupe.case.author import adder_of, author_of
from recoupe.case.door import Door
from recoupe.case.folder import Case
from recoupe.case.pages import Pages
from recoupe.case.store import Store, reading_from
from recoupe.desk.background import Background
from recoupe.desk.interface import Interface, interface
from recoupe.desk.kept import Kept
from recoupe.desk.lines import Lines
from recoupe.desk.same import Same
from recoupe.desk.shelf import Shelf
from recoupe.desk.uploads import Uploads
from recoupe.desk.visitor import Visitor, visitor_of
from recoupe.desk.who import Who
from recoupe.model.act import Did
from recoupe.weighing.memory import Memory

NOBODY = Visitor(None, None, "")
"""Who is at the desk while nobody asks."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A case on the desk, as one visitor meets it.

    kept: what pages may share until somebody writes to the case.
    background: the reader beside the pages; reads_itself: whether it begins when documents come.
    memory: of the findings, so that a decision weighs again only what it concerns.
    lines: what findings are called; same: what is kept by all that it rests on.
    who: whom its documents name; shelf: its lists of sanctions; uploads: what pages sent in.
    web: from where addresses are fetched.
    """

    case: Case
    kept: Kept
    background: Background
    reads_itself: bool = True
    memory: Memory = field(default_factory=Memory)
    lines: Lines = field(default_factory=Lines)
    same: Same = field(default_factory=Same)
    who: Who = field(default_factory=Who)
    shelf: Shelf = field(default_factory=Shelf)
    uploads: Uploads = field(default_factory=Uploads)
    web: Web = field(default_factory=Web)
    visitor: Visitor = NOBODY

    def author(self) -> str:
        """Give the name that what the visitor writes is signed with.

        Raises BadDecision where nobody is known.
        """
        return author_of(self.case, self.visitor.name)

    def author_or_none(self) -> str | None:
        """Give that name to pages that only tell it; None where nobody is known."""
        return adder_of(self.case, self.visitor.name)

    def note(self, did: Did, **about: str) -> None:
        """Write down in the journal what the visitor did."""
        Door(self.case).note(self.author_or_none(), did, **about)

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """Open the case to read, for one page; what a reading run writes meanwhile is not seen."""
        with reading_from(self.case) as store, store.as_it_is():
            yield store

    @contextmanager
    def pages(self) -> Iterator[Pages]:
        """Open the case to read a page at a time."""
        with self.reading() as store:
            yield Pages(store)


def desk(request: Request) -> Desk:
    """Give the desk that the request came to, as its sender meets it."""
    found: Desk = request.app.state.desk
    return replace(found, visitor=visitor_of(request))


Here = Annotated[Desk, Depends(desk)]
Shown = Annotated[Interface, Depends(interface)]
