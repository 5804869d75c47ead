"""`recoupe accounts`"""

import getpass
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.terminal import AsJson, CaseFolder, say, say_record, tell
from recoupe.errors import BadAccount, BadInput
from recoupe.model.account import Role

if TYPE_CHECKING:
    from recoupe.case.door import Door


class Action(StrEnum):
    """What to do with the accounts of a case."""

    ADD = "add"
    ROLE = "role"
    PASSWORD = "password"
    REMOVE = "remove"
    SHOW = "show"


def accounts(
    action: Annotated[
        Action, typer.Argument(metavar="add|role|password|remove|show", help="What to do.")
    ],
    case: CaseFolder,
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="Whose; decisions are signed with it.")
    ] = None,
    role: Annotated[
        Role | None,
        typer.Option(metavar="ROLE", help="reader, reviewer (unless said), or admin."),
    ] = None,
    author: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who does it, where it is not you.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Say who may open the case from other machines: recoupe desk CASE --host ADDRESS.

    A reader looks; a reviewer adds documents and decides too; an admin lets others in as well.
    The password is asked for, or is the first line of what comes on stdin. Whatever is done to
    an account stands in `recoupe log`.

    \b
    Example:
        recoupe accounts add mech Ada --role admin
        recoupe accounts password mech Ada
        recoupe accounts show mech
    """
    from recoupe.case import folder
    from recoupe.case.author import author_of
    from recoupe.case.door import Door

    opened = folder.open(case)
    door = Door(opened)
    if action is Action.SHOW:
        _show(door, case, as_json)
        return
    if name is None:
        raise BadInput(f"name the account: recoupe accounts {action} {case} NAME")
    _act(door, action, author_of(opened, author), name, role)


def _act(door: "Door", action: Action, by: str, name: str, role: Role | None) -> None:
    match action:
        case Action.ADD:
            door.add(by, name, role or Role.REVIEWER, _password(name))
            tell(f"{name} may now log in, as {role or Role.REVIEWER}")
        case Action.ROLE if role is None:
            raise BadInput("say which: --role reader, reviewer or admin")
        case Action.ROLE if role is not None:
            door.set_role(by, name, role)
            tell(f"{name} is {role} now")
        case Action.PASSWORD:
            door.set_password(by, name, _password(name))
            tell(f"{name} has another password; whoever is logged in with the old one is not")
        case Action.REMOVE:
            door.remove(by, name)
            tell(f"{name} may log in no longer; what was decided under that name stays")


def _show(door: "Door", case: Path, as_json: bool) -> None:
    found = door.accounts()
    if not found:
        tell(f"nobody has an account yet: recoupe accounts add {case} NAME --role admin")
    for account in found:
        if as_json:
            say_record({"name": account.name, "role": account.role.value})
        else:
            say(f"{account.name}  {account.role}")


def _password(name: str) -> str:
    """Ask for a new password, twice; where stdin is no terminal, its first line is it."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    password = getpass.getpass(f"Password of {name}: ")
    if getpass.getpass("Once more: ") != password:
        raise BadAccount("these were two different passwords; nothing was done")
    return password
