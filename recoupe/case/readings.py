"""Readings as rows: claims with their roles, sources, evidence and reasons, and entities."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import count, islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, Table, delete, func, insert, select

from recoupe.case import changes, decisions, documents, doubtful, findings, reviews, tables
from recoupe.case.review import reviewed, reviewing
from recoupe.model.claim import Claim, EventType, Reason, Role, Source, Tense
from recoupe.model.document import Document
from recoupe.model.entity import Entity
from recoupe.model.factuality import Factuality
from recoupe.model.finding import ClaimRef
from recoupe.model.gold import claim_to_plain, value_from_plain, value_to_plain
from recoupe.model.reading import Reading
from recoupe.model.span import Span

T = TypeVar("T")
Plain = dict[str, Any]
Grouped = Mapping[int, Sequence[Row[Any]]]

AT_A_TIME = 200
"""Documents whose rows are fetched together: few queries, and little held in memory."""

_read, _document = tables.reading.c, tables.document.c
READ: Select[Any] = select(
    _read.document, _read.reader, _read.language, _read.published, _read.publisher, _document.id
).join(tables.document, _document.number == _read.document)
"""All that readings are made of; `verify` asks so much of a case of an older Recoupe too."""


def replace(connection: Connection, raw: Reading) -> None:
    """Put a reading in place of the document's earlier one; findings that rested on it go.

    raw: as the reader gave it; what people decided about its claims is applied.
    """
    number = documents.number_of(connection, raw.document)
    document = documents.one(connection, raw.document)
    text = document.text
    log = decisions.about(connection, raw.document)
    reading = reviewed(raw, log)
    version = _next_version(connection)
    _remove(connection, number)
    connection.execute(
        insert(tables.reading),
        {
            "document": number,
            "reader": raw.reader,
            "language": raw.language,
            "published": raw.published,
            "publisher": raw.publisher,
            "raw": None if reading.claims == raw.claims else _plain(raw.claims, text),
            "version": version,
        },
    )
    _insert_claims(connection, number, reading.claims, text)
    _insert_entities(connection, number, raw.entities, text)
    reviews.keep(connection, number, reviewing(raw, log))
    doubtful.look_through(connection, number, document, reading)


def every(connection: Connection) -> Iterator[Reading]:
    """Give every reading, in the order in which the documents were added."""
    rows = iter(connection.execute(READ.order_by(_read.document)).all())
    while some := list(islice(rows, AT_A_TIME)):
        yield from _readings(connection, some)


def one(connection: Connection, document: Document) -> Reading | None:
    """Give the reading of a document, None where it has not been read."""
    rows = connection.execute(READ.where(_document.id == document.id)).all()
    return next(_readings(connection, rows), None)


def are_any(connection: Connection) -> bool:
    """Say whether any document was read."""
    return connection.execute(select(tables.reading.c.document).limit(1)).scalar() is not None


def some(connection: Connection, ids: Sequence[str]) -> Iterator[Reading]:
    """Give the readings of the documents with these ids, in the order in which they were added."""
    rows = connection.execute(READ.where(_document.id.in_(ids)).order_by(_read.document))
    yield from _readings(connection, rows.all())


def named(connection: Connection, ids: Sequence[str]) -> Iterator[Reading]:
    """Give the readings of the documents with these ids without their claims: whom they name."""
    read, document = tables.reading, tables.document
    query: Select[Any] = select(read.c.document, read.c.language, document.c.id)
    query = query.join(document, document.c.number == read.c.document)
    for first in range(0, len(ids), AT_A_TIME):
        some = ids[first : first + AT_A_TIME]
        rows = connection.execute(query.where(document.c.id.in_(some))).all()
        for row, entities in _entities(connection, rows):
            yield Reading(row.id, row.language, None, None, (), entities)


def chosen(connection: Connection, refs: Collection[ClaimRef]) -> dict[ClaimRef, Claim]:
    """Give claims by their places, without the rest of their documents' readings."""
    found: dict[ClaimRef, Claim] = {}
    places: dict[str, set[int]] = defaultdict(set)
    for ref in refs:
        places[ref.document].add(ref.index)
    told = sorted(places)
    for first in range(0, len(told), AT_A_TIME):
        rows = _rows_of(connection, told[first : first + AT_A_TIME], places)
        ids = [row.id for row in rows]
        parts = {
            table: _grouped(
                connection.execute(
                    _unquoted(table).where(table.c.claim.in_(ids)).order_by(table.c.position)
                ).all(),
                "claim",
            )
            for table in (tables.evidence, tables.role, tables.source, tables.reason)
        }
        found |= {ClaimRef(r.name, r.position): _claim(r, r.name, parts) for r in rows}
    return found


def _next_version(connection: Connection) -> int:
    """Give what no reading has; to be asked before the earlier reading of the document goes."""
    last = connection.execute(select(func.max(tables.reading.c.version))).scalar()
    return (last or 0) + 1


def _remove(connection: Connection, number: int) -> None:
    changes.set_aside(connection, number)
    connection.execute(delete(tables.reading).where(tables.reading.c.document == number))
    findings.outdate(connection)


def _plain(claims: Sequence[Claim], text: str) -> list[Plain]:
    return [claim_to_plain(claim, text) for claim in claims]


def _insert_claims(connection: Connection, number: int, claims: Sequence[Claim], text: str) -> None:
    rows: dict[Table, list[Plain]] = defaultdict(list)
    for position, (claim, id_) in _numbered(claims, connection, tables.claim):
        rows[tables.claim].append(
            {
                "id": id_,
                "document": number,
                "position": position,
                "event": claim.event.value,
                "factuality": str(claim.factuality),
                "tense": claim.tense.value,
            }
        )
        for table, parts in _parts(claim, text).items():
            rows[table] += [{"claim": id_, "position": at, **p} for at, p in enumerate(parts)]
    for table, some in rows.items():
        connection.execute(insert(table), some)


def _parts(claim: Claim, text: str) -> dict[Table, list[Plain]]:
    parts = {
        tables.evidence: [_quote(span, text) for span in claim.evidence],
        tables.role: [_role(role, text) for role in claim.roles],
        tables.source: [{**_quote(s.span, text), "resolved": s.resolved} for s in claim.sources],
        tables.reason: [{"rule": r.rule, **_quote(r.span, text)} for r in claim.reasons],
    }
    return {table: rows for table, rows in parts.items() if rows}


def _role(role: Role, text: str) -> Plain:
    value = None if role.value is None else value_to_plain(role.value)
    return {
        "name": role.name,
        **_quote(role.span, text),
        "value": value,
        "resolved": role.resolved,
    }


def _insert_entities(
    connection: Connection, number: int, entities: Sequence[Entity], text: str
) -> None:
    bearers: list[Plain] = []
    mentions: list[Plain] = []
    for position, (entity, id_) in _numbered(entities, connection, tables.entity):
        bearer = {"id": id_, "document": number, "position": position}
        bearers.append({**bearer, "name": entity.name, "type": entity.type})
        mentions += [
            {"entity": id_, "position": at, **_quote(span, text)}
            for at, span in enumerate(entity.mentions)
        ]
    if bearers:
        connection.execute(insert(tables.entity), bearers)
    if mentions:
        connection.execute(insert(tables.mention), mentions)


def _numbered(
    items: Sequence[T], connection: Connection, table: Table
) -> Iterator[tuple[int, tuple[T, int]]]:
    """Give each its position and an id that is free: the case has one writer at a time."""
    last = connection.execute(select(func.max(table.c.id))).scalar() or 0
    return enumerate(zip(items, count(last + 1), strict=False))


def _quote(span: Span, text: str) -> Plain:
    return {"start": span.start, "end": span.end, "quote": span.of(text)}


def _readings(connection: Connection, rows: Sequence[Row[Any]]) -> Iterator[Reading]:
    claims = _of_documents(connection, tables.claim, rows)
    entities = {row.id: some for row, some in _entities(connection, rows)}
    parts = {
        table: _of_owners(connection, table, "claim", tables.claim, rows)
        for table in (tables.evidence, tables.role, tables.source, tables.reason)
    }
    rejected = reviews.rejected(connection, [row.document for row in rows])
    for row in rows:
        yield Reading(
            document=row.id,
            language=row.language,
            published=row.published,
            publisher=row.publisher,
            claims=tuple(_claim(c, row.id, parts) for c in claims[row.document]),
            entities=entities[row.id],
            reader=row.reader,
            rejected=frozenset(rejected[row.document]),
        )


def _entities(
    connection: Connection, rows: Sequence[Row[Any]]
) -> Iterator[tuple[Row[Any], tuple[Entity, ...]]]:
    """Give whom each of these documents names."""
    entities = _of_documents(connection, tables.entity, rows)
    mentions = _of_owners(connection, tables.mention, "entity", tables.entity, rows)
    for row in rows:
        own = entities[row.document]
        yield row, tuple(Entity(e.name, e.type, _spans(mentions[e.id])) for e in own)


def _of_documents(connection: Connection, table: Table, rows: Sequence[Row[Any]]) -> Grouped:
    numbers = [row.document for row in rows]
    query = select(table).where(table.c.document.in_(numbers))
    return _grouped(connection.execute(query.order_by(table.c.position)).all(), "document")


def _of_owners(
    connection: Connection, table: Table, owner: str, owners: Table, rows: Sequence[Row[Any]]
) -> Grouped:
    numbers = [row.document for row in rows]
    query = _unquoted(table).join(owners, owners.c.id == table.c[owner])
    query = query.where(owners.c.document.in_(numbers)).order_by(table.c.position)
    return _grouped(connection.execute(query).all(), owner)


def _unquoted(table: Table) -> Select[Any]:
    """Select what a table has but the quotes, which the places in the text tell too."""
    return select(*(column for column in table.c if column.name != "quote"))


def _grouped(rows: Iterable[Row[Any]], owner: str) -> Grouped:
    groups: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        groups[getattr(row, owner)].append(row)
    return groups


def _rows_of(
    connection: Connection, ids: Sequence[str], places: Mapping[str, Collection[int]]
) -> Sequence[Row[Any]]:
    claim, document = tables.claim, tables.document
    query = select(claim, document.c.id.label("name"))
    query = query.join(document, document.c.number == claim.c.document)
    rows = connection.execute(query.where(document.c.id.in_(ids)))
    return [row for row in rows if row.position in places[row.name]]


def _claim(row: Row[Any], document: str, parts: Mapping[Table, Grouped]) -> Claim:
    return Claim(
        document=document,
        event=EventType(row.event),
        evidence=_spans(parts[tables.evidence][row.id]),
        roles=tuple(_role_of(part) for part in parts[tables.role][row.id]),
        factuality=Factuality.parse(row.factuality),
        tense=Tense(row.tense),
        sources=tuple(Source(_span(p), p.resolved) for p in parts[tables.source][row.id]),
        reasons=tuple(Reason(p.rule, _span(p)) for p in parts[tables.reason][row.id]),
    )


def _role_of(row: Row[Any]) -> Role:
    value = None if row.value is None else value_from_plain(row.value)
    return Role(row.name, _span(row), value, row.resolved)


def _span(row: Row[Any]) -> Span:
    return Span(row.start, row.end)


def _spans(rows: Iterable[Row[Any]]) -> tuple[Span, ...]:
    return tuple(_span(row) for row in rows)
