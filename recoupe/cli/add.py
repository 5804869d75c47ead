"""`recoupe add`"""

from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.terminal import (
    AsJson,
    CaseFolder,
    NoWait,
    Timeout,
    patience,
    progress,
    say,
    say_record,
    tell,
    waiting,
)
from recoupe.errors import Unreadable

Author = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Who adds; else as in case.toml, else the account."),
]

if TYPE_CHECKING:
    from recoupe.case.store import Store
    from recoupe.model.document import Document


def add(
    case: CaseFolder,
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="PATH|ADDRESS", help="Files, folders, http(s) addresses."),
    ],
    author: Author = None,
    no_wait: NoWait = False,
    timeout: Timeout = None,
    as_json: AsJson = False,
) -> None:
    """Put documents into a case: web pages, PDF, Word, e-mail, text.

    The bytes are kept as they are, under their hash. What cannot be read is named on stderr,
    the others go on, and the exit status is 1.

    \b
    Example:
        recoupe add mech articles/ note.pdf
        recoupe add mech https://example.org/press/release.html
    """
    from recoupe.archive.inputs import inputs as expanded
    from recoupe.case import folder, store

    opened, named = folder.open(case), expanded(inputs)
    for left in named.skipped:
        tell(f"left out: {left.why}")
    for left in named.refused:
        tell(f"recoupe: {left.why}")
    failed = len(named.refused)
    with (
        store.writing_to(opened, patience(no_wait, timeout), waiting) as into,
        progress("adding", named.addresses) as addresses,
    ):
        for address in addresses:
            failed += not _added(address, into, author, as_json)
    if failed:
        tell(f"recoupe: {failed} of {len(named.addresses) + len(named.refused)} not added")
        raise typer.Exit(1)


def _added(address: str, into: "Store", author: str | None, as_json: bool) -> bool:
    try:
        document, is_new = _kept(address, into, author)
    except Unreadable as error:
        tell(f"recoupe: {error}")
        return False
    if as_json:
        say_record(_record(address, document, is_new))
        return True
    done = "added" if is_new else "already in the case"
    say(f"{document.id:.12}  {done}  {address}", None if is_new else "dim")
    return True


def _kept(address: str, into: "Store", author: str | None) -> tuple["Document", bool]:
    from recoupe.archive.capture import capture
    from recoupe.case.add import add, document_of

    captured = capture(address)
    document = document_of(captured)
    return document, add(captured, document, into, author)


def _record(address: str, document: "Document", is_new: bool) -> dict[str, object]:
    return {
        "address": address,
        "document": document.id,
        "new": is_new,
        "language": document.language,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published.edtf,
    }
