"""What one source says about one event, at one place in one document."""

from dataclasses import dataclass
from enum import StrEnum

from recoupe.model.factuality import Factuality
from recoupe.model.span import Span
from recoupe.model.value import Value


class EventType(StrEnum):
    """The twelve kinds of event; docs/claim-model.md, Events and their roles."""

    TRANSFER = "transfer"
    ORDER = "order"
    PROCUREMENT = "procurement"
    PRODUCTION = "production"
    ASSISTANCE = "assistance"
    EXERCISE = "exercise"
    MEETING = "meeting"
    AGREEMENT = "agreement"
    SANCTION = "sanction"
    PAYMENT = "payment"
    USE = "use"
    DISCLOSURE = "disclosure"


PARTICIPANTS: dict[EventType, tuple[str, ...]] = {
    EventType.TRANSFER: ("supplier", "recipient", "intermediary"),
    EventType.ORDER: ("supplier", "recipient", "intermediary"),
    EventType.PROCUREMENT: ("recipient", "intermediary"),
    EventType.PRODUCTION: ("producer", "partner"),
    EventType.ASSISTANCE: ("provider", "recipient"),
    EventType.EXERCISE: ("participant",),
    EventType.MEETING: ("participant",),
    EventType.AGREEMENT: ("party",),
    EventType.SANCTION: ("authority", "target"),
    EventType.PAYMENT: ("payer", "payee"),
    EventType.USE: ("user",),
    EventType.DISCLOSURE: ("publisher", "verifier"),
}
"""The roles that make an event: a claim names at least one of them."""

CIRCUMSTANCES: dict[EventType, tuple[str, ...]] = {
    EventType.TRANSFER: ("item", "quantity", "value", "date", "place"),
    EventType.ORDER: ("item", "quantity", "value", "date"),
    EventType.PROCUREMENT: ("item", "quantity", "value", "date"),
    EventType.PRODUCTION: ("item", "quantity", "date", "place"),
    EventType.ASSISTANCE: ("subject", "quantity", "date", "place"),
    EventType.EXERCISE: ("name", "quantity", "date", "place"),
    EventType.MEETING: ("subject", "quantity", "date", "place"),
    EventType.AGREEMENT: ("name", "subject", "date"),
    EventType.SANCTION: ("reason", "quantity", "date"),
    EventType.PAYMENT: ("intermediary", "value", "date"),
    EventType.USE: ("item", "place", "date"),
    EventType.DISCLOSURE: ("subject", "date"),
}
"""The roles that an event may have beside its participants."""


class Tense(StrEnum):
    """When the event lies, seen from the document's date."""

    PAST = "past"
    ONGOING = "ongoing"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Role:
    """Who or what took part. resolved: the name that the document gives elsewhere."""

    name: str
    span: Span
    value: Value | None = None
    resolved: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so: a person, organisation, outlet, document, or an unnamed speaker described."""

    span: Span
    resolved: str | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """The rule behind a judgement, and the words that led to it."""

    rule: str
    span: Span


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source says about one event, at one place in one document.

    evidence: the sentence that tells the event first, then those that give a participant or source.
    sources: outermost first; empty for the document's own voice.
    """

    document: str
    event: EventType
    evidence: tuple[Span, ...]
    roles: tuple[Role, ...]
    factuality: Factuality
    tense: Tense
    sources: tuple[Source, ...] = ()
    reasons: tuple[Reason, ...] = ()

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("a claim needs the sentence it was read in")
        allowed = (*PARTICIPANTS[self.event], *CIRCUMSTANCES[self.event])
        for role in self.roles:
            if role.name not in allowed:
                raise ValueError(f"{self.event} has no role {role.name!r}: one of {allowed}")

    def participants(self) -> tuple[Role, ...]:
        """Give the roles that make the event."""
        return tuple(r for r in self.roles if r.name in PARTICIPANTS[self.event])

    def fillers(self, name: str) -> tuple[Role, ...]:
        """Give the roles of that name, in the order of the claim."""
        return tuple(r for r in self.roles if r.name == name)
