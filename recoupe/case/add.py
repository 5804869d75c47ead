"""Captured bytes and the document made of them → the case."""

import hashlib

from recoupe.archive.capture import Captured
from recoupe.archive.extract import custody, extract
from recoupe.archive.originals import keep
from recoupe.case.author import adder_of
from recoupe.case.store import Store
from recoupe.model.document import Document


def add(captured: Captured, document: Document, into: Store, author: str | None = None) -> bool:
    """Keep the bytes, the document and its line of custody; say whether the document is new.

    author: who brings it in; None for whom the case names, else the account.
    """
    # The bytes first: a document in the database always has its original.
    keep(into.case.originals, captured.data)
    line = custody(captured, document, adder_of(into.case, author))
    return into.add_document(line, document)


def document_of(captured: Captured) -> Document:
    """Make the document of captured bytes; raises Unreadable."""
    return extract(captured, hashlib.sha256(captured.data).hexdigest())
