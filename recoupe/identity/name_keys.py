"""Short keys by which an index finds names that may be one, whatever their script and spelling.

A name has a key for each telling word: the consonants as a listener hears them, in few classes.
Respellings of a name share one in nearly all cases; unrelated names share one where they share a
word, so that the rarer key tells more. Acronyms have their letters as a key, on both sides.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from anyascii import anyascii

from recoupe.identity.name_meanings import Role
from recoupe.identity.name_persons import named
from recoupe.identity.name_syllables import as_pinyin, spellings
from recoupe.identity.name_tokens import Token, tokens
from recoupe.identity.name_words import SYLLABIC, NameWord, Script
from recoupe.identity.sounds import consonants, sounds, transcribed

LEAST = 3
"""Letters that an acronym has at least."""

LONG = 4
"""Words with more consonants have keys for their halves too: a slip spoils but one of them."""

TELLING = (Role.WORD, Role.COUNTRY, Role.REGION, Role.NAME)


def keys(name: str, schema: str) -> frozenset[str]:
    """Give the keys of a name; schema: of FollowTheMoney.

    >>> sorted(keys("Sergueï Choïgou", "Person") & keys("Шойгу Сергей Кужугетович", "Person"))
    ['sk', 'slk', '~slk']
    >>> sorted(keys("АО «Купол»", "Company") & keys("JSC Koupol", "Company"))
    ['kpl', '~kpl']
    """
    if schema == "Person":
        words = [one.word for one in named(name) if not one.is_initial]
        return frozenset(_of_words(words))
    found = tokens(name, schema == "Vessel")
    return frozenset((*_of_tokens(found), *_of_words([one.word for one in _names(found)])))


def _names(some: Sequence[Token]) -> list[Token]:
    return [one for one in some if one.role is Role.NAME]


def _of_tokens(some: Sequence[Token]) -> Iterator[str]:
    """Give a key for each meaning and number, and one for the letters that may be an acronym."""
    telling = [one for one in some if one.role in TELLING or one.role is Role.NUMBER]
    for one in telling:
        yield from (f"={meaning}" for meaning in one.means)
        if one.number is not None:
            yield f"#{one.number}"
    spelled = [one for one in some if one.word.script not in SYLLABIC]
    for firsts in (spelled, [one for one in spelled if one.role]):
        if len(firsts) >= LEAST:
            yield "@" + "".join(_latin(one.word)[:1] for one in firsts)
    yield from (f"@{_latin(one.word)}" for one in some if one.is_short)


def _of_words(words: Sequence[NameWord]) -> Iterator[str]:
    for one in words:
        yield from _of_word(one)
    if 1 < len(words) < 5:
        for order in (words, [*words[1:], words[0]]):
            yield heard("".join(map(_letters, order)))


@lru_cache(maxsize=50_000)
def _of_word(word: NameWord) -> frozenset[str]:
    if word.script in (Script.HAN, Script.HANGUL) and len(word.plain) < 6:
        found = {heard(one) for part in _parted(word.plain) for one in spellings(part)}
        return frozenset((*found, "~" + transcribed(_letters(word))))
    if word.script is Script.ARABIC:
        return frozenset(map(heard, consonants(word)))
    spelled = (_letters(word), *sorted(as_pinyin(word.plain))[:2], *sounds(word))
    whole = frozenset(key for one in spelled if (key := heard(one)))
    halves = {half for key in whole if len(key) > LONG for half in (f"<{key[:3]}", f">{key[-3:]}")}
    return whole | halves | {"~" + transcribed(_letters(word).lower())}


def _parted(characters: str) -> tuple[str, ...]:
    """Give a name of Han or Hangul whole, and its family's name and the given one."""
    cuts = (1, 2) if len(characters) > 2 else (1,)
    parts = (part for cut in cuts for part in (characters[:cut], characters[cut:]))
    return (characters, *(part for part in parts if part))


def _latin(word: NameWord) -> str:
    return word.plain if word.script is Script.LATIN else anyascii(word.plain).lower()


def _letters(word: NameWord) -> str:
    if word.script in (Script.CYRILLIC, Script.LATIN):
        return sounds(word)[0]
    return anyascii(word.plain).lower()


_CLASSES = (
    (re.compile("sch|sh|ch|zh|tch|[SCZcz]|x$"), "s"),
    (re.compile("kh|gh|[gqhx]"), "k"),
    (re.compile("dj|[jJ]"), "s"),
    (re.compile("ph|[vwfb]"), "p"),
    (re.compile("th|d"), "t"),
    (re.compile("r"), "l"),
    (re.compile("m"), "n"),
    (re.compile("[^a-z]|[aeiouyA]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


def heard(letters: str) -> str:
    """Give the consonants of a word in six classes; the first letter where there is none.

    >>> heard("kupol"), heard("goubol"), heard("eio")
    ('kpl', 'kpl', 'e')
    """
    found = letters
    for pattern, instead in _CLASSES:
        found = pattern.sub(instead, found)
    return found or letters[:1]
