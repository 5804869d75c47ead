"""`recoupe ask`"""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.terminal import AsJson, CaseFolder, say, say_record, tell
from recoupe.errors import BadInput

if TYPE_CHECKING:
    from recoupe.cli.contents import Contents
    from recoupe.identity.bearer import Bearer
    from recoupe.identity.screen import Hit

Who = Annotated[
    str,
    typer.Argument(metavar="NAME", help="In any script or spelling; or the digits of its id."),
]


def ask(
    case: CaseFolder,
    name: Who,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="How the lists stood then; else today.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Tell what the case has of one entity.

    Its names in every script, entries of the case's lists that may mean it, the findings in which
    it takes part by date, its claims, who else is in them and in which role, and why its names
    were taken for one.

    \b
    Example:
        recoupe ask mech Koupol
        recoupe ask mech "Купол" --as-of 2024-06-30
        recoupe ask mech 3f2a91 --json
    """
    from recoupe.cli.contents import contents
    from recoupe.cli.entity_contents import Asked, findings_of, known, one_asked, portrait
    from recoupe.cli.entity_records import portrait_record
    from recoupe.cli.entity_words import portrait_lines

    day = _day(as_of)
    held = contents(case)
    found = known(held)
    bearer = one_asked(name, held, found)
    drawn = portrait(bearer, held, found)
    told = Asked(drawn, findings_of(drawn, held), day, _hits(bearer, held, day))
    if as_json:
        say_record(portrait_record(told))
        return
    for line in portrait_lines(told, held):
        say(line, None if line.startswith(" ") else "bold")


def _day(given: str | None) -> str:
    try:
        return date.fromisoformat(given).isoformat() if given else date.today().isoformat()
    except ValueError as error:
        raise BadInput(f"--as-of {given!r} is no date such as 2024-06-30") from error


def _hits(bearer: "Bearer", held: "Contents", day: str) -> "tuple[Hit, ...] | None":
    """Give the entries that may mean a bearer; None where there is no list, or it is on none."""
    from recoupe.case import store
    from recoupe.case.book import book
    from recoupe.case.lists import Lists
    from recoupe.cli.entity_contents import texts
    from recoupe.identity.bearer_asked import query
    from recoupe.identity.names import THRESHOLD, compare
    from recoupe.identity.standing import Period

    asked = query(bearer, held.readings.values(), texts(held))
    if asked is None:
        return None
    with store.reading_from(held.case) as opened:
        found = book(Lists(opened), compare, tell)
    return found.hits(asked, Period(day, day), THRESHOLD) if found else None
