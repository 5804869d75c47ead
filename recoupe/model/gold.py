"""The JSON of a reading, the format of the gold files: nouns ↔ plain data.

A reading and a gold file can be laid side by side; `text` is always cut from the document.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from recoupe.model.claim import Claim, EventType, Reason, Role, Source, Tense
from recoupe.model.entity import Entity
from recoupe.model.factuality import Factuality
from recoupe.model.reading import Reading
from recoupe.model.span import Span
from recoupe.model.value import Date, Money, Quantity, Value

Plain = dict[str, Any]


def reading_to_plain(reading: Reading, text: str) -> Plain:
    """Give a reading as plain data, each quote cut from `text`, the document's canonical text."""
    return {
        "id": reading.document,
        "language": reading.language,
        "published": reading.published,
        "publisher": reading.publisher,
        "claims": [claim_to_plain(claim, text) for claim in reading.claims],
        "entities": [_entity_to_plain(entity, text) for entity in reading.entities],
    }


def claim_to_plain(claim: Claim, text: str) -> Plain:
    """Give a claim as plain data."""
    return {
        "event": claim.event.value,
        "roles": [_role_to_plain(role, text) for role in claim.roles],
        "factuality": str(claim.factuality),
        "tense": claim.tense.value,
        "sources": [
            _without_none({**_quote(s.span, text), "resolved": s.resolved}) for s in claim.sources
        ],
        "evidence": [_quote(span, text) for span in claim.evidence],
        "reasons": [
            {"rule": r.rule, "start": r.span.start, "end": r.span.end} for r in claim.reasons
        ],
    }


def reading_from_plain(plain: Mapping[str, Any]) -> Reading:
    """Make a reading of plain data; keys that the claim model lacks are left aside.

    Raises ValueError, KeyError or TypeError where the data breaks the claim model.
    """
    document = plain["id"]
    return Reading(
        document=document,
        language=plain.get("language"),
        published=plain.get("published"),
        publisher=plain.get("publisher"),
        claims=tuple(claim_from_plain(c, document) for c in plain["claims"]),
        entities=tuple(_entity_from_plain(e) for e in plain.get("entities", ())),
    )


def claim_from_plain(plain: Mapping[str, Any], document: str) -> Claim:
    """Make a claim of plain data."""
    return Claim(
        document=document,
        event=EventType(plain["event"]),
        evidence=_spans(plain["evidence"]),
        roles=tuple(_role_from_plain(role) for role in plain["roles"]),
        factuality=Factuality.parse(plain["factuality"]),
        tense=Tense(plain["tense"]),
        sources=tuple(Source(_span(s), s.get("resolved")) for s in plain["sources"]),
        reasons=tuple(Reason(r["rule"], _span(r)) for r in plain.get("reasons", ())),
    )


def value_to_plain(value: Value) -> Plain | str:
    """Give a value as the claim model writes it: a mapping, or EDTF for a date."""
    match value:
        case Date():
            return value.edtf
        case Money():
            bounds = {"min": value.minimum, "max": value.maximum, "currency": value.currency}
            return _without_none({"amount": _whole(value.amount), **_wholes(bounds)})
        case Quantity():
            bounds = {"min": value.minimum, "max": value.maximum, "unit": value.unit}
            return _without_none({"number": _whole(value.number), **_wholes(bounds)})


def value_from_plain(plain: Mapping[str, Any] | str) -> Value:
    """Make a value of plain data."""
    if isinstance(plain, str):
        return Date(plain)
    bounds = {"minimum": plain.get("min"), "maximum": plain.get("max")}
    if "amount" in plain or "currency" in plain:
        return Money(plain.get("amount"), plain.get("currency"), **bounds)
    return Quantity(plain.get("number"), plain.get("unit"), **bounds)


def _role_to_plain(role: Role, text: str) -> Plain:
    value = None if role.value is None else value_to_plain(role.value)
    return _without_none(
        {"role": role.name, **_quote(role.span, text), "value": value, "resolved": role.resolved}
    )


def _role_from_plain(plain: Mapping[str, Any]) -> Role:
    value = plain.get("value")
    return Role(
        name=plain["role"],
        span=_span(plain),
        value=None if value is None else value_from_plain(value),
        resolved=plain.get("resolved"),
    )


def _entity_to_plain(entity: Entity, text: str) -> Plain:
    mentions = [_quote(span, text) for span in entity.mentions]
    return {"name": entity.name, "type": entity.type, "mentions": mentions}


def _entity_from_plain(plain: Mapping[str, Any]) -> Entity:
    return Entity(plain["name"], plain["type"], _spans(plain["mentions"]))


def _quote(span: Span, text: str) -> Plain:
    return {"text": span.of(text), "start": span.start, "end": span.end}


def _span(plain: Mapping[str, Any]) -> Span:
    return Span(plain["start"], plain["end"])


def _spans(plain: Iterable[Mapping[str, Any]]) -> tuple[Span, ...]:
    return tuple(_span(item) for item in plain)


def _whole(number: float | None) -> float | int | None:
    return int(number) if number is not None and number == int(number) else number


def _wholes(bounds: Plain) -> Plain:
    return {k: _whole(v) if isinstance(v, float) else v for k, v in bounds.items()}


def _without_none(plain: Plain) -> Plain:
    return {key: value for key, value in plain.items() if value is not None}
