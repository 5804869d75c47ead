"""A document of a text that others published, as it stands: nothing is found in it, nothing cut."""

import hashlib

from recoupe.model.document import Document, Publication


def document_of(text: str, language: str, published: str | None = None) -> Document:
    """Make the document; published: EDTF date, None where the set does not say."""
    original = hashlib.sha256(text.encode()).hexdigest()
    date = Publication(published, "markup") if published else Publication()
    return Document(original, "as published", text, language, published=date)
