"""The formats that are read, by the ending of a name and by media type."""

from pathlib import PurePosixPath
from urllib.parse import urlsplit

from recoupe.errors import Unreadable

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EML = "message/rfc822"
HTML = "text/html"
MARKDOWN = "text/markdown"
PDF = "application/pdf"
PLAIN = "text/plain"
UNKNOWN = "application/octet-stream"

BY_ENDING = {
    ".txt": PLAIN,
    ".md": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".pdf": PDF,
    ".docx": DOCX,
    ".eml": EML,
}
READ = ", ".join(BY_ENDING)
SAME = {"application/xhtml+xml": HTML, "application/x-pdf": PDF, "text/x-markdown": MARKDOWN}
VAGUE = {"", UNKNOWN, "binary/octet-stream", "application/force-download", "application/download"}


def media_type(address: str, said: str = "") -> str:
    """Give the media type of what stands at an address; `said` is the Content-Type header.

    A server that says nothing useful is overruled by the ending of the name.

    >>> media_type("notes/interview.TXT"), media_type("https://a.example/x.pdf", "text/html; a=b")
    ('text/plain', 'text/html')
    """
    stated = said.partition(";")[0].strip().lower()
    if stated not in VAGUE:
        return SAME.get(stated, stated)
    return BY_ENDING.get(ending(address), UNKNOWN)


def ending(address: str) -> str:
    """Give the ending of a path or URL, with its dot, in lower case."""
    path = urlsplit(address).path if is_url(address) else address.replace("\\", "/")
    return PurePosixPath(path).suffix.lower()


def is_url(address: str) -> bool:
    """Say whether an address is fetched from the web."""
    return address.lower().startswith(("http://", "https://"))


def unsupported(name: str) -> Unreadable | None:
    """Say why a file of that name is not read; None where it is.

    >>> print(unsupported("photo.jpg"))
    photo.jpg: .jpg files are not read; Recoupe reads .txt, .md, .html, .htm, .pdf, .docx, .eml.
    """
    suffix = ending(name)
    if suffix in BY_ENDING:
        return None
    if not suffix:
        return Unreadable(
            name, "a name without an ending is not read; Recoupe reads {endings}.", endings=READ
        )
    return Unreadable(
        name, "{ending} files are not read; Recoupe reads {endings}.", ending=suffix, endings=READ
    )
