"""What a language model proposes, before anything of it is found in the text."""

from dataclasses import dataclass

from recoupe.model.claim import EventType
from recoupe.model.factuality import Factuality


class Refused(Exception):
    """A proposal, or a whole answer, is not used; the message says why, in words for a person."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that are said to stand in a sentence. role: empty for those of a source."""

    text: str
    sentence: int
    role: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A claim as a model sees it. sentence: the number it was shown; words: those of the event."""

    sentence: int
    event: EventType
    words: str
    factuality: Factuality
    roles: tuple[Quote, ...]
    sources: tuple[Quote, ...]
