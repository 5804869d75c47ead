"""Whether two names can be names of one bearer, in any script, and why."""

from recoupe.identity.name_bodies import compare_bodies
from recoupe.identity.name_comparison import Comparison, Part
from recoupe.identity.name_persons import compare_persons

__all__ = ["THRESHOLD", "Comparison", "Part", "compare"]

THRESHOLD = 0.7
"""From here on two names are taken for names of one bearer.

Half of a name that differs on both sides gives less, a slip, an initial or a word left out more.
"""


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
    found = compare_persons(a, b) if schema == "Person" else compare_bodies(a, b, schema)
    return Comparison(round(min(1.0, max(0.0, found.score)), 3), found.parts)
