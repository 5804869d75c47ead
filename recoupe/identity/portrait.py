"""What documents tell of a bearer: how they write its names, its claims, and who is in them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.identity.actors import plain
from recoupe.identity.bearer import Bearer
from recoupe.identity.name_words import Script, name_words
from recoupe.model.claim import Claim, Role, Source
from recoupe.model.decision import Named
from recoupe.model.finding import ClaimRef
from recoupe.model.reading import Reading
from recoupe.model.span import Span

SOURCE = "source"
"""The part of one who says so; the others are the roles of the claim model."""

COVERED = 0.5
"""Share of a role's words that a name is at least, for its bearer to fill the role: *Norway* does
not fill *a company that the press of Norway described*."""

Texts = Mapping[str, str]


@dataclass(frozen=True, order=True, slots=True)
class Spelling:
    """A name as documents write it. script: of its first letter; mentions: how often it stands.

    documents: ids of those that write it so, in order.
    """

    script: str
    text: str
    mentions: int
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """That a bearer takes part in a claim. role: of the claim model, or `source`."""

    claim: ClaimRef
    role: str
    bearer: Bearer


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Who else is in a bearer's claims. roles: its own and the other's, with how many claims."""

    bearer: Bearer
    roles: tuple[tuple[str, str, int], ...]
    claims: tuple[ClaimRef, ...]


def spellings(bearer: Bearer, readings: Iterable[Reading], texts: Texts) -> tuple[Spelling, ...]:
    """Give how documents write its names, by script, the most frequent first."""
    places = frozenset(bearer.places)
    counted: Counter[str] = Counter()
    documents: dict[str, set[str]] = defaultdict(set)
    for place, span in mentions(readings):
        if place in places:
            words = " ".join(span.of(texts[place.document]).split())
            counted[words] += 1
            documents[words].add(place.document)
    found = (
        Spelling(script(text), text, number, tuple(sorted(documents[text])))
        for text, number in counted.items()
    )
    return tuple(sorted(found, key=lambda one: (one.script, -one.mentions, one.text)))


def parts(
    whose: Mapping[Named, Bearer], readings: Iterable[Reading], texts: Texts
) -> tuple[Part, ...]:
    """Give who takes part in which claim, or is its source; claims that stand, in order."""
    return tuple(
        Part(ClaimRef(reading.document, at), role, whose[place])
        for reading in sorted(readings, key=lambda r: r.document)
        for at, claim in reading.standing()
        for role, place in _named(claim, reading, texts[reading.document])
    )


def neighbours(bearer: Bearer, among: Sequence[Part]) -> tuple[Neighbour, ...]:
    """Give who else is in its claims, those of most claims first. among: the parts of everybody."""
    id_, own = bearer.id, defaultdict[ClaimRef, list[str]](list)
    for part in among:
        if part.bearer.id == id_:
            own[part.claim].append(part.role)
    roles: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    claims: dict[str, dict[ClaimRef, None]] = defaultdict(dict)
    who: dict[str, Bearer] = {}
    for part in among:
        if part.claim in own and (other := part.bearer.id) != id_:
            who[other] = part.bearer
            claims[other][part.claim] = None
            roles[other].update((mine, part.role) for mine in own[part.claim])
    met = [Neighbour(one, _counted(roles[at]), tuple(claims[at])) for at, one in who.items()]
    return tuple(sorted(met, key=lambda n: (-len(n.claims), n.bearer.name, n.bearer.id)))


def script(text: str) -> str:
    """Name the script in which a name is written.

    >>> script("Koupol"), script("Купол"), script("中国电子科技集团")
    ('latin', 'cyrillic', 'han')
    """
    found = (word.script for word in name_words(text) if word.script is not Script.DIGITS)
    return str(next(found, Script.OTHER))


def _counted(roles: Counter[tuple[str, str]]) -> tuple[tuple[str, str, int], ...]:
    ordered = sorted(roles.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple((mine, other, number) for (mine, other), number in ordered)


def mentions(readings: Iterable[Reading]) -> Iterator[tuple[Named, Span]]:
    """Give every mention with the entity of its document."""
    for reading in readings:
        for entity in reading.entities:
            place = Named(reading.document, entity.name, entity.type)
            yield from ((place, mention) for mention in entity.mentions)


def _named(claim: Claim, reading: Reading, text: str) -> Iterator[tuple[str, Named]]:
    """Give who fills which role of a claim, each once."""
    told = [(role.name, role) for role in claim.participants()]
    said = [(SOURCE, source) for source in claim.sources]
    found: list[tuple[str, Role | Source]] = [*told, *said]
    pairs = ((name, place_in(reading, one.span, one.resolved)) for name, one in found)
    yield from dict.fromkeys((name, place) for name, place in pairs if place)


def place_in(reading: Reading, span: Span, resolved: str | None) -> Named | None:
    """Give the entity of a document that words there name, or are resolved to."""
    if resolved is not None:
        same = (e for e in reading.entities if plain(e.name) == plain(resolved))
        entity = next(same, None)
    else:
        fits = (e for e in reading.entities if any(_is(m, span) for m in e.mentions))
        entity = next(fits, None)
    return Named(reading.document, entity.name, entity.type) if entity else None


def _is(mention: Span, span: Span) -> bool:
    if mention.end <= span.start or span.end <= mention.start:
        return False
    common = min(mention.end, span.end) - max(mention.start, span.start)
    return common >= COVERED * (span.end - span.start)
