"""How alike two accounts are, in points; `EVENT` points make them one event.

The points were set by hand on the dev findings, November 2026; most may change by half a point
with no finding changed.
"""

from collections.abc import Sequence
from itertools import product

from recoupe.identity.resolve import Identity, Kind, may_be_short_for, same
from recoupe.model.claim import EventType, Tense
from recoupe.weighing.account import Account
from recoupe.weighing.amounts import Amount, differ
from recoupe.weighing.items import Item, alike
from recoupe.weighing.nearness import NEXT, SAME_DOCUMENT, contradicts, goes_on, nearness, rests_on
from recoupe.weighing.reprint import reprinted
from recoupe.weighing.staleness import staleness
from recoupe.weighing.telling import Telling
from recoupe.weighing.ties import Ties

EVENT = 2.75

NAME, STATE, DESCRIBED = 2.0, 1.25, 1.0
ROLE_AT_MOST, ROLE_OPEN, NO_ROLE = 3.0, -0.75, -1.5
"""Of all who share a role; where they may or may not be the same; where no role is shared."""

THING, KIND, THING_OPEN, OTHER_KIND = 2.0, 1.0, -0.5, -1.0
"""Open: one by its name, the other by its kind, so that they may or may not be the same."""

SUM, COUNT, AT_ODDS = 2.0, 1.0, -1.5
"""Equal sums, equal counts; numbers of one origin that cannot both be true."""

DAY, YEAR, OTHER_TENSE = 1.0, 0.5, -1.0
VOICE, ECHO, CONTRARY = 1.0, 1.0, 1.5

AFTER, ONE_SENTENCE, ACCUSED, OWN_WORD = 0.25, 1.0, 0.75, -2.25
"""Of a denial: after the event, in one sentence with it, by one who took part in it; against
what the document says itself."""


def likeness(one: Account, other: Account, ties: Ties) -> float:
    """Give the points that two accounts have in common; 0 where only states and distance tell.

    *China* and *Russia* meet in many events, so states alone tie only neighbouring sentences.
    """
    near = nearness(one, other)
    telling = _telling_points(one, other, ties)
    if not any(p > 0 for p in telling) and not _share_name(one, other):
        if _is_standing(one, other):
            return near + _people(one, other, ties)
        if near <= SAME_DOCUMENT or _are_apart_in_time(one, other):
            return 0.0
        if near <= SAME_DOCUMENT + NEXT and _is_open(one, other):
            return 0.0
    return near + _people(one, other, ties) + sum(telling)


def side_likeness(one: Account, other: Account, ties: Ties) -> float:
    """Give the points of a denial, or of a mention that commits to nothing, beside an event.

    It rests on an event told before, whose date it need not repeat; that it comes after one
    speaks for it.
    """
    after = any(
        t.ref.document == u.ref.document and t.ref.index > u.ref.index
        for t, u in product(one.tellings, other.tellings)
    )
    points = (
        nearness(one, other) + _people(one, other, ties) + sum(_telling_points(one, other, ties))
    )
    if one.documents <= other.documents:
        points -= staleness(one, other)
    together = any(t.sentence == u.sentence for t, u in product(one.tellings, other.tellings))
    points += AFTER * after + ONE_SENTENCE * together + ACCUSED * _accused(one, other, ties)
    return points + OWN_WORD * _in_its_own_voice(one, other)


def _in_its_own_voice(one: Account, other: Account) -> bool:
    """Say whether a document would contradict what it says itself: it means another event."""
    mine, theirs = (
        {t.ref.document for t in account.tellings if not t.claim.sources}
        for account in (one, other)
    )
    return bool(mine & theirs) and any(t.denies for t in one.tellings)


def _accused(one: Account, other: Account, ties: Ties) -> bool:
    """Say whether one who speaks in `one` took part in the other."""
    voices = {ties.origins[t.ref] for t in one.tellings if t.claim.sources}
    parties = (who for fillers in other.who.values() for who in fillers)
    return any(voices & {who.key, who.country} for who in parties)


def _telling_points(one: Account, other: Account, ties: Ties) -> tuple[float, ...]:
    return (
        max(thing_points(one.items, other.items), OTHER_KIND * (not _one_carrier(one, other))),
        thing_points(one.topics, other.topics),
        _times(one, other, ties),
        _amounts(one, other, ties),
        _voices(one, other, ties),
        ECHO * ties.echo(one, other),
        CONTRARY * any(contradicts(t, u) for t, u in product(one.tellings, other.tellings)),
    )


def _people(one: Account, other: Account, ties: Ties) -> float:
    shared = one.who.keys() & other.who.keys()
    if shared:
        return sum(role_points(one.who[role], other.who[role]) for role in sorted(shared))
    one_story = (
        goes_on(t, u, ties.origins)
        or (t.ref.document != u.ref.document and reprinted(t.sentence, u.sentence))
        for t, u in product(one.tellings, other.tellings)
    )
    return 0.0 if any(one_story) else NO_ROLE


def _is_standing(one: Account, other: Account) -> bool:
    """Say whether both tell that one authority's sanctions on one target hold: they are one."""
    return (
        one.event is EventType.SANCTION
        and all(t.claim.tense is Tense.ONGOING for t in (*one.tellings, *other.tellings))
        and {"authority", "target"} <= one.who.keys() & other.who.keys()
        and not _is_open(one, other)
    )


def _is_open(one: Account, other: Account) -> bool:
    return any(
        role_points(one.who[role], other.who[role]) < 0
        for role in one.who.keys() & other.who.keys()
    )


def role_points(mine: Sequence[Identity], theirs: Sequence[Identity]) -> float:
    """Give the points of those who fill one role in two accounts."""
    points = sum(max(_sameness(a, b) for b in theirs) for a in mine)
    return min(points, ROLE_AT_MOST) or ROLE_OPEN


def _sameness(one: Identity, other: Identity) -> float:
    if one.key == other.key and (one.kind is Kind.NAME or _is_telling(one)):
        return NAME
    if same(one, other) and one.kind is not Kind.DESCRIBED:
        return STATE
    if one.key == other.key or (one.country is not None and one.country == other.country):
        return DESCRIBED
    if may_be_short_for(one, other):
        return DESCRIBED
    words, others = set(one.key.split()), set(other.key.split())
    described = one.kind is other.kind is Kind.DESCRIBED
    return DESCRIBED if described and (words <= others or others <= words) else 0.0


def _is_telling(described: Identity) -> bool:
    """Say whether a description is more than a noun: *African states*, not *companies*."""
    return described.kind is Kind.DESCRIBED and " " in described.key


def _share_name(one: Account, other: Account) -> bool:
    return any(
        _sameness(a, b) == NAME
        for role in one.who.keys() & other.who.keys()
        for a, b in product(one.who[role], other.who[role])
    )


def _one_carrier(one: Account, other: Account) -> bool:
    """Say whether one ship, named in both, carried the things: what it carried is in dispute."""
    return any(
        a.key == b.key and a.kind is Kind.NAME
        for a, b in product(one.who.get("intermediary", ()), other.who.get("intermediary", ()))
    )


def thing_points(mine: Sequence[Item], theirs: Sequence[Item]) -> float:
    """Give the points of the things of two accounts."""
    pairs = list(product(mine, theirs))
    if any(alike(a, b) for a, b in pairs):
        return THING
    if any(a.kinds & b.kinds for a, b in pairs):
        return KIND
    if pairs and all(item.kinds and not item.names for item in (*mine, *theirs)):
        return OTHER_KIND
    told = (any(item.names or item.kinds for item in items) for items in (mine, theirs))
    return THING_OPEN if all(told) else 0.0


def _times(one: Account, other: Account, ties: Ties) -> float:
    meeting = [max(a.length, b.length) for a, b in product(one.when, other.when) if a.meets(b)]
    shortest = min(meeting, default=1000)
    points = DAY if shortest <= 31 else YEAR if shortest <= 366 else 0.0
    if not any(
        t.sentence == u.sentence or goes_on(t, u, ties.origins) or rests_on(t, u) or rests_on(u, t)
        for t, u in product(one.tellings, other.tellings)
    ):
        points += staleness(one, other)
    return points + OTHER_TENSE * _are_apart_in_time(one, other)


def _are_apart_in_time(one: Account, other: Account) -> bool:
    """Say whether one is told as past, and the other as still to come."""
    tenses = [{t.claim.tense for t in account.tellings} for account in (one, other)]
    return {Tense.PAST} in tenses and {Tense.FUTURE} in tenses


def _amounts(one: Account, other: Account, ties: Ties) -> float:
    sums = any(_equal(a, b) for a, b in product(one.sums, other.sums))
    counts = any(_equal(a, b) for a, b in product(one.counts, other.counts))
    if sums or counts:
        return SUM * sums + COUNT * counts
    at_odds = any(
        ties.origins[t.ref] == ties.origins[u.ref] and _contradict(t, u)
        for t, u in product(one.tellings, other.tellings)
    )
    return AT_ODDS * at_odds


def _equal(one: Amount, other: Amount) -> bool:
    return (one.least, one.most) == (other.least, other.most)


def _contradict(one: Telling, other: Telling) -> bool:
    pairs = (*product(one.sums, other.sums), *product(one.counts, other.counts))
    return any(differ(a, b) for a, b in pairs)


def _voices(one: Account, other: Account, ties: Ties) -> float:
    mine, theirs = (
        {ties.origins[t.ref] for t in account.tellings if t.claim.sources}
        for account in (one, other)
    )
    return VOICE if mine & theirs and not _are_apart_in_time(one, other) else 0.0
