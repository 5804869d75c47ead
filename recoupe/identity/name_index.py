"""An index of names in one file: a name → those that may be it, in any script and spelling.

It is built once and asked without being loaded: the file is mapped into memory, and a question
touches only what its own keys lead to.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.fuzz import partial_ratio, ratio

from recoupe.identity.name_asked import Asked, begun, near
from recoupe.identity.name_brought import Brought
from recoupe.identity.name_file import Columns, Numbers, opened
from recoupe.identity.name_pairs import in_common
from recoupe.identity.name_said import silenced
from recoupe.identity.sounds import hear
from recoupe.model.listing import SCHEMATA

SIFTED = 150
"""Of the names that rare keys bring, the ones that are looked at: commoner keys, sound."""

KEYS = np.float32(0.5)
"""What all keys of a name count for beside its sound: one slip spoils a key, and little sound."""

INITIAL = 0.3
"""What initials for which a name has no word count for."""

WRITTEN = 0.15
"""What vowels that are written differ in counts for, where most are not: *دورف*, *Dorif*."""

KIND = 0.1
"""How much nearer a person's name is to a person's, and a body's to a body's."""

UNSAID = 0.6
"""How alike names count of which one has no word that only a name has: acronyms, *Central Bank*."""

LIKELY = 1.05
"""Names whose keys and sound are together less like the one that is asked for are left out."""

FIRST, POSSIBLE = 3, 0.75
"""How many may be less like it, and how much less: acronyms, translations."""

FAR, SURE = 0.3, 1.35
"""How much less like it than the likeliest the others may be, if they are less than so like it."""

PERSON = SCHEMATA.index("Person")


class NameIndex:
    """An index of names, opened to be asked; one thread's own."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._brought = Brought(columns)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open an index; raises BadInput where there is none, a broken or an older one."""
        return cls(opened(path))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # The map is given back with the last of its arrays.
        del self._columns, self._brought

    def __len__(self) -> int:
        return len(self._columns.ids)

    def candidates(self, name: str, schema: str, limit: int = 10) -> tuple[int, ...]:
        """Give the ids of the names that share the most telling keys with a name, likeliest first.

        Of those that share as much, the ones with fewer other keys come first. They may be it:
        `compare` says whether they are. The name must be of the kind of those that were indexed:
        a *Person* and a body have other keys.
        """
        rows = self._likeliest(name, schema)[: limit * 4]
        return tuple(dict.fromkeys(self._columns.ids[rows].tolist()))[:limit]

    def nearest(self, name: str, schema: str, limit: int) -> Iterator[tuple[int, str, str]]:
        """Give the likeliest names themselves: the id of each, the name and its schema."""
        rows = self._likeliest(name, schema)[:limit]
        ids = self._columns.ids[rows].tolist()
        named = tuple(self._names(rows))
        # They are compared next.
        hear((name, *(text for text, _ in named)))
        for number, (text, kind) in zip(ids, named, strict=True):
            yield number, text, kind

    def _likeliest(self, name: str, schema: str) -> Numbers:
        """Give the rows of the likeliest names, in order."""
        told = self._brought.telling(name, schema)
        if not told.keys:
            return np.zeros(0, np.uint32)
        asked = Asked(name, schema)
        rows, scores = self._brought.likeliest(told, partial(self._glimpsed, asked), SIFTED)
        likeness = KEYS * scores + self._alike(asked, rows)
        order = np.lexsort((rows, self._columns.widths[rows], -likeness))
        likeness = likeness[order]
        least = np.full(len(rows), max(LIKELY, min(SURE, likeness[0] - FAR)))
        least[:FIRST] = POSSIBLE
        kept: Numbers = rows[order[likeness >= least]]
        return kept

    def names(self, number: int) -> tuple[tuple[str, str], ...]:
        """Give the names that an id has, each with its schema."""
        columns = self._columns
        start, end = (
            # As a number of the column's own kind: else the whole column is turned into another.
            np.searchsorted(columns.ids, np.uint32(number), side, sorter=columns.by_id)
            for side in ("left", "right")
        )
        return tuple(self._names(columns.by_id[start:end]))

    def _names(self, rows: Numbers) -> Iterator[tuple[str, str]]:
        columns = self._columns
        texts = _texts(columns.text, columns.starts_of_text, rows)
        schemata = (SCHEMATA[place] for place in columns.schemata[rows].tolist())
        return zip(texts, schemata, strict=True)

    def _alike(self, asked: Asked, rows: Numbers) -> NDArray[np.float32]:
        """Say how much like a name each row sounds, 0 to 1; a little more if it is of its kind."""
        columns = self._columns
        spoken = _texts(columns.said, columns.starts_of_said, rows)
        alike = near(asked.ways, spoken, partial_ratio if asked.has_initials else ratio)
        if asked.has_initials:
            texts = _texts(columns.text, columns.starts_of_text, rows)
            alike -= INITIAL * (1 - begun(asked, texts))
        silent = np.flatnonzero(columns.silent[rows] | asked.is_silent)
        if silent.size:
            some = [silenced(spoken[place]) for place in silent.tolist()]
            alike[silent] = near(asked.bones, some) - WRITTEN * (1 - alike[silent])
        alike[[not one for one in spoken] if asked.ways else slice(None)] = UNSAID
        of_kind = (columns.schemata[rows] == PERSON) == (asked.schema == "Person")
        found: NDArray[np.float32] = alike + of_kind * np.float32(KIND)
        return found

    def _glimpsed(self, asked: Asked, rows: Numbers) -> NDArray[np.float32]:
        """Say what `_alike` will, by pairs of letters alone."""
        columns = self._columns
        if not asked.ways:
            return np.full(len(rows), UNSAID, np.float32)
        sounds, silent = columns.sounds[rows], np.flatnonzero(columns.silent[rows])
        if asked.is_silent:
            found = in_common(asked.boned, columns.bones[rows])
        else:
            found = in_common(asked.heard, sounds, asked.has_initials)
            found[silent] = in_common(asked.boned, columns.bones[rows[silent]])
        found[sounds == 0] = UNSAID
        return found


def _texts(texts: Numbers, starts: Numbers, rows: Numbers) -> list[str]:
    """Give the text of each row."""
    whole = texts.data
    places = zip(starts[rows].tolist(), starts[rows + 1].tolist(), strict=True)
    return [str(whole[start:end], "utf-8", "surrogatepass") for start, end in places]
