"""The telling parts of a company's, a body's or a ship's name, without legal forms and joints."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from recoupe.identity.name_meanings import (
    LONGEST_PHRASE,
    NOTHING,
    Role,
    lexicon,
    meanings,
    role,
    runs,
)
from recoupe.identity.name_words import (
    NAMES,
    SYLLABIC,
    WORDS,
    NameWord,
    Script,
    joined,
    name_words,
    plain,
    script_of,
    word,
)
from recoupe.languages.name_concepts import forms
from recoupe.languages.name_parts import name_parts
from recoupe.languages.names import legal_forms


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or words that are one, of a name. means: in any language; number: of a numeral.

    linked: whether it stands first or after a joint, as *Russia* in *Bank of Russia*.
    """

    word: NameWord
    means: frozenset[str]
    role: Role
    number: int | None = None
    linked: bool = True
    words: tuple[NameWord, ...] = ()

    @property
    def is_short(self) -> bool:
        """Whether it may be an acronym: capitals, or a few letters."""
        text = self.word.text
        return 2 <= len(text) <= 8 and text.isupper() and self.word.script not in SYLLABIC

    def __str__(self) -> str:
        return self.word.text


@lru_cache(maxsize=NAMES)
def tokens(name: str, ship: bool = False) -> tuple[Token, ...]:
    """Give the parts of a name in their order, without the joints between them.

    A legal form is one by its role, but not where a name has nothing else.

    >>> [(str(token), token.role.name) for token in tokens("АО «ИЭМЗ «Купол»")]
    [('АО', 'FORM'), ('ИЭМЗ', 'NAME'), ('Купол', 'NAME')]
    """
    words = name_words(name)
    if any(one.script in SYLLABIC for one in words):
        words = tuple(_cut(words, ship))
    formal = frozenset(_formal(words, _forms(ship)))
    if len(formal) == len(words):
        formal = frozenset()
    telling = tuple(i for i in range(len(words)) if not _is_joint(words, i)) or (0,)
    return tuple(_tokens(words, telling, formal))


def _cut(words: tuple[NameWord, ...], ship: bool) -> Iterator[NameWord]:
    """Cut runs of scripts without spaces into words; ships' names have none that are translated."""
    for one in words:
        if one.script not in SYLLABIC:
            yield one
            continue
        for piece in _around_forms(one.plain):
            known = ship or piece in _run_forms()
            yield from (word(part) for part in ((piece,) if known else runs(piece)))


def _around_forms(run: str) -> Iterator[str]:
    """Part a run from legal forms at its beginning and end, and from numerals."""
    end = next((f for f in _run_forms() if len(run) > len(f) and run.endswith(f)), "")
    run = run.removesuffix(end)
    start = next((f for f in _run_forms() if len(run) > len(f) and run.startswith(f)), "")
    pieces = _NUMERAL.split(run.removeprefix(start))
    yield from (piece for piece in (start, *pieces, end) if piece)


_NUMERAL = re.compile(r"第?([一二三四五六七八九十百]{2,}|(?<=第)[一二三四五六七八九十])")
_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")}


def han_number(text: str) -> int | None:
    """Give the number of a Han numeral, None of what is none.

    >>> han_number("二十九"), han_number("十四"), han_number("武")
    (29, 14, None)
    """
    if not text or not set(text) <= set("〇一二三四五六七八九十百"):
        return None
    total, digit = 0, 0
    for c in text:
        if c in "十百":
            total += (digit or 1) * (10 if c == "十" else 100)
            digit = 0
        else:
            digit = digit * 10 + _DIGITS[c]
    return total + digit


def _formal(words: tuple[NameWord, ...], forms: frozenset[tuple[str, ...]]) -> Iterator[int]:
    """Give the places of legal forms."""
    small, longest = [one.plain for one in words], _longest(forms)
    at = 0
    while at < len(words):
        most = min(longest.get(small[at], 0), len(words) - at)
        length = next((n for n in range(most, 0, -1) if tuple(small[at : at + n]) in forms), 0)
        yield from range(at, at + length)
        at += length or 1


@cache
def _longest(forms: frozenset[tuple[str, ...]]) -> dict[str, int]:
    """Give how many words the longest form has that begins with a word."""
    found: dict[str, int] = {}
    for form in forms:
        found[form[0]] = max(found.get(form[0], 0), len(form))
    return found


def _tokens(
    words: tuple[NameWord, ...], telling: tuple[int, ...], formal: frozenset[int]
) -> Iterator[Token]:
    done = 0
    for at in range(len(words)):
        if at < done or at not in telling:
            continue
        linked = at == 0 or at - 1 not in telling
        if phrase := _phrase(words, at):
            yield Token(joined(phrase), _phrase_means(phrase), Role.COUNTRY, None, linked, phrase)
            done = at + len(phrase)
        elif at in formal:
            yield Token(words[at], meanings(words[at]) or _COMPANY, Role.FORM)
        else:
            yield _token(words[at], linked)


_COMPANY = frozenset({"company", "corporation"})


def _is_joint(words: tuple[NameWord, ...], at: int) -> bool:
    """Say whether a word is but a joint; *Du* is one in *Du Pont*, not in *Mu Du Bong*."""
    if words[at].plain not in _joints():
        return False
    return at == 0 or not words[at].text.istitle() or len(words[at].text) > 2


def _phrase(words: tuple[NameWord, ...], at: int) -> tuple[NameWord, ...]:
    """Give the words from a place on that are one name of a country; none where there is none."""
    if words[at].plain not in _starts():
        return ()
    for length in range(min(LONGEST_PHRASE, len(words) - at), 1, -1):
        if _phrase_means(words[at : at + length]):
            return words[at : at + length]
    return ()


@cache
def _starts() -> frozenset[str]:
    """Give the words with which names of several words for a country begin."""
    return frozenset(phrase[0] for phrase in lexicon().phrases)


def _phrase_means(words: tuple[NameWord, ...]) -> frozenset[str]:
    return lexicon().phrases.get(tuple(one.plain for one in words), NOTHING)


@lru_cache(maxsize=WORDS)
def _token(one: NameWord, linked: bool) -> Token:
    number = _number(one)
    if number is not None:
        return Token(one, NOTHING, Role.NUMBER, number)
    found = meanings(one)
    return Token(one, found, role(found), None, linked)


def _number(one: NameWord) -> int | None:
    if one.script is Script.DIGITS:
        return int(one.plain) if one.plain.isdecimal() else None
    if one.script is Script.HAN and len(one.plain) > 1:
        return han_number(one.plain.removeprefix("第"))
    return _ROMAN.get(one.text)


_ROMANS = "II III IV VI VII VIII IX XI XII XIII XIV XV XVI XVII XVIII XIX XX"
_ROMAN = dict(
    zip(_ROMANS.split(), (2, 3, 4, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20), strict=True)
)


@cache
def _forms(ship: bool) -> frozenset[tuple[str, ...]]:
    written = [form for listed in forms().forms.values() for form in listed]
    written += legal_forms()
    if ship:
        written = list(forms().ships.before + forms().ships.after)
    return frozenset(
        tuple(plain(part, script_of(part)) for part in form.split()) for form in written
    )


@cache
def _run_forms() -> tuple[str, ...]:
    """Give the forms and ships' words of scripts without spaces, the longest first."""
    written = [form for listed in forms().forms.values() for form in listed]
    written += forms().ships.before + forms().ships.after
    found = {plain(form, script_of(form)) for form in written if script_of(form) in SYLLABIC}
    return tuple(sorted(found, key=lambda form: (-len(form), form)))


@cache
def _joints() -> frozenset[str]:
    return frozenset(plain(joint, script_of(joint)) for joint in name_parts().joints)
