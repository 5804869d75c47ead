"""What every request passes and every answer carries, before any page is asked."""

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from recoupe.desk.visitor import Entry

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
"""What a page may load: our own files and nothing inline, so that no text of a document can act."""

HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}

WRONG_HOST = "This desk answers under the address that it printed only.\n"


class Safety:
    """Lets in whoever may come, and nobody who only got a browser to ask."""

    def __init__(self, app: ASGIApp, entry: Entry) -> None:
        self.app = app
        self.entry = entry

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        refusal = self._refusal(scope) if scope["type"] == "http" else Response(status_code=403)
        await (refusal or self.app)(scope, receive, _with_headers(send))

    def _refusal(self, scope: Scope) -> Response | None:
        """Give the answer where it is not a page; else note who asks."""
        asked = HTTPConnection(scope)
        if asked.headers.get("host", "").lower() not in self.entry.hosts:
            return PlainTextResponse(WRONG_HOST, 400)
        visitor = self.entry.visitor(asked)
        scope.setdefault("state", {})["visitor"] = visitor
        return self.entry.refusal(asked, visitor)


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "private, no-cache")
        await send(message)

    return sending
