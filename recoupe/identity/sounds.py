"""How a word of a name may sound, whatever alphabet and habit it is written in."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from itertools import chain

from recoupe.identity.name_lines import Memo, on_lines
from recoupe.identity.name_words import (
    SYLLABIC,
    WORDS,
    NameWord,
    Script,
    in_ascii,
    name_words,
)
from recoupe.languages.name_sounds import Pairs, name_sounds

VOWELS = "aeiou"


def sounds(word: NameWord) -> tuple[str, ...]:
    """Give what the word may sound like, the likeliest first; each once.

    >>> from recoupe.identity.name_words import name_words
    >>> choigou, shoigu, cyrillic = name_words("Choïgou Shoigu Шойгу")
    >>> bool(set(sounds(choigou)) & set(sounds(shoigu)) & set(sounds(cyrillic)))
    True
    """
    return SOUNDS(word)


def consonants(word: NameWord) -> tuple[str, ...]:
    """Give the consonants of an Arabic or Persian word, or of a romanised one read as such.

    A vowel at the start is kept as `A`: *Ali* is not *Li*.

    >>> from recoupe.identity.name_words import name_words
    >>> [consonants(w)[0] for w in name_words("Tebboune تبون")]
    ['tbn', 'tbn']
    """
    return CONSONANTS(word)


def hear(names: Iterable[str]) -> None:
    """Read the words of some names at once, so that each is known when it is asked for.

    Not those of scripts without spaces, which are yet to be cut into words.
    """
    words = chain.from_iterable(map(name_words, names))
    SOUNDS.learn(word for word in words if word.script not in SYLLABIC)


@lru_cache(maxsize=WORDS)
def vowelled(word: NameWord) -> str:
    """Give the consonants of an Arabic or Persian word and the long vowels that are written.

    >>> from recoupe.identity.name_words import name_words
    >>> [vowelled(w) for w in name_words("قيفوم زاسر")]
    ['kifum', 'zasr']
    """
    return _of_arabic(word.plain, _LONG).replace("Aa", "A")


@lru_cache(maxsize=WORDS)
def foreign(text: str) -> str:
    """Give the consonants of a name as another language's syllables keep them, in few classes.

    >>> foreign("donarudo") == foreign("donald")
    True
    """
    found = _replaced(re.sub("(?<=[eo])fu$", "bu", text), name_sounds().foreign["classes"])
    first, rest = found[:1], found[1:]
    bones = re.sub(r"[aeiou]", "", rest)
    return _single(("A" if first in VOWELS or first == "h" else first) + bones.replace("h", "H"))


@lru_cache(maxsize=WORDS)
def transcribed(text: str) -> str:
    """Give the consonants of a name, or of each line, as Han characters keep them: fewer classes.

    >>> transcribed("telangpu") == transcribed("trump")
    True
    """
    return _single(_INNER.sub("", _replaced(text, name_sounds().foreign["han"])))


_INNER = re.compile("(?<=.)[aeiouv]")


def _sounds(words: Sequence[NameWord]) -> list[tuple[str, ...]]:
    """Give what each word may sound like."""
    latin = dict.fromkeys(form for word in words if _is_latin(word) for form in _forms(word))
    heard = _in_habits(tuple(latin))
    spelled = [_spellings(word, heard) for word in words]
    settled = iter(on_lines(_settled, [*chain.from_iterable(spelled)]))
    each = (dict.fromkeys(next(settled) for _ in some) for some in spelled)
    return [
        tuple(filter(None, some)) or (word.plain,) for word, some in zip(words, each, strict=True)
    ]


def _is_latin(word: NameWord) -> bool:
    return word.script is Script.LATIN


def _forms(word: NameWord) -> tuple[str, ...]:
    """Give a Latin word with what its accents tell, and without."""
    exact = _exact(word.text.lower())
    return (exact,) if exact == word.plain else (exact, word.plain)


def _in_habits(forms: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Give what each Latin word sounds like in each habit."""
    columns = (on_lines(partial(_spelled, habit=habit), forms) for habit in name_sounds().habits)
    return dict(zip(forms, zip(*columns, strict=True), strict=True))


def _spellings(word: NameWord, heard: Mapping[str, tuple[str, ...]]) -> list[str]:
    if word.script is Script.CYRILLIC:
        return _of_cyrillic(word.plain)
    if _is_latin(word):
        return [*chain.from_iterable(zip(*map(heard.__getitem__, _forms(word)), strict=True))]
    letters = in_ascii(word.plain)
    return [_spelled(letters if word.script is Script.ARABIC else letters.lower(), "english")]


def _consonants(words: Sequence[NameWord]) -> list[tuple[str, ...]]:
    """Give the consonants of each word."""
    spelled = [() if word.script is Script.ARABIC else _romanised(word) for word in words]
    forms = tuple(dict.fromkeys(chain.from_iterable(spelled)))
    habits = name_sounds().consonants.values()
    columns = (on_lines(partial(_bones, pairs=pairs), forms) for pairs in habits)
    boned = dict(zip(forms, zip(*columns, strict=True), strict=True))
    each = (
        chain.from_iterable(map(boned.__getitem__, some)) if some else _arabic(word)
        for word, some in zip(words, spelled, strict=True)
    )
    return [tuple(dict.fromkeys(some)) for some in each]


def _romanised(word: NameWord) -> tuple[str, ...]:
    """Give a word in Latin letters, and without a last letter that may be silent."""
    spelled = in_ascii(word.text).lower().replace("'", "").replace("`", "")
    if word.script is Script.CYRILLIC:
        spelled = sounds(word)[0].replace("S", "sh").replace("C", "ch").replace("J", "j")
    return (spelled, spelled[:-1]) if spelled.endswith(("at", "et")) else (spelled,)


def _arabic(word: NameWord) -> Iterator[str]:
    for form in dict.fromkeys((word.plain, word.plain.replace("ق", "غ"))):
        yield from (_of_arabic(form, weak) for weak in ({}, _WEAK))


def _of_cyrillic(small: str) -> list[str]:
    found = [small]
    for pairs in name_sounds().cyrillic_also.values():
        found += [_replaced(one, pairs) for one in found if any(a in one for a, _ in pairs)]
    return [one.translate(_letters()) for one in found]


@cache
def _letters() -> dict[int, str]:
    return str.maketrans(name_sounds().cyrillic)


def _exact(small: str) -> str:
    """Give the letters with the sounds that their accents tell, in ASCII."""
    if not small.isascii():
        table = name_sounds().letters
        small = in_ascii("".join(table.get(c, c) for c in small))
    return small.replace("'", "")


def _spelled(small: str, habit: str) -> str:
    """Give a word, or each line, as a habit reads its letters."""
    pattern, instead = _pattern(habit)
    return pattern.sub(lambda found: instead[found[0]], small)


@cache
def _pattern(habit: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Give what finds the letters of a habit, and what stands instead of each."""
    pairs = name_sounds().habits[habit]
    pattern = re.compile("|".join(before for before, _ in pairs), re.MULTILINE)
    bare = {re.sub(r"^\^|\$$|\(.*\)$", "", before): after for before, after in reversed(pairs)}
    return pattern, bare


_DOUBLED = re.compile(r"(.)(?=\1)")
_SILENT = re.compile(r"(?<=[^aeiou\n])h(?=[^aeiou]|$)")
_LAST_E = re.compile(r"(?<=..[^aeiou\n])e$", re.MULTILINE)


def _settled(sound: str) -> str:
    """Give sounds without what spellings differ in most: doubled letters, *ie* and *ye*."""
    once = _DOUBLED.sub("", sound).replace("ie", "e")
    return _LAST_E.sub("", _single(_SILENT.sub("", once)))


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
    """Give the consonants of romanised words, each in its line."""
    found = _replaced(_OPEN.sub("A", _single(_ARTICLE.sub("", spelled))), pairs)
    return _LAST_H.sub("", found.translate(_VOWELLESS))


_ARTICLE = re.compile(r"^(?:al|el)-?(?=[^aeiouy\n]{1,2}[aeiou])(?=.{5})", re.MULTILINE)
_OPEN = re.compile(r"^(?=[aeiou]|$)", re.MULTILINE)
_LAST_H = re.compile(r"(?<=[^A\n])h$", re.MULTILINE)
_VOWELLESS = str.maketrans("", "", VOWELS)


def _single(bones: str) -> str:
    return _DOUBLED.sub("", bones)


def _replaced(text: str, pairs: Pairs) -> str:
    for before, after in pairs:
        text = text.replace(before, after)
    return text


SOUNDS = Memo(_sounds, WORDS)
CONSONANTS = Memo(_consonants, WORDS)
"""What is remembered of words, to be learnt of many at once."""
