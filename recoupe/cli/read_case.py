"""The documents of a case → readings and findings in the case."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from recoupe.case import folder, store
from recoupe.case.documents import Unread
from recoupe.case.read import read, reader_of, waiting
from recoupe.case.store import Store
from recoupe.cli import terminal
from recoupe.cli.reader import report
from recoupe.cli.terminal import progress, say, say_record, tell
from recoupe.cli.words import SHORT, count
from recoupe.errors import NoReader, RecoupeError
from recoupe.languages.readable import readable
from recoupe.model.gold import reading_to_plain
from recoupe.reading.reader import Reader, Which


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
    reader = reader_of(case, tell, which)
    with store.writing_to(case, patience, terminal.waiting) as into:
        waits = waiting(into, reader, anew)
        can_be = [wait for wait in waits if readable(wait.language)]
        done = _read_all(can_be, reader, into, as_json)
        _tell_unread([_no_reader(wait) for wait in waits if not readable(wait.language)])
        _tell_unread(done.unread)
        _look_through(into)
        found = weigh_again(into, anew).findings
        empty = not into.documents()
    if empty:
        tell(f"no document in this case yet: recoupe add {path} FILE...")
    elif not as_json:
        say(_summary(done, found))
    report(reader)
    if done.unread:
        raise typer.Exit(1)


def _look_through(into: Store) -> None:
    """Look for doubts in what an older Recoupe read; what is read now has been looked through."""
    with progress("looking for doubts", into.not_looked_through()) as some:
        for document in some:
            into.look_through(document)


def _read_all(waits: Sequence[Unread], reader: Reader, into: Store, as_json: bool) -> Done:
    documents = claims = 0
    unread: list[str] = []
    with progress("reading", waits) as some:
        for wait in some:
            document = into.document(wait.document)
            try:
                reading = read(document, reader, into.case)
                into.save_reading(reading)
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


def _no_reader(wait: Unread) -> str:
    return f"no reader for language {wait.language or 'unknown'}"


def _tell_unread(reasons: Iterable[str]) -> None:
    for reason, number in sorted(Counter(reasons).items()):
        tell(f"{count(number, 'document')} unread: {reason}")


def _summary(done: Done, found: int) -> str:
    read_now = f"read {count(done.documents, 'document')}, {count(done.claims, 'claim')}"
    return f"{read_now}; {count(found, 'finding')} in the case"
