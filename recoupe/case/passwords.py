"""Passwords and their hashes: Argon2id with 64 MB, three passes, four lanes (RFC 9106, second)."""

import threading
from functools import cache

from pwdlib import PasswordHash
from pwdlib.exceptions import PwdlibError

from recoupe.errors import BadAccount

SHORTEST, LONGEST = 12, 200
"""Characters; no kind of character is asked for (NIST SP 800-63B)."""

AT_ONCE = 2
"""Passwords that are hashed at the same time: each takes 64 MB."""

_hasher = PasswordHash.recommended()
_turns = threading.BoundedSemaphore(AT_ONCE)


def hashed(password: str) -> str:
    """Give the hash of a new password; raises BadAccount where it is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise BadAccount(f"a password has {SHORTEST} to {LONGEST} characters; four words are best")
    with _turns:
        return _hasher.hash(password)


def matches(password: str, hash_: str | None) -> bool:
    """Say whether a password is the one that was hashed.

    hash_: None where there is no such account, which takes just as long.
    """
    with _turns:
        try:
            same = _hasher.verify(password[: LONGEST + 1], hash_ or _nobodys())
        except PwdlibError:
            return False
    return same and hash_ is not None


@cache
def _nobodys() -> str:
    return _hasher.hash("the password of nobody")
