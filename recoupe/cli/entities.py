"""`recoupe entities`"""

from typing import Annotated

import typer

from recoupe.cli.terminal import AsJson, CaseFolder, say, say_record, tell
from recoupe.model.entity import ENTITY_TYPES


def _type(text: str) -> str:
    for known in ENTITY_TYPES:
        if known.casefold() == text.casefold():
            return known
    raise typer.BadParameter(f"{text!r} is no type: one of {', '.join(ENTITY_TYPES)}")


def entities(
    case: CaseFolder,
    type_: Annotated[
        str | None,
        typer.Option("--type", parser=_type, metavar="TYPE", help="Only those of this type."),
    ] = None,
    proposed: Annotated[
        bool, typer.Option("--proposed", help="Two that may be one, and why they were left apart.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """List whom and what the documents name, each once under all of its names.

    Names are joined across documents, languages and scripts where they can mean but one; never
    on a name alone where another of that name is known. `recoupe ask` says why, `recoupe merge`
    and `recoupe split` decide otherwise.

    \b
    Example:
        recoupe entities mech
        recoupe entities mech --type Company --json
        recoupe entities mech --proposed
    """
    from recoupe.cli.contents import contents
    from recoupe.cli.entity_contents import known
    from recoupe.cli.entity_records import bearer_record, proposal_record
    from recoupe.cli.entity_words import bearer_line, proposal_lines

    held = contents(case)
    found = known(held)
    if not found.every:
        tell(f"no document names anybody yet: recoupe read {case}")
    who = {one.id: one for one in found.every}
    if proposed:
        for proposal in found.proposals:
            if as_json:
                say_record(proposal_record(proposal))
                continue
            for line in proposal_lines(proposal, who):
                say(line, None if line.startswith(" ") else "bold")
        return
    for one in found.every:
        if type_ in (None, one.type):
            say_record(bearer_record(one)) if as_json else say(bearer_line(one))
