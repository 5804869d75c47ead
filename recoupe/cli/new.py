"""`recoupe new`"""

from pathlib import Path
from typing import Annotated

import typer

from recoupe.cli.terminal import AsJson, say, say_record


def new(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="The folder to make.")],
    name: Annotated[str | None, typer.Option(help="The case's name; else the folder's.")] = None,
    as_json: AsJson = False,
) -> None:
    """Make a case: one folder that holds all that belongs to it.

    \b
    Example:
        recoupe new mech
        recoupe new mech --name "The Mech contract"
    """
    from recoupe.case import folder

    made = folder.create(case, name)
    if as_json:
        say_record({"case": str(case), "name": made.name, "created": made.created.isoformat()})
        return
    say(f"made the case {made.name}; next: recoupe add {case} FILE...")
