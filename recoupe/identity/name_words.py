"""The words of a name: *Dr. Lee Ka-chiu* → Dr, Lee, Ka, chiu, each with its script."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from anyascii import anyascii

from recoupe.languages.name_han import simplified


class Script(StrEnum):
    """How a word is written; `DIGITS` for numbers, `OTHER` for what is read letter by letter."""

    LATIN = "latin"
    CYRILLIC = "cyrillic"
    ARABIC = "arabic"
    HAN = "han"
    KANA = "kana"
    HANGUL = "hangul"
    DIGITS = "digits"
    OTHER = "other"


SYLLABIC = (Script.HAN, Script.KANA, Script.HANGUL)
"""Scripts that put no spaces between words."""


NAMES = 8_000
"""Names whose words are remembered: those of a batch that is indexed, or that are compared now."""

WORDS = 20_000
"""Words of which something is remembered: all of such a batch, and the commonest of others."""

MOST_WORDS, LONGEST_WORD = 40, 80
"""What is longer is no name; the rest of it is left unread."""


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word of a name. text: as written; plain: small letters without accents, in its script."""

    text: str
    plain: str
    script: Script

    def __hash__(self) -> int:
        # The rest follows from the text; words are looked up more often than anything else.
        return hash(self.text)

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=NAMES)
def name_words(name: str) -> tuple[NameWord, ...]:
    """Give the words of a name in their order; dotted abbreviations are one: *A.Ş.* → *AŞ*.

    >>> [word.plain for word in name_words("«НИИ-33», Zürich A.Ş. 三菱")]
    ['нии', '33', 'zurich', 'as', '三菱']
    """
    if not name.isascii():
        name = unicodedata.normalize("NFKC", name).replace("ـ", "")
    if "." in name:
        name = _DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), name)
    if not _LOOKS.keys().isdisjoint(name):
        name = _MISREAD.sub(lambda digit: _LOOKS[digit[0]], name)
    return tuple([word(one[:LONGEST_WORD]) for one in _WORD.findall(name)[:MOST_WORDS]])


@lru_cache(maxsize=WORDS)
def word(text: str) -> NameWord:
    """Give a word from what is written."""
    script = script_of(text)
    return NameWord(text, plain(text, script), script)


@lru_cache(maxsize=WORDS)
def plain(text: str, script: Script) -> str:
    """Give small letters without accents; letters of another script stay in it.

    >>> plain("Çavuşoğlu", Script.LATIN), plain("習近平", Script.HAN)
    ('cavusoglu', '习近平')
    """
    small = text.casefold()
    if small.isascii():
        return small.replace("'", "")
    if script is Script.LATIN:
        return in_ascii(small).lower().replace("'", "").replace("`", "")
    if script is Script.HAN:
        return small.translate(simplified())
    if script is Script.ARABIC:
        small = small.translate(_ARABIC)
    if small.isalpha() and "ʼ" not in small:
        return small
    return "".join(c for c in small if not unicodedata.combining(c) and c not in _MARKS)


def in_ascii(text: str) -> str:
    """Give a text in ASCII letters; as `anyascii` has them, each looked up there once.

    >>> in_ascii("Шойгу")
    'Shoygu'
    """
    return text if text.isascii() else text.translate(_IN_ASCII)


class _InAscii(dict[int, str]):
    """What stands for each character so far."""

    def __missing__(self, character: int) -> str:
        return self.setdefault(character, anyascii(chr(character)))


_IN_ASCII = _InAscii()


def joined(words: tuple[NameWord, ...]) -> NameWord:
    """Give several words as one: *Abdul*, *Hakim* → *AbdulHakim*."""
    return words[0] if len(words) == 1 else word("".join(one.text for one in words))


def script_of(text: str) -> Script:
    """Give the script of the first letter that has one."""
    return next((found for c in text if (found := _script(c))), Script.OTHER)


_CJK = "\u3005-\u3007\u3400-\u9fff\uf900-\ufaff"
_KANA = "\u3040-\u30fa\u30fc-\u30ff"
_HANGUL = "\u1100-\u11ff\uac00-\ud7a3"
_MARK = "\u0300-\u036f\u064b-\u0655\u0670"
_MARKS = "'’ʼ`\u200c"
_LETTER = rf"[^\W\d_{_CJK}{_KANA}{_HANGUL}]"
_WORD = re.compile(
    rf"\d+|[{_CJK}]+|[{_KANA}]+|[{_HANGUL}]+|\b[dlDL](?=['’]{_LETTER})"
    rf"|{_LETTER}(?:[{_MARK}]|{_LETTER}|[{_MARKS}](?={_LETTER}))*"
)
_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}(?![^\W\d_]{2})")
_MISREAD = re.compile(r"(?<=[A-Za-z])[01358](?=[A-Za-z]{2})|(?<=[A-Za-z]{2})[01358](?=[A-Za-z])")
_LOOKS = {"0": "o", "1": "i", "3": "e", "5": "s", "8": "b"}
"""A digit between letters is a letter that was misread: *B0ut*."""
_ARABIC = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه"})
_RANGES = (
    ("0", "9", Script.DIGITS),
    ("A", "\u024f", Script.LATIN),
    ("\u1e00", "\u1eff", Script.LATIN),
    ("\u0400", "\u052f", Script.CYRILLIC),
    ("\u0600", "\u077f", Script.ARABIC),
    ("\ufb50", "\ufeff", Script.ARABIC),
    ("\u3040", "\u30ff", Script.KANA),
    ("\u1100", "\u11ff", Script.HANGUL),
    ("\uac00", "\ud7a3", Script.HANGUL),
    ("\u3005", "\u3007", Script.HAN),
    ("\u3400", "\u9fff", Script.HAN),
    ("\uf900", "\ufaff", Script.HAN),
)


@cache
def _script(character: str) -> Script | None:
    if character.isdigit():
        return Script.DIGITS
    if not character.isalpha():
        return None
    return next((s for low, high, s in _RANGES if low <= character <= high), None)
