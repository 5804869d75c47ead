"""Claims for which a document names a source: whose knowledge that is, by the document alone."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from enum import Enum

from recoupe.identity.actors import plain, words_for
from recoupe.identity.described import is_bare, meant
from recoupe.identity.resolve import Kind, head
from recoupe.languages.outlets import outlet
from recoupe.model.claim import Claim, Source
from recoupe.model.factuality import UNCOMMITTED
from recoupe.model.finding import ClaimRef
from recoupe.weighing.house import House, outlet_key, untitled
from recoupe.weighing.untraced import is_vague


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


@dataclass(frozen=True, slots=True)
class Spoken:
    """A claim traced as far as its own document tells.

    names: whether its key, and each of the chain, is that of a name: other documents may tell with
    whose voice that speaks.
    """

    trace: Provenance
    names: tuple[bool, ...]

    def traced(self, one_voice: Mapping[str, str], published: Set[str]) -> Provenance:
        """Trace it as far as all documents tell. published: keys of those who published a work."""
        told = zip((self.trace.key, *self.trace.chain), self.names, strict=True)
        key, *chain = (one_voice.get(key, key) if is_name else key for key, is_name in told)
        papers = Papers.PUBLISHED if key in published else self.trace.papers
        return replace(self.trace, key=key, chain=tuple(chain), papers=papers)


def spoken(house: House) -> Mapping[ClaimRef, Spoken]:
    """Give each claim of a document that names a source."""
    return {
        ClaimRef(house.reading.document, index): _spoken(claim, house)
        for index, claim in house.reading.standing()
        if claim.sources
    }


def _spoken(claim: Claim, house: House) -> Spoken:
    *outer, innermost = _who_say_so(claim.sources, house)
    keys = [_key(source, house) for source in (innermost, *outer)]
    if claim.factuality == UNCOMMITTED:
        # One arm of a state that does not confirm takes nothing back of what another said.
        keys[0] = (house.identify(innermost.span, innermost.resolved).key, False)
    language = house.reading.language
    words = meant(untitled(innermost, house.reading, house.text), house.reading, house.text)
    trace = Provenance(
        keys[0][0],
        words,
        traced=not is_vague(words, language),
        chain=tuple(key for key, _ in keys[1:]),
        papers=_papers(words, language),
        house=outlet_key(house.name) if house.name else None,
    )
    return Spoken(trace, tuple(is_name for _, is_name in keys))


def _who_say_so(sources: Sequence[Source], house: House) -> Sequence[Source]:
    """Give the sources without a pronoun that stands for the one before: *X said …, it added*.

    An outlet is not who it cites: whom *The Gazette* calls *he*, nobody knows.
    """
    nobody = words_for("nobody", house.reading.language)
    words = [source.resolved or source.span.of(house.text) for source in sources]
    if len(words) > 1 and plain(words[-1]) in nobody and outlet(words[-2]) is None:
        return sources[:-1]
    return sources


def _papers(words: str, language: str | None) -> Papers | None:
    papers = head(words, language) in words_for("papers", language)
    return Papers.BARE if papers and is_bare(words, language) else None


def _key(source: Source, house: House) -> tuple[str, bool]:
    """Give one key to all that speak with one knowledge; say whether it is but a name."""
    words = source.resolved or source.span.of(house.text)
    found = house.speakers[source]
    found = house.authors.get(found.key, found)
    media = next((name for name in (words, found.key) if outlet(name)), None)
    if media and found.kind is not Kind.STATE:
        return outlet_key(media), False
    return found.key, True
