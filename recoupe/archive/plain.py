"""Text and Markdown files: the text exactly as stored."""

from recoupe.archive.capture import Captured
from recoupe.archive.encoding import decoded
from recoupe.archive.page import Page

EXTRACTOR = "recoupe-plain 1"


def plain(captured: Captured) -> Page:
    """Give the text as it is: no newline is converted, nothing normalised.

    Raises Unreadable for empty, binary and wrongly encoded files.
    """
    return Page(decoded(captured.data, captured.address, charset(captured)), EXTRACTOR)


def charset(captured: Captured) -> str | None:
    """Give the encoding that the response's Content-Type names, None where it names none."""
    said = next((v for name, v in reversed(captured.headers) if name == "content-type"), "")
    _, found, rest = said.lower().partition("charset=")
    return rest.partition(";")[0].strip(" \"'") or None if found else None
