"""Lines of the journal in words: who came in, who let whom in, which list came."""

from collections.abc import Iterable
from dataclasses import dataclass

from recoupe.desk.interface import Interface
from recoupe.model.act import Act, Did
from recoupe.publish.words import moment

SAID = {
    Did.ACCOUNT_ADDED: "gave {account} an account, as {role}",
    Did.ROLE_SET: "made {account} {role}",
    Did.PASSWORD_SET: "set another password for {account}",
    Did.ACCOUNT_REMOVED: "took the account of {account} out",
    Did.LOGGED_IN: "logged in",
    Did.LOGIN_REFUSED: "gave a wrong password for {account}",
    Did.LOGGED_OUT: "logged out",
    Did.LIST_KEPT: "added a version of the list {source}",
    Did.READING_BEGUN: "began the reading",
    Did.READING_STOPPED: "stopped the reading",
}


@dataclass(frozen=True, slots=True)
class Done:
    """One line. author: None where nobody knows who it was."""

    number: int
    time: str
    author: str | None
    what: str


def done(acts: Iterable[Act], shown: Interface) -> tuple[Done, ...]:
    """Tell what was done, in the language of the page."""
    return tuple(_done(act, shown) for act in acts)


def _done(act: Act, shown: Interface) -> Done:
    about = dict(act.about)
    if "role" in about:
        about["role"] = shown.translated(about["role"])
    what = shown.translated(SAID[act.did], **about)
    return Done(act.number, moment(act.made), act.author, what)
