"""Where a claim comes from: the innermost source that speaks from its own knowledge."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from recoupe.identity.actors import plain, words_for
from recoupe.identity.resolve import Identify, Identity, Kind, head, identifier, identity
from recoupe.identity.speaker import holds_office, of_state, speaker
from recoupe.languages.outlets import Kind as Outlets
from recoupe.languages.outlets import outlet
from recoupe.model.claim import Claim, EventType, Source
from recoupe.model.document import Document
from recoupe.model.factuality import UNCOMMITTED, Certainty
from recoupe.model.finding import ClaimRef
from recoupe.model.reading import Reading
from recoupe.weighing.reprint import Printings

HEAD = 400
"""Code points in which a dateline stands."""

DATELINE = re.compile(r"\(([^\W\d_][^()\n]{1,40})\)\s*[-–—]")
"""`PARIS, 18 juin 2024 (AFP) - `, `Dubai (Transpress) — `"""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Whose knowledge a claim is. key: equal for one origin; chain: keys of who passed it on.

    traced: False where nobody can be named. headline: the document's own, above its text.
    """

    key: str
    name: str
    traced: bool
    chain: tuple[str, ...] = ()
    headline: bool = False


def provenance(
    readings: Sequence[Reading], documents: Mapping[str, Document]
) -> Mapping[ClaimRef, Provenance]:
    """Trace every claim to its origin."""
    printings = Printings({r.document: documents[r.document].text for r in readings})
    houses = {r.document: _House.of(r, documents[r.document]) for r in readings}
    states = _states(houses.values())
    return {
        ClaimRef(reading.document, index): _traced(claim, houses, printings, states)
        for reading in readings
        for index, claim in enumerate(reading.claims)
    }


@dataclass(frozen=True, slots=True)
class _House:
    """Who speaks where a document names nobody, and the works that its text brings in."""

    reading: Reading
    text: str
    identify: Identify
    name: str | None
    agency: bool
    authors: Mapping[str, Identity]

    @classmethod
    def of(cls, reading: Reading, document: Document) -> "_House":
        identify = identifier(reading, document.text)
        agency = _agency(document)
        name = agency or reading.publisher or document.publisher
        works = _authors(reading, document.text, identify)
        return cls(reading, document.text, identify, name, agency is not None, works)

    @property
    def rank(self) -> tuple[str, bool, str]:
        """Order houses that print one sentence: the first is where it comes from."""
        return (self.reading.published or "9999", not self.agency, plain(self.name or "~"))


def _traced(
    claim: Claim, houses: Mapping[str, _House], printings: Printings, states: Mapping[str, str]
) -> Provenance:
    house = houses[claim.document]
    if claim.sources:
        return _from_source(claim, house, states)
    printed_by = printings.of(claim.evidence[0].of(house.text)) | {claim.document}
    first = min((houses[d] for d in printed_by), key=lambda h: h.rank)
    known = first.name is not None and not _is_hearsay(claim, house)
    name = first.name or "unknown publisher"
    return Provenance(_outlet_key(name), name, known, headline=_is_headline(claim, house.text))


def _from_source(claim: Claim, house: _House, states: Mapping[str, str]) -> Provenance:
    *outer, innermost = claim.sources
    key = _key(innermost, house, states)
    if claim.factuality == UNCOMMITTED:
        # One arm of a state that does not confirm takes nothing back of what another said.
        key = house.identify(innermost.span, innermost.resolved).key
    words = innermost.resolved or innermost.span.of(house.text)
    chain = tuple(_key(source, house, states) for source in outer)
    return Provenance(key, words, not _is_vague(words, house.reading.language), chain)


def _key(source: Source, house: _House, states: Mapping[str, str]) -> str:
    """Give one key to all that speak with one knowledge."""
    words = source.resolved or source.span.of(house.text)
    found = speaker(source, house.reading, house.text, house.identify)
    found = house.authors.get(found.key, found)
    media = next((name for name in (words, found.key) if outlet(name)), None)
    if media and found.kind is not Kind.STATE:
        return _outlet_key(media)
    return states.get(found.key, found.key)


def _states(houses: Iterable[_House]) -> Mapping[str, str]:
    """Give the state of each name that any document says speaks for one, where all agree."""
    found: dict[str, set[str]] = defaultdict(set)
    for house in houses:
        for claim in house.reading.claims:
            for source in claim.sources:
                name = house.identify(source.span, source.resolved)
                state = _state_behind(source, house) or _state_repeated(source, claim, house)
                if name.kind is Kind.NAME and state:
                    found[name.key].add(state)
    return {key: states.pop() for key, states in found.items() if len(states) == 1}


def _state_behind(source: Source, house: _House) -> str | None:
    found = speaker(source, house.reading, house.text, house.identify)
    return found.key if found.kind is Kind.STATE else None


def _state_repeated(source: Source, claim: Claim, house: _House) -> str | None:
    """Give the state that said so a sentence before its spokesman or minister says it again."""
    if not holds_office(source.resolved or source.span.of(house.text), house.reading, house.text):
        return None
    said = [c for c in house.reading.claims if _says_again(claim, c, house.text)]
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
        and not re.search(r"\w\w[.!?]\s", between)
        and len(between) < HEAD
    )


def _is_vague(words: str, language: str | None) -> bool:
    """Say whether nobody could be asked: *Thai media*, *analysts*."""
    if outlet(words) is not None:
        return False
    what = head(words, language)
    bare = len([w for w in plain(words).split() if w not in words_for("articles", language)]) == 1
    return what in words_for("media", language) or (bare and what in words_for("vague", language))


def _is_hearsay(claim: Claim, house: _House) -> bool:
    """Say whether a document passes on what is said, without saying who says it.

    What it says it has worked out itself is its own.
    """
    if claim.factuality.certainty is not Certainty.PR or not claim.factuality.affirmed:
        return False
    words = set(plain(claim.evidence[0].of(house.text)).split())
    return not words & words_for("own", house.reading.language)


def _is_headline(claim: Claim, text: str) -> bool:
    """Say whether a claim stands in a line of its own that no full stop ends, before the text."""
    place = claim.evidence[0].start
    start = text.rfind("\n", 0, place) + 1
    line = text[start : text.find("\n", place) % (len(text) + 1)].strip()
    above = (each.strip() for each in text[:start].split("\n"))
    return not line.endswith((".", "»", '"', "”")) and not any(
        each.endswith(".") and len(each.split()) > 8 for each in above
    )


def _outlet_key(name: str) -> str:
    """Give one key to all outlets of one owner, and to a state and its media."""
    known = outlet(name)
    if known is None:
        found = identity(name, None)
        return found.country if found.kind is Kind.BODY and found.country else found.key
    return known.country if known.kind is Outlets.STATE else plain(known.owner or known.name)


def _agency(document: Document) -> str | None:
    """Give the agency of a dateline."""
    match = DATELINE.search(document.text[:HEAD])
    return match[1].strip() if match else None


def _authors(reading: Reading, text: str, identify: Identify) -> Mapping[str, Identity]:
    """Give who published the works that the document tells the publication of, by their keys."""
    found: dict[str, Identity] = {}
    for claim in reading.claims:
        publishers = claim.fillers("publisher")
        if claim.event is EventType.DISCLOSURE and claim.factuality.affirmed and publishers:
            author = of_state(identify(publishers[0].span, publishers[0].resolved))
            for work in claim.fillers("subject"):
                found.setdefault(identify(work.span, work.resolved).key, author)
    return found
