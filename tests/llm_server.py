"""A server on this machine that replays recorded answers, as OpenAI's or Ollama's would come."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Recorded:
    """One answer as it went over the wire. after: seconds until it comes."""

    body: bytes
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    after: float = 0.0


@dataclass
class Server:
    """Where it is, what it was asked, and what it has left to answer; the last stays."""

    address: str
    answers: list[Recorded]
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    def asked_times(self, times: int, seconds: float = 180.0) -> None:
        """Wait until it was asked so often."""
        end = time.monotonic() + seconds
        while len(self.asked) < times:
            assert time.monotonic() < end, f"asked {len(self.asked)} times"
            self.stop.wait(0.02)


def says(*claims: dict[str, Any]) -> Recorded:
    """Record an answer with these claims."""
    return words(json.dumps({"claims": list(claims)}, ensure_ascii=False))


def words(content: str | None) -> Recorded:
    """Record an answer in these words, whatever they are."""
    choice = {"index": 0, "message": {"role": "assistant", "content": content}}
    return Recorded(json.dumps({"object": "chat.completion", "choices": [choice]}).encode())


def ollama(content: str) -> Recorded:
    """Record an answer as Ollama gives it."""
    message = {"role": "assistant", "content": content}
    return Recorded(json.dumps({"model": "m", "message": message, "done": True}).encode())


def fails(status: int, body: str = "", **headers: str) -> Recorded:
    """Record a failure; headers: with _ for -."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Recorded(body.encode(), status, named)


def claim(
    sentence: int,
    event: str,
    word: str,
    factuality: str = "CT+",
    sources: tuple[str, ...] = (),
    **roles: str,
) -> dict[str, Any]:
    """Write a claim as the model is asked to; a role's name may end in _2 and so on."""
    return {
        "sentence": sentence,
        "event": event,
        "words": word,
        "factuality": factuality,
        "roles": [{"role": n.partition("_")[0], "text": text} for n, text in roles.items()],
        "sources": [{"text": text} for text in sources],
    }


@contextmanager
def serving(*answers: Recorded) -> Iterator[Server]:
    """Serve these answers, one a request and the last again and again."""
    server = Server("", list(answers))
    http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(server))
    server.address = f"http://127.0.0.1:{http.server_port}/v1"
    thread = threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.stop.set()
        http.shutdown()
        http.server_close()


def _handler(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            server.asked.append(json.loads(body))
            server.headers.append(dict(self.headers))
            server.paths.append(self.path)
            answer = server.answers[0] if len(server.answers) == 1 else server.answers.pop(0)
            server.stop.wait(answer.after)
            if server.stop.is_set():
                return
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    return Handler
