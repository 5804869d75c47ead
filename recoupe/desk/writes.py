"""Every write carries what only our own pages know, and its sender may do it."""

from fastapi import HTTPException
from starlette.requests import Request

from recoupe.desk.interface import interface
from recoupe.desk.visitor import visitor_of
from recoupe.model.account import Role

HEADER, FIELD = "x-csrf-token", "csrf"
READS = ("GET", "HEAD", "OPTIONS")

OF_ONESELF = ("/preferences", "/login", "/logout", "/account/password")
"""Writes that change nothing of the case; all others need a reviewer, or what their route says."""


async def guarded(request: Request) -> None:
    """Refuse a write that carries no token of its sender, in its header or form, or is not theirs.

    A write of a case needs a reviewer.
    """
    if request.method in READS:
        return
    token = request.headers.get(HEADER)
    if token is None:
        token = str((await request.form()).get(FIELD, ""))
    if not visitor_of(request).wrote(token):
        raise HTTPException(403, "This form is of an earlier run of the desk: open the page again.")
    if request.url.path not in OF_ONESELF:
        needs(Role.REVIEWER, request)


def changing(request: Request) -> None:
    """Refuse whoever may not change the case a page by which it is changed."""
    needs(Role.REVIEWER, request)


def admitting(request: Request) -> None:
    """Refuse whoever may not let others in."""
    needs(Role.ADMIN, request)


def needs(role: Role, request: Request) -> None:
    """Refuse whoever may not do what needs that role."""
    if not visitor_of(request).may(role):
        raise HTTPException(403, interface(request).translated(REFUSALS[role]))


REFUSALS = {
    Role.READER: "Log in first.",
    Role.REVIEWER: "You may look at this case, not change it: ask an admin for another role.",
    Role.ADMIN: "Only an admin may do this.",
}
