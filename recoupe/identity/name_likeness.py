"""How alike two words of names are, and by which rule."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA, JaroWinkler, Levenshtein

from recoupe.identity.name_syllables import is_pinyin
from recoupe.identity.name_words import (
    SYLLABIC,
    WORDS,
    NameWord,
    Script,
    in_ascii,
    name_words,
)
from recoupe.identity.sounds import consonants, foreign, sounds, transcribed
from recoupe.languages.name_parts import name_parts


@dataclass(frozen=True, slots=True)
class Likeness:
    """score: 0 to 1; rule: why so, in a few words."""

    score: float
    rule: str


NONE = Likeness(0.0, "differs")
SPELLING, TRANSLITERATION = Likeness(0.98, "spelling"), Likeness(0.98, "transliteration")
GIVEN = Likeness(0.95, "same given name in another language")
LETTERS = (Script.LATIN, Script.CYRILLIC)
"""Scripts that write vowels and consonants."""

SHORT = 3
"""Words up to this length have no slips: *VTB* is not *VEB*."""


@lru_cache(maxsize=WORDS)
def likeness(one: NameWord, other: NameWord) -> Likeness:
    """Say how alike two words are.

    >>> likeness(*name_words("Koupol Kupol")).rule
    'spelling'
    """
    if one.plain == other.plain:
        return Likeness(1.0, "same word")
    if Script.DIGITS in (one.script, other.script):
        return NONE
    if Script.HAN in (one.script, other.script):
        return _transcribed(one, other)
    mine, theirs = sounds(one), sounds(other)
    if not set(mine).isdisjoint(theirs):
        return SPELLING if one.script is other.script else TRANSLITERATION
    names, others = given_names(one), given_names(other)
    if names and others:
        return NONE if names.isdisjoint(others) else GIVEN
    slip = _slip(mine, theirs)
    if one.script in LETTERS and other.script in LETTERS:
        return slip
    return max(slip, _across(one, other), key=lambda likeness: likeness.score)


def _across(one: NameWord, other: NameWord) -> Likeness:
    """Compare words where one is written in a script of consonants or of syllables."""
    if Script.ARABIC in (one.script, other.script):
        return _boned(one, other)
    if one.script in SYLLABIC or other.script in SYLLABIC:
        return _foreign(in_letters(one), in_letters(other))
    return NONE


def as_long(some: Sequence[NameWord], others: Sequence[NameWord]) -> bool:
    """Say whether words in one may be others in one by their length; of some scripts always.

    >>> as_long(name_words("Nord Stream"), name_words("Nordstream"))
    True
    >>> as_long(name_words("Nord Stream"), name_words("Nord"))
    False
    """
    if any(word.script not in LETTERS for word in (*some, *others)):
        return True
    mine, theirs = (sum(len(sounds(word)[0]) for word in side) for side in (some, others))
    return abs(mine - theirs) <= 2 + min(mine, theirs) // 3


def _transcribed(one: NameWord, other: NameWord) -> Likeness:
    """Compare a foreign name written in Han with the name: *特朗普*, *Trump*."""
    if not given_names(one).isdisjoint(given_names(other)):
        return GIVEN
    letters = other if one.script is Script.HAN else one
    if one.script is other.script or is_pinyin(letters.plain):
        return NONE
    mine, theirs = (
        transcribed("".join(map(in_ascii, word.plain)).lower())
        if word.script is Script.HAN
        else transcribed(sounds(word)[0].lower())
        for word in (one, other)
    )
    if mine == theirs and len(mine) > 1:
        return Likeness(0.82, "foreign name written in Han")
    near = Levenshtein.normalized_similarity(mine, theirs) if min(len(mine), len(theirs)) > 3 else 0
    return Likeness(0.8, "foreign name written in Han") if near >= 0.75 else NONE


def _slip(mine: tuple[str, ...], theirs: tuple[str, ...]) -> Likeness:
    """Say how near two spellings are where none is the same: a letter wrong, left out, swapped."""
    if JaroWinkler.similarity(mine[0], theirs[0]) < 0.65:
        return NONE
    near = max(_near(a, b) for a in mine[:3] for b in theirs[:3])
    return Likeness(near, "slip or habit of spelling") if near >= 0.6 else NONE


@lru_cache(maxsize=WORDS)
def _near(one: str, other: str) -> float:
    """Give 1 less the share of letters that differ; vowels and sounds often confused count half."""
    shorter, longer = sorted((len(one), len(other)))
    wrong = OSA.distance(one, other)
    if shorter <= SHORT or wrong > 1 + shorter // 4:
        return 0.0
    loose = OSA.distance(_loose(one), _loose(other))
    if loose and wrong == 2 and _frame(one) and _frame(one) == _frame(other):
        return 0.8
    first = 0.5 if _loose(one)[:1] != _loose(other)[:1] else 0.0
    return 1 - (0.5 * wrong + 0.5 * loose + first) / longer


_LOOSE = str.maketrans(
    {"h": "k", "c": "k", "g": "k", "i": "e", "u": "o", "S": "s", "Z": "z", "C": "k", "J": "k"}
)


@lru_cache(maxsize=WORDS)
def _loose(sound: str) -> str:
    return sound.translate(_LOOSE)


def _frame(sound: str) -> str | None:
    """Give the consonants, four or more, with a mark for each vowel: *haftar*, *hifter*."""
    frame = re.sub("[aeiou]", "-", sound)
    return frame if len(frame.replace("-", "")) > SHORT and frame[0] != "-" else None


def _boned(one: NameWord, other: NameWord) -> Likeness:
    shared = set(consonants(one)) & set(consonants(other))
    longest = max(map(len, shared), default=0)
    if longest < 2:
        return NONE
    return Likeness(0.93 if longest > 2 else 0.88, "same consonants, vowels are not written")


def in_letters(word: NameWord) -> str:
    """Give how a word is likely to sound, in small Latin letters."""
    if word.script in (Script.LATIN, *SYLLABIC):
        return in_ascii(word.plain).lower()
    return sounds(word)[0].lower()


def _foreign(mine: str, theirs: str) -> Likeness:
    one, other = foreign(mine), foreign(theirs)
    if one == other and len(one) > 1:
        return Likeness(0.92, "foreign name written in syllables")
    near = Levenshtein.normalized_similarity(one, other) if min(len(one), len(other)) > 2 else 0
    if near >= 0.75 or (one == other and max(len(mine), len(theirs)) < 4):
        return Likeness(0.82, "foreign name written in syllables")
    return NONE


@lru_cache(maxsize=WORDS)
def given_names(word: NameWord) -> frozenset[int]:
    """Give which given names the word may be, by the lines of `name_parts.toml`."""
    return frozenset().union(*(_groups().get(sound, ()) for sound in _heard(word)[:2]))


@cache
def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for number, names in enumerate(name_parts().given.names):
        for word in (word for name in names for word in name_words(name)):
            for sound in _heard(word)[:1]:
                found[sound] = found.get(sound, frozenset()) | {number}
    return found


def _heard(word: NameWord) -> tuple[str, ...]:
    return (word.plain,) if word.script is Script.HAN else sounds(word)
