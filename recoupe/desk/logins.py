"""Who may look from other machines: whoever has an account of the case and logs in."""

import hashlib
import hmac
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse, RedirectResponse, Response

from recoupe.case.accounts import key, mark
from recoupe.case.door import Door
from recoupe.case.passwords import matches
from recoupe.desk.visitor import Visitor
from recoupe.errors import Unknown
from recoupe.model.account import Account
from recoupe.model.act import Did

IDLE, LONGEST = 2 * 3600.0, 12 * 3600.0
"""Seconds after which a session ends: since its last request, and since it was opened."""

COOKIE = "__Host-recoupe"
"""With this prefix a browser keeps the cookie for this host alone, and sends it over TLS alone."""

OPEN = ("/login", "/preferences")
"""What somebody who has not logged in may ask for, beside our own stylesheet and scripts."""

ATTEMPTS = (
    (parse("10 per 15 minutes"), ("account", "whence")),
    (parse("60 per hour"), ("account",)),
    (parse("60 per 15 minutes"), ("whence",)),
)
"""How many logins are tried: by one machine with one name, with one name, by one machine."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A session. mark: of the password that opened it; begun, seen: seconds of the clock."""

    name: str
    mark: str
    begun: float
    seen: float


@dataclass(frozen=True, slots=True)
class Refused:
    """A login that failed. wait: minutes after which the next may be tried, 0 for at once."""

    wait: int = 0


class Logins:
    """Sessions of one run of the desk, in memory alone: a new start asks everybody to log in.

    host: under which people open the desk, with its port where that is not 443.
    """

    def __init__(self, door: Door, host: str, clock: Callable[[], float] = time.monotonic) -> None:
        self.door = door
        self.hosts = frozenset({host})
        self.clock = clock
        self.lock = threading.Lock()
        self.secret = secrets.token_bytes(32)
        self.opened: dict[str, Opened] = {}
        self.attempts = MovingWindowRateLimiter(MemoryStorage())

    def visitor(self, asked: HTTPConnection) -> Visitor:
        """Say who asks, by what their account may do now."""
        cookie = asked.cookies.get(COOKIE, "")
        account = self._account(cookie) if cookie else None
        csrf = self.csrf(cookie or secrets.token_urlsafe(32))
        if account is None:
            return Visitor(None, None, csrf)
        return Visitor(account.name, account.role, csrf)

    def refusal(self, asked: HTTPConnection, visitor: Visitor) -> Response | None:
        """Lead somebody who has not logged in to where they can."""
        path = asked.url.path
        if visitor.role or path in OPEN or path.startswith("/static/"):
            return None
        if path.endswith(".json"):
            return JSONResponse({"detail": "log in first: /login"}, 401)
        query = f"?{asked.url.query}" if asked.url.query else ""
        looked = asked.scope["method"] in ("GET", "HEAD") and path != "/"
        login = f"/login?{urlencode({'back': path + query})}" if looked else "/login"
        return RedirectResponse(login, 303)

    def log_in(self, name: str, password: str, whence: str) -> str | Refused:
        """Open a session and give what its cookie holds; whence: the address that it came from."""
        asked = {"account": key(name), "whence": whence}
        if wait := self._waits(asked):
            return Refused(wait)
        account = self._named(name)
        right = matches(password, account.password if account else None)
        if account is None:
            return Refused()
        if not right:
            self.door.note(None, Did.LOGIN_REFUSED, account=account.name)
            return Refused()
        for limit, keys in ATTEMPTS[:2]:
            self.attempts.clear(limit, *(asked[one] for one in keys))
        self.door.note(account.name, Did.LOGGED_IN)
        return self._open(account)

    def log_out(self, cookie: str) -> None:
        """End a session."""
        account = self._account(cookie)
        with self.lock:
            self.opened.pop(_hidden(cookie), None)
        if account is not None:
            self.door.note(account.name, Did.LOGGED_OUT)

    def knows(self, name: str, password: str) -> bool:
        """Say whether this is the password of that account."""
        account = self._named(name)
        return matches(password, account.password if account else None)

    def open(self, name: str) -> str:
        """Open a session for somebody who was asked already; give what its cookie holds."""
        account = self._named(name)
        if account is None:
            raise Unknown(f"no account {name!r} in this case any more")
        return self._open(account)

    def csrf(self, cookie: str) -> str:
        """Give what the forms of a browser with that cookie carry."""
        return hmac.new(self.secret, cookie.encode(), hashlib.sha256).hexdigest()

    def _open(self, account: Account) -> str:
        cookie, now = secrets.token_urlsafe(32), self.clock()
        with self.lock:
            self.opened = {k: one for k, one in self.opened.items() if _lasts(one, now)}
            self.opened[_hidden(cookie)] = Opened(account.name, mark(account.password), now, now)
        return cookie

    def _account(self, cookie: str) -> Account | None:
        """Give the account of a session that lasts, and whose password is still the same."""
        hidden, now = _hidden(cookie), self.clock()
        with self.lock:
            opened = self.opened.get(hidden)
            if opened is None or not _lasts(opened, now):
                return None
            self.opened[hidden] = replace(opened, seen=now)
        account = self._named(opened.name)
        return account if account and mark(account.password) == opened.mark else None

    def _named(self, name: str) -> Account | None:
        return next((one for one in self.door.accounts() if key(one.name) == key(name)), None)

    def _waits(self, asked: dict[str, str]) -> int:
        """Count an attempt; give the minutes to wait where there were too many."""
        for limit, keys in ATTEMPTS:
            named = [asked[one] for one in keys]
            if not self.attempts.hit(limit, *named):
                again = self.attempts.get_window_stats(limit, *named).reset_time - time.time()
                return max(1, round(again / 60))
        return 0


def _lasts(opened: Opened, now: float) -> bool:
    return now - opened.seen < IDLE and now - opened.begun < LONGEST


def _hidden(cookie: str) -> str:
    """Keep no cookie in memory as it is."""
    return hashlib.sha256(cookie.encode()).hexdigest()
