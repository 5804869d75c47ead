"""A document that waits → its reading, by the reader of its case."""

from dataclasses import replace

from recoupe.case.documents import Unread
from recoupe.case.folder import Case
from recoupe.case.store import Store
from recoupe.errors import BadInput
from recoupe.model.document import Document
from recoupe.model.reading import Reading
from recoupe.reading.reader import Reader, Tell, Which


def read(document: Document, reader: Reader, case: Case) -> Reading:
    """Read a document with the pipeline that the case names for its language.

    Raises NoReader, and NoAnswer where a language model cannot be asked.
    """
    language = document.language
    reading = reader.read(document, case.pipelines.get(language or ""))
    return replace(reading, reader=named(reader, case, language))


def waiting(store: Store, reader: Reader, anew: bool = False) -> tuple[Unread, ...]:
    """Give the documents that this reader has not read, or, anew, all of them; oldest first."""
    return store.unread(lambda language: "" if anew else named(reader, store.case, language))


def named(reader: Reader, case: Case, language: str | None) -> str:
    """Name what reads a language in this case; a document is read anew when that changes."""
    pipeline = case.pipelines.get(language or "")
    return f"{reader.name()} with {pipeline}" if pipeline else reader.name()


def reader_of(case: Case, tell: Tell, which: Which | None = None) -> Reader:
    """Give the reader for a case: the rules, and beside them the model that its case.toml names."""
    which = which or (Which.BOTH if case.llm else Which.RULES)
    if which is Which.RULES:
        return Reader(which, tell)
    if case.llm is None:
        raise BadInput(
            f"{case.folder}: case.toml names no language model; "
            'add [llm] and model = "…" there; see docs/llm.md'
        )
    return Reader(which, tell, case.llm, case.answers)
