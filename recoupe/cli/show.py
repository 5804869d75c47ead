"""`recoupe show`"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.terminal import AsJson, CaseFolder, EveryCode, say, say_record
from recoupe.errors import Unknown
from recoupe.model.document import Document
from recoupe.model.finding import ClaimRef, Finding

if TYPE_CHECKING:
    from recoupe.cli.contents import Contents

Item = Finding | ClaimRef | Document


def show(
    case: CaseFolder,
    item: Annotated[
        str, typer.Argument(metavar="ID", help="Of a finding or document, or DOCUMENT:INDEX.")
    ],
    every_code: EveryCode = False,
    as_json: AsJson = False,
) -> None:
    """Show a finding, a claim or a document.

    The first digits of its id are enough. A finding is shown as claimed by … denied by …, each
    claim with its quote, source chain, document, publisher, date and origin, and with what
    they differ on.

    \b
    Example:
        recoupe show mech 3f2a91
        recoupe show mech 9b1c44:2
    """
    from recoupe.cli.contents import contents
    from recoupe.cli.shown import claim_page, document_page, finding_page, record

    held = contents(case)
    found = _found(item, held)
    if as_json:
        say_record(record(found, held, every_code))
        return
    match found:
        case Finding():
            page = finding_page(found, held, every_code)
        case ClaimRef():
            page = claim_page(found, held)
        case Document():
            page = document_page(found, held)
    for line in page:
        say(line, None if line.startswith(" ") else "bold")


def _found(item: str, held: "Contents") -> Item:
    items = list(dict.fromkeys(_named(item.strip(), held)))
    if not items:
        raise Unknown(f"{item!r}: no finding, claim or document in this case goes by that name")
    if len(items) > 1:
        raise Unknown(f"{item!r}: {len(items)} begin so; give more of the name")
    return items[0]


def _named(item: str, held: "Contents") -> Iterator[Item]:
    prefix, of_claim, index = item.partition(":")
    if not prefix:
        return
    documents = (d for id_, d in held.documents.items() if id_.startswith(prefix))
    if not of_claim:
        yield from (finding for finding in held.findings if finding.id.startswith(prefix))
        yield from documents
        return
    places = {(ref.document, str(ref.index)): ref for ref, _ in held.claims()}
    yield from (places[d.id, index] for d in documents if (d.id, index) in places)
