"""What was sent in, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from recoupe.desk.interface import Interface
from recoupe.desk.uploads import Arrival
from recoupe.errors import RecoupeError, Unreadable


@dataclass(frozen=True, slots=True)
class Came:
    """A file or address. document: its id, None where it gave none; why: it gave none."""

    name: str
    document: str | None
    new: bool
    why: str


def came(arrivals: Iterable[Arrival], shown: Interface) -> tuple[Came, ...]:
    """Say what became of each, in the visitor's language where it is a matter of the file."""
    return tuple(
        Came(one.name, one.document, one.new, _why(one.error, shown) if one.error else "")
        for one in arrivals
    )


def _why(error: RecoupeError, shown: Interface) -> str:
    if isinstance(error, Unreadable):
        return shown.translated(error.what, **error.filled)
    return str(error)
