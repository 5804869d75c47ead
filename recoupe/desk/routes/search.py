"""`/search`"""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query

from recoupe.case.pages import Pages
from recoupe.case.search import MOST
from recoupe.desk.desk import Here, Shown
from recoupe.desk.pages import page
from recoupe.desk.views.found import Kind, claims, kinds

routes = APIRouter()

LONGEST = 500
"""Characters of a query; nobody types more."""


@dataclass(frozen=True, slots=True)
class Search:
    """What a query found; nothing where none was asked."""

    query: str
    kinds: tuple[Kind, ...]


@page(routes, "/search", "search.html")
def search(here: Here, shown: Shown, q: Annotated[str, Query(max_length=LONGEST)] = "") -> Search:
    """Find texts, quotes and names by their words; capitals and diacritics count for nothing."""
    query = q.strip()
    if not query:
        return Search("", ())
    with here.reading() as store:
        hits = store.search(query)
        voices = Pages(store).voiced(claims(hits))
    return Search(query, kinds(hits, voices, MOST, shown))
