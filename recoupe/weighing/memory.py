"""What was worked out before, so that only what has changed is worked out again."""

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

Made = TypeVar("Made")


class Memory:
    """Keeps what functions gave, beside what they were given.

    Whoever asks names a thing, all that it is made of, and how; it is made where any of that is
    another than last time. So the answer is what it would be without a memory, only sooner.
    """

    def __init__(self) -> None:
        self._before: dict[Hashable, tuple[object, object]] = {}
        self._now: dict[Hashable, tuple[object, object]] = {}

    def of(self, thing: Hashable, basis: object, make: Callable[[], Made]) -> Made:
        """Give a thing as it is made of the basis."""
        known = self._now.get(thing) or self._before.get(thing)
        if known is None or (known[0] is not basis and known[0] != basis):
            known = (basis, make())
        self._now[thing] = known
        return cast(Made, known[1])

    def forget(self) -> None:
        """Forget what nobody has asked for since the last time."""
        self._before, self._now = self._now, {}


class Forgetful(Memory):
    """Keeps nothing: where there are many documents, and nobody asks twice."""

    def of(self, thing: Hashable, basis: object, make: Callable[[], Made]) -> Made:
        """Make the thing."""
        return make()
