"""A claim made ready to be laid beside others: who, what, when and how much, as keys."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from recoupe.identity.actors import plain, words_for
from recoupe.identity.resolve import (
    Identify,
    Identity,
    Kind,
    countries_inside,
    identifier,
    identity,
    inside_a_sentence,
)
from recoupe.languages.outlets import outlet
from recoupe.model.claim import PARTICIPANTS, Claim, Role
from recoupe.model.document import Document
from recoupe.model.factuality import Certainty
from recoupe.model.finding import ClaimRef
from recoupe.model.reading import Reading
from recoupe.model.value import Date
from recoupe.weighing.amounts import Amount, amount
from recoupe.weighing.dates import Days, days
from recoupe.weighing.headline import is_headline, lead
from recoupe.weighing.items import Item, item

POINT = re.compile(r"\s*(?:[•·▪‣*]|[-–—](?=\s)|\(?(?:[a-h]|\d{1,2})\))")
"""`• `, `- `, `(b)`, `3)`: the head of a point in a list."""

HEAD = 4
"""Code points of a sentence in which the mark of a point may stand."""

OPENING = 5
"""Words of a sentence among which a leap in time stands."""

BEARERS = ("Person", "Company", "Organization", "Event", "Work", "Vessel")
"""Types of entities that make one story of two documents; places and states are everybody's."""

BEFORE = 12
"""Code points before a thing in which the word stands that makes it a first one."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim with its keys.

    sentence: the words that tell the event; language: of the document, empty where unknown.
    who: participant role → identities; topics: words of subject, name and reason.
    where: countries of its places; heads: numbers of participants.
    counts, sums: of what took part, in pieces and in money.
    additive, another: told beside another event; general: told of every time.
    first: a first part; leaps: in time; in_time: of the day; ended: no more;
    contrary: another version; point: of a list.
    headline, lead: above the text, and the first sentence of it.
    named: keys of all whom and what the document names, states and outlets left out.
    """

    ref: ClaimRef
    claim: Claim
    language: str
    sentence: str
    who: Mapping[str, tuple[Identity, ...]]
    items: tuple[Item, ...]
    topics: Item
    when: tuple[Days, ...]
    where: frozenset[str]
    counts: tuple[Amount, ...]
    sums: tuple[Amount, ...]
    heads: tuple[Amount, ...]
    published: Days | None
    additive: bool
    general: bool
    another: bool
    first: bool
    leaps: bool
    in_time: bool
    ended: bool
    contrary: bool
    point: bool
    headline: bool
    lead: bool
    named: frozenset[str]

    @property
    def denies(self) -> bool:
        """Say whether the claim takes the side that it did not happen."""
        return not self.claim.factuality.affirmed

    @property
    def affirms(self) -> bool:
        """Say whether the claim takes the side that it did, or may have."""
        return not self.denies and self.claim.factuality.certainty is not Certainty.U


def tellings(readings: Sequence[Reading], documents: Mapping[str, Document]) -> tuple[Telling, ...]:
    """Make every claim ready, in the order of documents and of their claims."""
    ordered = sorted(readings, key=lambda reading: reading.document)
    return tuple(each for r in ordered for each in told_in(r, documents[r.document]))


def told_in(reading: Reading, document: Document) -> tuple[Telling, ...]:
    """Make the claims of one document ready, in their order."""
    text, standing = document.text, reading.standing()
    identify, first = identifier(reading, text), lead((claim for _, claim in standing), text)
    named = _named(reading, identify)
    return tuple(
        replace(
            _telling(claim, at, reading, text, identify),
            lead=claim.evidence[0] == first,
            named=named,
        )
        for at, claim in standing
    )


def _named(reading: Reading, identify: Identify) -> frozenset[str]:
    sources = (source for _, claim in reading.standing() for source in claim.sources)
    spoken = (identify(source.span, source.resolved) for source in sources)
    listed = (identity(e.name, reading.language) for e in reading.entities if e.type in BEARERS)
    found = {who.key for who in (*spoken, *listed) if who.kind is Kind.NAME}
    return frozenset(key for key in found if outlet(key) is None)


def _telling(claim: Claim, index: int, reading: Reading, text: str, identify: Identify) -> Telling:
    language = reading.language or ""
    sentence = claim.evidence[0].of(text)
    words = f" {plain(sentence)} "
    dates = [days(r.value.edtf) for r in claim.roles if isinstance(r.value, Date)]
    return Telling(
        ref=ClaimRef(claim.document, index),
        claim=claim,
        language=language,
        sentence=sentence,
        who={
            name: found
            for name in PARTICIPANTS[claim.event]
            if (found := _who(claim.fillers(name), identify, language))
        },
        items=tuple(_item(role, text, reading) for role in claim.fillers("item")),
        topics=_topics(claim, text, reading),
        when=tuple(found for found in dates if found),
        where=_countries(claim.fillers("place"), text, language),
        counts=_amounts(claim.fillers("quantity"), text, language),
        sums=_amounts(claim.fillers("value"), text, language),
        heads=_amounts(claim.participants(), text, language),
        published=days(reading.published) if reading.published else None,
        additive=_says("additive", words, language),
        general=_says("general", words, language),
        another=_is_one_more(claim, words, text, language),
        first=_is_first(claim, text, language),
        leaps=_leaps(words, language),
        in_time=_says("in_time", words, language),
        ended=_says("ended", words, language),
        contrary=_says("contrary", words, language),
        point=_is_point(claim, text),
        headline=is_headline(claim, text),
        lead=False,
        named=frozenset(),
    )


def _who(fillers: Sequence[Role], identify: Identify, language: str) -> tuple[Identity, ...]:
    """Give who fills a role; a pronoun that nobody resolved tells neither who it is nor is not."""
    found = (identify(role.span, role.resolved) for role in fillers)
    return tuple(who for who in found if who.key not in words_for("nobody", language))


def _says(field: str, words: str, language: str) -> bool:
    """Say whether plain words, with a space on either side, have one of the words of a field."""
    return any(f" {word} " in words for word in words_for(field, language))


def _is_one_more(claim: Claim, words: str, text: str, language: str) -> bool:
    """Say whether a claim tells one more of a series: *further sanctions*, *two further boats*."""
    series = words_for("series", language)
    counted = (role.span.of(text) for role in claim.fillers("quantity"))
    return any(
        word in series and after in words_for("occasions", language)
        for word, after in pairwise(words.split())
    ) or any(series & set(plain(said).split()) for said in counted)


def _is_point(claim: Claim, text: str) -> bool:
    place = claim.evidence[0].start
    line = text.rfind("\n", 0, place) + 1
    return bool(POINT.match(text, line, place + HEAD))


def _leaps(words: str, language: str) -> bool:
    """Say whether a sentence opens with a leap in time: *a year later*."""
    return _says("leaps", f" {' '.join(words.split()[:OPENING])} ", language)


def _is_first(claim: Claim, text: str, language: str) -> bool:
    """Say whether the things are told as the first of more: *the first batch*."""
    roles = (*claim.fillers("item"), *claim.fillers("quantity"))
    words = (text[max(0, role.span.start - BEFORE) : role.span.end] for role in roles)
    return any(words_for("firsts", language) & set(plain(said).split()) for said in words)


def _amounts(roles: Sequence[Role], text: str, language: str) -> tuple[Amount, ...]:
    read = (amount(role, text, language) for role in roles)
    return tuple(found for found in read if found is not None)


def _countries(roles: Sequence[Role], text: str, language: str) -> frozenset[str]:
    words = (role.resolved or role.span.of(text) for role in roles)
    return frozenset(code for place in words for code in countries_inside(place, language))


def _item(role: Role, text: str, reading: Reading) -> Item:
    mentions = (mention for entity in reading.entities for mention in entity.mentions)
    named = role.resolved is not None or inside_a_sentence(role.span, text)
    words = role.resolved or role.span.of(text)
    return item(words, reading.language or "", named or any(role.span == m for m in mentions))


def _topics(claim: Claim, text: str, reading: Reading) -> Item:
    roles = (role for name in ("subject", "name", "reason") for role in claim.fillers(name))
    found = [_item(role, text, reading) for role in roles]
    return Item(
        frozenset(name for topic in found for name in topic.names),
        frozenset(kind for topic in found for kind in topic.kinds),
    )
