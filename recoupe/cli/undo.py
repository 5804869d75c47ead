"""`recoupe undo`"""

from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.deciding import Author, Why, decide
from recoupe.cli.terminal import AsJson, CaseFolder, NoWait, Timeout

if TYPE_CHECKING:
    from recoupe.cli.contents import Contents
    from recoupe.model.decision import What


def undo(
    case: CaseFolder,
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="As `recoupe log` numbers it.")],
    reason: Why = "",
    author: Author = None,
    no_wait: NoWait = False,
    timeout: Timeout = None,
    as_json: AsJson = False,
) -> None:
    """Take a decision back: readings and findings are as they would be without it.

    The decision stays in the log, and so does that it was undone; an undoing can be undone too.

    \b
    Example:
        recoupe undo mech 3
    """

    def what(held: "Contents") -> "What":
        from recoupe.model.decision import Undone

        return Undone(number)

    decide(case, what, author, reason, (no_wait, timeout), as_json)
