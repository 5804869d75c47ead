"""Where the claims of one event differ, each side with its quote; nothing is silently resolved."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from recoupe.model.claim import PARTICIPANTS, Tense
from recoupe.model.factuality import Certainty
from recoupe.model.finding import ClaimRef, Disagreement, Origin, Side
from recoupe.weighing.amounts import Amount, comparable, differ
from recoupe.weighing.bars import part
from recoupe.weighing.goods import kind_of, kinds
from recoupe.weighing.items import alike, called
from recoupe.weighing.narrower import narrower, other_parties
from recoupe.weighing.telling import Telling

Origins = Mapping[ClaimRef, Origin]
Texts = Mapping[str, str]
Amounts = tuple[Amount, ...]

VALUES = ("quantity", "value", "date", "place", "item", "participant")
"""What two origins can differ on so that a finding is contested."""


def disagreements(group: Sequence[Telling], of: Origins, texts: Texts) -> tuple[Disagreement, ...]:
    """Give what the claims of one event differ on: on whether it happened first, then the rest."""
    found = (
        _whether(group, of, texts),
        _certainty(group, of, texts),
        _amounts("quantity", group, of, texts, lambda t: _of_the_matter(t, group)),
        _amounts("value", group, of, texts, lambda t: t.sums),
        _amounts("participant", group, of, texts, _people),
        _dates(group, of, texts),
        _differing("place", group, of, texts, _other_places),
        _differing("item", group, of, texts, _other_goods),
        *narrower(group, of, texts),
        *other_parties(group, texts),
    )
    return _each_once(one for one in found if one is not None)


def _each_once(found: Iterable[Disagreement]) -> tuple[Disagreement, ...]:
    """Lay together what is differed on twice: numbers of people, and who took part."""
    sides: dict[str, dict[ClaimRef, Side]] = {}
    for one in found:
        for side in one.sides:
            sides.setdefault(one.on, {}).setdefault(side.claim, side)
    return tuple(Disagreement(on, tuple(held.values())) for on, held in sides.items())


def between_origins(found: Sequence[Disagreement], of: Origins) -> bool:
    """Say whether two origins give values that cannot both be."""
    return any(
        len({of[side.claim].name for side in one.sides}) > 1 for one in found if one.on in VALUES
    )


def _whether(group: Sequence[Telling], of: Origins, texts: Texts) -> Disagreement | None:
    """Give each origin's surest claim on either side, where there are both sides."""
    sides: dict[tuple[bool, str], Telling] = {}
    for telling in group:
        said = telling.claim.factuality
        if said.certainty is Certainty.U:
            continue
        key = (not said.affirmed, of[telling.ref].name)
        held = sides.get(key)
        if held is None or said.certainty > held.claim.factuality.certainty:
            sides[key] = telling
    if len({denies for denies, _ in sides}) < 2:
        return None
    return _told("whether", [sides[key] for key in sorted(sides)], texts)


def _certainty(group: Sequence[Telling], of: Origins, texts: Texts) -> Disagreement | None:
    """Give the surest and the least sure claim of the first origin that has two levels."""
    for origin in dict.fromkeys(of[t.ref].name for t in group):
        told = [
            t
            for t in group
            if of[t.ref].name == origin and t.claim.factuality.certainty is not Certainty.U
        ]
        for affirmed in (True, False):
            levels = {
                t.claim.factuality.certainty: t
                for t in reversed(told)
                if t.claim.factuality.affirmed is affirmed
            }
            if len(levels) > 1:
                return _told("certainty", [levels[max(levels)], levels[min(levels)]], texts)
    return None


def _amounts(
    on: str, group: Sequence[Telling], of: Origins, texts: Texts, read: Callable[[Telling], Amounts]
) -> Disagreement | None:
    """Give each amount that another origin's cannot be true beside."""
    told = [(t, read(t)) for t in group if read(t) and not t.denies]
    apart: dict[ClaimRef, Side] = {}
    for (one, mine), (other, theirs) in combinations(told, 2):
        if of[one.ref] is of[other.ref] and one.ref.document == other.ref.document:
            continue
        for a, b in _at_odds(mine, theirs):
            if not part(one, a, other, b):
                for telling, found in ((one, a), (other, b)):
                    words = found.span.of(texts[telling.ref.document])
                    apart.setdefault(telling.ref, Side(telling.ref, words, words))
    return Disagreement(on, tuple(apart[ref] for ref in sorted(apart))) if apart else None


def _at_odds(mine: Amounts, theirs: Amounts) -> tuple[tuple[Amount, Amount], ...]:
    """Give the amounts of one thing of which none fits any on the other side.

    One that is more than each of several is their whole, and fits.
    """
    pairs = [(a, b) for a in mine for b in theirs if comparable(a, b)]
    return tuple(
        (a, b)
        for a, b in pairs
        if all(differ(x, y) for x, y in pairs if x == a or y == b)
        and not _is_whole(a, [y for x, y in pairs if x == a])
        and not _is_whole(b, [x for x, y in pairs if y == b])
    )


def _is_whole(one: Amount, others: Sequence[Amount]) -> bool:
    return len(others) > 1 and all(other.most < one.least for other in others)


def _of_the_matter(telling: Telling, group: Sequence[Telling]) -> Amounts:
    """Give what is counted; of several things by name, those that the others tell of too."""
    counts = _counts(telling)
    named = [i for other in group if other is not telling for i in other.items if i.names]
    told = tuple(a for a in counts if any(alike(called(a.unit), item) for item in named))
    return told if len(counts) > 1 and told else counts


def _counts(telling: Telling) -> Amounts:
    """Give what is counted, but for those who took part."""
    return tuple(a for a in telling.counts if a not in _people(telling))


def _people(telling: Telling) -> Amounts:
    """Give the numbers of people who took part; who is trained or sent is counted like goods."""
    counts = telling.counts if "participant" in PARTICIPANTS[telling.claim.event] else ()
    return tuple(a for a in (*telling.heads, *counts) if kind_of(a.unit) == "personnel")


def _dates(group: Sequence[Telling], of: Origins, texts: Texts) -> Disagreement | None:
    """Give the dates that have no day in common; or of one who has it done, one to come."""
    return _differing("date", group, of, texts, _other_days)


def _other_days(one: Telling, other: Telling) -> bool:
    if len(one.when) != 1 or len(other.when) != 1:
        return False
    return not one.when[0].meets(other.when[0]) or _is_before(one, other) or _is_before(other, one)


def _is_before(one: Telling, other: Telling) -> bool:
    """Say whether one has it done, or going on, before the day when the other has it to come."""
    return (
        one.ref.document == other.ref.document
        and one.claim.tense is not Tense.FUTURE
        and other.claim.tense is Tense.FUTURE
        and one.when[0].first < other.when[0].first
    )


def _other_places(one: Telling, other: Telling) -> bool:
    """Say whether each names one country as the place, and not the same."""
    return len(one.where) == len(other.where) == 1 and one.where != other.where


def _other_goods(one: Telling, other: Telling) -> bool:
    """Say whether the goods are of other kinds, named or told by nouns that can be told apart."""
    mine, theirs = _kinds(one), _kinds(other)
    return bool(mine and theirs) and not mine & theirs


def _kinds(telling: Telling) -> frozenset[str]:
    """Give the kinds of goods; nothing where some could be of any kind."""
    known = [item.kinds & kinds() for item in telling.items]
    return frozenset().union(*known) if all(known) else frozenset()


def _differing(
    on: str,
    group: Sequence[Telling],
    of: Origins,
    texts: Texts,
    differ: Callable[[Telling, Telling], bool],
) -> Disagreement | None:
    """Give the words of a role of those who differ, where two origins do."""
    told = [t for t in group if not t.denies and t.claim.fillers(on)]
    apart: dict[ClaimRef, Side] = {}
    for one, other in combinations(told, 2):
        apart_within = on == "date" and one.ref.document == other.ref.document
        if (of[one.ref] is not of[other.ref] or apart_within) and differ(one, other):
            for telling in (one, other):
                words = telling.claim.fillers(on)[0].span.of(texts[telling.ref.document])
                apart.setdefault(telling.ref, Side(telling.ref, words, words))
    return Disagreement(on, tuple(apart[ref] for ref in sorted(apart))) if apart else None


def _told(on: str, tellings: Sequence[Telling], texts: Texts) -> Disagreement:
    return Disagreement(
        on,
        tuple(
            Side(t.ref, str(t.claim.factuality), t.claim.evidence[0].of(texts[t.ref.document]))
            for t in tellings
        ),
    )
