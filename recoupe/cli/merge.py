"""`recoupe merge`"""

from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.deciding import Author, decide
from recoupe.cli.terminal import AsJson, CaseFolder, NoWait, Timeout

if TYPE_CHECKING:
    from recoupe.cli.contents import Contents
    from recoupe.model.decision import Named, What

One = Annotated[
    str, typer.Argument(metavar="A", help="A name, NAME@DOCUMENT, or the digits of an id.")
]
Other = Annotated[str, typer.Argument(metavar="B", help="Another one.")]
Because = Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why; kept in the log.")]


def merge(
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
    """Say that two entities are one: their names then mean one bearer, in findings too.

    Of decisions that are at odds the newer holds. `recoupe undo` takes it back.

    \b
    Example:
        recoupe merge mech "Vega Marine" "Lyra Shipping" --reason "renamed in May"
        recoupe merge mech 3f2a91 8352ff --reason "one plant"
    """

    def what(held: "Contents") -> "What":
        from recoupe.model.decision import Same

        return Same(*two(one, other, reason, held))

    decide(case, what, author, reason, (no_wait, timeout), as_json)


def two(one: str, other: str, reason: str, held: "Contents") -> "tuple[Named, Named]":
    """Give the two entities of documents that are meant.

    Raises BadInput where they are one, or where no reason is given.
    """
    from recoupe.cli.entity_contents import known, place_of
    from recoupe.errors import BadInput

    if not reason.strip():
        raise BadInput("say why: --reason WORDS; whoever reads the log wants to know")
    found = known(held)
    first, second = place_of(one, held, found), place_of(other, held, found)
    if first == second:
        raise BadInput(
            f"{one!r} and {other!r} mean the same entity of one document; `recoupe ask` lists the "
            "places of its names, each with an id"
        )
    return first, second
