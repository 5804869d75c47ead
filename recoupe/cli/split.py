"""`recoupe split`"""

from typing import TYPE_CHECKING

from recoupe.cli.deciding import Author, decide
from recoupe.cli.merge import Because, One, Other, two
from recoupe.cli.terminal import AsJson, CaseFolder, NoWait, Timeout

if TYPE_CHECKING:
    from recoupe.cli.contents import Contents
    from recoupe.model.decision import What


def split(
    case: CaseFolder,
    one: One,
    other: Other,
    *,
    reason: Because,
    author: Author = None,
    no_wait: NoWait = False,
    timeout: Timeout = None,
    as_json: AsJson = False,
) -> None:
    """Say that two entities are not the same, however alike their names are.

    Where both have one name, it joins nobody else any more but in documents that tell of the
    same people. Of decisions that are at odds the newer holds. `recoupe undo` takes it back.

    \b
    Example:
        recoupe split mech "Ivan Orlov@9b1c44" "Ivan Orlov@3f2a91" --reason "born 1961 and 1984"
        recoupe split mech 3f2a91 8352ff --reason "two yards of that name"
    """

    def what(held: "Contents") -> "What":
        from recoupe.model.decision import NotSame

        return NotSame(*two(one, other, reason, held))

    decide(case, what, author, reason, (no_wait, timeout), as_json)
