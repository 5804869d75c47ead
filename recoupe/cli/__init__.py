"""The command line; sees everything, thinks nothing."""

import sys

from recoupe.cli.app import app
from recoupe.cli.terminal import INTERRUPTED, tell

__all__ = ["main"]


def main() -> None:
    """Run the command that was typed; what goes wrong is one line on stderr."""
    try:
        app(prog_name="recoupe")
    except KeyboardInterrupt:
        tell("recoupe: stopped before it had begun")
        sys.exit(INTERRUPTED)
