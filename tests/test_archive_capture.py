"""From a path or an address to bytes, with what is needed to vouch for them."""

import gzip
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from recoupe import __version__
from recoupe.archive.capture import LARGEST, capture
from recoupe.errors import Unreadable

PAGE = "<p>Tunis dément.</p>".encode()


class Site(BaseHTTPRequestHandler):
    asked: str | None = None

    def do_GET(self) -> None:
        Site.asked = self.headers["User-Agent"]
        answers = {
            "/page": (200, {"Content-Type": "text/html; charset=utf-8", "ETag": '"1"'}, PAGE),
            "/moved": (302, {"Location": "/page"}, b""),
            "/circle": (302, {"Location": "/circle"}, b""),
            "/vague.pdf": (200, {"Content-Type": "application/octet-stream"}, b"%PDF-"),
            "/packed": (200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(5_000_000))),
            "/endless": (200, {}, bytes(300_000)),
        }
        status, headers, body = answers.get(self.path, (404, {}, b"gone"))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if self.path != "/endless":
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_file_is_captured_as_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_bytes(b"\xef\xbb\xbfTunis\r\n")

    captured = capture(str(file))

    assert captured.data == b"\xef\xbb\xbfTunis\r\n"
    assert (captured.address, captured.media_type) == (str(file), "text/plain")
    assert datetime.now(UTC) - captured.captured < timedelta(seconds=10)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as sparse:
        sparse.truncate(2 * LARGEST)

    with pytest.raises(Unreadable, match=r"huge\.txt: larger than 100 MB"):
        capture(str(file))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"gone\.txt: cannot be read: No such file"):
        capture(str(tmp_path / "gone.txt"))


def test_an_address_gives_bytes_and_headers(site: str) -> None:
    captured = capture(f"{site}/page")

    assert captured.data == PAGE
    assert captured.media_type == "text/html"
    assert ("etag", '"1"') in captured.headers
    assert Site.asked == f"recoupe/{__version__}"


def test_a_redirect_is_followed_and_recorded(site: str) -> None:
    captured = capture(f"{site}/moved")

    assert captured.address == f"{site}/moved"
    assert captured.data == PAGE
    assert captured.headers[0] == ("location", "/page")


def test_a_vague_server_is_overruled_by_the_ending(site: str) -> None:
    assert capture(f"{site}/vague.pdf").media_type == "application/pdf"


def test_a_page_that_is_gone_is_told(site: str) -> None:
    with pytest.raises(Unreadable, match="/gone: the server answered 404"):
        capture(f"{site}/gone")


def test_a_redirect_in_circles_is_told(site: str) -> None:
    with pytest.raises(Unreadable, match="redirected in circles"):
        capture(f"{site}/circle")


@pytest.mark.parametrize("page", ["page", "packed", "endless"])
def test_more_than_the_largest_is_refused_announced_packed_or_endless(site: str, page: str) -> None:
    with pytest.raises(Unreadable, match="so it was not read"):
        capture(f"{site}/{page}", largest=10)


def test_a_dead_server_is_told() -> None:
    with pytest.raises(Unreadable, match=r"127\.0\.0\.1:9/x: could not be fetched"):
        capture("http://127.0.0.1:9/x")


def test_an_address_that_is_none_is_told() -> None:
    with pytest.raises(Unreadable, match="could not be fetched"):
        capture("http://[nonsense/")
