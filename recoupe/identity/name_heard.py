"""Keys of a word of a name: the consonants as a listener hears them, in few classes, and finer."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice, product

from recoupe.identity.name_lines import Memo, on_lines
from recoupe.identity.name_syllables import as_pinyin, is_pinyin, spellings, syllables
from recoupe.identity.name_words import WORDS, NameWord, Script, in_ascii
from recoupe.identity.sounds import CONSONANTS, SOUNDS, VOWELS, consonants, sounds, transcribed
from recoupe.languages.name_syllables import name_syllables

LONG = 4
"""Words with more consonants have keys for their halves too: a slip spoils but one of them."""

WAYS = 4
"""In which Chinese that is spelled in another way than pinyin is read."""

SPELLINGS = 12
"""In which a name of Han is heard in each language."""

SPELLED = (Script.LATIN, Script.CYRILLIC, Script.ARABIC)
"""Scripts whose words have finer keys."""


def coarse(one: NameWord) -> frozenset[str]:
    """Give the keys that respellings of a word share."""
    return _COARSE(one)


def fine(one: NameWord) -> tuple[str, ...]:
    """Give these and finer ones: all consonants, and pinyin."""
    return FINE(one)


def _coarse(words: Sequence[NameWord]) -> Iterator[frozenset[str]]:
    """Give the keys of each word that its respellings share."""
    SOUNDS.learn(one for one in words if one.script is not Script.HAN)
    texts = [tuple(_as_heard(one)) for one in words]
    distinct = tuple(dict.fromkeys(chain.from_iterable(texts)))
    heard_ = dict(zip(distinct, _heard_each(distinct), strict=True))
    written = on_lines(transcribed, [letters(one).lower() for one in words])
    for one, some, bones in zip(words, texts, written, strict=True):
        whole = {key for text in some if (key := heard_[text])}
        if one.script is Script.ARABIC:
            yield frozenset(whole)
        elif _is_syllabic(one):
            yield frozenset((*whole, f"~{bones}"))
        else:
            long = [key for key in whole if len(key) > LONG]
            halves = (half for key in long for half in (f"<{key[:3]}", f">{key[-3:]}"))
            yield frozenset((*whole, *halves, f"~{bones}"))


def _as_heard(one: NameWord) -> Iterator[str]:
    """Give the spellings by which a word is heard."""
    if one.script is Script.ARABIC:
        yield from consonants(one)
    elif _is_syllabic(one):
        yield from (spelled for part in _parted(one.plain) for spelled in spellings(part))
    else:
        yield letters(one)
        yield from sorted(as_pinyin(one.plain))[:2]
        yield from sounds(one)


def _is_syllabic(one: NameWord) -> bool:
    return one.script in (Script.HAN, Script.HANGUL) and len(one.plain) < 6


def _fine(words: Sequence[NameWord]) -> Iterator[tuple[str, ...]]:
    """Give the finer keys of each word too."""
    SOUNDS.learn(one for one in words if one.script in SPELLED)
    CONSONANTS.learn(one for one in words if one.script in SPELLED)
    _COARSE.learn(one for one in words if not _is_short_han(one))
    for one in words:
        if _is_short_han(one):
            yield tuple(dict.fromkeys(_of_han(one)))
        elif one.script in SPELLED:
            finer = (f"!{bones}" for bones in consonants(one))
            yield (*coarse(one), *finer, *(f"^{each}" for each in pinyin(one)))
        else:
            yield tuple(coarse(one))


def _is_short_han(one: NameWord) -> bool:
    return one.script is Script.HAN and len(one.plain) < 6


_COARSE = Memo(_coarse, WORDS)
FINE = Memo(_fine, WORDS)
"""What is remembered of words, to be learnt of many at once."""


def _of_han(one: NameWord) -> Iterator[str]:
    """Give keys of the whole name in each language, and of its parts in pinyin alone."""
    for spelled in syllables(one.plain):
        ways = product(*map(_heard_in, spelled))
        yield from (_DOUBLED.sub("", "".join(way)) or one.plain for way in islice(ways, SPELLINGS))
    yield "~" + transcribed(letters(one))
    for part in _parted(one.plain):
        yield from (f"^{spelled}" for spelled in _in_pinyin(part))


@lru_cache(maxsize=20_000)
def _heard_in(spelled: tuple[str, ...]) -> tuple[str, ...]:
    """Give the consonants of a syllable in the ways in which it is spelled."""
    each = dict.fromkeys(map(heard, spelled))
    return tuple(one if one.isalpha() and one not in VOWELS else "" for one in each)


def _in_pinyin(characters: str) -> Iterator[str]:
    """Give a name of Han in pinyin, its first character in each of its readings."""
    plain = in_ascii(characters).lower().replace(" ", "")
    yield plain
    first = in_ascii(characters[0]).lower().strip()
    for other in name_syllables().also.get(characters[0], ()):
        yield other + plain.removeprefix(first)


@lru_cache(maxsize=WORDS)
def pinyin(one: NameWord) -> tuple[str, ...]:
    """Give what a word is in pinyin, if it may be Chinese; at first, as it stands."""
    if one.script not in (Script.LATIN, Script.CYRILLIC):
        return ()
    own = [one.plain] if one.script is Script.LATIN and is_pinyin(one.plain) else []
    return (*own, *sorted(as_pinyin(one.plain) - set(own)))[:WAYS]


def _parted(characters: str) -> tuple[str, ...]:
    """Give a name of Han or Hangul whole, and its family's name and the given one."""
    cuts = (1, 2) if len(characters) > 2 else (1,)
    parts = (part for cut in cuts for part in (characters[:cut], characters[cut:]))
    return (characters, *(part for part in parts if part))


def letters(one: NameWord) -> str:
    """Give how a word is likely to sound, in Latin letters."""
    if one.script in (Script.CYRILLIC, Script.LATIN):
        return sounds(one)[0]
    return in_ascii(one.plain).lower()


_TOGETHER = re.compile("sch|sh|ch|zh|tch|x$|kh|gh|dj", re.MULTILINE)
_PARTS = frozenset("hxj")
"""Without these, no letters are one sound together."""
_AS_ONE = {"kh": "k", "gh": "k"}
_DOUBLED = re.compile(r"(.)(?=\1)")


class _Classes(dict[int, int | None]):
    """What stands for a letter; nothing for a vowel, or for what is no letter."""

    def __missing__(self, _: int) -> None:
        return None


_HEARD = str.maketrans("SCZczgqhxkjJspvwfbtdlrnm\n", "ssssskkkkkssspppppttllnn\n")
_CLASSES = _Classes(dict.fromkeys(range(128)) | _HEARD)


def heard(spelled: str) -> str:
    """Give the consonants of a word in six classes; the first letter where there is none.

    >>> heard("kupol"), heard("goubol"), heard("eio")
    ('kpl', 'kpl', 'e')
    """
    return _classes(spelled) or spelled[:1]


def _heard_each(spelled: Sequence[str]) -> list[str]:
    each = zip(on_lines(_classes, spelled), spelled, strict=True)
    return [found or one[:1] for found, one in each]


def _classes(spelled: str) -> str:
    if not _PARTS.isdisjoint(spelled):
        spelled = _TOGETHER.sub(lambda some: _AS_ONE.get(some[0], "s"), spelled)
    return _DOUBLED.sub("", spelled.translate(_CLASSES))
