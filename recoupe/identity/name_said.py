"""How a name may be said, its words in one."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, product

from recoupe.identity.name_heard import WAYS, pinyin
from recoupe.identity.name_meanings import Role
from recoupe.identity.name_persons import named
from recoupe.identity.name_tokens import tokens
from recoupe.identity.name_words import WORDS, NameWord, Script, word
from recoupe.identity.sounds import SOUNDS, VOWELS, consonants, sounds, vowelled

PERSONAL = ("Person", "LegalEntity", "Thing")
"""Schemata of which some are persons, whose names have their words in any order."""


def telling(name: str, schema: str) -> list[NameWord]:
    """Give the words of a name that only a name has."""
    if schema == "Person":
        return [one.word for one in named(name) if not one.is_initial]
    return [one.word for one in tokens(name, schema == "Vessel") if one.role is Role.NAME]


def said(words: Sequence[NameWord]) -> Iterator[str]:
    """Give how a name's words may be said, in one, the likeliest first; of Arabic what is written.

    >>> [next(said(telling(name, "Person"))) for name in ("Choïgou", "李家超", "تبون")]
    ['Coigou', 'liJiaCao', 'tbun']
    """
    each = [_said(one) for one in words]
    for way in range(max(map(len, each), default=0)):
        yield "".join([one[min(way, len(one) - 1)] for one in each])
    if any(map(_respelled, words)):
        for some in islice(product(*(_respelled(one) or _said(one)[:1] for one in words)), WAYS):
            yield "".join(some)


def turned(words: Sequence[NameWord]) -> Iterator[str]:
    """Give how a person's name may be said with its last word first, or its first one last.

    >>> list(turned(telling("Sergueï Choïgou", "Person")))
    ['Coigouserguei']
    """
    each = [_said(one)[0] for one in words]
    if len(each) > 1:
        yield from dict.fromkeys("".join((*each[at:], *each[:at])) for at in (-1, 1))


def bones(words: Sequence[NameWord]) -> Iterator[str]:
    """Give how a name's words may be said without their vowels, as Arabic writes them."""
    each = [consonants(one) for one in words]
    for way in range(max(map(len, each), default=0)):
        yield "".join([one[min(way, len(one) - 1)] for one in each]).replace("x", "h")


def is_silent(words: Sequence[NameWord]) -> bool:
    """Say whether a name is written without most of its vowels, as Arabic is."""
    return any(one.script is Script.ARABIC for one in words)


def has_initials(name: str, schema: str) -> bool:
    """Say whether a person's name has initials for words."""
    return schema == "Person" and any(one.is_initial for one in named(name))


def silenced(spoken: str) -> str:
    """Give what is said, without its vowels."""
    return spoken.translate(_VOWELLESS)


_VOWELLESS = str.maketrans({"x": "h"} | dict.fromkeys(VOWELS))


@lru_cache(maxsize=WORDS)
def _respelled(one: NameWord) -> tuple[str, ...]:
    """Give how a word is said if it spells Chinese in another way than pinyin."""
    words = [word(spelled) for spelled in pinyin(one) if spelled != one.plain]
    SOUNDS.learn(words)
    return tuple(sounds(each)[0] for each in words)


def _said(one: NameWord) -> tuple[str, ...]:
    return (vowelled(one),) if one.script is Script.ARABIC else sounds(one)
