"""What a careful reader should doubt in each document, found by rule; nothing is corrected."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from recoupe.model.document import Document
from recoupe.model.doubt import Doubt
from recoupe.model.reading import Reading
from recoupe.weighing.damage import damage
from recoupe.weighing.dating import impossible, outdated, undated
from recoupe.weighing.offices import offices
from recoupe.weighing.page import Page
from recoupe.weighing.retelling import retold
from recoupe.weighing.spellings import spellings
from recoupe.weighing.verification import unverified

RULES: tuple[Callable[[Page], Iterable[Doubt]], ...] = (
    impossible,
    outdated,
    undated,
    retold,
    spellings,
    offices,
    unverified,
    damage,
)


def doubts(readings: Sequence[Reading], documents: Mapping[str, Document]) -> tuple[Doubt, ...]:
    """Give what does not fit within each document, in the order of documents and of their text."""
    pages = (Page(documents[reading.document], reading) for reading in readings)
    found = {doubt for page in pages for rule in RULES for doubt in rule(page)}
    return tuple(sorted(found, key=_place))


def _place(doubt: Doubt) -> tuple[object, ...]:
    return (doubt.document, doubt.spans, doubt.kind, doubt.note, doubt.claims)
