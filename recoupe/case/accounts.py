"""The accounts of a case as rows; whatever is done to one stands in the journal."""

import hashlib
import unicodedata
from collections.abc import Iterator

from sqlalchemy import Connection, delete, insert, select, update

from recoupe.case import journal, tables
from recoupe.errors import BadAccount, Unknown
from recoupe.model.account import Account, Role
from recoupe.model.act import Did

LONGEST_NAME = 64


def every(connection: Connection) -> tuple[Account, ...]:
    """Give the accounts by their names."""
    return tuple(
        Account(row.name, Role(row.role), row.password)
        for row in connection.execute(select(tables.account).order_by(tables.account.c.key))
    )


def one(connection: Connection, name: str) -> Account:
    """Give the account of that name, in whatever case of letters; raise Unknown where none is."""
    for account in every(connection):
        if key(account.name) == key(name):
            return account
    raise Unknown(f"no account {name.strip()!r} in this case; `recoupe accounts show` lists them")


def add(connection: Connection, by: str, account: Account) -> None:
    """Add an account; raises BadAccount where its name is taken or is none."""
    _check_name(account.name)
    if any(key(other.name) == key(account.name) for other in every(connection)):
        raise BadAccount(f"there is an account {account.name!r} already; take another name")
    name, role, password = account.name, account.role.value, account.password
    row = {"key": key(name), "name": name, "role": role, "password": password}
    connection.execute(insert(tables.account), row)
    about = {"account": name, "role": role, "password": mark(password)}
    journal.append(connection, by, Did.ACCOUNT_ADDED, **about)


def set_role(connection: Connection, by: str, name: str, role: Role) -> None:
    """Let somebody do more or less; raises BadAccount where nobody would be left to let others."""
    account = one(connection, name)
    if role is not Role.ADMIN:
        _check_admins(connection, account)
    _set(connection, account, role=role.value)
    journal.append(connection, by, Did.ROLE_SET, account=account.name, role=role.value)


def set_password(connection: Connection, by: str, name: str, password: str) -> None:
    """Give somebody another password. password: its hash."""
    account = one(connection, name)
    _set(connection, account, password=password)
    about = {"account": account.name, "password": mark(password)}
    journal.append(connection, by, Did.PASSWORD_SET, **about)


def remove(connection: Connection, by: str, name: str) -> None:
    """Take an account out; what was decided under its name stays.

    Raises BadAccount where others would be left with nobody who may let anybody in.
    """
    account = one(connection, name)
    if len(every(connection)) > 1:
        _check_admins(connection, account)
    connection.execute(delete(tables.account).where(tables.account.c.key == key(account.name)))
    journal.append(connection, by, Did.ACCOUNT_REMOVED, account=account.name)


def not_as_journalled(connection: Connection) -> Iterator[str]:
    """Give the names of accounts that are not as the journal made them."""
    told: dict[str, tuple[str, str]] = {}
    for act in reversed(journal.every(connection)):
        name = act.about.get("account", "")
        role, password = told.get(name, ("", ""))
        match act.did:
            case Did.ACCOUNT_ADDED | Did.ROLE_SET | Did.PASSWORD_SET:
                told[name] = act.about.get("role", role), act.about.get("password", password)
            case Did.ACCOUNT_REMOVED:
                told.pop(name, None)
    there = {one.name: (one.role.value, mark(one.password)) for one in every(connection)}
    yield from sorted(name for name in told | there if told.get(name) != there.get(name))


def key(name: str) -> str:
    """Give a name as it is compared with others: *ADA* and *Ada* are one.

    >>> key(" Ａda ")
    'ada'
    """
    return unicodedata.normalize("NFKC", name).strip().casefold()


def mark(password: str) -> str:
    """Name a password's hash in the journal, so that it cannot be exchanged unseen."""
    return hashlib.sha256(password.encode()).hexdigest()[:16]


def _set(connection: Connection, account: Account, **values: str) -> None:
    own = tables.account.c.key == key(account.name)
    connection.execute(update(tables.account).where(own).values(**values))


def _check_name(name: str) -> None:
    if not name.isprintable() or name != name.strip() or not 0 < len(name) <= LONGEST_NAME:
        raise BadAccount(f"{name!r} is no name for an account: 1 to {LONGEST_NAME} letters")


def _check_admins(connection: Connection, account: Account) -> None:
    admins = [one.name for one in every(connection) if one.role is Role.ADMIN]
    if admins == [account.name]:
        raise BadAccount(f"{account.name} is the only admin: make somebody else one first")
