"""How much a request may carry; what is longer is refused before it fills the memory or disk."""

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FORM_BYTES = 1 << 20
"""A form of our pages has a few hundred."""

UPLOAD_BYTES = 1 << 30
"""The largest file that a page may send into a case; `recoupe add` takes larger ones."""

UPLOADS = "/upload"
"""Addresses that begin so take files."""


class TooLong(Exception):
    """A body grew past what its address may carry."""


class Limits:
    """Refuses bodies that are too long, by what they say of themselves and by what comes."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        most = UPLOAD_BYTES if scope["path"].startswith(UPLOADS) else FORM_BYTES
        refusal = PlainTextResponse(f"Too long: at most {most:,} bytes are taken here.\n", 413)
        said = HTTPConnection(scope).headers.get("content-length", "0")
        if not said.isdigit() or int(said) > most:
            await refusal(scope, receive, send)
            return
        try:
            await self.app(scope, _counted(receive, most), send)
        except TooLong:
            await refusal(scope, receive, send)


def _counted(receive: Receive, most: int) -> Receive:
    came = 0

    async def receiving() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if came > most:
            raise TooLong
        return message

    return receiving
