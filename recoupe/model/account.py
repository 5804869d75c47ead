"""Who may open a case beyond the machine that it lies on, and what each may do there."""

from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What somebody may do; each role may do what those before it may."""

    READER = "reader"
    REVIEWER = "reviewer"
    ADMIN = "admin"

    def may(self, needed: "Role") -> bool:
        """Say whether this role is enough where another is needed."""
        return ROLES.index(self) >= ROLES.index(needed)


ROLES = tuple(Role)


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who logs in. password: its hash, in the PHC string format; the password is nowhere.

    name: what decisions are signed with, unlike any other of the case whatever the case of letters.
    """

    name: str
    role: Role
    password: str = field(repr=False)
