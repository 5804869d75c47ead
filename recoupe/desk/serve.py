"""The desk on a port of this machine, until it is stopped."""

import errno
import socket
import webbrowser
from collections.abc import Callable

import uvicorn

from recoupe.case.folder import Case
from recoupe.desk.app import application
from recoupe.desk.session import Session
from recoupe.errors import BadInput

ADDRESS = "127.0.0.1"
USUAL = 8642
"""The port where nothing else is asked for; where it is taken, any that is free."""


def serve(
    case: Case,
    port: int | None,
    browser: bool,
    ready: Callable[[str], None],
    reads_itself: bool = True,
) -> None:
    """Serve a case; ready: called with the link once it can be opened.

    reads_itself: whether what comes in at the desk is read without being asked.

    Raises BadInput where the port that was asked for is taken.
    """
    with _bound(port) as listening:
        session = Session(listening.getsockname()[1])
        config = uvicorn.Config(
            application(case, session, reads_itself),
            log_level="warning",
            access_log=False,  # it would write the token down
            server_header=False,
            proxy_headers=False,
            lifespan="off",
        )
        ready(session.link)
        if browser:
            webbrowser.open(session.link)
        uvicorn.Server(config).run(sockets=[listening])


def _bound(port: int | None) -> socket.socket:
    """Listen on the port; before the first page is asked for, browsers wait in line."""
    wanted = USUAL if port is None else port
    # subtle: only where the protocol is named does asyncio send each part of an answer at once;
    # else the second part waits 40 ms for the first to be acknowledged.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((ADDRESS, wanted))
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        if port is not None:
            listening.close()
            raise BadInput(f"--port {port}: {error.strerror}; name another port") from error
        listening.bind((ADDRESS, 0))
    listening.listen()
    return listening
