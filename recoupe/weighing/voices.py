"""Names under which one voice speaks: a state and its spokesman, a long name and its acronym."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from recoupe.identity.acronyms import SPELLED_OUT, acronyms
from recoupe.identity.resolve import Kind
from recoupe.identity.speaker import holds_office
from recoupe.languages.leaders import led_by
from recoupe.model.claim import Claim, Source
from recoupe.weighing.house import HEAD, House

SENTENCE_END = re.compile(r"\w\w[.!?]\s")


@dataclass(frozen=True, slots=True)
class Overheard:
    """What one document tells of names. spelled: a line for each *Long Name (LN)*."""

    language: str | None
    spelled: str
    states: frozenset[tuple[str, str]]


def voices(heard: Iterable[Overheard]) -> Mapping[str, str]:
    """Give, for the key of a name, the key of the voice that it is one with.

    A name has the state that any document says it speaks for, where all agree.
    """
    every = tuple(heard)
    found: dict[str, set[str]] = defaultdict(set)
    for key, state in (named for each in every for named in each.states):
        found[key].add(state)
    states = {key: states.pop() for key, states in found.items() if len(states) == 1}
    return {**acronyms((each.spelled, each.language) for each in every), **states}


def overheard(house: House) -> Overheard:
    """Give what a document tells of names."""
    # Most texts have no bracket, and to find that out by the pattern takes milliseconds.
    found = SPELLED_OUT.finditer(house.text) if "(" in house.text else ()
    spelled = (match[0] for match in found)
    return Overheard(house.reading.language, "\n".join(spelled), frozenset(_states(house)))


def _states(house: House) -> Iterator[tuple[str, str]]:
    """Give the name of each who speaks for a state, with the state."""
    for _, claim in house.reading.standing():
        for source in claim.sources:
            name = house.identify(source.span, source.resolved)
            state = (
                _state_behind(source, house)
                or led_by(source.resolved or name.key, house.reading.published)
                or _state_repeated(source, claim, house)
            )
            if name.kind is Kind.NAME and state:
                yield name.key, state


def _state_behind(source: Source, house: House) -> str | None:
    found = house.speakers[source]
    return found.key if found.kind is Kind.STATE else None


def _state_repeated(source: Source, claim: Claim, house: House) -> str | None:
    """Give the state that said so a sentence before its spokesman or minister says it again."""
    if not holds_office(source.resolved or source.span.of(house.text), house.reading, house.text):
        return None
    said = [c for _, c in house.reading.standing() if _says_again(claim, c, house.text)]
    found = {state for c in said if (state := _state_behind(c.sources[-1], house))}
    return found.pop() if len(found) == 1 else None


def _says_again(claim: Claim, earlier: Claim, text: str) -> bool:
    """Say whether the earlier claim takes the same side of such an event, a sentence before."""
    between = text[earlier.evidence[0].end : claim.evidence[0].start]
    return (
        bool(earlier.sources)
        and earlier.event is claim.event
        and earlier.factuality.affirmed is claim.factuality.affirmed
        and earlier.evidence[0].end <= claim.evidence[0].start
        and not SENTENCE_END.search(between)
        and len(between) < HEAD
    )
