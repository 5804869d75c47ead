"""Which claims tell one event. Merging two events is the worse error: in doubt, apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from recoupe.identity.resolve import Identity, Kind, apart, same
from recoupe.weighing.items import alike, unlike
from recoupe.weighing.reprint import reprinted
from recoupe.weighing.telling import Telling

Group = tuple[Telling, ...]

WITHIN, ACROSS = 3.0, 4.0
"""Likeness that makes two tellings one event, in one document and in two."""


def events(tellings: Sequence[Telling]) -> tuple[Group, ...]:
    """Group the tellings by event, in the order given; each is in exactly one group.

    What is affirmed is grouped first and denials join it, so that no denial draws two events
    together. The order of the tellings changes nothing.
    """
    groups: list[list[int]] = [[i] for i in range(len(tellings))]
    return tuple(tuple(tellings[i] for i in g) for g in _merged(groups, tellings))


def _merged(groups, tellings):
    pairs = []
    for i, j in combinations(range(len(tellings)), 2):
        if tellings[i].claim.event is not tellings[j].claim.event:
            continue
        score = likeness(tellings[i], tellings[j])
        near = tellings[i].ref.document == tellings[j].ref.document
        if score >= (WITHIN if near else ACROSS):
            pairs.append((-score, i, j))
    of = {i: g for g in groups for i in g}
    for score, i, j in sorted(pairs):
        a, b = of[i], of[j]
        if a is b or any(barred(tellings[x], tellings[y]) for x in a for y in b):
            continue
        a += b
        for k in b:
            of[k] = a
    return sorted({id(g): sorted(g) for g in of.values()}.values())


def barred(one, other) -> bool:
    if one.claim.event is not other.claim.event: return True
    if reprinted(one.sentence, other.sentence) and one.ref.document != other.ref.document:
        return False
    for role in one.who.keys() & other.who.keys():
        if all(apart(a, b) for a in one.who[role] for b in other.who[role]):
            return True
    if one.items and other.items and all(unlike(a, b) for a in one.items for b in other.items):
        return True
    if one.when and other.when and not any(a.meets(b) for a in one.when for b in other.when):
        return True
    return False


def likeness(one: Telling, other: Telling) -> float:
    if barred(one, other): return 0
    score = 0.0
    if one.ref.document != other.ref.document and reprinted(one.sentence, other.sentence):
        score += 6
    else:
        score += 1 if one.ref.document == other.ref.document else 0
    for role in one.who.keys() & other.who.keys():
        if any(same(a, b) for a in one.who[role] for b in other.who[role]):
            score += 1.5
        elif any(a.country and a.country == b.country for a in one.who[role] for b in other.who[role]):
            score += 1
    if any(alike(a, b) for a in one.items for b in other.items): score += 2
    elif any(a.kinds & b.kinds for a in one.items for b in other.items): score += 1
    if alike(one.topics, other.topics): score += 2
    elif one.topics.kinds & other.topics.kinds: score += 1
    if any(a.meets(b) and min(a.length,b.length) <= 31 for a in one.when for b in other.when): score += 1
    if any(a == b or (a.unit==b.unit and a.least==b.least and a.most==b.most) for a in one.sums for b in other.sums): score += 2
    if any(a.least==b.least and a.most==b.most for a in one.counts for b in other.counts): score += 1
    return score


def linked(groups):
    found = {i: set() for i in range(len(groups))}
    return found
