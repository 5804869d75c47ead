"""`/search`"""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query

from recoupe.case.search import MOST
from recoupe.desk.desk import Here
from recoupe.desk.pages import page
from recoupe.desk.views.found import Kind, kinds

routes = APIRouter()

LONGEST = 500
"""Characters of a query; nobody types more."""


@dataclass(frozen=True, slots=True)
class Search:
    """What a query found; nothing where none was asked."""

    query: str
    kinds: tuple[Kind, ...]


@page(routes, "/search", "search.html")
def search(here: Here, q: Annotated[str, Query(max_length=LONGEST)] = "") -> Search:
    """Find texts, quotes and names by their words; capitals and diacritics count for nothing."""
    query = q.strip()
    if not query:
        return Search("", ())
    with here.reading() as store:
        return Search(query, kinds(store.search(query), MOST))
