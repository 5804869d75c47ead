"""How claims stand with their reviewers, as rows."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select

from recoupe.case import decisions, tables
from recoupe.model.decision import Decision, Rejected
from recoupe.model.finding import ClaimRef
from recoupe.model.review import Review


def keep(connection: Connection, document: int, told: Mapping[int, Review]) -> None:
    """Put these in place of the reviews of a document; told: by the place of the claim."""
    claim, review = tables.claim.c, tables.review
    query = select(claim.position, claim.id).where(claim.document == document)
    ids = {row.position: row.id for row in connection.execute(query)}
    connection.execute(delete(review).where(review.c.claim.in_(list(ids.values()))))
    rows = [
        {"claim": ids[at], "decision": decision.number}
        for at, one in told.items()
        for decision in one.decisions
    ]
    if rows:
        connection.execute(insert(review), rows)


def every(connection: Connection) -> Mapping[ClaimRef, Review]:
    """Give every review by its claim; claims on which nobody decided have none."""
    return _found(connection, _every())


def in_document(connection: Connection, document: str) -> Mapping[int, Review]:
    """Give the reviews of one document, by the place of the claim."""
    found = _found(connection, _every().where(tables.document.c.id == document))
    return {ref.index: review for ref, review in found.items()}


def of(connection: Connection, refs: Collection[ClaimRef]) -> Mapping[ClaimRef, Review]:
    """Give the reviews of these claims."""
    documents = {ref.document for ref in refs}
    found = _found(connection, _every().where(tables.document.c.id.in_(documents)))
    return {ref: review for ref, review in found.items() if ref in refs}


def _every() -> Select[Any]:
    claim, document = tables.claim, tables.document
    return (
        select(tables.decision, document.c.id.label("document"), claim.c.position)
        .join(tables.review, tables.review.c.decision == tables.decision.c.number)
        .join(claim, claim.c.id == tables.review.c.claim)
        .join(document, document.c.number == claim.c.document)
        .order_by(document.c.number, claim.c.position, tables.decision.c.number)
    )


def _found(connection: Connection, query: Select[Any]) -> Mapping[ClaimRef, Review]:
    found: dict[ClaimRef, list[Decision]] = defaultdict(list)
    for row in connection.execute(query):
        found[ClaimRef(row.document, row.position)].append(decisions.of_row(row))
    return {ref: Review(tuple(made)) for ref, made in found.items()}


def rejected(connection: Connection, documents: Sequence[int]) -> Mapping[int, set[int]]:
    """Give the places of rejected claims by document: the last decision on a claim counts."""
    claim, review, decision = tables.claim.c, tables.review.c, tables.decision.c
    query = (
        select(claim.document, claim.position, decision.kind)
        .join(tables.review, review.claim == claim.id)
        .join(tables.decision, decision.number == review.decision)
        .where(claim.document.in_(documents))
        .order_by(decision.number)
    )
    last = {(row.document, row.position): row.kind for row in connection.execute(query)}
    found: dict[int, set[int]] = defaultdict(set)
    for (document, position), kind in last.items():
        if kind == decisions.KINDS[Rejected]:
            found[document].add(position)
    return found
