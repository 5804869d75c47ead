"""What was done at a case beside captures and decisions: who came in, and who let whom in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Did(StrEnum):
    """What was done."""

    ACCOUNT_ADDED = "account-added"
    ROLE_SET = "role-set"
    PASSWORD_SET = "password-set"
    ACCOUNT_REMOVED = "account-removed"
    LOGGED_IN = "logged-in"
    LOGIN_REFUSED = "login-refused"
    LOGGED_OUT = "logged-out"
    LIST_KEPT = "list-kept"
    READING_BEGUN = "reading-begun"
    READING_STOPPED = "reading-stopped"


@dataclass(frozen=True, slots=True)
class Act:
    """One line of the journal. number: from 1, in order. made: UTC.

    author: None where nobody knows who it was, as with a login that was refused.
    about: what was acted on, such as `account`, `role` or `source`, in words.
    """

    number: int
    made: datetime
    author: str | None
    did: Did
    about: Mapping[str, str]
