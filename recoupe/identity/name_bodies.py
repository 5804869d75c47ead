"""Names of companies, bodies and ships: words that mean or sound the same, and acronyms."""

from collections.abc import Iterator, Sequence
from itertools import product

from recoupe.identity.name_acronyms import acronym_of, in_pieces
from recoupe.identity.name_alignment import Alignment
from recoupe.identity.name_comparison import Comparison, Part
from recoupe.identity.name_likeness import NONE, Likeness, as_long, likeness
from recoupe.identity.name_meanings import Role
from recoupe.identity.name_nearness import eased
from recoupe.identity.name_spelled import characters, spelled_as
from recoupe.identity.name_tokens import Token, tokens
from recoupe.identity.name_weighing import score
from recoupe.identity.name_words import SYLLABIC, NameWord, joined, word
from recoupe.languages.name_parts import name_parts

ENOUGH = 0.79
"""Less alike, two words of names are two names."""


def compare_bodies(a: str, b: str, schema: str) -> Comparison:
    """Compare two names of companies, public bodies or ships.

    >>> compare_bodies("Corporation tactique de missiles", "КТРВ", "Company").score > 0.7
    True
    >>> compare_bodies("Wuhan Global Sensor", "Wuhan Tongsheng", "Company").score < 0.5
    True
    """
    ship = schema == "Vessel"
    found = Alignment(tokens(a, ship), tokens(b, ship))
    for i, j, like in _alike(found):
        if i not in found.mine and j not in found.yours:
            found.take((i,), (j,), like)
    _joined(found)
    _adjectives(found)
    _acronyms(found)
    _covered(found)
    left, right = ([t[i] for i in k] for t, k in _rest(found))
    parts = (
        *found.parts,
        *(Part(str(token), "") for token in left),
        *(Part("", str(token)) for token in right),
    )
    compared = Comparison(score(found, left, right), parts)
    return eased(compared, *([token.word for token in side] for side in (left, right)))


def _rest(found: Alignment) -> tuple[tuple[Sequence[Token], list[int]], ...]:
    return (found.ours, found.left()), (found.theirs, found.right())


def _alike(found: Alignment) -> list[tuple[int, int, Likeness]]:
    pairs = (
        (i, j, like)
        for i, one in enumerate(found.ours)
        if one.role
        for j, other in enumerate(found.theirs)
        if other.role and (like := _likeness(one, other)).score >= ENOUGH
    )
    return sorted(pairs, key=lambda pair: (-pair[2].score, abs(pair[0] - pair[1]), pair[0]))


def _likeness(one: Token, other: Token) -> Likeness:
    if Role.NUMBER in (one.role, other.role):
        return Likeness(1.0, "same number") if one.number == other.number else NONE
    if one.word.plain == other.word.plain:
        return Likeness(1.0, "same word")
    if one.means and other.means:
        if one.means & other.means:
            same = one.means == other.means
            return Likeness(0.97 if same else 0.9, "means the same in another language or form")
        spelled = likeness(one.word, other.word) if one.word.script != other.word.script else NONE
        return spelled if spelled.score >= 0.97 else NONE
    if one.word.script in SYLLABIC or other.word.script in SYLLABIC:
        if language := spelled_as(one.word, other.word):
            return Likeness(0.95, f"read in {language}")
        return characters(one.word, other.word) or likeness(one.word, other.word)
    found = likeness(one.word, other.word)
    if found.score < 0.98 and (one.is_short and other.is_short):
        return NONE
    return found


def _adjectives(found: Alignment) -> None:
    """Lay a name beside the adjective made of it, in names that also tell what the body is."""
    if not all(
        any(Role.FORM < t.role < Role.COUNTRY for t in s) for s in (found.ours, found.theirs)
    ):
        return
    for i, j in product(found.left(), found.right()):
        one, other = found.ours[i].word, found.theirs[j].word
        if one.script is not other.script and i not in found.mine and j not in found.yours:
            like = likeness(_noun(one), _noun(other))
            if like.score >= ENOUGH:
                found.take((i,), (j,), Likeness(like.score, f"{like.rule}, as an adjective"))


def _noun(adjective: NameWord) -> NameWord:
    """Give the name that a Slavic adjective is made of: *Бауманский*, *Бауман*."""
    for ending in name_parts().adjectives:
        if adjective.plain.endswith(ending) and len(adjective.plain) > len(ending) + 3:
            return word(adjective.plain.removesuffix(ending))
    return adjective


def _joined(found: Alignment) -> None:
    """Lay what is left together, written in one on one side: *Nord Stream*, *Nordstream*."""
    for some, k in _neighbours(found.left(), found.right()):
        if like := _in_one([found.ours[i] for i in some], found.theirs[k]):
            return found.take(some, (k,), like)
    for some, k in _neighbours(found.right(), found.left()):
        if like := _in_one([found.theirs[i] for i in some], found.ours[k]):
            return found.take((k,), some, like)
    return None


def _in_one(pieces: Sequence[Token], whole: Token) -> Likeness | None:
    if Role.NUMBER in (whole.role, *(token.role for token in pieces)):
        return None
    words = tuple(token.word for token in pieces)
    if not as_long(words, (whole.word,)):
        return None
    one = joined(words)
    if language := spelled_as(one, whole.word):
        return Likeness(0.95, f"read in {language}")
    like = likeness(one, whole.word)
    return Likeness(like.score, f"{like.rule}, written in one") if like.score >= 0.85 else None


def _neighbours(mine: list[int], yours: list[int]) -> Iterator[tuple[tuple[int, ...], int]]:
    """Give each run of two to four places beside each other, with each of the other side's."""
    for length in (2, 3, 4):
        for at in range(len(mine) - length + 1):
            run = tuple(mine[at : at + length])
            if run[-1] - run[0] == length - 1:
                yield from ((run, k) for k in yours)


def _acronyms(found: Alignment) -> None:
    """Lay an acronym beside the words that it is short for, if it has no match yet."""
    for i in found.left():
        free = _free(found.theirs, found.right())
        if places := _short_for(found.ours[i], found.ours, found.theirs, free):
            found.take((i,), places, Likeness(0.9, "is short for"))
    for j in found.right():
        free = _free(found.ours, found.left())
        if places := _short_for(found.theirs[j], found.theirs, found.ours, free):
            found.take(places, (j,), Likeness(0.9, "is short for"))


def _free(side: Sequence[Token], unmatched: list[int]) -> list[int]:
    """Give the places that an acronym may take letters of: legal forms too, as in *Norinco*."""
    return [j for j, token in enumerate(side) if j in unmatched or not token.role]


def _short_for(
    short: Token, around: Sequence[Token], others: Sequence[Token], free: list[int]
) -> tuple[int, ...]:
    if short.means or not (short.is_short or sum(bool(t.role) for t in around) == 1):
        return ()
    if acronym_of(short, [others[j] for j in free]):
        return tuple(free)
    one = [j for j in free if others[j].role]
    return (one[0],) if len(one) == 1 and in_pieces(short, others[one[0]]) else ()


def _covered(found: Alignment) -> None:
    """Lay words whose meaning is part of a word that has a match: *Uzay* and *Aerospace*."""
    for i in found.left():
        if (j := _whose(found.ours[i], found.theirs)) is not None:
            found.take((i,), (j,), Likeness(0.9, "means part of it"))
    for j in found.right():
        if (k := _whose(found.theirs[j], found.ours)) is not None:
            found.take((k,), (j,), Likeness(0.9, "means part of it"))


def _whose(token: Token, others: Sequence[Token]) -> int | None:
    return next((j for j, other in enumerate(others) if token.means & other.means), None)
