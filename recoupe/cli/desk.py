"""`recoupe desk`"""

import sys
from typing import Annotated

import typer

from recoupe.cli.terminal import CaseFolder, say, tell


def desk(
    case: CaseFolder,
    port: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, max=65535, help="Listen there.", show_default=False),
    ] = None,
    browser: Annotated[
        bool, typer.Option(help="Open the link in the browser.", show_default=False)
    ] = True,
    reads: Annotated[
        bool,
        typer.Option(
            "--read/--no-read", help="Read what is added there by itself.", show_default=False
        ),
    ] = True,
) -> None:
    """Open a case in the browser, on this machine only.

    Prints the link that opens it; whoever has the link sees the case until the desk is stopped.

    \b
    Example:
        recoupe desk mech
        recoupe desk mech --port 8700 --no-browser
    """
    from recoupe.case import folder
    from recoupe.desk.serve import serve

    def ready(link: str) -> None:
        say(link)
        sys.stdout.flush()  # whoever reads it through a pipe waits for it
        tell("Ctrl-C stops the desk; the case stays as it is.")

    serve(folder.open(case), port, browser, ready, reads)
