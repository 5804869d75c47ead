"""Where a claim comes from: the innermost source that speaks from its own knowledge."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from recoupe.identity.actors import words_for
from recoupe.identity.described import is_bare, meant
from recoupe.identity.resolve import Kind, head
from recoupe.identity.speaker import speaker
from recoupe.languages.outlets import outlet
from recoupe.model.claim import Claim, Source
from recoupe.model.document import Document
from recoupe.model.factuality import UNCOMMITTED
from recoupe.model.finding import ClaimRef
from recoupe.model.reading import Reading
from recoupe.model.span import Span
from recoupe.weighing.headline import is_headline
from recoupe.weighing.house import House, outlet_key
from recoupe.weighing.printers import Printers
from recoupe.weighing.reprint import Printings
from recoupe.weighing.untraced import is_hearsay, is_vague
from recoupe.weighing.voices import voices

UNKNOWN = "unknown publisher"


class Papers(Enum):
    """Whether a source is papers that somebody published, or of which nobody is told to have."""

    PUBLISHED = "published"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Whose knowledge a claim is. key: equal for one origin; chain: keys of who passed it on.

    traced: False where nobody can be named. headline: the document's own, above its text.
    papers: None where the source is no papers. printed: the document that printed it first.
    house: key of who stands behind the document.
    """

    key: str
    name: str
    traced: bool
    chain: tuple[str, ...] = ()
    headline: bool = False
    papers: Papers | None = None
    printed: str | None = None
    house: str | None = None


def provenance(
    readings: Sequence[Reading], documents: Mapping[str, Document]
) -> Mapping[ClaimRef, Provenance]:
    """Trace every claim to its origin."""
    houses = {r.document: House.of(r, documents[r.document]) for r in readings}
    press = Press(
        houses,
        Printers.of(readings, documents),
        Printings({d: house.text for d, house in houses.items()}),
    )
    one_voice = voices(houses.values())
    return {
        ClaimRef(reading.document, index): _from_source(claim, houses[reading.document], one_voice)
        if claim.sources
        else _own_voice(claim, houses[reading.document], press)
        for reading in readings
        for index, claim in reading.standing()
    }


@dataclass(frozen=True, slots=True)
class Press:
    """Who stands behind each document, and what the documents print from each other."""

    houses: Mapping[str, House]
    printers: Printers
    printings: Printings

    def first(self, house: House, sentence: Span) -> House:
        """Give the house that printed a sentence first, with small changes or none."""
        document = house.reading.document
        printed_by = self.printings.of(sentence.of(house.text)) | {
            document,
            self.printers.first(document, sentence),
        }
        return min((self.houses[d] for d in printed_by), key=lambda h: h.rank)


def _own_voice(claim: Claim, house: House, press: Press) -> Provenance:
    sentence = claim.evidence[0]
    first = press.first(house, sentence)
    agency = None if first.agency else press.printers.agency(claim.document, sentence)
    name = agency or first.name
    return Provenance(
        outlet_key(name or UNKNOWN),
        name or UNKNOWN,
        name is not None and not is_hearsay(claim, house),
        headline=is_headline(claim, house.text),
        printed=first.reading.document,
        house=outlet_key(name or UNKNOWN),
    )


def _from_source(claim: Claim, house: House, one_voice: Mapping[str, str]) -> Provenance:
    *outer, innermost = claim.sources
    key = _key(innermost, house, one_voice)
    if claim.factuality == UNCOMMITTED:
        # One arm of a state that does not confirm takes nothing back of what another said.
        key = house.identify(innermost.span, innermost.resolved).key
    chain = tuple(_key(source, house, one_voice) for source in outer)
    words, language = meant(innermost, house.reading, house.text), house.reading.language
    return Provenance(
        key,
        words,
        traced=not is_vague(words, language),
        chain=chain,
        papers=_papers(key, words, house),
        house=outlet_key(house.name) if house.name else None,
    )


def _papers(key: str, words: str, house: House) -> Papers | None:
    language = house.reading.language
    if key in house.published:
        return Papers.PUBLISHED
    papers = head(words, language) in words_for("papers", language)
    return Papers.BARE if papers and is_bare(words, language) else None


def _key(source: Source, house: House, one_voice: Mapping[str, str]) -> str:
    """Give one key to all that speak with one knowledge."""
    words = source.resolved or source.span.of(house.text)
    found = speaker(source, house.reading, house.text, house.identify)
    found = house.authors.get(found.key, found)
    media = next((name for name in (words, found.key) if outlet(name)), None)
    if media and found.kind is not Kind.STATE:
        return outlet_key(media)
    return one_voice.get(found.key, found.key)
