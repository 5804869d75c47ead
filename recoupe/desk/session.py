"""Who may look: whoever followed the link that the desk printed when it started."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field


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

    def opens(self, token: str) -> bool:
        """Say whether this is the token of the link."""
        return _same(token, self.token)

    def admits(self, cookie: str) -> bool:
        """Say whether this is what the cookie holds."""
        return _same(cookie, self.secret)

    def wrote(self, csrf: str) -> bool:
        """Say whether a form came from a page of ours."""
        return _same(csrf, self.csrf)


def _same(one: str, other: str) -> bool:
    """Compare without telling by the time taken how much was right."""
    return hmac.compare_digest(one.encode(), other.encode())
