"""`recoupe findings`"""

from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.terminal import AsJson, CaseFolder, EveryCode, say, say_record, tell
from recoupe.model.claim import EventType
from recoupe.model.finding import Finding, Status

if TYPE_CHECKING:
    from recoupe.cli.contents import Contents


def findings(
    case: CaseFolder,
    status: Annotated[Status | None, typer.Option(help="Only those that stand so.")] = None,
    event: Annotated[EventType | None, typer.Option(help="Only events of this type.")] = None,
    every_code: EveryCode = False,
    as_json: AsJson = False,
) -> None:
    """List findings: each event as claimed by …, denied by ….

    \b
    Example:
        recoupe findings mech
        recoupe findings mech --status contested --json
    """
    from recoupe.cli.contents import contents, next_step
    from recoupe.cli.records import finding_record
    from recoupe.cli.shown import codes

    held = contents(case)
    found = [
        finding
        for finding in held.findings
        if event in (None, finding.event) and status in (None, finding.status)
    ]
    if step := next_step(held) or (None if found else "no such finding in this case"):
        tell(step)
    for finding in found:
        if as_json:
            say_record(finding_record(finding, codes(finding, held, every_code)))
        else:
            _say(finding, held, every_code)


def _say(finding: Finding, held: "Contents", every_code: bool) -> None:
    from recoupe.cli.shown import codes
    from recoupe.cli.words import count, finding_headline, positions, quote

    say(finding_headline(finding), "bold")
    for line in positions(finding, codes(finding, held, every_code)):
        say(f"  {line}")
    claim, document = held.claim(finding.claims[0])
    say(f"  on {count(len(finding.claims), 'quote')}: “{quote(claim, document)}”")
    for disagreement in finding.disagreements:
        sides = " / ".join(dict.fromkeys(side.says for side in disagreement.sides))
        say(f"  they differ on {disagreement.on}: {sides}", "yellow")
