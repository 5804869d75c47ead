"""The log of decisions as rows: each line carries the hash of the line before."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, or_, select

from recoupe.case import chain, documents, tables
from recoupe.errors import NotACase, QuoteMoved
from recoupe.model.claim import Claim
from recoupe.model.decision import (
    Accepted,
    Added,
    Decision,
    Edited,
    Named,
    NotSame,
    Rated,
    Rejected,
    Retracted,
    Same,
    SourceRetracted,
    Undone,
    What,
)
from recoupe.model.gold import claim_from_plain, claim_to_plain

Plain = dict[str, Any]

KINDS: Mapping[type[What], str] = {
    Accepted: "accepted",
    Rejected: "rejected",
    Edited: "edited",
    Added: "added",
    Same: "same",
    NotSame: "not-same",
    Retracted: "retracted",
    SourceRetracted: "source-retracted",
    Rated: "rated",
    Undone: "undone",
}
"""How the log calls each kind of decision."""


def append(connection: Connection, decision: Decision) -> None:
    """Add a decision to the log; its number is the next one."""
    line = {
        "made": decision.made.isoformat(),
        "author": decision.author,
        "kind": KINDS[type(decision.what)],
        "body": _body(connection, decision.what),
        "reason": decision.reason,
    }
    chain.append(connection, tables.decision, line)


def every(connection: Connection) -> tuple[Decision, ...]:
    """Give every decision, the oldest first."""
    return tuple(of_row(row) for row in rows(connection))


def about(connection: Connection, document: str) -> tuple[Decision, ...]:
    """Give the decisions on one document, and every undoing: enough to say which of them hold."""
    body, kind = tables.decision.c.body, tables.decision.c.kind
    query = select(tables.decision).where(
        or_(func.json_extract(body, "$.document") == document, kind == KINDS[Undone])
    )
    found = connection.execute(query.order_by(tables.decision.c.number))
    return tuple(of_row(row) for row in found)


def documents_decided_on(connection: Connection) -> tuple[str, ...]:
    """Give the ids of the documents whose claims somebody decided on."""
    decided = select(func.json_extract(tables.decision.c.body, "$.document"))
    document = tables.document.c
    query = select(document.id).where(document.id.in_(decided)).order_by(document.number)
    return tuple(connection.execute(query).scalars())


def rows(connection: Connection) -> Iterable[Row[Any]]:
    """Give every line as its row, the oldest first."""
    return connection.execute(select(tables.decision).order_by(tables.decision.c.number))


def of_row(row: Row[Any]) -> Decision:
    """Make a decision of its row; raises NotACase where somebody changed it behind our back."""
    try:
        made = datetime.fromisoformat(row.made)
        return Decision(row.number, made, row.author, _what(row.kind, row.body), row.reason)
    except (ValueError, KeyError, TypeError) as error:
        raise NotACase(
            f"decision {row.number} is not as it was written ({error}); `recoupe verify` names "
            "what was changed: put a copy of the case in its place"
        ) from error


def _body(connection: Connection, what: What) -> Plain:
    match what:
        case Accepted(claim) | Rejected(claim) | Added(claim):
            return {"document": claim.document, "claim": _quoted(connection, claim)}
        case Edited(claim, into):
            told = {"claim": _quoted(connection, claim), "into": _quoted(connection, into)}
            return {"document": claim.document, **told}
        case Same(one, other) | NotSame(one, other):
            return {"one": _named(one), "other": _named(other)}
        case Retracted(document):
            return {"document": document}
        case SourceRetracted(source):
            return {"source": source}
        case Rated(source, letter):
            return {"source": source, "letter": letter}
        case Undone(number):
            return {"number": number}


def _what(kind: str, body: Plain) -> What:
    match kind:
        case "accepted":
            return Accepted(_claim(body))
        case "rejected":
            return Rejected(_claim(body))
        case "edited":
            return Edited(_claim(body), _claim(body, "into"))
        case "added":
            return Added(_claim(body))
        case "same":
            return Same(Named(**body["one"]), Named(**body["other"]))
        case "not-same":
            return NotSame(Named(**body["one"]), Named(**body["other"]))
        case "retracted":
            return Retracted(body["document"])
        case "source-retracted":
            return SourceRetracted(body["source"])
        case "rated":
            return Rated(body["source"], body["letter"])
        case _:
            return Undone(body["number"])


def _quoted(connection: Connection, claim: Claim) -> Plain:
    """Give a claim with its quotes; raises Unknown or QuoteMoved where it has none."""
    document = documents.one(connection, claim.document)
    try:
        return claim_to_plain(claim, document.text)
    except ValueError as error:
        raise QuoteMoved(f"document {document.id:.12}: the claim quotes {error}") from error


def _claim(body: Plain, which: str = "claim") -> Claim:
    return claim_from_plain(body[which], body["document"])


def _named(named: Named) -> Plain:
    return {"document": named.document, "name": named.name, "type": named.type}
