"""A decision made on the command line: kept in the log, findings made again, changes told."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.terminal import patience, say, say_record, tell, waiting

if TYPE_CHECKING:
    from recoupe.cli.contents import Contents
    from recoupe.model.decision import What

Author = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Who decides; else as in case.toml, else the account."),
]
Why = Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why; kept in the log.")]


def decide(
    path: Path,
    what: Callable[["Contents"], "What"],
    author: str | None,
    reason: str,
    wait: tuple[bool, float | None],
    as_json: bool,
) -> None:
    """Decide `what` of the case as it is now, weigh again, and say what that changed.

    wait: --no-wait and --timeout.
    """
    from recoupe.case import folder, store
    from recoupe.case.author import author_of
    from recoupe.case.weigh import weigh_again
    from recoupe.cli.contents import contents_of

    case = folder.open(path)
    with store.writing_to(case, patience(*wait), waiting) as into:
        held = contents_of(into)
        made = into.decide(author_of(case, author), what(held), reason)
        weigh_again(into)
        changes = into.changes().get(made.number, ())
    from recoupe.cli.decisions import decision_lines, decision_record

    if as_json:
        say_record(decision_record(made, changes, held.documents, None))
        return
    for line in decision_lines(made, changes, held.documents, None):
        say(line, None if line.startswith(" ") else "bold")
    if not changes:
        say("  no finding changed")
    tell(f"to take it back: recoupe undo {path} {made.number}")
