"""The documents of a case → readings and findings in the case."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from recoupe.case import folder, store
from recoupe.case.documents import Unread
from recoupe.case.folder import Case
from recoupe.case.store import Store
from recoupe.cli.reader import Reader, Which, reader_of_case
from recoupe.cli.terminal import progress, say, say_record, tell, waiting
from recoupe.cli.words import SHORT, count
from recoupe.errors import NoReader, RecoupeError
from recoupe.model.document import Document
from recoupe.model.gold import reading_to_plain
from recoupe.model.reading import Reading
from recoupe.reading.read import readable


@dataclass(frozen=True, slots=True)
class Done:
    """What a run read. unread: why documents were left unread, a reason for each."""

    documents: int
    claims: int
    unread: tuple[str, ...]


def read_case(
    path: Path, which: Which | None, anew: bool, patience: float | None, as_json: bool
) -> None:
    """Read what waits to be read, save each reading at once, then make the findings again."""
    # Imported here: a case of which nothing waits to be read is told at once.
    from recoupe.case.weigh import weigh_again

    case = folder.open(path)
    reader = reader_of_case(case, which)
    with store.writing_to(case, patience, waiting) as into:
        waits = into.unread(lambda language: "" if anew else named(reader, case, language))
        can_be = [wait for wait in waits if readable(wait.language)]
        done = _read_all(can_be, reader, into, as_json)
        _tell_unread([_no_reader(wait) for wait in waits if not readable(wait.language)])
        _tell_unread(done.unread)
        found = weigh_again(into, anew).findings
        empty = not into.documents()
    if empty:
        tell(f"no document in this case yet: recoupe add {path} FILE...")
    elif not as_json:
        say(_summary(done, found))
    reader.report()
    if done.unread:
        raise typer.Exit(1)


def named(reader: Reader, case: Case, language: str | None) -> str:
    """Name what reads a language in this case; a document is read anew when that changes."""
    pipeline = case.pipelines.get(language or "")
    return f"{reader.name()} with {pipeline}" if pipeline else reader.name()


def _read_all(waits: Sequence[Unread], reader: Reader, into: Store, as_json: bool) -> Done:
    documents = claims = 0
    unread: list[str] = []
    with progress("reading", waits) as some:
        for wait in some:
            document = into.document(wait.document)
            try:
                reading = _saved(document, reader, into)
            except NoReader as error:
                unread.append(str(error))
                continue
            except RecoupeError:
                raise
            except Exception as error:  # one document's fault must not stop a thousand others
                name = f"document {document.id:.{SHORT}}"
                unread.append(f"the reader failed in {name} ({error!r}); please report it")
                continue
            documents, claims = documents + 1, claims + len(reading.claims)
            if as_json:
                say_record(reading_to_plain(reading, document.text))
    return Done(documents, claims, tuple(unread))


def _saved(document: Document, reader: Reader, into: Store) -> Reading:
    language = document.language
    reading = reader.read(document, into.case.pipelines.get(language or ""))
    reading = replace(reading, reader=named(reader, into.case, language))
    into.save_reading(reading)
    return reading


def _no_reader(wait: Unread) -> str:
    return f"no reader for language {wait.language or 'unknown'}"


def _tell_unread(reasons: Iterable[str]) -> None:
    for reason, number in sorted(Counter(reasons).items()):
        tell(f"{count(number, 'document')} unread: {reason}")


def _summary(done: Done, found: int) -> str:
    read_now = f"read {count(done.documents, 'document')}, {count(done.claims, 'claim')}"
    return f"{read_now}; {count(found, 'finding')} in the case"
