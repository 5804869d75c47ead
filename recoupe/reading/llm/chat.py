"""A question → a server that speaks as OpenAI's or Ollama's does → the model's words.

The only file here that uses the network. A redirect is not followed: the text goes to the address
that was named, and nowhere else.
"""

import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx
from pydantic import BaseModel

from recoupe import __version__
from recoupe.errors import NoAnswer
from recoupe.reading.llm.answer import schema
from recoupe.reading.llm.endpoint import PREFIX, Endpoint
from recoupe.reading.llm.question import Question

TRIES = 4
PASSING = (408, 409, 425, 429, 500, 502, 503, 504, 529)
"""Answers of a server that is busy or stumbled: a moment later it may answer the same question."""

LONGEST_WAIT = 60.0  # seconds; who asks for more is asked again by a person
LARGEST = 4_000_000  # bytes; a long answer has 20,000
CONTEXT = 16_384
"""Tokens that Ollama keeps in mind; by itself it takes fewer and cuts a text without a word."""


class _Message(BaseModel):
    content: str | None = None


class _Choice(BaseModel):
    message: _Message


class _OpenAI(BaseModel):
    choices: list[_Choice]


class _Ollama(BaseModel):
    message: _Message


def chat(question: Question, endpoint: Endpoint, pause: Callable[[float], object]) -> str:
    """Give the model's answer in its own words.

    A server that is busy is asked again, four times in all; pause: waits so many seconds.
    Raises NoAnswer, naming the address and the way out.
    """
    wait = 1.0
    for _ in range(TRIES - 1):
        try:
            return _asked(question, endpoint)
        except _Passing as trouble:
            pause(min(trouble.wait or wait, LONGEST_WAIT))
            wait *= 3
    try:
        return _asked(question, endpoint)
    except _Passing as trouble:
        raise NoAnswer(
            f"{endpoint.address}: {trouble}, {TRIES} times; what was done is kept. "
            "Run the same command again later."
        ) from trouble


class _Passing(Exception):
    """The server may answer if it is asked again. wait: seconds that it asked for."""

    def __init__(self, what: str, wait: float | None = None) -> None:
        super().__init__(what)
        self.wait = wait


def _asked(question: Question, endpoint: Endpoint) -> str:
    path, body = _request(question, endpoint)
    try:
        with (
            _client(endpoint) as client,
            client.stream("POST", endpoint.address + path, content=body) as response,
        ):
            received = b"".join(_within(response, endpoint))
    except httpx.TimeoutException as error:
        raise _Passing(f"no answer within {endpoint.seconds:g} seconds") from error
    except httpx.HTTPError as error:
        raise _Passing(f"cannot be reached ({error or type(error).__name__})") from error
    if response.status_code != httpx.codes.OK:
        raise _trouble(response, received, endpoint)
    return _words(received, endpoint)


def _request(question: Question, endpoint: Endpoint) -> tuple[str, bytes]:
    options = json.loads(endpoint.options)
    body: dict[str, Any] = {
        "model": question.model,
        "messages": [
            {"role": "system", "content": question.instructions},
            {"role": "user", "content": question.passage},
        ],
        "stream": False,
    }
    if endpoint.api == "ollama":
        settings = {"temperature": 0, "num_ctx": CONTEXT, **options}
        body |= {"format": schema(), "options": settings}
        return "/api/chat", _encoded(body)
    return "/chat/completions", _encoded({"temperature": 0, **body, **options})


def _encoded(body: dict[str, Any]) -> bytes:
    """Write a request; an option that is null takes away what is sent by default."""
    return json.dumps({k: v for k, v in body.items() if v is not None}).encode("ascii")


def _client(endpoint: Endpoint) -> httpx.Client:
    """Give a client; what stays on this machine goes through no proxy."""
    timeout = httpx.Timeout(endpoint.seconds, connect=min(10.0, endpoint.seconds))
    return httpx.Client(
        headers=_headers(endpoint), timeout=timeout, trust_env=not endpoint.is_local
    )


def _headers(endpoint: Endpoint) -> dict[str, str]:
    said = {"User-Agent": f"recoupe/{__version__}", "Content-Type": "application/json"}
    return said | ({"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {})


def _within(response: httpx.Response, endpoint: Endpoint) -> Iterator[bytes]:
    """Give the body piece by piece; stop at a byte or a second too many."""
    size, end = 0, time.monotonic() + endpoint.seconds
    for piece in response.iter_bytes():
        size += len(piece)
        if size > LARGEST:
            raise NoAnswer(f"{endpoint.address}: answered with more than {LARGEST:,} bytes")
        if time.monotonic() > end:
            raise _Passing(f"no whole answer within {endpoint.seconds:g} seconds")
        yield piece


def _trouble(response: httpx.Response, received: bytes, endpoint: Endpoint) -> Exception:
    """Say what the server's status means for a person."""
    status = f"answered {response.status_code} {response.reason_phrase}".strip()
    if response.status_code in PASSING:
        return _Passing(status, _asked_wait(response))
    if response.is_redirect:
        return NoAnswer(
            f"{endpoint.address}: sends on to another address, where nothing was sent; "
            f"if that is right, name it in {PREFIX}ADDRESS"
        )
    said = _short(received, endpoint)
    return NoAnswer(f"{endpoint.address}: {status}{said}; {_way_out(response.status_code)}")


def _asked_wait(response: httpx.Response) -> float | None:
    seconds = response.headers.get("retry-after", "")
    return float(seconds) if seconds.isdecimal() else None


def _way_out(status: int) -> str:
    if status in (401, 403):
        return f"check {PREFIX}KEY"
    if status == 404:
        return f"check {PREFIX}ADDRESS, {PREFIX}API and the model's name"
    return f"check the model's name and {PREFIX}OPTIONS"


def _short(received: bytes, endpoint: Endpoint) -> str:
    """Give the first words of what the server says, on one line and without the key."""
    said = " ".join(received.decode("utf-8", "replace").split())
    if endpoint.key:
        said = said.replace(endpoint.key, "…")
    return f" ({said[:200]})" if said else ""


def _words(received: bytes, endpoint: Endpoint) -> str:
    try:
        plain = json.loads(received.decode("utf-8", "replace"))
        said = json.dumps(plain, ensure_ascii=False).encode("utf-8", "replace")  # half an emoji
        if endpoint.api == "ollama":
            return _Ollama.model_validate_json(said).message.content or ""
        return _OpenAI.model_validate_json(said).choices[0].message.content or ""
    except (ValueError, RecursionError, IndexError) as error:  # pydantic's errors are ValueErrors
        raise NoAnswer(
            f"{endpoint.address}: answers, but not as {endpoint.api} does"
            f"{_short(received, endpoint)}; check {PREFIX}ADDRESS and {PREFIX}API"
        ) from error
