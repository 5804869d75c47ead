"""Captured bytes and the document made of them → the case."""

import hashlib

from recoupe.archive.capture import Captured
from recoupe.archive.extract import custody, extract
from recoupe.archive.originals import keep
from recoupe.case.store import Store
from recoupe.model.document import Document


def add(captured: Captured, document: Document, into: Store) -> bool:
    """Keep the bytes, the document and its line of custody; say whether the document is new."""
    # The bytes first: a document in the database always has its original.
    keep(into.case.originals, captured.data)
    return into.add_document(custody(captured, document), document)


def document_of(captured: Captured) -> Document:
    """Make the document of captured bytes; raises Unreadable."""
    return extract(captured, hashlib.sha256(captured.data).hexdigest())
