"""What opens a line, apart from its first sentence: *ISLAMABAD -*, *Ada Kroll:*, *May 2022 –*.

Left in the sentence, it is parsed as its subject.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

DATELINE = re.compile(
    r"""
    [A-ZÀ-Þ][A-ZÀ-Þ'’ \-]{2,30}     # ISLAMABAD
    (?:,[^–—:\n]{1,40})?             # , Nov 14, 2023
    (?:\s*\([^)]{2,40}\))?          # (Transpress)
    (?:,[^–—:\n]{1,40})?
    \s*[-–—:]\s+                    # -
    """,
    re.VERBOSE,
)
TURN = re.compile(
    r"""
    (?P<who> (?:[A-ZÀ-Þ][\w'’.-]*\s){0,3} [A-ZÀ-Þ][\w'’-]* )
    (?: \s?:                                   # Ada Kroll: We have …
      | (?:,[^.:–—\n]{1,60})? \.\s?[–—] )      # M. Paul Roche, ministre. – Je rappelle …
    \s+ (?=\S)
    """,
    re.VERBOSE,
)
"""Whose turn it is in an interview or a debate, where more than one line begins so."""

DATED = re.compile(r"(?:[\w'’.]+\s){0,3}(?:19|20)\d\d\s?(?:[–—:]|\.(?=\s))\s*(?=\S)")
"""The date of an entry in a chronicle, where more than one line begins so: *Mai 2022 – Oslo …*."""


class Openings:
    """What opens the lines of a document: turns and dates count where several lines begin so."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Look through the lines once."""
        self._turns = _often(match["who"] for line in lines if (match := TURN.match(line)))
        self._dated = sum(1 for line in lines if DATED.match(line)) > 1

    def turn(self, line: str) -> int:
        """Give the length of the label that says whose turn it is, 0 without one."""
        match = TURN.match(line)
        return match.end() if match and match["who"] in self._turns else 0

    def end(self, line: str) -> int:
        """Give the length of what opens a line, 0 where its first sentence does."""
        if turn := self.turn(line):
            return turn
        if self._dated and (match := DATED.match(line)):
            return match.end()
        match = DATELINE.match(line)
        return match.end() if match else 0


def _often(labels: Iterable[str]) -> frozenset[str]:
    """Give what occurs more than once."""
    return frozenset(label for label, times in Counter(labels).items() if times > 1)
