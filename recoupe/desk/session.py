"""Who may look on this machine: whoever followed the link that the desk printed when it started."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from urllib.parse import urlencode

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from recoupe.desk.visitor import Visitor, same
from recoupe.model.account import Role

CLOSED = (
    "This desk opens by its link only.\n\n"
    "Go to the terminal in which `recoupe desk` runs and open the link that it printed.\n"
    "If that desk was stopped, start it again: recoupe desk CASE\n\n"
    "---\n\n"
    "Ce bureau ne s’ouvre que par son lien.\n\n"
    "Ouvrez le lien affiché par `recoupe desk` dans le terminal où il tourne.\n"
    "S’il a été arrêté, relancez-le : recoupe desk CASE\n"
)


def _secret() -> str:
    return secrets.token_urlsafe(32)


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the desk. token: stands in the link, once; secret: stands in the cookie.

    port: where the desk listens; the cookie is named for it, since cookies of one host are seen by
    all its ports.
    """

    port: int
    token: str = field(default_factory=_secret, repr=False)
    secret: str = field(default_factory=_secret, repr=False)

    @property
    def link(self) -> str:
        """Give the address to open first."""
        return f"http://127.0.0.1:{self.port}/?token={self.token}"

    @property
    def cookie(self) -> str:
        """Name the cookie."""
        return f"recoupe_desk_{self.port}"

    @property
    def hosts(self) -> frozenset[str]:
        """Give the hosts under which the desk answers; any other name was bent to this machine."""
        return frozenset(f"{name}:{self.port}" for name in ("127.0.0.1", "localhost", "[::1]"))

    @property
    def csrf(self) -> str:
        """Give what every form carries, so that no other page can send it."""
        return hmac.new(self.secret.encode(), b"csrf", hashlib.sha256).hexdigest()

    def visitor(self, asked: HTTPConnection) -> Visitor:
        """Say who asks: on one's own machine everybody with the link may do everything."""
        admitted = same(asked.cookies.get(self.cookie, ""), self.secret)
        return Visitor(None, Role.ADMIN if admitted else None, self.csrf)

    def refusal(self, asked: HTTPConnection, visitor: Visitor) -> Response | None:
        """Turn the link's token into a cookie; without either there is nothing to see."""
        if same(asked.query_params.get("token", ""), self.token):
            return self._admitted(asked)
        return None if visitor.role else PlainTextResponse(CLOSED, 403)

    def _admitted(self, asked: HTTPConnection) -> Response:
        """Set the cookie and lead on without the token, which stays in no history."""
        rest = urlencode([(k, v) for k, v in asked.query_params.multi_items() if k != "token"])
        # subtle: an address that begins with two slashes would lead to another host.
        path = "/" + asked.url.path.lstrip("/")
        answer = RedirectResponse(f"{path}?{rest}" if rest else path, 303)
        answer.set_cookie(self.cookie, self.secret, httponly=True, samesite="strict", path="/")
        return answer
