"""Whether letters spell a name of Han, kana or Hangul, syllable by syllable, in some language."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice, product

from recoupe.identity.name_words import WORDS, in_ascii
from recoupe.languages.name_han import readings, surnames
from recoupe.languages.name_syllables import Korean, Spelling, name_syllables


@dataclass(frozen=True, slots=True)
class Reading:
    """How a stretch of a name's characters may be spelled."""

    start: int
    end: int
    spelled: frozenset[str]


def spells(letters: str, characters: str) -> str | None:
    """Say in which language the letters are how the characters are read; None in none.

    letters: small, without accents, spaces and hyphens.

    >>> spells("xijinping", "习近平"), spells("kachiu", "家超"), spells("kimjongun", "김정은")
    ('Mandarin', 'Cantonese', 'Korean')
    """
    for language, stretches in _languages(characters):
        if _covers(letters, stretches, len(characters)):
            return language
    return None


def _covers(letters: str, stretches: Sequence[Reading], length: int) -> bool:
    """Follow every way to read the characters one after the other."""
    places: list[set[int]] = [{0}] + [set() for _ in range(length)]
    for one in stretches:
        for at in places[one.start]:
            for spelled in one.spelled:
                if letters.startswith(spelled, at):
                    places[one.end].add(at + len(spelled))
    return len(letters) in places[length]


@lru_cache(maxsize=20_000)
def _languages(characters: str) -> tuple[tuple[str, tuple[Reading, ...]], ...]:
    if "\uac00" <= characters[0] <= "\ud7a3":
        return (("Korean", _one_by_one(map(hangul, characters))),)
    found = [("Mandarin", _one_by_one(map(mandarin, characters)))]
    for name, table in (("Cantonese", "cantonese"), ("Japanese", "japanese"), ("Korean", "korean")):
        known = readings(table)
        if all(character in known for character in characters):
            syllables = (_read(c, table) for c in characters)
            whole = _surname(characters) if name == "Japanese" else ()
            found.append((name, (*whole, *_one_by_one(syllables))))
    return tuple(found)


@cache
def _read(character: str, table: str) -> frozenset[str]:
    """Give the ways to spell a character in a language."""
    spelling = {"cantonese": _cantonese, "japanese": _japanese, "korean": hangul}[table]
    return frozenset(s for reading in readings(table)[character] for s in spelling(reading))


def _one_by_one(syllables: Iterable[frozenset[str]]) -> tuple[Reading, ...]:
    return tuple(Reading(at, at + 1, spelled) for at, spelled in enumerate(syllables))


@lru_cache(maxsize=WORDS)
def spellings(characters: str, most: int = 12) -> tuple[str, ...]:
    """Give ways to spell a name's characters in Latin letters, a few in each language.

    >>> "mayingjiu" in spellings("马英九")
    True
    """
    found: dict[str, None] = {}
    for _, stretches in _languages(characters):
        whole = [one for one in stretches if one.end - one.start > 1]
        singles = [latin(one.spelled) for one in stretches if one not in whole]
        ways = ("".join(way) for way in islice(product(*singles), most))
        found.update(dict.fromkeys(ways))
        found.update(dict.fromkeys(s for one in whole for s in one.spelled))
    return tuple(found)


@lru_cache(maxsize=20_000)
def latin(spelled: frozenset[str]) -> tuple[str, ...]:
    """Give a few ways to spell a syllable in Latin letters, the shortest first."""
    found = (one for one in spelled if one.isascii())
    return tuple(sorted(found, key=lambda one: (len(one), one))[:4])


def syllables(characters: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Give a few ways to spell each character, in each language in which all are read."""
    return tuple(
        tuple(latin(one.spelled) for one in stretches if one.end - one.start == 1)
        for _, stretches in _languages(characters)
    )


def _surname(characters: str) -> Iterator[Reading]:
    for end in range(2, len(characters) + 1):
        if reading := surnames().get(characters[:end]):
            yield Reading(0, end, _japanese(reading))


@cache
def mandarin(character: str) -> frozenset[str]:
    """Give the readings of a character: pinyin, and as Wade and Giles spell it."""
    plain = in_ascii(character).lower().strip()
    also = name_syllables().also.get(character, ())
    return frozenset(s for one in (plain, *also) for s in (one, *wade_giles(one), *_loose(one)))


def _loose(pinyin: str) -> Iterator[str]:
    if pinyin.startswith("lu") or pinyin.startswith("nu"):
        yield f"{pinyin[0]}yu{pinyin[2:]}"


@cache
def wade_giles(pinyin: str) -> tuple[str, ...]:
    """Give a syllable as Wade and Giles write it, without apostrophes and accents.

    >>> wade_giles("xiao"), wade_giles("zhou")
    (('hsiao', 'siao'), ('chou',))
    """
    if pinyin in (whole := name_syllables().wade_giles_whole):
        return tuple(whole[pinyin].split())
    return tuple(_respelled(pinyin, name_syllables().wade_giles))


@cache
def _cantonese(jyutping: str) -> frozenset[str]:
    return frozenset(_respelled(jyutping, name_syllables().cantonese)) | {jyutping}


@cache
def _japanese(reading: str) -> frozenset[str]:
    """Give a reading with its vowels short or long, and its first sound voiced inside a name."""
    soft = name_syllables().japanese_voiced
    first = next((one for one in soft if reading.startswith(one)), "")
    voiced = (one + reading[len(first) :] for one in soft.get(first, "").split("|") if one)
    return frozenset(
        spelled
        for one in (reading, *voiced, *_doubling(reading))
        for spelled in (one, one.replace("o", "ou"), one.replace("u", "uu"), one.replace("o", "oh"))
    )


def _doubling(reading: str) -> Iterator[str]:
    """Give a reading as it doubles the next sound: *nichi*, *san* → *nissan*."""
    if reading.endswith(("tsu", "chi")):
        yield from (reading[:-3] + sound for sound in "sktp")
    elif reading.endswith(("ku", "ki")) and len(reading) > 2:
        yield reading[:-1]


@cache
def hangul(syllable: str) -> frozenset[str]:
    """Give the ways in which a syllable of Hangul is romanised, and itself.

    >>> {"gim", "kim"} <= hangul("김")
    True
    """
    if not "\uac00" <= syllable <= "\ud7a3":
        return frozenset({syllable})
    tables = name_syllables().korean, name_syllables().korean_russian
    return frozenset({syllable}.union(*(_in_letters(syllable, table) for table in tables)))


def _in_letters(syllable: str, table: Korean) -> set[str]:
    number = ord(syllable) - 0xAC00
    parts = (
        table.initials[number // 588],
        table.vowels[number % 588 // 28],
        table.finals[number % 28],
    )
    spelled = {"".join(one) for one in product(*(part.split("|") for part in parts))}
    return spelled.union(table.surnames.get(syllable, "").split())


@lru_cache(maxsize=20_000)
def as_hangul(word: str) -> frozenset[str]:
    """Give the syllables of Hangul, as they are frequent in names, that the letters may spell.

    >>> "무현" in as_hangul("moohyun") & as_hangul("muhyon")
    True
    """
    table = _from_korean()
    ways: list[set[str]] = [{""}] + [set() for _ in word]
    for start in range(len(word)):
        for end in range(start + 1, min(len(word), start + 7) + 1):
            for syllable in table.get(word[start:end], ()) if ways[start] else ():
                ways[end] |= {before + syllable for before in ways[start] if len(before) < 4}
    return frozenset(ways[-1])


@cache
def _from_korean() -> dict[str, tuple[str, ...]]:
    known = {s for found in readings("korean").values() for s in found}
    known |= set(name_syllables().korean.surnames)
    return _turned((spelled, one) for one in sorted(known) for spelled in hangul(one) if spelled)


@cache
def korean_families() -> frozenset[str]:
    """Give the ways in which the families of Korea are spelled."""
    return frozenset(s for family in name_syllables().korean_families for s in hangul(family))


def _respelled(syllable: str, spelling: Spelling) -> Iterator[str]:
    """Give an initial and a rest as another spelling writes them."""
    initial = next((i for i in spelling.initials if syllable.startswith(i)), "")
    rest = syllable[len(initial) :]
    firsts = spelling.initials.get(initial, initial).split("|")
    rests = spelling.rests.get(rest, rest).split("|")
    yield from ("".join(one) for one in product(firsts, rests))


@lru_cache(maxsize=20_000)
def as_pinyin(word: str) -> frozenset[str]:
    """Give what a Latin or Cyrillic word is in pinyin if it spells Chinese in another way.

    >>> sorted(as_pinyin("цзиньпин")), "zhou" in as_pinyin("chou")
    (['jinping'], True)
    """
    table = palladius() if word[:1] > "z" else _from_wade_giles()
    if not _letters_of(word[:1] > "z").issuperset(word):
        return frozenset()
    ways: dict[int, set[str]] = {0: {""}}
    for start in range(len(word)):
        if not ways:
            return frozenset()
        before = ways.pop(start, ())
        for end in range(start + 1, min(len(word), start + 7) + 1) if before else ():
            for pinyin in table.get(word[start:end], ()):
                ways.setdefault(end, set()).update(one + pinyin for one in before)
    found = ways.get(len(word), set())
    return frozenset(found) if len(found) <= 64 else frozenset()


@lru_cache(maxsize=20_000)
def is_pinyin(word: str) -> bool:
    """Say whether a word can be cut into syllables of pinyin.

    >>> is_pinyin("keqiang"), is_pinyin("trump")
    (True, False)
    """
    known, ways = _syllables(), [True] + [False] * (len(word) + 6)
    last = 0
    for start in range(len(word)):
        if start > last:
            return False
        for end in range(start + 1, start + 7) if ways[start] else ():
            if word[start:end] in known:
                ways[end], last = True, max(last, end)
    return ways[len(word)]


@cache
def _letters_of(russian: bool) -> frozenset[str]:
    """Give the letters of syllables in Russian letters, or of Wade and Giles's."""
    return frozenset("".join(palladius() if russian else _from_wade_giles()))


@cache
def _from_wade_giles() -> dict[str, tuple[str, ...]]:
    return _turned((spelled, one) for one in _pinyin() for spelled in wade_giles(one))


@cache
def palladius() -> dict[str, tuple[str, ...]]:
    """Give the pinyin of each syllable in Russian letters, as Palladius wrote it."""
    spelling = name_syllables().palladius
    return _turned((spelled, one) for one in _pinyin() for spelled in _respelled(one, spelling))


def _turned(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for spelled, pinyin in pairs:
        found[spelled] = (*found.get(spelled, ()), pinyin)
    return found


@cache
def _syllables() -> frozenset[str]:
    return frozenset(_pinyin())


@cache
def _pinyin() -> tuple[str, ...]:
    return tuple(name_syllables().pinyin.split())
