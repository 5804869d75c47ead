"""Who decides or adds: the name that decisions and lines of custody carry."""

import getpass

from recoupe.case.folder import Case
from recoupe.errors import BadDecision


def author_of(case: Case, named: str | None = None) -> str:
    """Give the name that was given, else that in case.toml, else the account's.

    Raises BadDecision where nobody is known.
    """
    if named or case.author:
        return named or case.author or ""
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise BadDecision("nobody knows who decides; say so: --author NAME") from error


def adder_of(case: Case, named: str | None = None) -> str | None:
    """Give the name as `author_of`, for documents that come in and pages that only tell it.

    None where nobody is known.
    """
    try:
        return author_of(case, named)
    except BadDecision:
        return None
