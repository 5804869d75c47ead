"""`recoupe review`"""

from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.deciding import Author, Why, decide
from recoupe.cli.terminal import AsJson, CaseFolder, NoWait, Timeout
from recoupe.model.factuality import EVERY_READING, Factuality

if TYPE_CHECKING:
    from recoupe.cli.contents import Contents
    from recoupe.model.decision import What

ACCEPT, REJECT = "accept", "reject"
VERDICTS = (ACCEPT, REJECT, *map(str, EVERY_READING))


def _verdict(text: str) -> str:
    if text not in VERDICTS:
        raise typer.BadParameter(f"{text!r} is no verdict: one of {', '.join(VERDICTS)}")
    return text


def review(
    case: CaseFolder,
    claim: Annotated[
        str, typer.Argument(metavar="CLAIM", help="DOCUMENT:INDEX, as `recoupe claims` names it.")
    ],
    verdict: Annotated[
        str,
        typer.Argument(
            parser=_verdict,
            metavar="VERDICT",
            help=f"{ACCEPT}, {REJECT}, or how sure its source is: {', '.join(VERDICTS[2:])}.",
        ),
    ],
    reason: Why = "",
    author: Author = None,
    no_wait: NoWait = False,
    timeout: Timeout = None,
    as_json: AsJson = False,
) -> None:
    """Decide on a claim: it says what its source says, or it does not, or less surely.

    A rejected claim keeps its place and nothing rests on it any more. A claim is made less sure
    freely, and surer only with a reason. The decision goes into the log and the findings follow;
    it holds when the document is read anew, and `recoupe undo` takes it back.

    \b
    Example:
        recoupe review mech 9b1c44:2 accept
        recoupe review mech 9b1c44:2 reject --reason "he says it of another ship"
        recoupe review mech 9b1c44:3 PR+ --author Ada
    """

    def what(held: "Contents") -> "What":
        return _decision(claim, verdict, held)

    decide(case, what, author, reason, (no_wait, timeout), as_json)


def _decision(name: str, verdict: str, held: "Contents") -> "What":
    from dataclasses import replace

    from recoupe.cli.shown import claim_of
    from recoupe.model.decision import Accepted, Edited, Rejected

    claim, _ = held.claim(claim_of(name, held))
    match verdict:
        case "accept":
            return Accepted(claim)
        case "reject":
            return Rejected(claim)
        case _:
            return Edited(claim, replace(claim, factuality=Factuality.parse(verdict)))
