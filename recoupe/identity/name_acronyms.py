"""Whether a short word is made of the first letters of a longer name, in any of its languages."""

from collections.abc import Sequence
from functools import lru_cache

from recoupe.identity.name_meanings import Role, lexicon
from recoupe.identity.name_tokens import Token
from recoupe.identity.name_words import SYLLABIC, NameWord, Script
from recoupe.identity.sounds import sounds
from recoupe.languages.name_parts import name_parts

LEAST = 3
"""Fewer letters stand for too much."""

TELLING = (Role.WORD, Role.NAME, Role.NUMBER)

Supply = tuple[frozenset[str], ...]
"""Beginnings that a token lends, each of the words that it may be."""


def acronym_of(short: Token, long: Sequence[Token]) -> tuple[int, ...] | None:
    """Give the places of the tokens whose first letters the short word is; None where it is not.

    Each token that tells something must be used. In another language words stand in another
    order, and a letter may stand for a word that was left out.

    >>> from recoupe.identity.name_tokens import tokens
    >>> acronym_of(tokens("NIOC")[0], tokens("National Iranian Oil Company"))
    (0, 1, 2, 3)
    >>> acronym_of(tokens("КТРВ")[0], tokens("Tactical Missiles Corporation"))
    (0, 1, 2)
    """
    letters = short.word.plain
    if len(letters) < LEAST or not letters.isalpha() or short.word.script in SYLLABIC:
        return None
    supplies = [_supply(token, short.word.script) for token in long]
    found = _in_order(letters, supplies, long) or _in_any_order(short, supplies, long)
    used = tuple(dict.fromkeys(found or ()))
    return used if _tells(used, long, letters) else None


def in_pieces(short: Token, long: Token) -> bool:
    """Say whether a short word is made of the first letters of the pieces of one long word.

    >>> from recoupe.identity.name_tokens import tokens
    >>> in_pieces(tokens("ROE")[0], tokens("Rosoboronexport")[0])
    True
    """
    letters = short.word.plain
    if len(letters) < LEAST or long.word.script in SYLLABIC or short.word.script in SYLLABIC:
        return False
    pieces = _of_name(long.word, short.word.script)
    return len(pieces) == len(letters) and all(map(frozenset.__contains__, pieces, letters))


def _tells(found: tuple[int, ...], long: Sequence[Token], letters: str) -> bool:
    """Say whether all that tells something is used, and more than one word."""
    left = [
        token
        for place, token in enumerate(long)
        if place not in found and token.role in TELLING and not _is_part(token, letters)
    ]
    return not left and len(found) > 1


def _is_part(token: Token, letters: str) -> bool:
    """Say whether a word may be part of what another letter stands for: *Uzay* of *Aerospace*."""
    spelled = {word for meaning in token.means for word in lexicon().spelled.get(meaning, ())}
    return token.word.plain[0] not in letters and any(
        word[0] in letters and len(token.means & _known(word)) > 0 and len(_known(word)) > 1
        for word in spelled
    )


def _known(word: str) -> frozenset[str]:
    return lexicon().exact.get(word, frozenset())


def _in_order(
    letters: str, supplies: Sequence[Supply], long: Sequence[Token]
) -> tuple[int, ...] | None:
    """Follow the letters through the tokens: one letter of each, or some, as in *Norinco*."""
    ways: dict[int, tuple[int, ...]] = {0: ()}
    for place, supply in enumerate(supplies):
        for beginnings in supply:
            more = {
                at + length: (*used, place)
                for at, used in ways.items()
                for length in (1, 2, 3)
                if letters[at : at + length] in beginnings and at + length <= len(letters)
            }
            skipping = (
                long[place].role not in TELLING
                or bool(long[place].words)
                or _is_part(long[place], letters)
            )
            ways = {**more, **ways} if skipping or len(supply) > 1 else more or ways
    return ways.get(len(letters))


def _in_any_order(
    short: Token, supplies: Sequence[Supply], long: Sequence[Token]
) -> tuple[int, ...] | None:
    """Give each letter a word that begins with it, where the name is in another language."""
    letters = short.word.plain
    if not short.is_short or (
        short.word.script is Script.LATIN and all(t.word.script is Script.LATIN for t in long)
    ):
        return None
    slots = [(place, beginnings) for place, supply in enumerate(supplies) for beginnings in supply]
    slots.sort(key=lambda slot: long[slot[0]].role not in TELLING)
    given: dict[int, int] = {}
    missing = sum(not _find(at, letters, slots, given, set()) for at in range(len(letters)))
    allowed = 1 if len(letters) > LEAST else 0
    if missing > allowed or len(given) <= 2:
        return None
    return tuple(sorted({slots[slot][0] for slot in given}))


def _find(
    at: int,
    letters: str,
    slots: Sequence[tuple[int, frozenset[str]]],
    given: dict[int, int],
    tried: set[int],
) -> bool:
    """Give a letter a free slot, or one whose letter can be given another."""
    for slot, (_, beginnings) in enumerate(slots):
        if slot in tried or letters[at] not in beginnings:
            continue
        tried.add(slot)
        if slot not in given or _find(given[slot], letters, slots, given, tried):
            given[slot] = at
            return True
    return False


@lru_cache(maxsize=20_000)
def _supply(token: Token, script: Script) -> Supply:
    """Give the beginnings that a token lends in a script: one set for each thing that it means."""
    if token.words:
        return tuple(s for word in token.words for s in _of_name(word, script)[:1])
    if not token.means or (token.word.script in SYLLABIC and token.role is Role.NAME):
        return _of_name(token.word, script)
    own = _of_name(token.word, script)[0]
    return tuple(own | _of_meaning(meaning, script) for meaning in sorted(token.means))


def _of_meaning(meaning: str, script: Script) -> frozenset[str]:
    latin = script is Script.LATIN
    words = (
        w for w in lexicon().spelled.get(meaning, (meaning.lower(),)) if (w[0] <= "z") is latin
    )
    return frozenset(b for word in words for b in _beginnings(word))


def _of_name(word: NameWord, script: Script) -> Supply:
    text = word.plain if word.script is script else _sounded(word, script)
    pieces = _pieces(text)
    return tuple(map(_beginnings, pieces))


def _sounded(word: NameWord, script: Script) -> str:
    sound = sounds(word)[0].lower()
    if script is Script.LATIN:
        return sound
    return sound.translate(_CYRILLIC)


_CYRILLIC = str.maketrans("abvgdeziklmnoprstufhc", "абвгдезиклмнопрстуфхц")


def _beginnings(text: str) -> frozenset[str]:
    return frozenset(text[:length] for length in (1, 2, 3))


@lru_cache(maxsize=20_000)
def _pieces(text: str) -> tuple[str, ...]:
    """Cut a word like *rosoboronexport* where its known pieces begin."""
    known = name_parts().compounds
    found, start, at = [], 0, 0
    while at < len(text):
        end = next((e for e in range(len(text), at + 2, -1) if text[at:e] in known), None)
        if end is None:
            at += 1
            continue
        if at > start:
            found.append(text[start:at])
        found.append(text[at:end])
        start = at = end
    if start < len(text):
        found.append(text[start:])
    return tuple(found)
