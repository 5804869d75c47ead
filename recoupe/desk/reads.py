"""A reader beside the desk: it reads what waits, and says so in a line for each document.

    python -m recoupe.desk.reads CASE

It stops when its standard input is closed, so that no reader outlives its desk.
"""

import json
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from recoupe.case import folder
from recoupe.case.documents import Unread
from recoupe.case.folder import Case
from recoupe.case.read import read, reader_of, waiting
from recoupe.case.store import reading_from, writing_to
from recoupe.case.weigh import weigh_again
from recoupe.errors import NoReader, RecoupeError
from recoupe.languages.readable import readable
from recoupe.model.reading import Reading
from recoupe.reading.reader import Reader
from recoupe.weighing.memory import Memory

Say = Callable[..., None]
"""Tells the desk something, by name."""

GRACE = 5.0
"""Seconds to finish a document in; what is not saved by then is read again another time."""

OFTEN = 2.0
"""Seconds after which findings are made of what was read by then."""

SHARE = 5
"""Reading takes at least so many times as long as making findings of it."""


class Reads:
    """Reads the documents of a case that nothing has read yet, those that come meanwhile too.

    The case is held for the writing alone: people decide and add while it goes on, and a
    document that another reader was faster with is left as that one read it.
    """

    def __init__(self, case: Case, reader: Reader, say: Say, stop: threading.Event) -> None:
        self.case = case
        self.reader = reader
        self.say = say
        self.stop = stop
        self.tried: set[str] = set()
        self.memory = Memory()
        self.weighed, self.took = time.monotonic(), 0.0

    def all(self) -> None:
        """Read until nothing waits or the desk says stop; then make the findings."""
        while waits := self._waiting():
            self.say(waits=len(waits))
            for wait in waits:
                if self.stop.is_set():
                    break
                self._one(wait)
        self._weigh()
        self._look_through()

    def _waiting(self) -> list[Unread]:
        if self.stop.is_set():
            return []
        with reading_from(self.case) as store:
            waits = [wait for wait in waiting(store, self.reader) if wait.before is None]
        return [w for w in waits if readable(w.language) and w.document not in self.tried]

    def _one(self, wait: Unread) -> None:
        self.tried.add(wait.document)
        try:
            with reading_from(self.case) as store:
                document = store.document(wait.document)
            reading = read(document, self.reader, self.case)
        except NoReader as error:
            self.say(unread=wait.document, why=str(error))
        except RecoupeError:
            raise
        except Exception as error:  # one document's fault must not stop a thousand others
            self.say(unread=wait.document, why=f"the reader failed ({error!r}); please report it")
        else:
            self._save(reading)

    def _save(self, reading: Reading) -> None:
        with writing_to(self.case, waiting=lambda holder: self.say(held=str(holder))) as store:
            if not store.is_read(reading.document):
                store.save_reading(reading)
        self.say(read=reading.document, claims=len(reading.claims))
        if time.monotonic() - self.weighed > max(OFTEN, SHARE * self.took):
            self._weigh()

    def _look_through(self) -> None:
        """Look for doubts in what an older Recoupe read; in what is read now it was done."""
        with reading_from(self.case) as store:
            left = store.not_looked_through()
        for document in left:
            if self.stop.is_set():
                return
            with writing_to(self.case, waiting=lambda holder: self.say(held=str(holder))) as store:
                store.look_through(document)

    def _weigh(self) -> None:
        began = time.monotonic()
        with writing_to(self.case, waiting=lambda holder: self.say(held=str(holder))) as store:
            weigh_again(store, memory=self.memory)
        self.weighed = time.monotonic()
        self.took = self.weighed - began
        self.say(weighed=True)


def main() -> None:
    """Read the case whose folder is named, until it is read or nobody listens any more."""
    stop = threading.Event()
    threading.Thread(target=_until_closed, args=(stop,), daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(10)  # whoever looks at a page comes first
    try:
        case = folder.open(Path(sys.argv[1]))
        Reads(case, reader_of(case, _tell), _say, stop).all()
    except RecoupeError as error:
        _say(failed=str(error))


def _until_closed(stop: threading.Event) -> None:
    sys.stdin.read()
    stop.set()
    time.sleep(GRACE)
    os._exit(1)  # killed at any moment, what was saved stays and nothing is half written


def _tell(line: str) -> None:
    _say(told=line)


def _say(**told: object) -> None:
    try:
        print(json.dumps(told), flush=True)
    except BrokenPipeError:
        os._exit(1)


if __name__ == "__main__":
    main()
