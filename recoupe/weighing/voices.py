"""Names under which one voice speaks: a state and its spokesman, a long name and its acronym."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from recoupe.identity.acronyms import acronyms
from recoupe.identity.resolve import Kind
from recoupe.identity.speaker import holds_office, speaker
from recoupe.languages.leaders import led_by
from recoupe.model.claim import Claim, Source
from recoupe.weighing.house import HEAD, House

SENTENCE_END = re.compile(r"\w\w[.!?]\s")


def voices(houses: Iterable[House]) -> Mapping[str, str]:
    """Give, for the key of a name, the key of the voice that it is one with."""
    every = tuple(houses)
    long_names = acronyms((house.text, house.reading.language) for house in every)
    return {**long_names, **_states(every)}


def _states(houses: Iterable[House]) -> Mapping[str, str]:
    """Give the state of each name that any document says speaks for one, where all agree."""
    found: dict[str, set[str]] = defaultdict(set)
    for house in houses:
        for _, claim in house.reading.standing():
            for source in claim.sources:
                name = house.identify(source.span, source.resolved)
                state = (
                    _state_behind(source, house)
                    or led_by(source.resolved or name.key, house.reading.published)
                    or _state_repeated(source, claim, house)
                )
                if name.kind is Kind.NAME and state:
                    found[name.key].add(state)
    return {key: states.pop() for key, states in found.items() if len(states) == 1}


def _state_behind(source: Source, house: House) -> str | None:
    found = speaker(source, house.reading, house.text, house.identify)
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
