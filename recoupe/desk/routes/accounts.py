"""`/accounts`: who may open the desk from other machines, for those who may let others in"""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Form
from starlette.responses import RedirectResponse

from recoupe.case.door import Door
from recoupe.case.passwords import SHORTEST
from recoupe.desk.desk import Here
from recoupe.desk.pages import page
from recoupe.desk.writes import admitting
from recoupe.model.account import Role

routes = APIRouter(dependencies=[Depends(admitting)])

Name = Annotated[str, Form(max_length=200)]
Password = Annotated[str, Form(max_length=1_000)]

BACK = "/accounts"


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody who has an account."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Accounts:
    """All accounts of the case. shortest: characters that a password has at least."""

    accounts: tuple[Listed, ...]
    shortest: int


@page(routes, "/accounts", "accounts.html")
def accounts(here: Here) -> Accounts:
    """List who may open the case from other machines."""
    found = Door(here.case).accounts()
    return Accounts(tuple(Listed(one.name, one.role) for one in found), SHORTEST)


@routes.post("/accounts", status_code=303)
def add(
    here: Here, name: Name, password: Password, role: Annotated[Role, Form()]
) -> RedirectResponse:
    """Let somebody in from now on."""
    Door(here.case).add(here.author(), name, role, password)
    return RedirectResponse(BACK, 303)


@routes.post("/accounts/role", status_code=303)
def set_role(here: Here, name: Name, role: Annotated[Role, Form()]) -> RedirectResponse:
    """Let somebody do more or less."""
    Door(here.case).set_role(here.author(), name, role)
    return RedirectResponse(BACK, 303)


@routes.post("/accounts/password", status_code=303)
def set_password(here: Here, name: Name, password: Password) -> RedirectResponse:
    """Give somebody another password, which ends their sessions."""
    Door(here.case).set_password(here.author(), name, password)
    return RedirectResponse(BACK, 303)


@routes.post("/accounts/remove", status_code=303)
def remove(here: Here, name: Name) -> RedirectResponse:
    """Let somebody in no longer; what was decided under the name stays."""
    Door(here.case).remove(here.author(), name)
    return RedirectResponse(BACK, 303)
