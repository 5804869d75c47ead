"""Readings beside gold claims → how many are found, and how well they are read.

A read claim is a gold claim's when the event is the same, the sentences that tell it overlap by
half, and they share a participant. Matching is one to one, best overlap first.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from functools import reduce
from operator import add
from typing import Any

from recoupe.model.claim import PARTICIPANTS, Claim, EventType, Role, Source, Tense
from recoupe.model.factuality import UNCOMMITTED, Factuality
from recoupe.model.gold import claim_from_plain, reading_from_plain
from recoupe.model.reading import Reading
from recoupe.model.span import Span
from recoupe.model.value import Date, Money, Quantity, Value

DETERMINERS = {
    "le",
    "la",
    "les",
    "l",
    "un",
    "une",
    "des",
    "du",
    "de",
    "d",
    "ce",
    "ces",
    "cette",
    "son",
    "sa",
    "ses",
    "the",
    "a",
    "an",
    "this",
    "these",
    "its",
}
"""Words that do not tell two names apart."""


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim as people marked it, with the other readings that they accept.

    optional: counts neither way. The first of each field is the reading that was marked.
    """

    claim: Claim
    events: tuple[EventType, ...]
    factualities: tuple[Factuality, ...]
    tenses: tuple[Tense, ...]
    sources: tuple[tuple[Source, ...], ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Gold:
    """What people marked in one text. mentions: places of names, None where none were marked."""

    claims: tuple[GoldClaim, ...]
    mentions: frozenset[Span] | None = None


@dataclass(frozen=True, slots=True)
class Rate:
    """Of `right` things, how many were read and how many there are."""

    right: int
    read: int
    gold: int

    @property
    def precision(self) -> float:
        return share(self.right, self.read)

    @property
    def recall(self) -> float:
        return share(self.right, self.gold)

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over one text or many; two scores can be added.

    right: read claims that are a gold claim's; full: with factuality, tense and source right too.
    inflated: read as surer than the gold, or with the other polarity.
    """

    gold: int = 0
    read: int = 0
    right: int = 0
    full: int = 0
    roles_gold: int = 0
    roles_read: int = 0
    roles_right: int = 0
    values: int = 0
    values_right: int = 0
    factuality: int = 0
    tense: int = 0
    source: int = 0
    inflated: int = 0
    mentions_gold: int = 0
    mentions_read: int = 0
    mentions_right: int = 0

    def __add__(self, other: "Score") -> "Score":
        both = ((f.name, getattr(self, f.name) + getattr(other, f.name)) for f in fields(self))
        return Score(**dict(both))

    @property
    def claims(self) -> Rate:
        return Rate(self.right, self.read, self.gold)

    @property
    def fully(self) -> Rate:
        return Rate(self.full, self.read, self.gold)

    @property
    def roles(self) -> Rate:
        return Rate(self.roles_right, self.roles_read, self.roles_gold)

    @property
    def mentions(self) -> Rate:
        return Rate(self.mentions_right, self.mentions_read, self.mentions_gold)


def score(gold: Gold, reading: Reading, text: str) -> Score:
    """Score the reading of one text."""
    found = matched(gold.claims, reading.claims, text)
    optional = sum(claim.optional for claim in gold.claims)
    forgiven = sum(gold.claims[i].optional for i, _ in found)
    here = Score(
        gold=len(gold.claims) - optional,
        read=len(reading.claims) - forgiven,
        **_mentions(gold, reading),
    )
    counted = ((gold.claims[i], reading.claims[j]) for i, j in found if not gold.claims[i].optional)
    return reduce(add, (_compared(g, r, text) for g, r in counted), here)


def matched(
    golds: Sequence[GoldClaim], reads: Sequence[Claim], text: str
) -> tuple[tuple[int, int], ...]:
    """Give the pairs that are one claim, by their indices; best overlap first."""
    alike = {
        (i, j): weight
        for i, gold in enumerate(golds)
        for j, read in enumerate(reads)
        if (weight := likeness(gold, read, text)) is not None
    }
    pairs: list[tuple[int, int]] = []
    for i, j in sorted(alike, key=lambda pair: (-alike[pair], *pair)):
        if all(i != one and j != other for one, other in pairs):
            pairs.append((i, j))
    return tuple(pairs)


def share(part: int, whole: int) -> float:
    """Give part of whole, 0 where there is nothing."""
    return part / whole if whole else 0.0


def gold_from_plain(plain: Mapping[str, Any]) -> Gold:
    """Make gold of a gold file's data; raises as `reading_from_plain` does."""
    reading = reading_from_plain({"id": "gold", **plain})
    alternatives = zip(reading.claims, plain["claims"], strict=True)
    mentions = frozenset(span for entity in reading.entities for span in entity.mentions)
    return Gold(
        claims=tuple(_gold_claim(claim, item) for claim, item in alternatives),
        mentions=mentions if "entities" in plain else None,
    )


def _gold_claim(claim: Claim, plain: Mapping[str, Any]) -> GoldClaim:
    others = [{**plain, "sources": sources} for sources in plain.get("sources_alt", ())]
    return GoldClaim(
        claim=claim,
        events=(claim.event, *map(EventType, plain.get("event_alt", ()))),
        factualities=(claim.factuality, *map(Factuality.parse, plain.get("factuality_alt", ()))),
        tenses=(claim.tense, *map(Tense, plain.get("tense_alt", ()))),
        sources=(claim.sources, *(claim_from_plain(o, claim.document).sources for o in others)),
        optional=bool(plain.get("optional")),
    )


def likeness(gold: GoldClaim, read: Claim, text: str) -> float | None:
    """Say how alike the two are, None where they are no match."""
    told = _told_together(gold.claim.evidence[0], read.evidence[0])
    if read.event not in gold.events or told < 0.5:
        return None
    pairs = _shared_roles(gold.claim, read, text)
    core = PARTICIPANTS[gold.claim.event]
    needed = [g for g, _ in pairs if g.name in core or not gold.claim.participants()]
    if not needed:
        return None
    sure = read.factuality in gold.factualities
    return len(pairs) + 0.5 * told + 0.25 * sure + 0.25 * _source_right(gold, read, text)


def _told_together(gold: Span, read: Span) -> float:
    shorter = min(gold.end - gold.start, read.end - read.start)
    return max(0, min(gold.end, read.end) - max(gold.start, read.start)) / shorter


def _shared_roles(gold: Claim, read: Claim, text: str) -> list[tuple[Role, Role]]:
    left, pairs = list(read.roles), []
    for role in gold.roles:
        same = (r for r in left if r.name == role.name and _same_name(role, r, text))
        if found := next(same, None):
            pairs.append((role, found))
            left.remove(found)
    return pairs


def _same_name(one: Role | Source, other: Role | Source, text: str) -> bool:
    """Say whether the two stand on common words, or have a name of the same words."""
    unlike = one.resolved and other.resolved and not _same_words(one.resolved, other.resolved)
    if one.span.overlaps(other.span) and not unlike:
        return True
    return any(_same_words(a, b) for a in _names(one, text) for b in _names(other, text))


def _names(item: Role | Source, text: str) -> list[str]:
    return [item.span.of(text), *([item.resolved] if item.resolved else [])]


def _same_words(one: str, other: str) -> bool:
    ours, theirs = _words(one), _words(other)
    return bool(ours and theirs) and len(ours & theirs) >= 0.5 * min(len(ours), len(theirs))


def _words(name: str) -> set[str]:
    letters = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in letters if not unicodedata.combining(c))
    return set(re.findall(r"\w+", plain)) - DETERMINERS


def _source_right(gold: GoldClaim, read: Claim, text: str) -> bool:
    return any(_same_innermost(sources, read.sources, text) for sources in gold.sources)


def _same_innermost(gold: Sequence[Source], read: Sequence[Source], text: str) -> bool:
    if not gold or not read:
        return not gold and not read
    return _same_name(gold[-1], read[-1], text)


def _compared(gold: GoldClaim, read: Claim, text: str) -> Score:
    pairs = _shared_roles(gold.claim, read, text)
    valued = [(g.value, r.value) for g, r in pairs if g.value is not None]
    right = (
        read.factuality in gold.factualities,
        read.tense in gold.tenses,
        _source_right(gold, read, text),
    )
    return Score(
        right=1,
        full=int(all(right)),
        roles_gold=len(gold.claim.roles),
        roles_read=len(read.roles),
        roles_right=len(pairs),
        values=len(valued),
        values_right=sum(_same_value(g, r) for g, r in valued),
        factuality=int(right[0]),
        tense=int(right[1]),
        source=int(right[2]),
        inflated=int(all(_surer(read.factuality, g) for g in gold.factualities)),
    )


def _same_value(gold: Value, read: Value | None) -> bool:
    """Compare what the gold states; the words of a unit count for nothing."""
    if read is None or isinstance(gold, Date) or isinstance(read, Date):
        return gold == read
    said, stated = _stated(read), _stated(gold)
    return all(said.get(key) == stated[key] for key in stated if key != "unit")


def _stated(value: Money | Quantity) -> dict[str, Any]:
    return {key: bound for key, bound in asdict(value).items() if bound is not None}


def _surer(read: Factuality, gold: Factuality) -> bool:
    if read == UNCOMMITTED:
        return False
    if gold != UNCOMMITTED and gold.affirmed != read.affirmed:
        return True
    return read.certainty > gold.certainty


def _mentions(gold: Gold, reading: Reading) -> dict[str, int]:
    if gold.mentions is None:
        return {}
    read = {span for entity in reading.entities for span in entity.mentions}
    return {
        "mentions_gold": len(gold.mentions),
        "mentions_read": len(read),
        "mentions_right": len(gold.mentions & read),
    }
