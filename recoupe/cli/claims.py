"""`recoupe claims`"""

from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.terminal import AsJson, CaseFolder, say, say_record, tell
from recoupe.model.claim import Claim, EventType
from recoupe.model.factuality import EVERY_READING, Factuality

if TYPE_CHECKING:
    from recoupe.cli.contents import Contents
    from recoupe.model.finding import ClaimRef


def _factuality(text: str) -> Factuality:
    try:
        return Factuality.parse(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def claims(
    case: CaseFolder,
    event: Annotated[EventType | None, typer.Option(help="Only events of this type.")] = None,
    by: Annotated[
        str | None, typer.Option(metavar="SOURCE", help="Only where this name says so.")
    ] = None,
    factuality: Annotated[
        Factuality | None,
        typer.Option(
            parser=_factuality,
            metavar="|".join(map(str, EVERY_READING)),
            help="Only what its source is so sure of.",
        ),
    ] = None,
    document: Annotated[
        str, typer.Option(metavar="ID", help="Only of documents whose id begins so.")
    ] = "",
    rejected: Annotated[
        bool, typer.Option("--rejected", help="Only those that people rejected, else the others.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """List claims, each with its source, its quote and its document.

    What people decided about a claim is said with it; those that they rejected are left out.

    \b
    Example:
        recoupe claims mech --event transfer --by Reuters
        recoupe claims mech --factuality CT- --json
        recoupe claims mech --rejected
    """
    from recoupe.cli.contents import contents, next_step
    from recoupe.cli.words import says

    held = contents(case)
    found = [
        (ref, claim)
        for ref, claim in held.claims()
        if held.rejected(ref) is rejected
        and event in (None, claim.event)
        and factuality in (None, claim.factuality)
        and ref.document.startswith(document)
        and (by is None or says(by, claim, held.documents[ref.document]))
    ]
    if not found:
        tell(next_step(held) or "no such claim in this case")
    for ref, claim in found:
        _give(ref, claim, held, as_json)


def _give(ref: "ClaimRef", claim: Claim, held: "Contents", as_json: bool) -> None:
    from recoupe.cli.records import claim_record
    from recoupe.cli.shown import standing
    from recoupe.cli.words import claim_summary, headline

    document = held.documents[ref.document]
    if as_json:
        say_record(claim_record(claim, ref.index, document, held.reviews.get(ref)))
        return
    say(headline(ref, claim), "bold")
    for line in (*claim_summary(claim, document), *standing(ref, held)):
        say(f"  {line}")
