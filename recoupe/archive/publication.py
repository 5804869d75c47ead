"""When a document was published, or that it is not known: a date is never guessed."""

import re
from datetime import date, datetime, timedelta

from recoupe.model.document import Publication

EARLIEST = 1900
AHEAD = timedelta(days=1)  # a paper of tomorrow, east of here
EDTF = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


def publication(
    edtf: str | None, evidence: str, words: str | None, captured: datetime
) -> Publication:
    """Give a publication date, unknown where none was read or where it cannot be one.

    edtf: `2024-05-02` or `2024-05`. evidence: `markup` or `text`. A day before 1900, after
    the capture, or that no calendar has is no publication date.

    >>> from datetime import UTC
    >>> publication("2024-05-02", "text", "2 mai 2024", datetime(2025, 1, 1, tzinfo=UTC)).edtf
    '2024-05-02'
    >>> publication("2026-05-02", "text", "2 mai 2026", datetime(2025, 1, 1, tzinfo=UTC)).edtf
    """
    if edtf is None or not words or not _can_be(edtf, captured.date()):
        return Publication()
    return Publication(edtf, evidence, words)


def _can_be(edtf: str, captured: date) -> bool:
    found = EDTF.fullmatch(edtf)
    if found is None:
        return False
    try:
        day = date(int(found[1]), int(found[2]), int(found[3] or 1))
    except ValueError:
        return False
    return day.year >= EARLIEST and day <= captured + AHEAD
