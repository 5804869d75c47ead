"""`recoupe drift`"""

from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.terminal import AsJson, CaseFolder, say, say_record, tell

if TYPE_CHECKING:
    from recoupe.cli.contents import Contents
    from recoupe.model.drift import Step
    from recoupe.model.finding import Finding


def drift(
    case: CaseFolder,
    finding: Annotated[
        str | None, typer.Argument(metavar="[FINDING]", help="The first digits of its id.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show how the telling of an event changed: who first, who hardened it, who took it back.

    What one voice is told to think possible on Monday and to state on Tuesday has drifted, though
    nobody may have said so. Without FINDING, every finding whose telling changed is shown.

    \b
    Example:
        recoupe drift mech
        recoupe drift mech 3f2a91 --json
    """
    from recoupe.cli.contents import contents, next_step
    from recoupe.cli.records import step_record
    from recoupe.cli.shown import finding_of
    from recoupe.cli.words import finding_headline
    from recoupe.model.drift import CHANGES

    held = contents(case)
    asked = (finding_of(finding, held),) if finding else held.findings
    told = [(one, _steps(one, held)) for one in asked]
    shown = [(one, steps) for one, steps in told if finding or {s.turn for s in steps} & CHANGES]
    if todo := next_step(held) or (None if shown else "no telling changed in this case"):
        tell(todo)
    for one, steps in shown:
        if as_json:
            say_record({"finding": one.id, "steps": [step_record(step) for step in steps]})
            continue
        say(finding_headline(one), "bold")
        for step in steps:
            _say(step, held)


def _steps(finding: "Finding", held: "Contents") -> tuple["Step", ...]:
    from recoupe.weighing.drift import drift as steps

    told = {ref: held.claim(ref)[0].factuality for ref in finding.claims}
    return steps(finding, told, {d.id: d.published.edtf for d in held.documents.values()})


def _say(step: "Step", held: "Contents") -> None:
    from recoupe.cli.words import name_of, quote, side, whence
    from recoupe.model.drift import CHANGES

    claim, document = held.claim(step.claim)
    level = f"{step.before} → {step.reading}" if step.before else str(step.reading)
    line = f"  {step.published or 'no date':<10}  {step.turn:<9}  {level}"
    said = f"{side(step.reading)} {step.origin}, in {whence(document)}  [{name_of(step.claim)}]"
    say(f"{line}  {said}", "yellow" if step.turn in CHANGES else None)
    say(f"    “{quote(claim, document)}”")
