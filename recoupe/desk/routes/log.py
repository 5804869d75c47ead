"""`/log`"""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query

from recoupe.case.pages import Pages
from recoupe.desk.desk import Here, Shown
from recoupe.desk.pages import SIZE, Place, page
from recoupe.desk.views.decided import Decided, decided
from recoupe.desk.views.done import Done, done
from recoupe.publish.words import moment

routes = APIRouter()


@dataclass(frozen=True, slots=True)
class Capture:
    """A line of the chain of custody. document: the id of what the bytes became.

    author: who brought them in, None where nobody wrote it down.
    """

    document: str
    time: str
    address: str
    media_type: str
    size: int
    original: str
    extractor: str
    author: str | None


@dataclass(frozen=True, slots=True)
class Log:
    """What was done to the case, the newest first. decisions: all, beside the first page.

    done: what was done beside deciding and adding documents.
    """

    decisions: tuple[Decided, ...]
    captures: tuple[Capture, ...]
    done: tuple[Done, ...]
    place: Place


@page(routes, "/log", "log.html")
def log(here: Here, shown: Shown, page: Annotated[int, Query(ge=1, le=1_000_000)] = 1) -> Log:
    """Show what people decided and what came into the case, the newest first."""
    with here.reading() as store:
        decisions = store.decisions() if page == 1 else ()
        lines = Pages(store).custody((page - 1) * SIZE, SIZE + 1)
        acts = store.acts((page - 1) * SIZE, SIZE + 1)
    captures = tuple(
        Capture(
            document=document,
            time=moment(line.captured),
            address=line.address,
            media_type=line.media_type,
            size=line.size,
            original=line.original,
            extractor=line.extractor,
            author=line.author,
        )
        for line, document in lines[:SIZE]
    )
    more = max(len(lines), len(acts)) > SIZE
    return Log(decided(decisions, shown), captures, done(acts[:SIZE], shown), Place(page, more))
