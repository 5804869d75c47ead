"""Which amounts, dates and places of a sentence belong to which of its events."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from recoupe.model.claim import CIRCUMSTANCES, PARTICIPANTS, Role
from recoupe.model.value import Date, Money, Quantity
from recoupe.reading.event import Event
from recoupe.reading.lemmas import lemmas
from recoupe.reading.scene import Measure, Scene
from recoupe.reading.setting import Setting


def circumstances(
    sentence: Tokens, events: Sequence[Event], here: Scene
) -> Mapping[Token, tuple[Role, ...]]:
    """Give the amounts and dates of each event's clause, by the event's anchor."""
    found: dict[Token, list[Role]] = {event.anchor: [] for event in events}
    for measure in here.measures(sentence):
        if _counts_nothing(measure, here.setting):
            continue
        takers = [e for e in events if _role(measure, e)]
        if not takers:
            continue
        event = min(takers, key=lambda e: _distance(measure, e))
        name = _role(measure, event)
        if name and not _is_participant(measure, event):
            found[event.anchor].append(Role(name, measure.span, value=measure.value))
    if dated := here.heading(sentence):
        for event in events:
            if _role(dated, event) and all(role.name != "date" for role in found[event.anchor]):
                found[event.anchor].append(Role("date", dated.span, value=dated.value))
    return {anchor: tuple(roles) for anchor, roles in found.items()}


def _counts_nothing(measure: Measure, setting: Setting) -> bool:
    """*65 ans*, *deux pays*: spans, distances and states are no number of things."""
    if not isinstance(measure.value, Quantity) or measure.head is None:
        return False
    return any(lemma in setting.lexicon.nouns.uncounted for lemma in lemmas(measure.head))


def _role(measure: Measure, event: Event) -> str | None:
    """Name the role that a measure can take in an event of this type."""
    match measure.value:
        case Money():
            name = "value"
        case Quantity():
            name = "quantity"
        case Date() | None:
            name = "date"
    return name if name in CIRCUMSTANCES[event.type] else None


def _distance(measure: Measure, event: Event) -> tuple[int, int]:
    """Count the arcs between a measure and an event, then the words."""
    doc = event.anchor.doc
    token = doc[measure.first].doc[_head(measure, doc[measure.first])]
    own = {event.anchor.i, *(f.head.i for f in event.fillers)}
    arcs = 0
    current: Token = token
    while current.i not in own:
        if current.head == current:
            arcs += 10
            break
        current, arcs = current.head, arcs + 1
    return arcs, abs(event.anchor.i - measure.first)


def _head(measure: Measure, token: Token) -> int:
    """Give the token of a measure that hangs on a word outside it."""
    doc = token.doc
    for i in range(measure.first, measure.last + 1):
        head = doc[i].head
        if head == doc[i] or not measure.first <= head.i <= measure.last:
            return i
    return measure.first


def _is_participant(measure: Measure, event: Event) -> bool:
    """A count of participants gives its value to the participant; it is no role of its own."""
    names = PARTICIPANTS[event.type]
    return isinstance(measure.value, Quantity) and any(
        measure.first <= f.head.i <= measure.last and f.role in names
        for f in event.fillers
        if event.type.value == "meeting"
    )
