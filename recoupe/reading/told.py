"""What an expression of time is read against, and how its readers are known."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from recoupe.languages.values import DateWords, Meaning
from recoupe.reading.moments import Moment
from recoupe.reading.pieces import Piece


@dataclass(frozen=True, slots=True)
class Told:
    """What an expression is read against.

    now: the document's date, None where unknown; ahead: whether the verb looks ahead of it;
    anchor: the date told before in the text.
    """

    words: DateWords
    now: Moment | None
    ahead: bool = False
    anchor: Moment | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """The pieces of an expression, asked by kind."""

    pieces: Sequence[Piece]

    def has(self, *kinds: str) -> bool:
        return any(kind in piece.meanings for piece in self.pieces for kind in kinds)

    def say(self, kind: str, place: int = 0) -> Meaning:
        found = [p.meanings[kind] for p in self.pieces if kind in p.meanings]
        return found[place] if len(found) > place else None

    def whole(self, kind: str, place: int = 0) -> int | None:
        value = self.say(kind, place)
        return int(value) if isinstance(value, int | float) else None


Rule = Callable[[Words, Told], str | Moment | None]


class Rules(list[tuple[str, Rule]]):
    """Shapes and their readers; of two that fit at a place, the one written first counts."""

    def shape(self, shape: str) -> Callable[[Rule], Rule]:
        """Add the reader of a shape."""

        def add(reader: Rule) -> Rule:
            self.append((shape, reader))
            return reader

        return add


def part_of(words: Words, told: Told, found: Moment) -> Moment | str:
    """Give the part of a year that *early*, *mid-* or *late* tells; of less, the whole."""
    part = words.say("part")
    if part is None or found.month is not None:
        return found
    pattern = told.words.part_of_year[part]  # type: ignore[index]
    return pattern.format(found.year)
