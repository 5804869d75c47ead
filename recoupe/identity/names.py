"""Whether two names can be names of one bearer, in any script, and why."""

from recoupe.identity.name_bodies import compare_bodies
from recoupe.identity.name_comparison import Comparison, Part
from recoupe.identity.name_meanings import Role
from recoupe.identity.name_persons import compare_persons
from recoupe.identity.name_tokens import tokens

__all__ = ["THRESHOLD", "Comparison", "Part", "compare"]

THRESHOLD = 0.7
"""From here on two names are taken for names of one bearer.

Half of a name that differs on both sides gives less, a slip, an initial or a word left out more.
"""

OPEN = ("LegalEntity", "Thing")
"""Schemata whose names may be persons' or companies'."""


def compare(a: str, b: str, schema: str = "LegalEntity") -> Comparison:
    """Compare two names. schema: of FollowTheMoney; a *Person* is compared in its own way.

    >>> compare("Шойгу Сергей Кужугетович", "Sergueï Choïgou", "Person").score > THRESHOLD
    True
    >>> for part in compare("НИИ-33", "NII-35", "Organization").parts:
    ...     print(part)
    НИИ ~ NII: transliteration
    33, in the first name: nothing like it in the other
    35, in the second name: nothing like it in the other
    """
    # One order, so that the answer is the same whichever name comes first.
    first, second = sorted((a, b))
    found = _compared(first, second, schema)
    return (found if first == a else found.turned()).ordered()


def _compared(a: str, b: str, schema: str) -> Comparison:
    if a == b and a.strip():
        return Comparison(1.0, (Part(a, b, 1.0, "same name"),))
    personal = schema == "Person" or (schema in OPEN and _tells_no_body(a) and _tells_no_body(b))
    found = compare_persons(a, b) if personal else compare_bodies(a, b, schema)
    return Comparison(round(min(1.0, max(0.0, found.score)), 3), found.parts)


def _tells_no_body(name: str) -> bool:
    """Say whether a name may be a person's: two words or more, and none for what a body is."""
    found = tokens(name)
    return len(found) > 1 and all(token.role >= Role.NAME for token in found)
