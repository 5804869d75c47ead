"""Persons' names: words in any order; given names and patronymics that differ keep kin apart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from recoupe.identity.name_comparison import Comparison, Part
from recoupe.identity.name_likeness import Likeness, as_long, likeness
from recoupe.identity.name_meanings import meanings
from recoupe.identity.name_nearness import eased
from recoupe.identity.name_spelled import (
    characters,
    same_chinese,
    same_korean,
    spelled_as,
    spelling,
)
from recoupe.identity.name_words import (
    NAMES,
    SYLLABIC,
    NameWord,
    Script,
    joined,
    name_words,
    plain,
    script_of,
)
from recoupe.identity.sounds import sounds
from recoupe.languages.name_parts import name_parts

ENOUGH = 0.78
"""Less alike, two words of persons' names are two names: *Vitaly* is not *Valery*."""

CONFLICT = 1.6
"""What a word that differs on each side weighs against one that matches."""

SINGLE = 0.6
"""The most that is left where a word differs on both sides, however many others match, or where
one word is all that matches, and a name has several: *Putin*, *Vladimir Putin*."""


@dataclass(frozen=True, slots=True)
class Named:
    """A word of a person's name. patronymic: whether it is his father's name by its ending."""

    word: NameWord
    patronymic: bool

    @property
    def is_initial(self) -> bool:
        return len(self.word.plain) == 1 and self.word.script is not Script.HAN

    @property
    def weight(self) -> float:
        """Say how much it weighs where the other name has nothing for it."""
        if self.is_initial or self.patronymic:
            return 0.08
        return 0.25


Match = tuple[tuple[int, ...], tuple[int, ...], Likeness]


def compare_persons(a: str, b: str) -> Comparison:
    """Compare two persons' names.

    >>> compare_persons("Сергей Кужугетович Шойгу", "Choïgou Sergueï").score > 0.9
    True
    >>> compare_persons("Иван Игоревич Сечин", "Игорь Иванович Сечин").score < 0.5
    True
    """
    ours, theirs = named(a), named(b)
    matches = _syllables(ours, theirs) or _matches(ours, theirs)
    if len(matches) < max(len(ours), len(theirs)) and same_korean(
        [o.word for o in ours], [t.word for t in theirs]
    ):
        like = Likeness(0.93, "Korean in another romanisation")
        matches = [(tuple(range(len(ours))), tuple(range(len(theirs))), like)]
    left = [one for i, one in enumerate(ours) if all(i not in m[0] for m in matches)]
    right = [one for j, one in enumerate(theirs) if all(j not in m[1] for m in matches)]
    parts = (
        *(Part(_text(ours, m[0]), _text(theirs, m[1]), m[2].score, m[2].rule) for m in matches),
        *(Part(one.word.text, "") for one in left),
        *(Part("", one.word.text) for one in right),
    )
    found = Comparison(_score(matches, left, right, ours, theirs), parts)
    return eased(found, _own(left), _own(right))


def _own(some: Sequence[Named]) -> list[NameWord]:
    """Give the words that may be near to others: fathers' names are one, or they are not."""
    return [one.word for one in some if not one.patronymic]


def _text(words: Sequence[Named], places: Iterable[int]) -> str:
    return " ".join(words[place].word.text for place in places)


def _score(
    matches: Sequence[Match],
    left: Sequence[Named],
    right: Sequence[Named],
    ours: Sequence[Named],
    theirs: Sequence[Named],
) -> float:
    if not matches:
        return 0.0
    scores = [m[2].score for m in matches]
    full = sum(len(m[0]) for m in matches)
    like = sum(m[2].score * len(m[0]) for m in matches)
    fewer, more = sorted((left, right), key=len)
    conflict = CONFLICT * len(fewer)
    extra = sum(sorted((one.weight for one in more), reverse=True)[len(fewer) :])
    score = like / (full + conflict + extra) - 0.3 * (max(scores) - min(scores))
    if fewer or _single(matches, ours, theirs):
        return max(0.0, min(SINGLE, score))
    return max(0.0, score)


def _single(matches: Sequence[Match], ours: Sequence[Named], theirs: Sequence[Named]) -> bool:
    """Say whether but one full word matched, and one of the names has more."""
    longer = max(sum(not one.is_initial for one in side) for side in (ours, theirs))
    full = [m for m in matches if not any(ours[i].is_initial for i in m[0])]
    spelled = any(len(m[0]) > 1 or len(m[1]) > 1 for m in full)
    return longer > 1 and len(matches) == 1 and not spelled


@lru_cache(maxsize=NAMES)
def named(name: str) -> tuple[Named, ...]:
    """Give the words of a person's name without titles and particles; all where none is left."""
    words = name_words(name)
    titles, particles = _titles(), _particles()
    bare = tuple([one for one in words if one.plain not in titles]) or words
    telling = tuple([one for one in bare if one.plain not in particles])
    telling = telling if len(telling) > 1 else bare
    slavic = len(telling) >= 3
    return tuple(Named(one, slavic and _is_patronymic(one)) for one in telling)


def _is_patronymic(word: NameWord) -> bool:
    if word.script not in (Script.LATIN, Script.CYRILLIC) or len(word.plain) < 5:
        return False
    endings = name_parts().patronymics
    return any(sound.endswith(endings) for sound in sounds(word))


def _matches(ours: Sequence[Named], theirs: Sequence[Named]) -> list[Match]:
    """Lay the most alike words together, then what is left joined: *Abdul Hakim*, *Abdelhakim*."""
    pairs = sorted(_alike(ours, theirs), key=lambda pair: -pair[2].score)
    found: list[Match] = []
    mine: set[int] = set()
    yours: set[int] = set()
    for i, j, like in pairs:
        if i not in mine and j not in yours:
            found.append(((i,), (j,), like))
            mine.add(i)
            yours.add(j)
    left = [i for i in range(len(ours)) if i not in mine]
    right = [j for j in range(len(theirs)) if j not in yours]
    if left and right and len(left) + len(right) > 2:
        found += _joined(ours, theirs, left, right)
    return found


def _alike(ours: Sequence[Named], theirs: Sequence[Named]) -> Iterator[tuple[int, int, Likeness]]:
    for i, one in enumerate(ours):
        for j, other in enumerate(theirs):
            like = _likeness(one, other)
            if like.score >= ENOUGH:
                yield i, j, like


def _likeness(one: Named, other: Named) -> Likeness:
    if one.is_initial or other.is_initial:
        return _initial(one.word, other.word)
    if one.patronymic != other.patronymic and one.word.plain != other.word.plain:
        return Likeness(0.0, "a father's name is no given name")
    if one.word.script in SYLLABIC or other.word.script in SYLLABIC:
        if spelled := spelled_as(one.word, other.word):
            return Likeness(0.95, f"read in {spelled}")
        return characters(one.word, other.word) or likeness(one.word, other.word)
    found = likeness(one.word, other.word)
    if found.score < 0.9 and same_chinese(one.word, other.word):
        return Likeness(0.94, "Chinese in another romanisation")
    if found.score < ENOUGH and one.word.script is not other.word.script:
        if meanings(one.word) & meanings(other.word):
            return Likeness(0.85, "translated, as machines do")
    return found


def _initial(one: NameWord, other: NameWord) -> Likeness:
    firsts = {sound[0] for sound in sounds(one) if sound} & {s[0] for s in sounds(other) if s}
    if one.plain[0] == other.plain[0] or firsts:
        return Likeness(0.9, "initial")
    return Likeness(0.0, "another initial")


def _joined(
    ours: Sequence[Named], theirs: Sequence[Named], left: list[int], right: list[int]
) -> list[Match]:
    """Lay words together that one side writes in one, or parts: *Abdul Hakim*, *Abdelhakim*."""
    for mine, yours in ((m, y) for m in _runs(left) for y in _runs(right)):
        some, others = [ours[i].word for i in mine], [theirs[j].word for j in yours]
        if len(mine) + len(yours) < 3 or not as_long(some, others):
            continue
        one, other = joined(tuple(some)), joined(tuple(others))
        whole = (len(mine), len(yours)) == (len(left), len(right))
        if not (whole or _in_letters(one, other)):
            continue
        like = _likeness(Named(one, False), Named(other, False))
        if like.score >= ENOUGH:
            return [(mine, yours, Likeness(like.score, f"{like.rule}, written in one"))]
    return []


def _in_letters(*words: NameWord) -> bool:
    return all(word.script not in SYLLABIC for word in words)


def _runs(places: list[int]) -> list[tuple[int, ...]]:
    """Give the places together, the longest first; those side by side; and each alone."""
    found = [tuple(places)] if len(places) < 5 else []
    found += [pair for pair in pairwise(places) if pair[1] == pair[0] + 1 and len(places) > 2]
    return found + [(place,) for place in places if len(places) > 1]


def _syllables(ours: Sequence[Named], theirs: Sequence[Named]) -> list[Match]:
    """Lay a name of Han or Hangul beside the words that spell it, its family name first or last."""
    for mine, yours, turned in ((ours, theirs, False), (theirs, ours, True)):
        whole = tuple(one.word for one in mine)
        if not whole or any(one.script not in (Script.HAN, Script.HANGUL) for one in whole):
            continue
        written = "".join(one.plain for one in whole)
        if len(written) < 2 or any(one.word.script is Script.HAN for one in yours):
            continue
        if found := spelling(written, [one.word for one in yours]):
            places, language = found
            everything = tuple(range(len(whole)))
            like = Likeness(0.96, f"read in {language}")
            return [(places, everything, like) if turned else (everything, places, like)]
    return []


@cache
def _titles() -> frozenset[str]:
    return frozenset(plain(one, script_of(one)) for one in name_parts().honorifics)


@cache
def _particles() -> frozenset[str]:
    return frozenset(plain(one, script_of(one)) for one in name_parts().particles)
