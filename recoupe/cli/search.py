"""`recoupe search`"""

from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.terminal import AsJson, CaseFolder, say_marked, say_record, tell

if TYPE_CHECKING:
    from recoupe.case.search import Hit


def search(
    case: CaseFolder,
    query: Annotated[list[str], typer.Argument(metavar="QUERY", help='Words; "a phrase"; begin*.')],
    as_json: AsJson = False,
) -> None:
    """Find texts, quotes and names by their words.

    Capitals and diacritics count for nothing.

    \b
    Example:
        recoupe search mech rosoboronexport
        recoupe search mech '"système de commandement"' 'livr*'
    """
    from recoupe.case import folder, store

    with store.reading_from(folder.open(case)) as held:
        hits = held.search(" ".join(query))
        if not held.documents():
            tell(f"no document in this case yet: recoupe add {case} FILE...")
        elif not hits:
            tell(f"nothing found for {' '.join(query)}")
    for hit in hits:
        if as_json:
            say_record(_record(hit))
        else:
            _say(hit)


def _record(hit: "Hit") -> dict[str, object]:
    return {
        "kind": hit.kind,
        "id": hit.item,
        "title": hit.title,
        "snippet": hit.snippet,
        "marks": [[mark.start, mark.end] for mark in hit.marks],
    }


def _say(hit: "Hit") -> None:
    from recoupe.cli.words import SHORT

    document, colon, index = hit.item.partition(":")
    head = f"{hit.kind:<8}  {document:.{SHORT}}{colon}{index}  "
    say_marked(head, hit.snippet, hit.marks)
