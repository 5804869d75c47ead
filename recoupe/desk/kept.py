"""What was worked out for a page is kept as long as nobody writes to the case."""

import threading
import time
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import TypeVar, cast

Noun = TypeVar("Noun")
Stamp = tuple[tuple[int, int], ...]

MOST = 200
"""Nouns that are kept; with more, all are worked out anew."""

SETTLED = 50_000_000
"""Nanoseconds after which a file's time of change tells two changes apart; clocks tick in 4 ms."""


class Kept:
    """Nouns by what they were asked by, all of one state of the case's database."""

    def __init__(self, database: Path) -> None:
        self.files = (database, database.with_name(f"{database.name}-wal"))
        self.lock = threading.Lock()
        self.stamp: Stamp = ()
        self.nouns: dict[Hashable, object] = {}

    def noun(self, key: Hashable, make: Callable[[], Noun]) -> Noun:
        """Give what `make` gave for this key, unless the case was written to since."""
        stamp = tuple(map(_stamp, self.files))
        with self.lock:
            if stamp == self.stamp and key in self.nouns:
                return cast(Noun, self.nouns[key])
        made = make()
        if time.time_ns() - max(changed for changed, _ in stamp) > SETTLED:
            self._keep(stamp, key, made)
        return made

    def _keep(self, stamp: Stamp, key: Hashable, noun: object) -> None:
        with self.lock:
            if stamp != self.stamp or len(self.nouns) >= MOST:
                self.stamp, self.nouns = stamp, {}
            self.nouns[key] = noun


def _stamp(file: Path) -> tuple[int, int]:
    """Give when a file changed and how long it is; of one that is not there, zeros."""
    try:
        found = file.stat()
    except FileNotFoundError:
        return 0, 0
    return found.st_mtime_ns, found.st_size
