"""How a word of a name may sound, whatever alphabet and habit it is written in."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from anyascii import anyascii

from recoupe.identity.name_words import NameWord, Script
from recoupe.languages.name_sounds import Pairs, name_sounds

VOWELS = "aeiou"


@lru_cache(maxsize=100_000)
def sounds(word: NameWord) -> tuple[str, ...]:
    """Give what the word may sound like, the likeliest first; each once.

    >>> from recoupe.identity.name_words import name_words
    >>> choigou, shoigu, cyrillic = name_words("Choïgou Shoigu Шойгу")
    >>> bool(set(sounds(choigou)) & set(sounds(shoigu)) & set(sounds(cyrillic)))
    True
    """
    if word.script is Script.CYRILLIC:
        found: Iterable[str] = _of_cyrillic(word.plain)
    elif word.script is Script.LATIN:
        found = _of_latin(word)
    elif word.script is Script.ARABIC:
        found = [_spelled(anyascii(word.plain), "english")]
    else:
        found = [_spelled(anyascii(word.plain).lower(), "english")]
    each = dict.fromkeys(sound for sound in found if sound)
    return tuple(dict.fromkeys(map(_settled, each))) or (word.plain,)


@lru_cache(maxsize=100_000)
def consonants(word: NameWord) -> tuple[str, ...]:
    """Give the consonants of an Arabic or Persian word, or of a romanised one read as such.

    A vowel at the start is kept as `A`: *Ali* is not *Li*.

    >>> from recoupe.identity.name_words import name_words
    >>> [consonants(w)[0] for w in name_words("Tebboune تبون")]
    ['tbn', 'tbn']
    """
    if word.script is Script.ARABIC:
        forms = (word.plain, word.plain.replace("ق", "غ"))
        found = (_of_arabic(form, weak) for form in forms for weak in ({}, _WEAK))
        return tuple(dict.fromkeys(found))
    habits = name_sounds().consonants.values()
    spelled = anyascii(word.text).lower().replace("'", "").replace("`", "")
    if word.script is Script.CYRILLIC:
        spelled = sounds(word)[0].replace("S", "sh").replace("C", "ch").replace("J", "j")
    silent = spelled[:-1] if spelled.endswith(("at", "et")) else spelled
    each = dict.fromkeys((spelled, silent))
    return tuple(dict.fromkeys(_bones(form, habit) for form in each for habit in habits))


@lru_cache(maxsize=50_000)
def vowelled(word: NameWord) -> str:
    """Give the consonants of an Arabic or Persian word and the long vowels that are written.

    >>> from recoupe.identity.name_words import name_words
    >>> [vowelled(w) for w in name_words("قيفوم زاسر")]
    ['kifum', 'zasr']
    """
    return _of_arabic(word.plain, _LONG).replace("Aa", "A")


@lru_cache(maxsize=50_000)
def foreign(text: str) -> str:
    """Give the consonants of a name as another language's syllables keep them, in few classes.

    >>> foreign("donarudo") == foreign("donald")
    True
    """
    found = _replaced(re.sub("(?<=[eo])fu$", "bu", text), name_sounds().foreign["classes"])
    first, rest = found[:1], found[1:]
    bones = re.sub(r"[aeiou]", "", rest)
    return _single(("A" if first in VOWELS or first == "h" else first) + bones.replace("h", "H"))


@lru_cache(maxsize=50_000)
def transcribed(text: str) -> str:
    """Give the consonants of a name as Han characters keep them, in fewer classes still.

    >>> transcribed("telangpu") == transcribed("trump")
    True
    """
    bones = _replaced(text, name_sounds().foreign["han"])
    return _single(bones[:1] + bones[1:].translate(_VOWELLESS).replace("v", ""))


def _of_cyrillic(small: str) -> list[str]:
    table = name_sounds().cyrillic
    found = [small]
    for pairs in name_sounds().cyrillic_also.values():
        found += [_replaced(one, pairs) for one in found if any(a in one for a, _ in pairs)]
    return ["".join(table.get(c, c) for c in one) for one in found]


def _of_latin(word: NameWord) -> list[str]:
    written = dict.fromkeys((_exact(word.text.lower()), word.plain))
    return [_spelled(form, habit) for habit in name_sounds().habits for form in written]


def _exact(small: str) -> str:
    """Give the letters with the sounds that their accents tell, in ASCII."""
    if not small.isascii():
        table = name_sounds().letters
        small = anyascii("".join(table.get(c, c) for c in small))
    return small.replace("'", "")


def _spelled(small: str, habit: str) -> str:
    pattern, instead = _pattern(habit)
    return pattern.sub(lambda found: instead[found[0]], small)


@cache
def _pattern(habit: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Give what finds the letters of a habit, and what stands instead of each."""
    pairs = name_sounds().habits[habit]
    pattern = re.compile("|".join(before for before, _ in pairs))
    bare = {re.sub(r"^\^|\$$|\(.*\)$", "", before): after for before, after in reversed(pairs)}
    return pattern, bare


_DOUBLED = re.compile(r"(.)(?=\1)")
_SILENT = re.compile(r"(?<=[^aeiou])h(?=[^aeiou]|$)")


def _settled(sound: str) -> str:
    """Give the sound without what spellings differ in most: doubled letters, *ie* and *ye*."""
    once = _DOUBLED.sub("", sound).replace("ie", "e")
    settled = _single(_SILENT.sub("", once) if "h" in once else once)
    if settled.endswith("e") and len(settled) > 3 and settled[-2] not in VOWELS:
        return settled[:-1]
    return settled


def _of_arabic(small: str, weak: Mapping[str, str]) -> str:
    table = name_sounds().arabic
    bare = small[2:] if small.startswith("ال") and len(small) > 4 else small
    bare = _single(bare)
    bones = "".join(table.get(c, "") or weak.get(c, "") for c in bare)
    bones = bones[:1] + re.sub("h$", "", bones[1:])
    starts = {"و": "", "ی": "", "ي": ""}
    open_start = table.get(bare[:1]) == "" and bare[:1] not in starts
    return ("A" if open_start else "") + bones


_WEAK = {"و": "w", "ی": "y"}
_LONG = {"و": "u", "ی": "i", "ا": "a"}


def _bones(spelled: str, pairs: Pairs) -> str:
    bare = _ARTICLE.sub("", spelled) if spelled.startswith(("al", "el")) else spelled
    found = _replaced(_single(bare), pairs)
    start = "A" if bare[:1] in VOWELS else ""
    bones = found.translate(_VOWELLESS)
    return start + bones[:1] + bones[1:].removesuffix("h")


_ARTICLE = re.compile(r"(?:al|el)-?(?=[^aeiouy]{1,2}[aeiou])(?=.{5})")
_VOWELLESS = str.maketrans("", "", VOWELS)


def _single(bones: str) -> str:
    return _DOUBLED.sub("", bones)


def _replaced(text: str, pairs: Pairs) -> str:
    for before, after in pairs:
        text = text.replace(before, after)
    return text
