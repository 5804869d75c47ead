"""Short keys by which an index finds names that may be one, whatever their script and spelling.

A name has a key for each telling word: the consonants as a listener hears them, in few classes.
Respellings of a name share one in nearly all cases; unrelated names share one where they share a
word, so that the rarer key tells more. Acronyms have their letters as a key, on both sides.
Of the many who share one, finer keys tell who is likelier, and how they are said.
"""

from collections.abc import Iterator, Sequence

from recoupe.identity.name_heard import coarse, fine, heard, letters, pinyin
from recoupe.identity.name_meanings import Role
from recoupe.identity.name_persons import named
from recoupe.identity.name_tokens import Token, tokens
from recoupe.identity.name_words import SYLLABIC, NameWord, Script, in_ascii

LEAST = 3
"""Letters that an acronym has at least."""

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

    The last but one are keys of words that are written in one, the last those of its letters.

    Beside those of `keys` are finer ones, which part names that sound much the same: all
    consonants, and pinyin.

    >>> first, second = groups("Choïgou", "Person")[0], groups("Шойгу", "Person")[0]
    >>> sorted(set(first) & set(second))
    ['!Sg', 'sk']
    """
    if schema == "Person":
        words = [one.word for one in named(name) if not one.is_initial]
        return [*map(fine, words), _whole(words), ()]
    some = tokens(name, schema == "Vessel")
    found = [_of_token(one) for one in some if one.role in TELLING or one.role is Role.NUMBER]
    firsts = tuple(_firsts(some))
    return [*found, _whole([one.word for one in _names(some)]), firsts]


def _of_token(one: Token) -> tuple[str, ...]:
    means = (*_means(one), *_short(one))
    return (*means, *fine(one.word)) if one.role is Role.NAME else means


def _whole(words: Sequence[NameWord]) -> tuple[str, ...]:
    """Give keys for words that may be written in one."""
    if not 1 < len(words) < 5:
        return ()
    pairs = (f"^{a}{b}" for one, other in _beside(words) for a in one for b in other)
    return (*_in_one(words), *pairs)


def _beside(words: Sequence[NameWord]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Give the pinyin of each word and of the next, and of the last and the first."""
    each = [pinyin(one) for one in words]
    return zip(each, [*each[1:], each[0]], strict=True)


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
        yield from coarse(one)
    if 1 < len(words) < 5:
        yield from _in_one(words)


def _in_one(words: Sequence[NameWord]) -> Iterator[str]:
    """Give the key of words written in one, in either order."""
    first, *rest = map(letters, words)
    yield heard("".join((first, *rest)))
    yield heard("".join((*rest, first)))


def _latin(word: NameWord) -> str:
    return word.plain if word.script is Script.LATIN else in_ascii(word.plain).lower()
