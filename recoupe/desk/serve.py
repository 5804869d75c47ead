"""The desk on a port, until it is stopped."""

import errno
import socket
import sys
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uvicorn

from recoupe.case.door import Door
from recoupe.case.folder import Case
from recoupe.desk.app import application
from recoupe.desk.calling import call_beside
from recoupe.desk.logins import Logins
from recoupe.desk.reach import HERE, Reach, reach
from recoupe.desk.session import Session
from recoupe.desk.visitor import Entry
from recoupe.errors import BadInput
from recoupe.model.account import Role

TURN = 0.0005
"""Seconds for which a thread works while others wait. A page gives its turn up at each row that it
reads, and with the usual 5 ms would wait long for what is worked out beside it."""

USUAL = 8642
"""The port where nothing else is asked for; where it is taken, any that is free."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Where the desk is to be opened. port: None for the usual, or any that is free.

    host, address, certificate, key: as of `Reach`.
    """

    port: int | None = None
    host: str = HERE
    address: str | None = None
    certificate: Path | None = None
    key: Path | None = None


def serve(
    case: Case,
    asked: Asked,
    browser: bool,
    ready: Callable[[str, bool], None],
    reads_itself: bool = True,
) -> None:
    """Serve a case.

    ready: called with the address once it can be opened, and whether it asks for accounts.
    reads_itself: whether what comes in at the desk is read without being asked.

    Raises BadInput where the port that was asked for is taken, or others could open the desk
    without an account or without TLS.
    """
    sys.setswitchinterval(TURN)
    with _bound(asked) as listening:
        port = listening.getsockname()[1]
        found = reach(asked.host, asked.address, asked.certificate, asked.key, port)
        entry, link = _entry(case, found, port)
        app = application(case, entry, reads_itself)
        call_beside(case, app.state.desk.lines)
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,  # it would write the token down
            server_header=False,
            lifespan="off",
            **_transport(found),
        )
        ready(link, found.address is not None)
        if browser:
            webbrowser.open(link)
        uvicorn.Server(config).run(sockets=[listening])


def _entry(case: Case, found: Reach, port: int) -> tuple[Entry, str]:
    """Give how people come in, and what they open."""
    if found.address is None:
        session = Session(port)
        return session, session.link
    door = Door(case)
    if not any(account.role is Role.ADMIN for account in door.accounts()):
        raise BadInput(
            f"{case.folder}: nobody has an account to log in with; make the first: "
            f"recoupe accounts add {case.folder} NAME --role admin"
        )
    return Logins(door, found.called), f"{found.address}/"


def _transport(found: Reach) -> dict[str, Any]:
    """Give how bytes travel: over TLS, or from a proxy on this machine that tells who asks."""
    if found.certificate is not None:
        tls = {"ssl_certfile": found.certificate, "ssl_keyfile": found.key}
        return {"proxy_headers": False, **tls}
    return {"proxy_headers": found.address is not None, "forwarded_allow_ips": ["127.0.0.1", "::1"]}


def _bound(asked: Asked) -> socket.socket:
    """Listen on the port; before the first page is asked for, browsers wait in line."""
    wanted = USUAL if asked.port is None else asked.port
    family = _family(asked.host)
    # subtle: only where the protocol is named does asyncio send each part of an answer at once;
    # else the second part waits 40 ms for the first to be acknowledged.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((asked.host, wanted))
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES) or asked.port is not None:
            listening.close()
            raise BadInput(_taken(asked, wanted, error)) from error
        listening.bind((asked.host, 0))
    listening.listen()
    return listening


def _family(host: str) -> socket.AddressFamily:
    try:
        return socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0][0]
    except (OSError, UnicodeError) as error:
        raise BadInput(f"--host {host}: no address of this machine: {error}") from error


def _taken(asked: Asked, port: int, error: OSError) -> str:
    if error.errno in (errno.EADDRINUSE, errno.EACCES):
        return f"--port {port}: {error.strerror}; name another port"
    return f"--host {asked.host}: {error.strerror}; name an address of this machine"
