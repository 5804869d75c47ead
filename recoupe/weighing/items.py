"""What a thing is called: named goods apart from goods that are only described."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from recoupe.identity.actors import plain, words_for
from recoupe.identity.resolve import countries_named
from recoupe.weighing.goods import kind_of

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
"""`Caesar`, `JF-17`, `155mm`, `sol-air`"""

RUN = re.compile(r"[a-z]+|\d+")
"""`jf`, `17` of `jf-17`"""

Name = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A thing that took part.

    names: runs of letters and digits, `("jf", "17")`; kinds: kinds of goods, or nouns in none.
    """

    names: frozenset[Name]
    kinds: frozenset[str]


@cache
def item(words: str, language: str, named: bool = True) -> Item:
    """Read the name and the kind of a thing off its words; what says little is left out.

    named: whether a capital at the start tells a name.

    >>> sorted(item("canons Caesar", "fr").names), sorted(item("GM200", "fr").names)
    ([('caesar',)], [('gm', '200')])
    """
    tokens = [t for t in WORD.findall(words) if not countries_named(t, language)]
    flags = [_is_name(t, i > 0 or named) for i, t in enumerate(tokens)]
    for place in range(1, len(tokens)):
        flags[place] |= flags[place - 1] and tokens[place].isdigit()
    drop = frozenset().union(*(words_for(f, language) for f in ("broad", "articles", "nobody")))
    kinds = {plain(t) for t, is_name in zip(tokens, flags, strict=True) if not is_name} - drop
    return Item(_names(tokens, flags), frozenset(kind_of(k) for k in kinds if len(k) > 2))


def called(name: str) -> Item:
    """Give a thing by a name of which nothing but the words is known, in plain letters."""
    return Item(frozenset({tuple(RUN.findall(plain(name)))} - {()}), frozenset())


def alike(one: Item, other: Item) -> bool:
    """Say whether two named things bear one name: *JF-17* and *JF-17 Block III*."""
    return any(_within(a, b) or _within(b, a) for a in one.names for b in other.names)


def unlike(one: Item, other: Item) -> bool:
    """Say whether the two are named, and differently."""
    return bool(one.names and other.names) and not alike(one, other)


def _is_name(token: str, capital_tells: bool) -> bool:
    if token.isdigit() or not token[0].isupper():
        return False
    return capital_tells or any(c.isdigit() or c.isupper() for c in token[1:])


def _names(tokens: list[str], flags: list[bool]) -> frozenset[Name]:
    groups = groupby(zip(tokens, flags, strict=True), key=lambda pair: pair[1])
    found: set[Name] = set()
    for is_name, pairs in groups:
        if is_name:
            group = [token for token, _ in pairs]
            found |= {tuple(RUN.findall(plain(" ".join(group))))} | _initials(group)
    return frozenset(found - {()})


def _initials(group: list[str]) -> set[Name]:
    """Give `GM200` for *Ground Master 200*, as makers shorten their names."""
    *words, last = group
    if len(words) < 2 or not last.isdigit():
        return set()
    return {("".join(plain(w)[0] for w in words), last)}


def _within(short: Name, long: Name) -> bool:
    places = range(len(long) - len(short) + 1)
    return any(long[i : i + len(short)] == short for i in places)
