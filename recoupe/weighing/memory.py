"""What was worked out before, so that only what has changed is worked out again."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Generic, TypeVar, cast

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Form(Generic[Made]):
    """How a thing is written down, so that another process has it too.

    basis: words for all that it is made of, the same in every process. write, read: to what JSON
    can hold, and back; read raises ValueError, TypeError or LookupError where it is no such thing.
    """

    basis: Callable[[], str]
    write: Callable[[Made], Any]
    read: Callable[[Any], Made]


@dataclass(frozen=True, slots=True)
class _Known:
    """A thing, and what it was made of. name, written: where it has a form."""

    basis: object
    made: object
    name: str | None = None
    written: object = None


class Memory:
    """Keeps what functions gave, beside what they were given.

    Whoever asks names a thing, all that it is made of, and how; it is made where any of that is
    another than last time. So the answer is what it would be without a memory, only sooner.
    """

    def __init__(self, written: Mapping[str, Any] | None = None) -> None:
        """Begin with nothing, or with what the memory of an earlier process has `written`."""
        self._written = written or {}
        self._before: dict[Hashable, _Known] = {}
        self._now: dict[Hashable, _Known] = {}

    def of(
        self,
        thing: Hashable,
        basis: object,
        make: Callable[[], Made],
        form: Form[Made] | None = None,
    ) -> Made:
        """Give a thing as it is made of the basis."""
        known = self._now.get(thing) or self._before.get(thing)
        if known is None or (known.basis is not basis and known.basis != basis):
            known = self._again(basis, make, form) if form else _Known(basis, make())
        self._now[thing] = known
        return cast(Made, known.made)

    def forget(self) -> None:
        """Forget what nobody has asked for since the last time."""
        self._before, self._now = self._now, {}

    def written(self) -> dict[str, Any]:
        """Give what was asked for the last time, as far as it can be written down, by names."""
        return {known.name: known.written for known in self._before.values() if known.name}

    def _again(self, basis: object, make: Callable[[], Made], form: Form[Made]) -> _Known:
        name = digest(form.basis())
        if name in self._written:
            try:
                return _Known(basis, form.read(self._written[name]), name, self._written[name])
            except (ValueError, TypeError, LookupError):
                # Somebody else has written there; it is made as if nobody had.
                pass
        made = make()
        return _Known(basis, made, name, form.write(made))


class Forgetful(Memory):
    """Keeps nothing: where there are many documents, and nobody asks twice."""

    def of(
        self,
        thing: Hashable,
        basis: object,
        make: Callable[[], Made],
        form: Form[Made] | None = None,
    ) -> Made:
        """Make the thing."""
        return make()


def digest(words: str) -> str:
    """Give 32 hex digits that stand for some words."""
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
