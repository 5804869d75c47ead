"""A word that tells an event, and who takes part."""

from dataclasses import dataclass

from spacy.tokens import Token

from recoupe.languages.lexicon import Frame
from recoupe.model.claim import PARTICIPANTS, EventType
from recoupe.reading.roles import Filler


@dataclass(frozen=True, slots=True)
class Event:
    """A word that tells an event, its frame, and who takes part.

    judged: whether only what was learned says that the word tells it, and no rule.
    """

    type: EventType
    anchor: Token
    frame: Frame
    fillers: tuple[Filler, ...]
    judged: bool = False

    def has(self, *roles: str) -> bool:
        """Say whether one of these roles is filled."""
        return any(f.role in roles for f in self.fillers)

    def participants(self) -> tuple[Filler, ...]:
        """Give the fillers that make the event."""
        return tuple(f for f in self.fillers if f.role in PARTICIPANTS[self.type])
