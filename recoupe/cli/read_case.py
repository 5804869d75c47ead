"""The documents of a case → readings and findings in the case."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from recoupe import __version__
from recoupe.case import folder, store
from recoupe.case.documents import Unread
from recoupe.case.folder import Case
from recoupe.case.store import Store
from recoupe.cli.terminal import progress, say, say_record, tell, waiting
from recoupe.cli.words import SHORT, count
from recoupe.errors import NoReader
from recoupe.model.document import Document
from recoupe.model.gold import reading_to_plain
from recoupe.model.reading import Reading
from recoupe.reading.read import READER, read, readable


@dataclass(frozen=True, slots=True)
class Done:
    """What a run did."""

    documents: int = 0
    claims: int = 0
    failed: int = 0


def read_case(path: Path, anew: bool, patience: float | None, as_json: bool) -> None:
    """Read what waits to be read, save each reading at once, then make the findings again."""
    case = folder.open(path)
    with store.writing_to(case, patience, waiting) as into:
        if anew:
            waits = into.unread(lambda language: "")
        else:
            waits = into.unread(lambda language: reader(case, language))
        done = _read_all([w for w in waits if readable(w.language)], into, as_json)
        _tell_unread([w for w in waits if not readable(w.language)])
        found = _weigh(into, anew)
        empty = not into.documents()
    if empty:
        tell(f"no document in this case yet: recoupe add {path} FILE...")
    elif not as_json:
        say(_summary(done, found))
    if done.failed:
        raise typer.Exit(1)


def reader(case: Case, language: str | None) -> str:
    """Name what reads a language in this case; a document is read anew when that changes."""
    pipeline = case.pipelines.get(language or "")
    return f"{READER} with {pipeline}" if pipeline else READER


def _read_all(waits: Sequence[Unread], into: Store, as_json: bool) -> Done:
    documents = claims = failed = 0
    with progress("reading", waits) as some:
        for wait in some:
            document = into.document(wait.document)
            reading = _reading(document, into.case)
            if reading is None:
                failed += 1
                continue
            into.save_reading(reading)
            documents, claims = documents + 1, claims + len(reading.claims)
            if as_json:
                say_record(reading_to_plain(reading, document.text))
    return Done(documents, claims, failed)


def _reading(document: Document, case: Case) -> Reading | None:
    """Read a document; where that fails, say so and leave it unread, so that the others go on."""
    name = f"document {document.id:.{SHORT}}"
    try:
        reading = read(document, case.pipelines.get(document.language or ""))
    except NoReader as error:
        tell(f"recoupe: {name}: {error}")
        return None
    except Exception as error:  # a fault of the reader in one document must not stop a thousand
        tell(f"recoupe: {name}: the reader failed ({error!r}); it stays unread, please report it")
        return None
    return replace(reading, reader=reader(case, document.language))


def _tell_unread(waits: Sequence[Unread]) -> None:
    for language, number in sorted(Counter(w.language or "unknown" for w in waits).items()):
        tell(f"{count(number, 'document')} unread: no reader for language {language}")


def _weigh(into: Store, anew: bool) -> int:
    """Make the findings again where a reading, or Recoupe, has changed; say how many there are."""
    if not anew and into.findings_made_by() == __version__:
        return len(into.findings())
    from recoupe.weighing.corroborate import findings

    found = findings(into.readings(), {d.id: d for d in into.documents()})
    into.save_findings(found, __version__)
    return len(found)


def _summary(done: Done, found: int) -> str:
    read_now = f"read {count(done.documents, 'document')}, {count(done.claims, 'claim')}"
    return f"{read_now}; {count(found, 'finding')} in the case"
