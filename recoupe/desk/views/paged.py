"""A page of a finding of very many claims: so many of each side, of the telling, of the trace."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from recoupe.desk.views.told import Side, Told
from recoupe.desk.views.traced import Twig
from recoupe.publish.parts import Statement

Item = TypeVar("Item")


@dataclass(slots=True)
class Window:
    """A stretch of a row that comes in pieces. before: to be passed over yet; room: to be taken.

    more: whether any were left behind the stretch.
    """

    before: int
    room: int
    more: bool = False

    def of(self, some: Sequence[Item]) -> tuple[Item, ...]:
        """Give those of the next piece that are in the stretch.

        >>> window = Window(before=2, room=2)
        >>> window.of("abc"), window.of("def"), window.more
        (('c',), ('d',), True)
        """
        passed = min(self.before, len(some))
        taken = tuple(some[passed : passed + self.room])
        self.before -= passed
        self.room -= len(taken)
        self.more |= passed + len(taken) < len(some)
        return taken


def paged(
    told: Told, trace: Sequence[Twig], first: int, size: int
) -> tuple[Told, tuple[Twig, ...], bool]:
    """Give of each side, of the telling and of the trace so many claims, and say if there are more.

    first: how many come before. What the finding is called and who its origins are stays.
    """
    windows = [Window(first, size) for _ in (*told.sides, told.moments, trace)]
    *of_sides, of_moments, of_trace = windows
    sides = tuple(_sides(told.sides, of_sides))
    noted = {
        *(n for side in sides for one in side.statements for t in one.tellings for n in t.notes),
        *(n for difference in told.differences for v in difference.voices for n in v.notes),
    }
    cut = replace(
        told,
        sides=sides,
        moments=of_moments.of(told.moments),
        cited={number: cited for number, cited in told.cited.items() if number in noted},
    )
    twigs = tuple(_twigs(trace, of_trace))
    return cut, twigs, any(window.more for window in windows)


def _sides(sides: Sequence[Side], windows: Sequence[Window]) -> Iterator[Side]:
    for side, window in zip(sides, windows, strict=True):
        if statements := tuple(_statements(side.statements, window)):
            yield replace(side, statements=statements)


def _statements(statements: Iterable[Statement], window: Window) -> Iterator[Statement]:
    for statement in statements:
        parts = ((telling, window.of(telling.notes)) for telling in statement.tellings)
        if tellings := tuple(replace(telling, notes=notes) for telling, notes in parts if notes):
            yield replace(statement, tellings=tellings)


def _twigs(twigs: Iterable[Twig], window: Window) -> Iterator[Twig]:
    for twig in twigs:
        quotes, below = window.of(twig.quotes), tuple(_twigs(twig.twigs, window))
        if quotes or below:
            yield replace(twig, quotes=quotes, twigs=below)
