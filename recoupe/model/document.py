"""A document as it was captured, and the text that was made of it once."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime

from recoupe.model.span import Span


@dataclass(frozen=True, slots=True)
class Publication:
    """When a document was published, and how that is known.

    edtf: EDTF date, None where unknown. evidence: `markup`, `text` or `unknown`;
    words: what was read (the tag's content, or words of the text), empty where unknown.
    """

    edtf: str | None = None
    evidence: str = "unknown"
    words: str = ""


@dataclass(frozen=True, slots=True)
class Custody:
    """One line of the chain of custody: how bytes came into the case.

    original: SHA-256 of the bytes, hex; address: path or URL; captured: UTC; size: bytes;
    headers: response headers of an address, in order, names in lower case. author: who brought
    them in, None where nobody wrote it down.
    """

    original: str
    address: str
    captured: datetime
    size: int
    media_type: str
    extractor: str
    headers: tuple[tuple[str, str], ...] = ()
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A canonical text, made once per (bytes, extractor) and never changed.

    original: SHA-256 of the bytes, hex. extractor: name and version of what made the text.
    language: ISO 639-1 code, None where it could not be told. authors: names as printed.
    boilerplate: stretches of the text that are page furniture and yield no claims.
    """

    original: str
    extractor: str
    text: str
    language: str | None = None
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: Publication = field(default_factory=Publication)
    boilerplate: tuple[Span, ...] = ()

    @property
    def id(self) -> str:
        """Name the document by its bytes and extractor: 64 hex digits, the same everywhere."""
        return hashlib.sha256(f"{self.original}\n{self.extractor}".encode()).hexdigest()
