"""Short keys by which an index finds names that may be one, whatever their script and spelling.

A name has a key for each telling word: the consonants as a listener hears them, in few classes.
Respellings of a name share one in nearly all cases; unrelated names share one where they share a
word, so that the rarer key tells more. Acronyms have their letters as a key, on both sides.
Of the many who share one, finer keys tell who is likelier, and how they are said.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, product

from anyascii import anyascii

from recoupe.identity.name_meanings import Role
from recoupe.identity.name_persons import named
from recoupe.identity.name_syllables import as_pinyin, is_pinyin, spellings, syllables
from recoupe.identity.name_tokens import Token, tokens
from recoupe.identity.name_words import SYLLABIC, NameWord, Script, word
from recoupe.identity.sounds import VOWELS, consonants, sounds, transcribed, vowelled
from recoupe.languages.name_syllables import name_syllables

LEAST = 3
"""Letters that an acronym has at least."""

LONG = 4
"""Words with more consonants have keys for their halves too: a slip spoils but one of them."""

WAYS = 4
"""In which Chinese that is spelled in another way than pinyin is read."""

SPELLINGS = 12
"""In which a name of Han is heard in each language."""

PERSONAL = ("Person", "LegalEntity", "Thing")
"""Schemata of which some are persons, whose names have their words in any order."""

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


def groups(name: str, schema: str) -> list[tuple[str, ...]]:
    """Give keys of each part of a name; of a part, the rarest that two names share counts.

    Beside those of `keys` are finer ones, which part names that sound much the same: all
    consonants, and pinyin.

    >>> first, second = groups("Choïgou", "Person")[0], groups("Шойгу", "Person")[0]
    >>> sorted(set(first) & set(second))
    ['!Sg', 'sk']
    """
    if schema == "Person":
        words = [one.word for one in named(name) if not one.is_initial]
        return [*map(_parts, words), _whole(words)]
    some = tokens(name, schema == "Vessel")
    found = [_of_token(one) for one in some if one.role in TELLING or one.role is Role.NUMBER]
    firsts = tuple(_firsts(some))
    return [*found, _whole([one.word for one in _names(some)]), firsts]


def _of_token(one: Token) -> tuple[str, ...]:
    means = (*_means(one), *_short(one))
    return (*means, *_parts(one.word)) if one.role is Role.NAME else means


def _whole(words: Sequence[NameWord]) -> tuple[str, ...]:
    """Give keys for words that may be written in one."""
    if not 1 < len(words) < 5:
        return ()
    pinyin = (f"^{a}{b}" for one, other in _beside(words) for a in one for b in other)
    return (*_in_one(words), *pinyin)


def _beside(words: Sequence[NameWord]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Give the pinyin of each word and of the next, and of the last and the first."""
    each = [_pinyin(one) for one in words]
    return zip(each, [*each[1:], each[0]], strict=True)


@lru_cache(maxsize=50_000)
def _parts(one: NameWord) -> tuple[str, ...]:
    if one.script is Script.HAN and len(one.plain) < 6:
        return tuple(dict.fromkeys(_of_han(one)))
    if one.script not in (Script.LATIN, Script.CYRILLIC, Script.ARABIC):
        return tuple(_of_word(one))
    finer = (*(f"!{bones}" for bones in consonants(one)), *(f"^{each}" for each in _pinyin(one)))
    return (*_of_word(one), *finer)


def _of_han(one: NameWord) -> Iterator[str]:
    """Give keys of the whole name in each language, and of its parts in pinyin alone."""
    for spelled in syllables(one.plain):
        ways = product(*map(_heard_in, spelled))
        yield from (_DOUBLED.sub("", "".join(way)) or one.plain for way in islice(ways, SPELLINGS))
    yield "~" + transcribed(_letters(one))
    for part in _parted(one.plain):
        yield from (f"^{spelled}" for spelled in _in_pinyin(part))


@lru_cache(maxsize=20_000)
def _heard_in(spelled: tuple[str, ...]) -> tuple[str, ...]:
    """Give the consonants of a syllable in the ways in which it is spelled."""
    each = dict.fromkeys(map(heard, spelled))
    return tuple(one if one.isalpha() and one not in VOWELS else "" for one in each)


def _in_pinyin(characters: str) -> Iterator[str]:
    """Give a name of Han in pinyin, its first character in each of its readings."""
    plain = anyascii(characters).lower().replace(" ", "")
    yield plain
    first = anyascii(characters[0]).lower().strip()
    for other in name_syllables().also.get(characters[0], ()):
        yield other + plain.removeprefix(first)


@lru_cache(maxsize=50_000)
def _pinyin(one: NameWord) -> tuple[str, ...]:
    """Give what a word is in pinyin, if it may be Chinese; at first, as it stands."""
    if one.script not in (Script.LATIN, Script.CYRILLIC):
        return ()
    own = [one.plain] if one.script is Script.LATIN and is_pinyin(one.plain) else []
    return (*own, *sorted(as_pinyin(one.plain) - set(own)))[:WAYS]


def _telling(name: str, schema: str) -> list[NameWord]:
    """Give the words of a name that only a name has."""
    if schema == "Person":
        return [one.word for one in named(name) if not one.is_initial]
    return [one.word for one in _names(tokens(name, schema == "Vessel"))]


def said(name: str, schema: str) -> Iterator[str]:
    """Give how a name may be said, in one, the likeliest first; of Arabic what is written.

    >>> [next(said(name, "Person")) for name in ("Choïgou", "李家超", "تبون")]
    ['Coigou', 'liJiaCao', 'tbun']
    """
    words = _telling(name, schema)
    each = [_said(one) for one in words]
    for way in range(max(map(len, each), default=0)):
        yield "".join(one[min(way, len(one) - 1)] for one in each)
    if any(map(_respelled, words)):
        for some in islice(product(*(_respelled(one) or _said(one)[:1] for one in words)), WAYS):
            yield "".join(some)


def turned(name: str, schema: str) -> Iterator[str]:
    """Give how a person's name may be said with its last word first, or its first one last.

    >>> list(turned("Sergueï Choïgou", "Person"))
    ['Coigouserguei']
    """
    each = [_said(one)[0] for one in _telling(name, schema)] if schema in PERSONAL else []
    if len(each) > 1:
        yield from dict.fromkeys("".join((*each[at:], *each[:at])) for at in (-1, 1))


def bones(name: str, schema: str) -> Iterator[str]:
    """Give how a name may be said without its vowels, as Arabic writes it."""
    each = [consonants(one) for one in _telling(name, schema)]
    for way in range(max(map(len, each), default=0)):
        yield "".join(one[min(way, len(one) - 1)] for one in each).replace("x", "h")


def has_initials(name: str, schema: str) -> bool:
    """Say whether a person's name has initials for words."""
    return schema == "Person" and any(one.is_initial for one in named(name))


def silenced(spoken: str) -> str:
    """Give what is said, without its vowels."""
    return spoken.translate(_VOWELLESS)


def is_silent(name: str, schema: str) -> bool:
    """Say whether a name is written without most of its vowels, as Arabic is."""
    return any(one.script is Script.ARABIC for one in _telling(name, schema))


_VOWELLESS = str.maketrans({"x": "h"} | dict.fromkeys(VOWELS))


@lru_cache(maxsize=50_000)
def _respelled(one: NameWord) -> tuple[str, ...]:
    """Give how a word is said if it spells Chinese in another way than pinyin."""
    return tuple(sounds(word(pinyin))[0] for pinyin in _pinyin(one) if pinyin != one.plain)


@lru_cache(maxsize=50_000)
def _said(one: NameWord) -> tuple[str, ...]:
    return (vowelled(one),) if one.script is Script.ARABIC else sounds(one)


def _names(some: Sequence[Token]) -> list[Token]:
    return [one for one in some if one.role is Role.NAME]


def _of_tokens(some: Sequence[Token]) -> Iterator[str]:
    """Give a key for each meaning and number, and one for the letters that may be an acronym."""
    for one in some:
        if one.role in TELLING or one.role is Role.NUMBER:
            yield from _means(one)
    yield from _acronyms(some)


def _means(one: Token) -> Iterator[str]:
    yield from (f"={meaning}" for meaning in one.means)
    if one.number is not None:
        yield f"#{one.number}"


def _acronyms(some: Sequence[Token]) -> Iterator[str]:
    yield from _firsts(some)
    yield from (key for one in some for key in _short(one))


def _firsts(some: Sequence[Token]) -> Iterator[str]:
    """Give the first letters of the words, as an acronym has them."""
    spelled = [one for one in some if one.word.script not in SYLLABIC]
    for firsts in (spelled, [one for one in spelled if one.role]):
        if len(firsts) >= LEAST:
            yield "@" + "".join(_latin(one.word)[:1] for one in firsts)


def _short(one: Token) -> Iterator[str]:
    """Give the key of a word that may be an acronym itself."""
    if one.is_short:
        yield f"@{_latin(one.word)}"


def _of_words(words: Sequence[NameWord]) -> Iterator[str]:
    for one in words:
        yield from _of_word(one)
    if 1 < len(words) < 5:
        yield from _in_one(words)


def _in_one(words: Sequence[NameWord]) -> Iterator[str]:
    """Give the key of words written in one, in either order."""
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


_TOGETHER = re.compile("sch|sh|ch|zh|tch|x$|kh|gh|dj")
_AS_ONE = {"kh": "k", "gh": "k"}
_DOUBLED = re.compile(r"(.)(?=\1)")


class _Classes(dict[int, int]):
    """What stands for a letter; nothing for a vowel, or for what is no letter."""

    def __missing__(self, _: int) -> None:
        return None


_CLASSES = _Classes(str.maketrans("SCZczgqhxkjJspvwfbtdlrnm", "ssssskkkkkssspppppttllnn"))


def heard(letters: str) -> str:
    """Give the consonants of a word in six classes; the first letter where there is none.

    >>> heard("kupol"), heard("goubol"), heard("eio")
    ('kpl', 'kpl', 'e')
    """
    found = _TOGETHER.sub(lambda some: _AS_ONE.get(some[0], "s"), letters)
    return _DOUBLED.sub("", found.translate(_CLASSES)) or letters[:1]
