"""Names that differ by one letter within one document: a slip, or two bearers taken for one."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from recoupe.identity.actors import plain
from recoupe.model.doubt import Doubt
from recoupe.model.span import Span
from recoupe.weighing.notes import SPELLING
from recoupe.weighing.page import Page

BEARERS = ("Person", "Company", "Organization", "PublicBody", "Outlet", "Vessel")

LAST, FIRST = 4, 6
"""Letters of a last word, and of another, that a name needs: *John* and *Joan* are two names."""


def spellings(page: Page) -> Iterator[Doubt]:
    """Doubt two names of several words that differ by one letter."""
    places = _places(page)
    for one, other in combinations(sorted(places), 2):
        if _one_letter_apart(one, other) and _tells_apart(one, other):
            first = sorted(min(places[name]) for name in (one, other))
            claims = page.naming(places[one] + places[other])
            yield Doubt(page.document.id, "spelling", SPELLING, claims, tuple(first))


def _places(page: Page) -> dict[str, list[Span]]:
    """Give where each name of several words stands, by its plain words."""
    found: dict[str, list[Span]] = defaultdict(list)
    for entity in page.reading.entities:
        for mention in entity.mentions if entity.type in BEARERS else ():
            words = mention.of(page.document.text)
            parts = words.split()
            if len(parts) > 1 and parts[0][0].isupper() and parts[-1][0].isupper():
                found[plain(words)].append(mention)
    return found


def _one_letter_apart(one: str, other: str) -> bool:
    """Say whether one letter changed, added or left out makes one name the other.

    >>> _one_letter_apart("lin jian", "lin jiang"), _one_letter_apart("li wei", "lu wan")
    (True, False)
    """
    short, long = sorted((one, other), key=len)
    at = next(
        (i for i, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]),
        len(short),
    )
    changed = one != other and short[at + 1 :] == long[at + 1 :]
    return changed or (len(long) == len(short) + 1 and short[at:] == long[at + 1 :])


def _tells_apart(one: str, other: str) -> bool:
    """Say whether the difference is more than a number, a plural, or another short first name."""
    if any(c.isdigit() for c in one + other) or one + "s" == other:
        return False
    mine, theirs = one.split(), other.split()
    if len(mine) != len(theirs):
        return True
    at = next(i for i, pair in enumerate(zip(mine, theirs, strict=True)) if pair[0] != pair[1])
    least = LAST if at == len(mine) - 1 else FIRST
    return min(len(mine[at]), len(theirs[at])) >= least
