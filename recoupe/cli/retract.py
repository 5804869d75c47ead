"""`recoupe retract`"""

from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.deciding import Author, decide
from recoupe.cli.terminal import AsJson, CaseFolder, NoWait, Timeout
from recoupe.errors import BadInput

if TYPE_CHECKING:
    from recoupe.cli.contents import Contents
    from recoupe.model.decision import What


def retract(
    case: CaseFolder,
    document: Annotated[
        str | None,
        typer.Argument(metavar="[DOCUMENT]", help="The first digits of its id."),
    ] = None,
    source: Annotated[
        str | None, typer.Option(metavar="NAME", help="A source, in whatever document it speaks.")
    ] = None,
    *,
    reason: Annotated[str, typer.Option(metavar="WORDS", help="Why; kept in the log.")],
    author: Author = None,
    no_wait: NoWait = False,
    timeout: Timeout = None,
    as_json: AsJson = False,
) -> None:
    """Let nothing rest any more on a document that was taken back, or on a source.

    With a document goes what others print of it. With a source goes all that came through it: as
    the origin, as one who passed it on, or as the publisher. The claims stay to be seen; the
    findings are made again without them. `recoupe undo` takes it back.

    \b
    Example:
        recoupe retract mech 9b1c44 --reason "corrected by the paper on 12 June"
        recoupe retract mech --source "Harbour Gazette" --reason "its documents were forged"
    """
    if (document is None) == (source is None):
        raise BadInput(
            "name a document or a source: recoupe retract CASE [DOCUMENT] [--source NAME]"
        )

    def what(held: "Contents") -> "What":
        from recoupe.cli.shown import document_of
        from recoupe.cli.sources import known
        from recoupe.model.decision import Retracted, SourceRetracted

        if source is not None:
            return SourceRetracted(known(source, held))
        return Retracted(document_of(document or "", held).id)

    decide(case, what, author, reason, (no_wait, timeout), as_json)
