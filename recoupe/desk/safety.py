"""What every request passes and every answer carries, before any page is asked."""

from urllib.parse import urlencode

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from recoupe.desk.session import Session

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

CLOSED = (
    "This desk opens by its link only.\n\n"
    "Go to the terminal in which `recoupe desk` runs and open the link that it printed.\n"
    "If that desk was stopped, start it again: recoupe desk CASE\n\n"
    "---\n\n"
    "Ce bureau ne s’ouvre que par son lien.\n\n"
    "Ouvrez le lien affiché par `recoupe desk` dans le terminal où il tourne.\n"
    "S’il a été arrêté, relancez-le : recoupe desk CASE\n"
)

WRONG_HOST = "This desk answers on this machine only, under the address that it printed.\n"


class Safety:
    """Lets in whoever holds the link, and nobody who only got a browser to ask."""

    def __init__(self, app: ASGIApp, session: Session) -> None:
        self.app = app
        self.session = session

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        asked = HTTPConnection(scope)
        refusal = self._refusal(asked) if scope["type"] == "http" else Response(status_code=403)
        await (refusal or self.app)(scope, receive, _with_headers(send))

    def _refusal(self, asked: HTTPConnection) -> Response | None:
        """Give the answer where it is not a page: wrong host, first visit by the link, no visit."""
        if asked.headers.get("host", "").lower() not in self.session.hosts:
            return PlainTextResponse(WRONG_HOST, 400)
        token = asked.query_params.get("token")
        if token is not None and self.session.opens(token):
            return self._admitted(asked)
        if not self.session.admits(asked.cookies.get(self.session.cookie, "")):
            return PlainTextResponse(CLOSED, 403)
        return None

    def _admitted(self, asked: HTTPConnection) -> Response:
        """Set the cookie and lead on without the token, which stays in no history."""
        rest = urlencode([(k, v) for k, v in asked.query_params.multi_items() if k != "token"])
        # subtle: an address that begins with two slashes would lead to another host.
        path = "/" + asked.url.path.lstrip("/")
        answer = RedirectResponse(f"{path}?{rest}" if rest else path, 303)
        answer.set_cookie(
            self.session.cookie, self.session.secret, httponly=True, samesite="strict", path="/"
        )
        return answer


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "private, no-cache")
        await send(message)

    return sending
