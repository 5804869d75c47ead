"""`recoupe trace`"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.terminal import AsJson, CaseFolder, say, say_record, tell

if TYPE_CHECKING:
    from recoupe.cli.contents import Contents
    from recoupe.model.trace import Branch


def trace(
    case: CaseFolder,
    finding: Annotated[str, typer.Argument(metavar="FINDING", help="The first digits of its id.")],
    as_json: AsJson = False,
) -> None:
    """Show where the claims of a finding come from, as a tree.

    First each origin, and why it does not count where it does not; then the name under which it
    spoke, who passed it on, the document that printed it first, and the documents.

    \b
    Example:
        recoupe trace mech 3f2a91
        recoupe trace mech 3f2a91 --json
    """
    from recoupe.case.entities import known_as
    from recoupe.cli.contents import contents, next_step
    from recoupe.cli.records import branch_record
    from recoupe.cli.shown import finding_of
    from recoupe.cli.words import finding_headline
    from recoupe.weighing.tree import tree

    held = contents(case)
    found = finding_of(finding, held)
    if todo := next_step(held):
        tell(todo)
    texts = {id_: document.text for id_, document in held.documents.items()}
    readings = known_as(held.relied_on(), texts, held.decisions)
    origins = tree(found, readings, held.documents)
    if as_json:
        say_record({"finding": found.id, "origins": [branch_record(one) for one in origins]})
        return
    say(finding_headline(found), "bold")
    for line in _lines(origins, held):
        say(line)


def _lines(branches: "Sequence[Branch]", held: "Contents", margin: str = "") -> Iterator[str]:
    """Draw branches under each other."""
    for branch in branches:
        last = branch is branches[-1]
        below = margin + ("   " if last else "│  ")
        yield f"{margin}{'└─' if last else '├─'} {_title(branch)}"
        yield from (f"{below}   {line}" for line in _quotes(branch, held))
        yield from _lines(branch.branches, held, below)


def _title(branch: "Branch") -> str:
    from recoupe.cli.words import side
    from recoupe.model.trace import Node

    if branch.reading is None:
        words = {
            Node.VOICE: "as ",
            Node.SOURCE: "passed on by ",
            Node.PRINTING: "first printed in ",
        }
        return f"{words.get(branch.node, 'in ')}{branch.name}"
    note = f", {branch.note}" if branch.note else ""
    return f"{side(branch.reading)} {branch.name} ({branch.reading}{note})"


def _quotes(branch: "Branch", held: "Contents") -> Iterator[str]:
    from recoupe.cli.words import name_of, quote

    for ref, reading in branch.claims:
        yield f"{reading}  “{quote(*held.claim(ref))}”  [{name_of(ref)}]"
