"""A small web for tests: hosts of our own naming, all of them on this machine."""

import ipaddress
import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from recoupe.archive.public import Web, is_public

HERE = ipaddress.ip_address("127.0.0.1")
NUMBER = re.compile(r"[0-9.]+")
Answer = tuple[int, Mapping[str, str], bytes]


@dataclass
class Net:
    """Which host answers what, where it lies, and what was asked of it.

    Every host is reached on this machine, whose address is taken for a public one here; others
    are as closed as ever.
    """

    port: int
    answers: dict[str, Answer]
    hosts: dict[str, Sequence[str]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    looked_up: list[str] = field(default_factory=list)

    def web(self) -> Web:
        """Open it as the desk would."""
        return Web(self._resolve, lambda ip: ip == HERE or is_public(ip))

    def at(self, path: str, host: str = "news.example") -> str:
        """Give an address of it."""
        return f"http://{host}:{self.port}{path}"

    def _resolve(self, host: str, port: int) -> Sequence[str]:
        self.looked_up.append(host)
        if NUMBER.fullmatch(host):
            return (host,)
        return self.hosts.get(host, (str(HERE),))


@contextmanager
def net(answers: Mapping[str, Answer]) -> Iterator[Net]:
    """Serve answers by their paths."""

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host = self.headers["Host"]
            made.asked.append(f"{host}{self.path}")
            missing: Answer = (404, {}, b"gone")
            status, headers, body = made.answers.get(self.path, missing)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value.replace("PORT", str(made.port)))
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer((str(HERE), 0), Site)
    made = Net(server.server_port, dict(answers))
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield made
    server.shutdown()
    server.server_close()
