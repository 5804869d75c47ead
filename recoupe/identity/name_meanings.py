"""What words in names mean in any language: *missile*, *ракетный* and *导弹* are one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

from recoupe.identity.name_words import SYLLABIC, WORDS, NameWord, plain, script_of
from recoupe.languages import countries
from recoupe.languages.name_concepts import Meanings, concepts, places


class Role(IntEnum):
    """What a word does in a name, from what tells least to what tells most."""

    FORM = 0
    KIND = 1
    TRADE = 2
    WORD = 3
    COUNTRY = 4
    REGION = 5
    NAME = 6
    NUMBER = 7


NOTHING: frozenset[str] = frozenset()
LONGEST_PHRASE = 7


@dataclass(frozen=True, slots=True)
class Lexicon:
    """exact: meanings of a word; stems: of its beginning; roles: of each meaning.

    phrases: meanings of several words; runs: the words of scripts without spaces, by their length.
    """

    exact: Mapping[str, frozenset[str]]
    stems: Mapping[str, frozenset[str]]
    phrases: Mapping[tuple[str, ...], frozenset[str]]
    roles: Mapping[str, Role]
    longest: int
    spelled: Mapping[str, tuple[str, ...]]


def meanings(word: NameWord) -> frozenset[str]:
    """Give what a word means; nothing of a word that is only a name.

    >>> from recoupe.identity.name_words import name_words
    >>> [sorted(meanings(word)) for word in name_words("ракетное missiles 导弹 Kupol")]
    [['missile'], ['missile'], ['missile'], []]
    """
    return _meanings(word.plain) | _countries(word)


@lru_cache(maxsize=WORDS)
def _meanings(small: str) -> frozenset[str]:
    known = lexicon()
    if found := known.exact.get(small):
        return found
    if "\u0600" <= small[:1] <= "\u077f":
        return _of_arabic(small)
    for end in range(min(len(small), 16), 2, -1):
        if found := known.stems.get(small[:end]):
            rest = small[end:]
            if _is_ending(rest):
                return found
            more = _meanings(rest) or _meanings(rest[1:]) if len(rest) > 3 else NOTHING
            if more:
                return found | more
    return _of_compound(small)


def _of_compound(small: str) -> frozenset[str]:
    """Give what both halves of a word mean that has two: *Atomenergie*."""
    exact = lexicon().exact
    for at in range(4, len(small) - 3) if small.isascii() else ():
        if small[:at] in exact and small[at:] in exact:
            return exact[small[:at]] | exact[small[at:]]
    return NOTHING


def _of_arabic(small: str) -> frozenset[str]:
    """Give the meaning of a word of Arabic or Persian without its article and ending."""
    exact, endings = lexicon().exact, concepts().endings.arabic
    bare = small.removeprefix("ال")
    for word in (bare, bare.removeprefix("ل"), bare.removeprefix("لل")):
        for end in range(len(word), 2, -1):
            if (found := exact.get(word[:end])) and (end == len(word) or word[end:] in endings):
                return found
    return NOTHING


def _is_ending(rest: str) -> bool:
    """Say whether letters after a stem only bend it: *ракет-ное*, never *газ-пром*."""
    if rest.isascii():
        return len(rest) <= 5
    return len(rest) <= 9 and concepts().endings.letters.issuperset(rest)


@lru_cache(maxsize=WORDS)
def _countries(word: NameWord) -> frozenset[str]:
    if word.plain[:1] > "z" or len(word.plain) < 2:
        return NOTHING
    found = (
        code
        for language in ("en", "fr")
        if (code := countries.country(word.text, language))
        and countries.kind(word.text, language) in ("name", "adjective")
    )
    return frozenset(found)


@lru_cache(maxsize=10_000)
def runs(text: str) -> tuple[str, ...]:
    """Cut a run of Han, kana or Hangul at the words that are known in it, the longest first.

    >>> runs("中国电子科技集团")
    ('中国', '电子', '科技', '集团')
    """
    known, found, start, at = lexicon(), [], 0, 0
    while at < len(text):
        end = next(
            (e for e in range(min(len(text), at + known.longest), at, -1) if _known(text, at, e)),
            None,
        )
        if end is None:
            at += 1
            continue
        found += [text[start:at]] if at > start else []
        found.append(text[at:end])
        start = at = end
    return (*found, text[start:]) if start < len(text) else tuple(found)


def _known(text: str, start: int, end: int) -> bool:
    """Say whether a stretch is a word; one character is only at the end, and of a kind of body."""
    found = lexicon().exact.get(text[start:end])
    if found is None or end - start > 1:
        return found is not None
    return end == len(text) > 1 and role(found) is Role.KIND


def role(found: Iterable[str]) -> Role:
    """Give the role of what tells most among some meanings."""
    roles = lexicon().roles
    return max((roles.get(meaning, Role.COUNTRY) for meaning in found), default=Role.NAME)


@cache
def lexicon() -> Lexicon:
    """Put the tables of meanings together."""
    exact: dict[str, frozenset[str]] = {}
    stems: dict[str, frozenset[str]] = {}
    phrases: dict[tuple[str, ...], frozenset[str]] = {}
    roles: dict[str, Role] = {}
    spelled: dict[str, tuple[str, ...]] = {}
    for table, kind in _tables():
        for meaning, words in table.items():
            roles[meaning] = kind
            spelled[meaning] = tuple(words.replace("-", "").split())
            for written in words.split():
                small = _plain(written)
                if "+" in small:
                    key = tuple(small.split("+"))
                    phrases[key] = phrases.get(key, NOTHING) | {meaning}
                    continue
                index = stems if small.endswith("-") else exact
                key_ = small.rstrip("-")
                index[key_] = index.get(key_, NOTHING) | {meaning}
    for stem, found in stems.items():
        if stem in exact:
            exact[stem] |= found
    longest = max(len(one) for one in exact if script_of(one) in SYLLABIC)
    return Lexicon(exact, stems, phrases, roles, longest, spelled)


def _plain(written: str) -> str:
    return "+".join(plain(part, script_of(part)) for part in written.split("+"))


def _tables() -> tuple[tuple[Meanings, Role], ...]:
    words, where = concepts(), places()
    return (
        (words.kinds, Role.KIND),
        (words.trades, Role.TRADE),
        (words.words, Role.WORD),
        (words.regions, Role.REGION),
        (where.countries, Role.COUNTRY),
        (_each(where.written), Role.NAME),
        (where.cities, Role.NAME),
        (where.fame, Role.NAME),
    )


def _each(table: Meanings) -> Meanings:
    """Make each word of a table its own meaning."""
    return {word: word for words in table.values() for word in words.split()}
