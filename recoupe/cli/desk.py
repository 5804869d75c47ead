"""`recoupe desk`"""

import sys
from pathlib import Path
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
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Listen for other machines too.")
    ] = "127.0.0.1",
    address: Annotated[
        str | None, typer.Option(metavar="URL", help="What others open: https://…")
    ] = None,
    certificate: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Its certificate, PEM.")
    ] = None,
    key: Annotated[Path | None, typer.Option(metavar="FILE", help="The certificate's key.")] = None,
) -> None:
    """Open a case in the browser, on this machine, or for others who have an account.

    Prints the link that opens it; whoever has the link sees the case until the desk is stopped.
    Other machines reach it over TLS alone, and people log in: recoupe accounts add CASE NAME.

    \b
    Example:
        recoupe desk mech
        recoupe desk mech --port 8700 --no-browser
        recoupe desk mech --host 192.0.2.7 --certificate desk.pem --key desk.key
        recoupe desk mech --address https://desk.example.org   (behind a proxy)
    """
    from recoupe.case import folder
    from recoupe.desk.serve import Asked, serve

    def ready(link: str, accounts: bool) -> None:
        say(link)
        sys.stdout.flush()  # whoever reads it through a pipe waits for it
        if accounts:
            tell(f"People log in there; who may: recoupe accounts show {case}")
        tell("Ctrl-C stops the desk; the case stays as it is.")

    asked = Asked(port, host, address, certificate, key)
    serve(folder.open(case), asked, browser, ready, reads)
