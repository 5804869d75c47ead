"""How alike two names are by the words that they share, letter for letter, in any script."""

from dataclasses import dataclass

from recoupe.identity.actors import plain
from recoupe.identity.resolve import legal_forms

THRESHOLD = 0.7
"""From here on two names are worth a look."""


@dataclass(frozen=True, slots=True)
class Alike:
    """score: the share of letters in words that both have. parts: those words."""

    score: float
    parts: tuple[str, ...]


def compare(a: str, b: str, schema: str = "LegalEntity") -> Alike:
    """Compare two names; legal forms count for nothing, whatever the schema.

    >>> compare("АО «Купол»", "JSC Kupol").score, compare("Wuhan Tongsheng", "Wuhan Sensor").score
    (1.0, 0.4)
    """
    one, other = _words(a), _words(b)
    shared = one & other
    letters = _letters(one) + _letters(other)
    score = 2 * _letters(shared) / letters if letters else 0.0
    return Alike(round(score, 2), tuple(f"{word}: the same word" for word in sorted(shared)))


def _words(name: str) -> frozenset[str]:
    words = frozenset(plain(name).replace("-", " ").split())
    return words - legal_forms() or words


def _letters(words: frozenset[str]) -> int:
    return sum(map(len, words))
