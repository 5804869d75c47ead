"""`recoupe verify`"""

import typer

from recoupe.cli.terminal import AsJson, CaseFolder, say, say_record, tell


def verify(
    case: CaseFolder,
    as_json: AsJson = False,
) -> None:
    """Prove that nothing was changed since capture.

    Checks bytes, texts, every quote, and the chains of custody, of decisions and of what was
    done at the case: logins, accounts, lists.

    Prints each problem; the exit status is 1 where one does harm. The last line of a clean
    case has the heads of its chains: noted elsewhere, they vouch for all lines before.

    \b
    Example:
        recoupe verify mech
    """
    from recoupe.case import folder
    from recoupe.case import verify as checks

    opened = folder.open(case)
    problems = list(checks.verify(opened))
    for problem in problems:
        if as_json:
            say_record({"where": problem.where, "what": problem.what, "harmful": problem.harmful})
        else:
            say(f"{problem.where}: {problem.what}", "red" if problem.harmful else None)
    if harmful := sum(problem.harmful for problem in problems):
        tell(f"recoupe: {harmful} of the case's promises do not hold")
        raise typer.Exit(1)
    if not as_json:
        ends = checks.heads(opened)
        decided = f", of decisions {ends.decisions}" if ends.decisions else ""
        done = f", of the journal {ends.journal}" if ends.journal else ""
        say(f"everything is where it was; head of custody {ends.custody}{decided}{done}", "green")
