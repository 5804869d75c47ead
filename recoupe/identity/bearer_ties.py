"""Which names may be one bearer's: few are laid side by side, and fewer are alike."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from math import log

from recoupe.identity.bearer_called import BODY, COUNTRY, PERSON, VESSEL, Called, Name
from recoupe.identity.name_acronyms import acronym_of
from recoupe.identity.name_comparison import Comparison
from recoupe.identity.name_keys import keys
from recoupe.identity.name_tokens import tokens
from recoupe.identity.name_words import Script, name_words
from recoupe.identity.names import THRESHOLD, compare
from recoupe.identity.resolve import countries_inside

HOLDERS = 40
"""A key that more names have than this brings none of them together."""

SHARE = 0.15
"""Share of the keys of the name with fewer that two names have in common before they are compared;
rare keys weigh more."""

LAID = 12
"""Names that one is compared with at most, those with most in common."""

STRICT, NEVER = 0.9, 2.0
"""Names of places, goods, works, events and of whom everybody knows are one only where nothing is
left over."""

PART = 0.45
"""Less of a longer name is no short form of it."""

SHORT = "is short for"
"""The rule by which names are laid beside their first letters: these alone join nothing."""

LETTERS = 4
"""Letters of an acronym that is looked for in other scripts; fewer are short for too much."""

OF_NOBODY = (COUNTRY, VESSEL)
"""Sorts whose names others often bear: capitals, and those after whom ships are named."""


class Bond(StrEnum):
    """How far names tie: alike; one a part of the other; the same words for another kind."""

    ALIKE = "alike"
    PART = "part"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Tie:
    """Two names that may be one bearer's. Of a part, `one` is the shorter.

    fuller: those of the two that say what the other does not.
    """

    one: Called
    other: Called
    bond: Bond
    rule: str
    why: tuple[str, ...] = ()
    fuller: frozenset[Called] = frozenset()

    def far(self, near: Called) -> Called:
        """Give the name at the other end."""
        return self.other if near == self.one else self.one


def ties(names: Mapping[Called, Name]) -> tuple[Tie, ...]:
    """Give how names tie, in the order of the names; the work grows with their number."""
    found = {
        (one, other): tie
        for one, other in sorted(_near(names))
        if (tie := _tie(names[one], names[other])) is not None
    }
    for one, other in _aliases(names):
        rule = f"documents also call it {names[one].text}"
        found.setdefault(_pair(one, other), Tie(one, other, Bond.PART, rule))
    for pair in _other_kinds(names):
        found[pair] = Tie(*pair, Bond.KIND, "the same name, told as another kind")
    return tuple(found[pair] for pair in sorted(found))


def _near(names: Mapping[Called, Name]) -> set[tuple[Called, Called]]:
    """Give the pairs that share enough keys."""
    own = {called: frozenset(_keys(names[called])) for called in names if not _plain(called)}
    holders: dict[Hashable, list[Called]] = defaultdict(list)
    for called, some in own.items():
        for key in some:
            holders[key].append(called)
    weigh = {key: log(1 + len(own) / len(held)) for key, held in holders.items()}
    shared: Counter[tuple[Called, Called]] = Counter()
    for key, held in holders.items():
        for pair in combinations(held, 2) if len(held) <= HOLDERS else ():
            shared[pair] += weigh[key]  # type: ignore[assignment]
    whole = {called: sum(weigh[key] for key in some) for called, some in own.items()}
    enough = {p: w for p, w in shared.items() if w >= SHARE * min(whole[p[0]], whole[p[1]])}
    return {*_nearest(enough), *_acronyms(names)}


def _acronyms(names: Mapping[Called, Name]) -> Iterator[tuple[Called, Called]]:
    """Give the pairs of a short name and one in another script whose first letters it is."""
    bodies = [called for called in names if called.sort == BODY]
    parts = {called: tokens(names[called].text) for called in bodies}
    long: dict[Script, list[Called]] = defaultdict(list)
    for called in bodies:
        if len(parts[called]) > 1:
            long[parts[called][0].word.script].append(called)
    for called in bodies:
        short, *more = parts[called]
        if not more and short.is_short and len(short.word.plain) >= LETTERS:
            foreign = (
                o for script in long if script is not short.word.script for o in long[script]
            )
            yield from (_pair(called, o) for o in foreign if acronym_of(short, parts[o]))


def _plain(called: Called) -> bool:
    """Say whether nothing is to be compared: a country's code is all there is."""
    return called.sort == COUNTRY and called.known


def _keys(name: Name) -> Iterator[Hashable]:
    sort = name.called.sort
    yield from ((sort, key) for key in keys(name.text, name.schema))
    yield from ((sort, "word", word.removesuffix("s")) for word in name.called.words)


def _nearest(shared: Mapping[tuple[Called, Called], float]) -> Iterator[tuple[Called, Called]]:
    """Give the pairs that are among those with most in common for either name."""
    of: dict[Called, list[tuple[float, tuple[Called, Called]]]] = defaultdict(list)
    for pair, weight in shared.items():
        for called in pair:
            of[called].append((-weight, pair))
    for some in of.values():
        yield from (pair for _, pair in sorted(some)[:LAID])


def _tie(one: Name, other: Name) -> Tie | None:
    if (one.called.known and other.called.known) or _abroad(one, other):
        return None
    found = compare(one.text, other.text, one.schema)
    ends = (one.called, other.called)
    left = (_left(found, one, "a"), _left(found, other, "b"))
    fuller = frozenset(end for end, more in zip(ends, left, strict=True) if more)
    why = tuple(map(str, found.parts))
    if all(left):
        return None
    if found.score >= THRESHOLD and SHORT in {part.rule for part in found.parts}:
        short, long = sorted((one, other), key=lambda name: (len(name.called.words), name.called))
        rule = f"{short.text} may be short for {long.text}"
        return Tie(short.called, long.called, Bond.PART, rule, why)
    if found.score >= _threshold(one, other, left):
        return Tie(*ends, Bond.ALIKE, "the names are alike", why, fuller)
    if found.score < PART or left[0] == left[1] or one.called.sort not in (PERSON, BODY):
        return None
    short, long = (other, one) if left[0] else (one, other)
    if short.called.known or (short.general and short.called.sort == BODY):
        return None
    rule = f"{short.text} is a part of {long.text}"
    return Tie(short.called, long.called, Bond.PART, rule, why, fuller)


def _threshold(one: Name, other: Name, left: Sequence[bool]) -> float:
    known = one.called.known or other.called.known
    if one.called.sort in (PERSON, BODY, VESSEL) and not known:
        return THRESHOLD
    return NEVER if any(left) else STRICT


def _left(found: Comparison, name: Name, side: str) -> bool:
    """Say whether one name has words, but for its legal form, for which the other has nothing."""
    alone = (part.a if side == "a" else part.b for part in found.parts if not (part.a and part.b))
    words = {one.plain for text in alone for one in name_words(text)}
    return not words.isdisjoint(name.called.words) or (name.called.known and bool(words))


def _abroad(one: Name, other: Name) -> bool:
    """Say whether the names tell of different countries."""
    mine, theirs = (frozenset(countries_inside(name.text, None)) for name in (one, other))
    return bool(mine and theirs) and not mine & theirs


def _aliases(names: Mapping[Called, Name]) -> Iterator[tuple[Called, Called]]:
    """Give the names that documents use for the bearer of another, each with that one."""
    for called, name in names.items():
        for alias in sorted(name.aliases):
            if alias in names and not alias.known and not _is_general_body(names[alias]):
                yield alias, called


def _is_general_body(name: Name) -> bool:
    return name.general and name.called.sort == BODY


def _other_kinds(names: Mapping[Called, Name]) -> Iterator[tuple[Called, Called]]:
    """Give the pairs of the same words that readers took for two kinds of bearer."""
    by_words: dict[tuple[str, ...], list[Called]] = defaultdict(list)
    for called in names:
        if called.sort not in OF_NOBODY and not called.known:
            by_words[called.words].append(called)
    for some in by_words.values():
        yield from combinations(sorted(some), 2)


def _pair(one: Called, other: Called) -> tuple[Called, Called]:
    first, second = sorted((one, other))
    return first, second


def rivals(called: Called, of: Iterable[Tie]) -> tuple[Tie, ...]:
    """Give the ties to names that this one may be short for, or another form of."""
    return tuple(
        tie
        for tie in of
        if (tie.bond is Bond.ALIKE and tie.fuller != {called})
        or (tie.bond is Bond.PART and tie.one == called)
    )
