"""Who comes in at a case, and who lets them: accounts and journal, a transaction each time.

The lock of the case is not held for it: nobody waits for a reading run to log in.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from recoupe.case import accounts, journal
from recoupe.case.connect import readable, troubles_in_words, writable
from recoupe.case.folder import Case
from recoupe.case.passwords import hashed
from recoupe.case.store import reading_from
from recoupe.model.account import Account, Role
from recoupe.model.act import Did


class Door:
    """The accounts of a case. by: who does it, as the journal tells."""

    def __init__(self, case: Case) -> None:
        self.case = case
        with reading_from(case):  # brings the tables up to date
            pass

    def accounts(self) -> tuple[Account, ...]:
        """Give the accounts by their names."""
        with self._looking() as connection:
            return accounts.every(connection)

    def add(self, by: str, name: str, role: Role, password: str) -> None:
        """Let somebody in from now on; raises BadAccount where the name or password is none."""
        account = Account(name.strip(), role, hashed(password))
        with self._writing() as connection:
            accounts.add(connection, by, account)

    def set_role(self, by: str, name: str, role: Role) -> None:
        """Let somebody do more or less."""
        with self._writing() as connection:
            accounts.set_role(connection, by, name, role)

    def set_password(self, by: str, name: str, password: str) -> None:
        """Give somebody another password, which ends what was opened with the one before."""
        hash_ = hashed(password)
        with self._writing() as connection:
            accounts.set_password(connection, by, name, hash_)

    def remove(self, by: str, name: str) -> None:
        """Let somebody in no longer."""
        with self._writing() as connection:
            accounts.remove(connection, by, name)

    def note(self, by: str | None, did: Did, **about: str) -> None:
        """Add a line to the journal."""
        with self._writing() as connection:
            journal.append(connection, by, did, **about)

    @contextmanager
    def _looking(self) -> Iterator[Connection]:
        with readable(self.case.database) as connection, connection.begin():
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        database = self.case.database
        with writable(database) as connection, troubles_in_words(database), connection.begin():
            yield connection
