"""`/log`"""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query

from recoupe.case.pages import Pages
from recoupe.desk.desk import Here
from recoupe.desk.pages import SIZE, Place, page
from recoupe.publish.words import moment

routes = APIRouter()


@dataclass(frozen=True, slots=True)
class Capture:
    """A line of the chain of custody. document: the id of what the bytes became."""

    document: str
    time: str
    address: str
    media_type: str
    size: int
    original: str
    extractor: str


@dataclass(frozen=True, slots=True)
class Log:
    """What was done to the case, the newest first."""

    captures: tuple[Capture, ...]
    place: Place


@page(routes, "/log", "log.html")
def log(here: Here, page: Annotated[int, Query(ge=1, le=1_000_000)] = 1) -> Log:
    """Show what came into the case and when, the newest first."""
    with here.reading() as store:
        lines = Pages(store).custody((page - 1) * SIZE, SIZE + 1)
    captures = tuple(
        Capture(
            document=document,
            time=moment(line.captured),
            address=line.address,
            media_type=line.media_type,
            size=line.size,
            original=line.original,
            extractor=line.extractor,
        )
        for line, document in lines[:SIZE]
    )
    return Log(captures, Place(page, len(lines) > SIZE))
