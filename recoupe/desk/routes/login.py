"""`/login`, `/logout` and `/account`: where the desk is opened from other machines"""

import secrets
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from recoupe.case.passwords import SHORTEST
from recoupe.desk.back import own
from recoupe.desk.desk import Here
from recoupe.desk.interface import interface
from recoupe.desk.logins import COOKIE, Logins, Refused
from recoupe.desk.pages import page, rendered
from recoupe.desk.visitor import Visitor, visitor_of
from recoupe.errors import BadAccount, Unknown
from recoupe.model.account import Role

routes = APIRouter()

Name = Annotated[str, Form(max_length=200)]
Password = Annotated[str, Form(max_length=1_000)]
Back = Annotated[str, Form(max_length=4_000)]


@dataclass(frozen=True, slots=True)
class Own:
    """One's own account. shortest: characters that a password has at least."""

    name: str
    role: Role
    shortest: int


@routes.get("/login", summary="Ask who comes (HTML)")
def login(request: Request, back: Annotated[str, Query(max_length=4_000)] = "") -> Response:
    """Ask who comes; whoever is in already is led on."""
    _logins(request)
    if visitor_of(request).role:
        return RedirectResponse(own(back), 303)
    return _asking(request, back)


@routes.post("/login", status_code=303)
def log_in(request: Request, name: Name = "", password: Password = "", back: Back = "") -> Response:
    """Let somebody in who knows their password."""
    whence = request.client.host if request.client else ""
    done = _logins(request).log_in(name, password, whence)
    if isinstance(done, Refused):
        return _asking(request, back, name, _why(request, done), 429 if done.wait else 401)
    return _admitted(RedirectResponse(own(back), 303), done)


@routes.post("/logout", status_code=303)
def log_out(request: Request) -> RedirectResponse:
    """End the session of this browser."""
    _logins(request).log_out(request.cookies.get(COOKIE, ""))
    answer = RedirectResponse("/login", 303)
    answer.delete_cookie(COOKIE, secure=True, httponly=True, samesite="lax")
    return answer


@page(routes, "/account", "account.html")
def account(here: Here) -> Own:
    """Show one's own account, and change its password."""
    visitor = here.visitor
    if visitor.name is None or visitor.role is None:
        raise Unknown("this desk is opened by its link: you have no account here")
    return Own(visitor.name, visitor.role, SHORTEST)


@routes.post("/account/password", status_code=303)
def password(request: Request, here: Here, old: Password, new: Password) -> Response:
    """Change one's own password; every other session of the account ends."""
    logins, name = _logins(request), account(here).name
    if not logins.knows(name, old):
        raise BadAccount("the old password is another one; nothing was changed")
    logins.door.set_password(name, name, new)
    return _admitted(RedirectResponse("/account", 303), logins.open(name))


def _logins(request: Request) -> Logins:
    entry = request.app.state.entry
    if not isinstance(entry, Logins):
        raise Unknown("this desk is opened by its link: there is nothing to log in to")
    return entry


def _asking(
    request: Request, back: str, name: str = "", why: str = "", status: int = 200
) -> Response:
    """Show the form; what it carries is tied to this browser by a cookie."""
    cookie = request.cookies.get(COOKIE) or secrets.token_urlsafe(32)
    request.state.visitor = Visitor(None, None, _logins(request).csrf(cookie))
    shown = rendered(request, "login.html", back=back, name=name, why=why)
    return _admitted(HTMLResponse(shown, status), cookie)


def _admitted(answer: Response, cookie: str) -> Response:
    # Lax: a link in a colleague's message opens what it leads to; writes carry their own token.
    answer.set_cookie(COOKIE, cookie, httponly=True, secure=True, samesite="lax", path="/")
    return answer


def _why(request: Request, refused: Refused) -> str:
    shown = interface(request)
    if not refused.wait:
        return shown.translated("The name or the password is another one.")
    return shown.numbered(
        "Too many attempts: try again in {n} minute.",
        "Too many attempts: try again in {n} minutes.",
        refused.wait,
    )
