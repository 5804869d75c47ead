"""How much a request may carry; what is longer is refused before it fills the memory or disk."""

from fastapi import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from recoupe.desk.interface import interface
from recoupe.desk.troubles import answer

FORM_BYTES = 1_000_000
"""A form of our pages has a few hundred."""

UPLOAD_BYTES = 1_000_000_000
"""All files that a page sends in at once; each may be as large as `recoupe add` takes it."""

UPLOADS = ("/upload", "/upload.json")
"""Addresses that take files; parts of a form that are no files are short there too."""

FILES = "multipart/form-data"
"""The type of forms with files: these go to the disk as they come, all others to the memory."""

THROWN_AWAY = 4
"""How many times what may be sent is read and thrown away before it is refused: a browser that
still sends when the answer comes shows that the connection broke, not the answer."""


class Limits:
    """Refuses bodies that are too long, by what they say of themselves and by what comes."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        most = _most(Request(scope))
        refusal = HTTPException(413, _why(Request(scope), most))
        said = HTTPConnection(scope).headers.get("content-length", "0")
        if said.isdigit() and int(said) <= most:
            await self.app(scope, _counted(receive, most, refusal), send)
            return
        await _thrown_away(receive, most)
        await answer(Request(scope), 413, refusal.detail)(scope, receive, send)


def _most(request: Request) -> int:
    files = request.headers.get("content-type", "").startswith(FILES)
    return UPLOAD_BYTES if files and request.url.path in UPLOADS else FORM_BYTES


def _counted(receive: Receive, most: int, refusal: HTTPException) -> Receive:
    """Give what comes until it is too much; then refuse, which whoever reads it passes on."""
    came = 0

    async def receiving() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if came > most:
            await _thrown_away(receive, most, message)
            raise refusal
        return message

    return receiving


async def _thrown_away(receive: Receive, most: int, last: Message | None = None) -> None:
    came, more = 0, last is None or last.get("more_body", False)
    while more and came < THROWN_AWAY * most:
        message = await receive()
        came += len(message.get("body", b""))
        more = message.get("more_body", False)


def _why(request: Request, most: int) -> str:
    shown = interface(request)
    megabytes = shown.words.number(most // 1_000_000)
    if most == FORM_BYTES:
        return shown.translated("Too long: at most {most} MB are taken here.", most=megabytes)
    return shown.translated(
        "Too much at once: at most {most} MB. Nothing of it was added: send fewer files at a time.",
        most=megabytes,
    )
