"""Who says a claim and how surely, by its place, without the rest of its document."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from recoupe.case import tables
from recoupe.model.factuality import Factuality
from recoupe.model.finding import ClaimRef

AT_A_TIME = 500
"""Documents that are asked for together."""


@dataclass(frozen=True, slots=True)
class Voiced:
    """A claim's source chain as the document has it, from its publisher on, and its factuality.

    publisher: None where nobody knows; sources: outermost first, empty for its own voice.
    """

    publisher: str | None
    language: str | None
    sources: tuple[str, ...]
    factuality: Factuality


def voiced(connection: Connection, refs: Collection[ClaimRef]) -> Mapping[ClaimRef, Voiced]:
    """Give who says each of these claims; those that are no more are left out."""
    documents = sorted({ref.document for ref in refs})
    found: dict[ClaimRef, Voiced] = {}
    for first in range(0, len(documents), AT_A_TIME):
        found |= _voiced(connection, documents[first : first + AT_A_TIME], frozenset(refs))
    return found


def _voiced(
    connection: Connection, documents: Sequence[str], refs: frozenset[ClaimRef]
) -> dict[ClaimRef, Voiced]:
    claim, document = tables.claim, tables.document
    query = select(
        claim.c.id,
        claim.c.position,
        claim.c.factuality,
        document.c.id.label("document"),
        document.c.publisher,
        document.c.language,
    ).join(document, document.c.number == claim.c.document)
    rows = connection.execute(query.where(document.c.id.in_(documents))).all()
    wanted = [row for row in rows if ClaimRef(row.document, row.position) in refs]
    names = _names(connection, [row.id for row in wanted])
    return {
        ClaimRef(row.document, row.position): Voiced(
            row.publisher, row.language, tuple(names[row.id]), Factuality.parse(row.factuality)
        )
        for row in wanted
    }


def _names(connection: Connection, claims: Sequence[int]) -> Mapping[int, list[str]]:
    source = tables.source.c
    query = select(source.claim, source.quote, source.resolved).where(source.claim.in_(claims))
    found: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(query.order_by(source.claim, source.position)):
        found[row.claim].append(row.resolved or row.quote)
    return found
