"""Every write carries what only our own pages know."""

from typing import Annotated

from fastapi import Depends, HTTPException
from starlette.requests import Request

from recoupe.desk.desk import desk

HEADER, FIELD = "x-csrf-token", "csrf"
READS = ("GET", "HEAD", "OPTIONS")


async def guarded(request: Request) -> None:
    """Refuse a write that carries no token of this session, in its header or form."""
    if request.method in READS:
        return
    token = request.headers.get(HEADER)
    if token is None:
        token = str((await request.form()).get(FIELD, ""))
    if not desk(request).session.wrote(token):
        raise HTTPException(403, "This form is of an earlier run of the desk: open the page again.")


Guarded = Annotated[None, Depends(guarded)]
