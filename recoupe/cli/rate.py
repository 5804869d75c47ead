"""`recoupe rate`"""

from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.deciding import Author, Why, decide
from recoupe.cli.terminal import AsJson, CaseFolder, NoWait, Timeout
from recoupe.model.decision import LETTERS

if TYPE_CHECKING:
    from recoupe.cli.contents import Contents
    from recoupe.model.decision import What


def _letter(text: str) -> str:
    if text.upper() not in tuple(LETTERS):
        raise typer.BadParameter(f"{text!r} is no letter of the Admiralty code: A to F")
    return text.upper()


def rate(
    case: CaseFolder,
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="As findings name it.")],
    letter: Annotated[
        str,
        typer.Argument(
            parser=_letter,
            metavar="LETTER",
            help="A completely reliable, B usually, C fairly, D not usually, E unreliable, "
            "F cannot be judged.",
        ),
    ],
    reason: Why = "",
    author: Author = None,
    no_wait: NoWait = False,
    timeout: Timeout = None,
    as_json: AsJson = False,
) -> None:
    """Say how reliable a source has been: the letter of its Admiralty code.

    The letter is a person's judgement. The number beside it is worked out: 1 where independent
    origins say the same for certain, else 6. Findings then show the code: B1, C6.

    \b
    Example:
        recoupe rate mech "Harbour Gazette" B
        recoupe rate mech "Harbour Gazette" D --reason "two corrections since May"
    """

    def what(held: "Contents") -> "What":
        from recoupe.cli.sources import known
        from recoupe.model.decision import Rated

        return Rated(known(source, held), letter)

    decide(case, what, author, reason, (no_wait, timeout), as_json)
