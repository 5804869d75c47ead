"""A path or address → the bytes that stood there, and when."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

import httpx

from recoupe import __version__
from recoupe.archive.formats import is_url, media_type
from recoupe.errors import Unreadable

LARGEST = 100_000_000  # bytes; a day's newspaper as PDF has 30 MB, nothing readable has more
PATIENCE = 120.0  # seconds for one address, from looking up its name to the last byte received
REDIRECTS = 10
TIMEOUT = httpx.Timeout(30.0, connect=10.0)
HEADERS = {
    "User-Agent": f"recoupe/{__version__}",
    "Accept": "text/html,application/pdf,text/plain,*/*;q=0.5",
}

Door = httpx.AsyncBaseTransport
"""What opens connections to servers."""


@dataclass(frozen=True, slots=True)
class Captured:
    """Bytes as they stood at an address at a moment.

    address: path or URL as the person gave it. captured: UTC.
    headers: those of the response, in order, names in lower case; before them one `location`
    for each redirect that was followed. Empty for a file.
    """

    address: str
    data: bytes
    media_type: str
    captured: datetime
    headers: tuple[tuple[str, str], ...] = ()


def capture(address: str, largest: int = LARGEST) -> Captured:
    """Fetch the bytes at a path or http(s) address; more than `largest` bytes are refused.

    Raises Unreadable, naming the address and the way out.
    """
    return fetched(address, largest) if is_url(address) else _from_file(address, largest)


def fetched(address: str, largest: int = LARGEST, door: Door | None = None) -> Captured:
    """Fetch the bytes at an http(s) address, following redirects.

    door: what opens connections, None for httpx's own.
    """
    try:
        return asyncio.run(_from_web(address, largest, door))
    except TimeoutError as error:
        raise Unreadable(
            address,
            "not received within {seconds} seconds. Try again later.",
            seconds=f"{PATIENCE:.0f}",
        ) from error
    except httpx.TooManyRedirects as error:
        raise Unreadable(address, "redirected in circles. Save the page and add it.") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise Unreadable(
            address,
            "could not be fetched ({trouble}). Check the address and the connection, or save the "
            "page and add the file.",
            trouble=error or type(error).__name__,
        ) from error


def handed(name: str, file: BinaryIO, largest: int = LARGEST) -> Captured:
    """Take the bytes of an open file that came under a name; more than `largest` are refused."""
    data = file.read(largest + 1)
    if len(data) > largest:
        raise _too_large(name, largest)
    return Captured(name, data, media_type(name), datetime.now(UTC))


def _from_file(address: str, largest: int) -> Captured:
    path = Path(address)
    try:
        if path.stat().st_size > largest:
            raise _too_large(address, largest)
        with path.open("rb") as file:
            return handed(address, file, largest)
    except OSError as error:
        raise Unreadable(
            address, "cannot be read: {trouble}.", trouble=error.strerror or error
        ) from error


async def _from_web(address: str, largest: int, door: Door | None) -> Captured:
    async with (
        asyncio.timeout(PATIENCE),
        httpx.AsyncClient(
            headers=HEADERS,
            timeout=TIMEOUT,
            follow_redirects=True,
            max_redirects=REDIRECTS,
            transport=door,
        ) as client,
        client.stream("GET", address) as response,
    ):
        return await _received(address, response, largest)


async def _received(address: str, response: httpx.Response, largest: int) -> Captured:
    if response.status_code != httpx.codes.OK:
        raise Unreadable(
            address,
            "the server answered {status}. Check the address, or save the page from a browser and "
            "add the file.",
            status=f"{response.status_code} {response.reason_phrase}",
        )
    data = await _within(address, response, largest)
    said = response.headers.get("content-type", "")
    return Captured(
        address=address,
        data=data,
        media_type=media_type(str(response.url), said),
        captured=datetime.now(UTC),
        headers=(*_redirects(response), *_headers(response)),
    )


async def _within(address: str, response: httpx.Response, largest: int) -> bytes:
    """Give the body, received piece by piece; stop at a byte too many."""
    announced = response.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > largest:
        raise _too_large(address, largest)
    pieces, size = [], 0
    async for piece in response.aiter_bytes():
        size += len(piece)
        if size > largest:
            raise _too_large(address, largest)
        pieces.append(piece)
    return b"".join(pieces)


def _too_large(address: str, largest: int) -> Unreadable:
    return Unreadable(
        address,
        "larger than {largest} MB, so it was not read. Cut out the pages that matter and add "
        "those.",
        largest=f"{largest / 1e6:,.0f}",
    )


def _redirects(response: httpx.Response) -> Iterator[tuple[str, str]]:
    for hop in response.history:
        yield "location", hop.headers.get("location", "")


def _headers(response: httpx.Response) -> Iterator[tuple[str, str]]:
    for name, value in response.headers.multi_items():
        yield name.lower(), value
