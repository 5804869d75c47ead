"""What was worked out for a page is kept as long as nobody writes to the case.

What takes long is shown a while longer, while somebody else writes: a reading run saves a document
several times a second, and a drawing of 500 findings takes a second to make.
"""

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast

Noun = TypeVar("Noun")
Stamp = tuple[tuple[int, int], ...]

MOST = 200
"""Nouns that are kept; with more, all are worked out anew."""

SETTLED = 50_000_000
"""Nanoseconds after which a file's time of change tells two changes apart; clocks tick in 4 ms."""

SHARE = 20
"""What took a second is not worked out again for so many, so that other pages have their turn."""

QUICK = 0.2
"""Seconds under which a page is made anew at once, and not shown as it was meanwhile."""

OLDEST = 60.0
"""Seconds for which anything may be shown that was made before somebody else wrote; what takes
long, for twice the time after which it is made anew."""


@dataclass(frozen=True, slots=True)
class Made:
    """A noun, and of which state of the case. begun: seconds of the clock; took: seconds.

    turn: of what else it rests on.
    """

    noun: object
    stamp: Stamp | None
    turn: int
    begun: float
    took: float


class Kept:
    """Nouns by what they were asked by, each worked out by one thread at a time."""

    def __init__(self, database: Path) -> None:
        self.files = (database, database.with_name(f"{database.name}-wal"))
        self.lock = threading.Lock()
        self.waiting: dict[Hashable, threading.Lock] = defaultdict(threading.Lock)
        self.nouns: dict[Hashable, Made] = {}
        self.beside: set[Hashable] = set()
        self.written = float("-inf")

    def noun(self, key: Hashable, make: Callable[[], Noun], turn: int = 0) -> Noun:
        """Give what `make` gave for this key, unless the case was written to since.

        turn: counts the changes of what else it rests on.
        """
        with self.lock:
            waiting = self.waiting[key]
        with waiting:
            stamp, begun = self._stamp(), time.monotonic()
            kept = self.nouns.get(key)
            if kept is None or (kept.stamp, kept.turn) != (stamp, turn):
                noun = make()
                settled = time.time_ns() - max(changed for changed, _ in stamp) > SETTLED
                took = time.monotonic() - begun
                kept = Made(noun, stamp if settled else None, turn, begun, took)
                self._keep(key, kept)
            return cast(Noun, kept.noun)

    def slow(self, key: Hashable, make: Callable[[], Noun], turn: int = 0) -> Noun:
        """Give the same, or what it was a while ago; what was decided at the desk is in it."""
        kept = self.nouns.get(key)
        if kept is None or kept.begun < self.written:
            return self.noun(key, make, turn)
        age, due = time.monotonic() - kept.begun, SHARE * kept.took
        if age > max(OLDEST, 2 * due):
            return self.noun(key, make, turn)
        changed = age > due and kept.stamp != self._stamp()
        if changed and kept.took < QUICK:
            return self.noun(key, make, turn)
        if changed or kept.turn != turn:
            self._make_beside(key, make, turn)
        return cast(Noun, kept.noun)

    def wrote(self) -> None:
        """Take in that somebody at the desk wrote: they are to see it on the next page."""
        self.written = time.monotonic()

    def _make_beside(self, key: Hashable, make: Callable[[], object], turn: int) -> None:
        with self.lock:
            if key in self.beside:
                return
            self.beside.add(key)

        def work() -> None:
            try:
                self.noun(key, make, turn)
            finally:
                self.beside.discard(key)

        threading.Thread(target=work, daemon=True).start()

    def _keep(self, key: Hashable, made: Made) -> None:
        with self.lock:
            if len(self.nouns) >= MOST:
                self.nouns, self.waiting = {}, defaultdict(threading.Lock)
            self.nouns[key] = made

    def _stamp(self) -> Stamp:
        return tuple(map(_of_file, self.files))


def _of_file(file: Path) -> tuple[int, int]:
    """Give when a file changed and how long it is; of one that is not there, zeros."""
    try:
        found = file.stat()
    except FileNotFoundError:
        return 0, 0
    return found.st_mtime_ns, found.st_size
