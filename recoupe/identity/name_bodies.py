"""Names of companies, bodies and ships: words that mean or sound the same, and acronyms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product

from recoupe.identity.name_acronyms import acronym_of, in_pieces
from recoupe.identity.name_comparison import Comparison, Part
from recoupe.identity.name_likeness import NONE, Likeness, likeness
from recoupe.identity.name_meanings import Role
from recoupe.identity.name_persons import characters, spelled_as
from recoupe.identity.name_tokens import Token, tokens
from recoupe.identity.name_words import SYLLABIC, NameWord, Script, joined, word
from recoupe.languages.name_concepts import concepts
from recoupe.languages.name_parts import name_parts

ENOUGH = 0.79
"""Less alike, two words of names are two names."""

WEIGHTS = {
    Role.FORM: 0.0,
    Role.KIND: 0.25,
    Role.TRADE: 0.45,
    Role.WORD: 0.7,
    Role.COUNTRY: 0.8,
    Role.REGION: 1.0,
    Role.NAME: 1.0,
    Role.NUMBER: 1.5,
}
"""How much a word tells."""

OMISSION = {
    Role.FORM: 0.0,
    Role.KIND: 0.08,
    Role.TRADE: 0.1,
    Role.WORD: 0.2,
    Role.COUNTRY: 0.25,
    Role.REGION: 1.0,
    Role.NAME: 0.6,
    Role.NUMBER: 1.2,
}
"""How much a word weighs against where the other name has nothing in its place."""

CONFLICT = 1.5
"""How much more words weigh that differ on both sides."""


FULL = 0.4
"""The most that words on its trade weigh against a full name with its legal form."""

TURNED = 0.6
"""What is left of the score where one name is *University of York*, the other *York University*."""


@dataclass(slots=True)
class Alignment:
    """Which tokens were laid together so far; mine, yours: places that are taken."""

    ours: Sequence[Token]
    theirs: Sequence[Token]
    parts: list[Part] = field(default_factory=list)
    weight: float = 0.0
    matched: float = 0.0
    mine: set[int] = field(default_factory=set)
    yours: set[int] = field(default_factory=set)
    distinct: bool = False

    def take(self, i: Sequence[int], j: Sequence[int], like: Likeness) -> None:
        one, other = [self.ours[k] for k in i], [self.theirs[k] for k in j]
        self.parts.append(Part(_text(one), _text(other), like.score, like.rule))
        weight = (_weight(one) + _weight(other)) / 2
        self.weight += weight
        self.matched += like.score * weight
        self.mine.update(i)
        self.yours.update(j)
        self.distinct |= any(t.role in (Role.NAME, Role.NUMBER) for t in (*one, *other))

    def left(self) -> list[int]:
        return [i for i, t in enumerate(self.ours) if i not in self.mine and t.role]

    def right(self) -> list[int]:
        return [j for j, t in enumerate(self.theirs) if j not in self.yours and t.role]


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
    return Comparison(_score(found, left, right), parts)


def _rest(found: Alignment) -> tuple[tuple[Sequence[Token], list[int]], ...]:
    return (found.ours, found.left()), (found.theirs, found.right())


def _score(found: Alignment, left: Sequence[Token], right: Sequence[Token]) -> float:
    if not found.parts:
        return 0.0
    fewer, more = sorted((_weight(left), _weight(right)))
    side = left if _weight(left) > _weight(right) else right
    rest = 1 - fewer / more if more else 0.0
    shorter, longer = (found.theirs, found.ours) if side is left else (found.ours, found.theirs)
    terse = not _is_full(longer, shorter)
    last = next((token for token in reversed(longer) if token.role), None)
    omitted = rest * sum(_omission(token, terse, found, token is last) for token in side)
    if not terse and all(token.role <= Role.WORD for token in side):
        omitted = min(FULL, omitted)
    score = found.matched / (found.weight + CONFLICT * fewer + omitted)
    return score * (
        TURNED if {_is_turned(found.ours), _is_turned(found.theirs)} == {True, False} else 1
    )


def _is_turned(side: Sequence[Token]) -> bool | None:
    """Say whether the kind of body stands before its place, as in *University of York*.

    None where it stands otherwise, or is not named in English.
    """
    for before, after in pairwise(side):
        if before.word.plain in concepts().turned and after.role >= Role.COUNTRY and after.linked:
            return True
        if after.word.plain in concepts().turned and before.role >= Role.COUNTRY:
            return False
    return None


def _is_full(longer: Sequence[Token], shorter: Sequence[Token]) -> bool:
    """Say whether the longer name is a full one, with a legal form or what its company trades in.

    Full names also tell what a company does; but universities have no short ones.
    """
    means = frozenset(meaning for token in longer for meaning in token.means)
    if means & concepts().complete:
        return False
    forms = [any(token.role is Role.FORM for token in side) for side in (longer, shorter)]
    return forms == [True, False] or sum(token.role is Role.TRADE for token in longer) > 1


def _omission(token: Token, terse: bool, found: Alignment, last: bool) -> float:
    """Weigh a word left out; terse: the longer name is none of those that tell all.

    last: whether it ends the name, where a country tells a branch: *Rosneft Deutschland*.
    """
    weight = OMISSION[token.role]
    if token.role is Role.COUNTRY and last and not token.linked:
        return OMISSION[Role.REGION] if token.word.script is Script.LATIN else weight
    if token.role in (Role.TRADE, Role.NAME) and not found.distinct:
        return weight * 2.5
    if token.role is Role.WORD:
        return weight * (2.6 if not found.distinct else _terse(found) if terse else 1)
    return weight


def _terse(found: Alignment) -> float:
    """Say how much more a word weighs where names are terse: more yet where they are complete."""
    means = frozenset(meaning for token in found.ours for meaning in token.means)
    return 4 if means & concepts().complete else 2.5


def _weight(some: Sequence[Token]) -> float:
    return sum(WEIGHTS[token.role] for token in some)


def _text(some: Sequence[Token]) -> str:
    return " ".join(map(str, some))


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
    one = joined(tuple(token.word for token in pieces))
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
