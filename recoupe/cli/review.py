"""`recoupe review`"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.deciding import Author, Why, decide
from recoupe.cli.terminal import AsJson, CaseFolder, NoWait, Timeout, say, say_record, tell
from recoupe.model.factuality import EVERY_READING, Factuality

if TYPE_CHECKING:
    from recoupe.case.queue import Waiting
    from recoupe.cli.contents import Contents
    from recoupe.cli.records import Record
    from recoupe.model.decision import What

ACCEPT, REJECT = "accept", "reject"
VERDICTS = (ACCEPT, REJECT, *map(str, EVERY_READING))

MOST = 20
"""Claims that wait which are listed together; the desk leads through all of them."""


def _verdict(text: str | None) -> str | None:
    if text is not None and text not in VERDICTS:
        raise typer.BadParameter(f"{text!r} is no verdict: one of {', '.join(VERDICTS)}")
    return text


def review(
    case: CaseFolder,
    claim: Annotated[
        str | None,
        typer.Argument(metavar="CLAIM", help="DOCUMENT:INDEX, as `recoupe claims` names it."),
    ] = None,
    verdict: Annotated[
        str | None,
        typer.Argument(
            parser=_verdict,
            metavar="VERDICT",
            help=f"{ACCEPT}, {REJECT}, or how sure its source is: {', '.join(VERDICTS[2:])}.",
        ),
    ] = None,
    reason: Why = "",
    author: Author = None,
    no_wait: NoWait = False,
    timeout: Timeout = None,
    as_json: AsJson = False,
) -> None:
    """Decide on a claim: it says what its source says, or it does not, or less surely.

    Without a claim, list those on which nobody has decided: contested ones first, then those of
    one origin, then those in which something is to be doubted.

    A rejected claim keeps its place and nothing rests on it any more. A claim is made less sure
    freely, and surer only with a reason. The decision goes into the log and the findings follow;
    it holds when the document is read anew, and `recoupe undo` takes it back.

    \b
    Example:
        recoupe review mech
        recoupe review mech 9b1c44:2 accept
        recoupe review mech 9b1c44:2 reject --reason "he says it of another ship"
        recoupe review mech 9b1c44:3 PR+ --author Ada
    """

    if claim is None:
        _list(case, as_json)
        return
    if verdict is None:
        raise typer.BadParameter(f"what of {claim}? One of {', '.join(VERDICTS)}")

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


def _list(path: Path, as_json: bool) -> None:
    from recoupe.case import folder, store
    from recoupe.case.pages import Pages

    with store.reading_from(folder.open(path)) as held:
        pages = Pages(held)
        waiting, left = pages.waiting(0, MOST), pages.progress().waiting
    for one in waiting:
        if as_json:
            say_record(_record(one))
        else:
            say(_line(one))
    if not waiting:
        tell("no claim waits in this case")
    elif left > MOST:
        tell(f"{left - MOST} more wait; `recoupe desk {path}` leads through all of them")


def _line(one: "Waiting") -> str:
    """Name a claim, and say in a word why its turn comes now."""
    from recoupe.cli.words import name_of

    why = [one.status or "in no finding", *(f"to be doubted: {kind}" for kind in one.doubts)]
    said = f"{name_of(one.claim)}  {one.event} {one.factuality}  {', '.join(why)}"
    return f"{said}  {one.title or one.publisher or ''}".rstrip()


def _record(one: "Waiting") -> "Record":
    return {
        "claim": f"{one.claim.document}:{one.claim.index}",
        "event": one.event,
        "factuality": one.factuality,
        "status": one.status,
        "doubts": list(one.doubts),
        "title": one.title,
        "publisher": one.publisher,
    }
