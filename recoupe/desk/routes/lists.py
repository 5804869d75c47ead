"""`/lists`"""

from dataclasses import dataclass
from itertools import groupby

from fastapi import APIRouter

from recoupe.case.lists import Lists
from recoupe.desk.desk import Here
from recoupe.desk.pages import page
from recoupe.model.listing import ListVersion

routes = APIRouter()


@dataclass(frozen=True, slots=True)
class Kept:
    """A list with the versions of it that the case keeps, the newest first."""

    source: str
    versions: tuple[ListVersion, ...]


@dataclass(frozen=True, slots=True)
class KeptLists:
    """The lists of a case."""

    lists: tuple[Kept, ...]


@page(routes, "/lists", "lists.html")
def lists(here: Here) -> KeptLists:
    """Show the lists of sanctions, each version with the days on which it was in force."""
    with here.reading() as store:
        versions = Lists(store).versions()
    by_source = groupby(versions, key=lambda version: version.source)
    return KeptLists(tuple(Kept(source, tuple(own)[::-1]) for source, own in by_source))
