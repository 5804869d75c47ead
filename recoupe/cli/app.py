"""The commands, and how each of them fails."""

import errno
import os
import shlex
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from recoupe import __version__
from recoupe.cli.accounts import accounts
from recoupe.cli.add import add
from recoupe.cli.ask import ask
from recoupe.cli.claims import claims
from recoupe.cli.compare import compare
from recoupe.cli.desk import desk
from recoupe.cli.dossier import dossier
from recoupe.cli.drift import drift
from recoupe.cli.entities import entities
from recoupe.cli.export import export
from recoupe.cli.findings import findings
from recoupe.cli.lists import lists
from recoupe.cli.log import log
from recoupe.cli.merge import merge
from recoupe.cli.new import new
from recoupe.cli.rate import rate
from recoupe.cli.read import read
from recoupe.cli.reprints import reprints
from recoupe.cli.retract import retract
from recoupe.cli.review import review
from recoupe.cli.score import score
from recoupe.cli.screen import screen
from recoupe.cli.search import search
from recoupe.cli.show import show
from recoupe.cli.split import split
from recoupe.cli.terminal import INTERRUPTED, tell
from recoupe.cli.trace import trace
from recoupe.cli.undo import undo
from recoupe.cli.verify import verify
from recoupe.cli.weigh import weigh
from recoupe.errors import RecoupeError

COMMANDS = (
    new,
    add,
    read,
    claims,
    findings,
    show,
    trace,
    drift,
    reprints,
    search,
    entities,
    ask,
    lists,
    compare,
    screen,
    review,
    retract,
    rate,
    merge,
    split,
    undo,
    log,
    desk,
    accounts,
    dossier,
    export,
    verify,
    score,
    weigh,
)


class Commands(TyperGroup):
    """What a person can mend is one line on stderr; a traceback is only for our own bugs."""

    def list_commands(self, ctx: Any) -> list[str]:
        return [command.__name__ for command in COMMANDS]

    def invoke(self, ctx: Any) -> Any:
        try:
            done = super().invoke(ctx)
            sys.stdout.flush()
        except RecoupeError as error:
            tell(f"recoupe: {error}")
            raise typer.Exit(1) from error
        except BrokenPipeError as error:
            _print_no_more()
            raise typer.Exit(1) from error
        except OSError as error:
            tell(f"recoupe: {_of_the_system(error)}")
            _print_no_more()
            raise typer.Exit(1) from error
        except KeyboardInterrupt as error:
            again = shlex.join(["recoupe", *sys.argv[1:]])
            tell(f"recoupe: stopped; what was done is kept. To go on: {again}")
            raise typer.Exit(INTERRUPTED) from error
        return done


def _of_the_system(error: OSError) -> str:
    what = error.strerror or str(error)
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        what = f"{what}; what was done is kept. Make room and run the same command again"
    return f"{error.filename}: {what}" if error.filename else what


def _print_no_more() -> None:
    """Let what is still to be printed go nowhere: its reader has left, or its disk is full."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


app = typer.Typer(
    cls=Commands,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
)


def _version(asked: bool) -> None:
    if asked:
        print(f"recoupe {__version__}")
        raise typer.Exit


@app.callback()
def recoupe(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which one.")
    ] = False,
) -> None:
    """Read news in several languages and say who claims what, with the quote.

    \b
    Example:
        recoupe new mech
        recoupe add mech articles/
        recoupe read mech
        recoupe findings mech
    """


for command in COMMANDS:
    app.command()(command)
