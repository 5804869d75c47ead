"""Whether words spell a Chinese, Japanese or Korean name, written in its characters or not."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from recoupe.identity.name_likeness import Likeness
from recoupe.identity.name_syllables import as_hangul, as_pinyin, korean_families, spells
from recoupe.identity.name_words import NameWord, Script, in_ascii
from recoupe.identity.sounds import sounds


def characters(one: NameWord, other: NameWord) -> Likeness | None:
    """Compare two names of Han, character by character: a homophone is another name."""
    if not one.script is other.script is Script.HAN:
        return None
    if one.plain == other.plain:
        return Likeness(1.0, "same characters")
    return Likeness(0.0, "other characters")


def same_chinese(one: NameWord, other: NameWord) -> bool:
    """Say whether two words spell one Chinese name, in pinyin and another romanisation."""
    if {one.script, other.script} - {Script.LATIN, Script.CYRILLIC}:
        return False
    if len(one.plain) > 12 or len(other.plain) > 12:
        return False
    mine = as_pinyin(one.plain) | ({one.plain} if one.script is Script.LATIN else set())
    theirs = as_pinyin(other.plain) | ({other.plain} if other.script is Script.LATIN else set())
    return (
        one.plain in theirs
        or other.plain in mine
        or (one.script is other.script is Script.CYRILLIC and not mine.isdisjoint(theirs))
    )


def same_korean(ours: Sequence[NameWord], theirs: Sequence[NameWord]) -> bool:
    """Say whether both names spell one Korean name of two to four syllables, in any order."""
    sides = [[one.plain for one in side] for side in (ours, theirs)]
    if any(not 0 < len(side) < 5 or len("".join(side)) > 18 for side in sides):
        return False
    if not all(korean_families() & {side[0], side[-1]} for side in sides):
        return False
    mine, yours = (
        frozenset().union(*(as_hangul("".join(side[n:] + side[:n])) for n in {0, 1, len(side) - 1}))
        for side in sides
    )
    return any(len(name) > 1 for name in mine & yours)


def spelling(characters: str, words: list[NameWord]) -> tuple[tuple[int, ...], str] | None:
    """Give the words, all or all but one, that spell the characters, and in which language."""
    everything = tuple(range(len(words)))
    if len(words) > 5:
        return None
    some = [everything]
    if len(words) > 2:
        some += list(combinations(everything, len(words) - 1))
    for places in some:
        for order in {places, places[1:] + places[:1], places[-1:] + places[:-1]}:
            for letters in _letters([words[i] for i in order]):
                if language := spells(letters, characters):
                    return places, language
    return None


def _letters(words: Sequence[NameWord]) -> Iterator[str]:
    if all(one.script is Script.CYRILLIC for one in words):
        spelled = [as_pinyin(one.plain) for one in words]
        if all(spelled):
            yield from _products(spelled)
        yield "".join(one.plain for one in words)
        yield "".join(sounds(one)[0] for one in words).replace("C", "ch").replace("S", "sh")
        return
    yield "".join(in_ascii(one.plain).lower() for one in words)


def _products(spelled: Sequence[frozenset[str]]) -> list[str]:
    found = [""]
    for one in spelled:
        found = [before + after for before in found for after in sorted(one)][:16]
    return found


def spelled_as(one: NameWord, other: NameWord) -> str | None:
    """Say in which language one word spells the characters of the other; None where it does not."""
    for syllabic, letters in ((one, other), (other, one)):
        if syllabic.script in (Script.HAN, Script.HANGUL) and letters.script is not Script.HAN:
            for spelled in _letters([letters]):
                if language := spells(spelled, syllabic.plain):
                    return language
    return None
