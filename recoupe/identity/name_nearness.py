"""How near words are that are too little alike to be one, for scores below the threshold.

What decides is whether words are alike. Where they are not, two names that nearly match stand above
two that have nothing in common; but never so high that they are taken for one.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from rapidfuzz.distance import Jaro

from recoupe.identity.name_comparison import Comparison, Part
from recoupe.identity.name_likeness import given_names, in_letters
from recoupe.identity.name_meanings import meanings
from recoupe.identity.name_words import SYLLABIC, WORDS, NameWord, Script
from recoupe.identity.sounds import consonants, foreign, sounds

ALMOST = 0.69
"""The most that two names get to by words that are only near: less than the threshold."""

FAR = 0.6
"""Words that are less alike, as Jaro counts it, are not near at all: strangers often are so."""

MATCHED = 0.5
"""How much stays of the score where what is left is not near: kin match in all else."""

WAYS = 3
"""In which each of two words may be said, the likeliest."""


def eased(found: Comparison, left: Sequence[NameWord], right: Sequence[NameWord]) -> Comparison:
    """Give a comparison that counts how near the words are that it could lay beside nothing.

    left, right: those that may be one another's. The score lies between half of what it was and
    `ALMOST`, by the mean nearness of those that are nearest to each other, and the parts tell of
    them. Where either side has none it stays.
    """
    if found.score >= ALMOST or not (left and right):
        return found
    near = tuple(_nearest(left, right))
    share = sum(score for *_, score in near) / min(len(left), len(right))
    least = MATCHED * found.score
    mine = {one.text: _part(one.text, other.text, score) for one, other, score in near}
    yours = {other.text: _part(other.text, one.text, score) for one, other, score in near}
    return Comparison(
        least + share * (ALMOST - least),
        tuple(_told(part, mine, yours) for part in found.parts),
    )


def _part(text: str, other: str, score: float) -> Part:
    return Part(text, "", score, f"near to {other}, but too little alike")


def _told(part: Part, mine: Mapping[str, Part], yours: Mapping[str, Part]) -> Part:
    """Give a part that stands alone with what is near to it."""
    if not part.b:
        return mine.get(part.a, part)
    return yours[part.b].turned() if not part.a and part.b in yours else part


def _nearest(
    left: Sequence[NameWord], right: Sequence[NameWord]
) -> Iterator[tuple[NameWord, NameWord, float]]:
    """Lay words together, the nearest first, each once; none that are not near at all."""
    pairs = [
        (score, i, j)
        for i, one in enumerate(left)
        for j, other in enumerate(right)
        if (score := nearness(one, other)) > 0
    ]
    mine, yours = set[int](), set[int]()
    for score, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1:])):
        if i not in mine and j not in yours:
            mine.add(i)
            yours.add(j)
            yield left[i], right[j], score


@lru_cache(maxsize=WORDS)
def nearness(one: NameWord, other: NameWord) -> float:
    """Say how near two words are in sound, 0 to 1, by the letters that they share in order.

    0 for numbers, initials, and given names or meanings that are known to differ. The measure is
    Jaro's (Journal of the American Statistical Association 84, 1989), counted from `FAR` on;
    without Winkler's more for beginnings, which names of different families share.

    >>> from recoupe.identity.name_words import name_words
    >>> petrenko, petrashko, vasilev = name_words("Petrenko Petrashko Vasilev")
    >>> nearness(petrenko, petrashko) > 0.3, nearness(petrenko, vasilev)
    (True, 0.0)
    """
    if not (_is_word(one) and _is_word(other)):
        return 0.0
    best = max(
        (Jaro.similarity(a, b) for a in _said(one, other) for b in _said(other, one)),
        default=0.0,
    )
    # What is known of words takes longer to look up, and few come so far.
    if best <= FAR or _differ(one, other, given_names, meanings):
        return 0.0
    return (best - FAR) / (1 - FAR)


def _is_word(one: NameWord) -> bool:
    return len(one.plain) > 1 and one.script is not Script.DIGITS


def _differ(
    one: NameWord, other: NameWord, *told: Callable[[NameWord], frozenset[int] | frozenset[str]]
) -> bool:
    """Say whether something is known of both, which then is not the same."""
    return any(of(one) and of(other) for of in told)


def _said(one: NameWord, other: NameWord) -> tuple[str, ...]:
    """Give what a word sounds like, as far as the other's script tells it."""
    scripts = (one.script, other.script)
    if Script.ARABIC in scripts:
        return consonants(one)[:WAYS]
    if one.script is other.script is Script.HAN:
        return (one.plain,)
    if any(script in SYLLABIC for script in scripts):
        return (foreign(in_letters(one)),)
    return sounds(one)[:WAYS]
