"""The kinds of event and their roles, each with the key that chooses it."""

from dataclasses import dataclass

from recoupe.desk.interface import Interface
from recoupe.desk.proposed import SOURCE, roles_of
from recoupe.model.claim import EventType

LETTERS = {
    "supplier": "s",
    "recipient": "r",
    "intermediary": "m",
    "producer": "p",
    "partner": "a",
    "provider": "p",
    "participant": "p",
    "party": "p",
    "authority": "a",
    "target": "t",
    "payer": "p",
    "payee": "e",
    "user": "u",
    "publisher": "p",
    "verifier": "v",
    "item": "i",
    "quantity": "q",
    "value": "v",
    "date": "d",
    "place": "l",
    "subject": "b",
    "name": "n",
    "reason": "o",
    SOURCE: "w",
}
"""The key that marks words as a role; no two roles of one event have the same."""

EVENT_LETTERS = {
    EventType.TRANSFER: "t",
    EventType.ORDER: "o",
    EventType.PROCUREMENT: "c",
    EventType.PRODUCTION: "p",
    EventType.ASSISTANCE: "a",
    EventType.EXERCISE: "e",
    EventType.MEETING: "m",
    EventType.AGREEMENT: "r",
    EventType.SANCTION: "s",
    EventType.PAYMENT: "y",
    EventType.USE: "u",
    EventType.DISCLOSURE: "d",
}
"""The key that says what kind of event a new claim is of."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event that a claim may be of. roles: each with its word and its key."""

    event: str
    noun: str
    letter: str
    roles: tuple[tuple[str, str, str], ...]


def kinds(shown: Interface) -> tuple[Kind, ...]:
    """Give every kind of event with the roles that it can have."""
    return tuple(
        Kind(
            event.value,
            shown.words.event[event].noun,
            EVENT_LETTERS[event],
            tuple((role, shown.words.role[role], LETTERS[role]) for role in roles_of(event)),
        )
        for event in EventType
    )
