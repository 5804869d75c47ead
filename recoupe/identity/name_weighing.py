"""How much of two names of bodies matches, and what weighs against it."""

from collections.abc import Sequence
from itertools import pairwise

from recoupe.identity.name_alignment import Alignment, weight
from recoupe.identity.name_meanings import Role
from recoupe.identity.name_tokens import Token
from recoupe.identity.name_words import Script
from recoupe.languages.name_concepts import concepts

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


def score(found: Alignment, left: Sequence[Token], right: Sequence[Token]) -> float:
    """Weigh what was laid together against what is left on both sides, and on one: 0 to 1."""
    if not found.parts:
        return 0.0
    fewer, more = sorted((weight(left), weight(right)))
    rest = 1 - fewer / more if more else 0.0
    omitted = rest * _omitted(found, left, right)
    share = found.matched / (found.weight + CONFLICT * fewer + omitted)
    turned = {_is_turned(found.ours), _is_turned(found.theirs)} == {True, False}
    return share * TURNED if turned else share


def _omitted(found: Alignment, left: Sequence[Token], right: Sequence[Token]) -> float:
    """Weigh the words that only the fuller name has."""
    mine = weight(left) > weight(right)
    side = left if mine else right
    shorter, longer = (found.theirs, found.ours) if mine else (found.ours, found.theirs)
    terse = not _is_full(longer, shorter)
    last = next((token for token in reversed(longer) if token.role), None)
    omitted = sum(_omission(token, terse, found, token is last) for token in side)
    if not terse and all(token.role <= Role.WORD for token in side):
        return min(FULL, omitted)
    return omitted


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
    omission = OMISSION[token.role]
    if token.role is Role.COUNTRY and last and not token.linked:
        return OMISSION[Role.REGION] if token.word.script is Script.LATIN else omission
    if token.role in (Role.TRADE, Role.NAME) and not found.distinct:
        return omission * 2.5
    if token.role is Role.WORD:
        return omission * (2.6 if not found.distinct else _terse(found) if terse else 1)
    return omission


def _terse(found: Alignment) -> float:
    """Say how much more a word weighs where names are terse: more yet where they are complete."""
    means = frozenset(meaning for token in found.ours for meaning in token.means)
    return 4 if means & concepts().complete else 2.5
