"""What pages sent in since the desk was started, and what became of it."""

import re
import threading
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from unicodedata import category

from recoupe.errors import RecoupeError

REMEMBERED = 500
"""Files of which the page tells what became of them, until the desk is stopped."""

LONGEST = 200
"""Characters of a file's name; file systems allow 255 bytes."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of a file or address. document: its id, None where it gave none; error: why."""

    name: str
    document: str | None
    new: bool = False
    error: RecoupeError | None = None


@dataclass(frozen=True, slots=True)
class Uploads:
    """What came in since the desk was started, the newest first."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    kept: deque[Arrival] = field(default_factory=lambda: deque(maxlen=REMEMBERED))

    def remember(self, came: Iterable[Arrival]) -> None:
        """Put these before those that came earlier."""
        with self.lock:
            self.kept.extendleft(reversed(tuple(came)))

    def every(self) -> tuple[Arrival, ...]:
        """Give all that are remembered."""
        with self.lock:
            return tuple(self.kept)


def bare(name: str) -> str:
    """Give a file's name without the folders before it and without signs that are not seen.

    >>> bare("C:\\\\press\\\\..\\\\note\\u202efdp.txt"), bare("../../etc/passwd"), bare("/")
    ('notefdp.txt', 'passwd', '?')
    """
    last = re.split(r"[/\\]", name)[-1]
    seen = "".join(c for c in last if category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp")).strip()
    stem, dot, ending = seen.rpartition(".")
    return f"{stem[: LONGEST - len(dot + ending)]}{dot}{ending}"[:LONGEST] or "?"
