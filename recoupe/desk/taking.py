"""Files and addresses that a page sends in → documents, by the verb of `recoupe add`."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import BinaryIO

from recoupe.archive.capture import Captured, handed
from recoupe.archive.formats import unsupported
from recoupe.archive.public import Web, without_secret
from recoupe.case.add import add, document_of
from recoupe.case.folder import Case
from recoupe.case.store import writing_to
from recoupe.desk.deciding import PATIENCE
from recoupe.desk.uploads import Arrival, bare
from recoupe.errors import CaseBusy, RecoupeError, StorageFull, Unreadable

Offered = tuple[str, Callable[[], Captured]]
"""Under which name something came, and how its bytes are had."""


def taken(
    case: Case, files: Iterable[tuple[str, BinaryIO]], author: str | None
) -> tuple[Arrival, ...]:
    """Add files to the case, each under the name that the browser gave; say what became of each.

    What cannot be read is refused, and the others go on. Where the case cannot be written, none
    that is left is tried.
    """
    named = ((bare(name), file) for name, file in files)
    offered = ((name, partial(_captured, name, file)) for name, file in named)
    return tuple(_taken(case, offered, author))


def fetched(
    case: Case, addresses: Iterable[str], web: Web, author: str | None
) -> tuple[Arrival, ...]:
    """Add what stands at addresses of the public web; say what became of each, as `taken` does."""
    named = ((without_secret(one), partial(web.fetch, one)) for one in addresses)
    return tuple(_taken(case, named, author))


def _taken(case: Case, offered: Iterable[Offered], author: str | None) -> Iterator[Arrival]:
    closed: RecoupeError | None = None
    for name, captured in offered:
        if closed:
            yield Arrival(name, None, error=closed)
            continue
        try:
            yield _arrival(case, captured(), author)
        except Unreadable as error:
            yield Arrival(name, None, error=error)
        except (CaseBusy, StorageFull) as error:
            closed = error
            yield Arrival(name, None, error=closed)


def _captured(name: str, file: BinaryIO) -> Captured:
    if error := unsupported(name):
        raise error
    return handed(name, file)


def _arrival(case: Case, captured: Captured, author: str | None) -> Arrival:
    document = document_of(captured)
    # The lock is held for the writing alone, so that a long PDF keeps nobody from deciding.
    with writing_to(case, PATIENCE) as into:
        return Arrival(captured.address, document.id, add(captured, document, into, author))
