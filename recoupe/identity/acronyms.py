"""Which short names stand for which long ones, told by the documents: *Long Name (LN)*."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from recoupe.identity.resolve import identity

SPELLED_OUT = re.compile(r"([^().,;:!?\n]{4,90}?)\s\(([A-Z]{2,8})\)")
"""`Center for Strategic and International Studies (CSIS)`"""


def acronyms(texts: Iterable[tuple[str, str | None]]) -> Mapping[str, str]:
    """Give the key of the acronym for the key of each long name; texts with their languages.

    An acronym that stands for two names in one language stands for none.
    """
    found: dict[str, dict[str | None, set[str]]] = defaultdict(lambda: defaultdict(set))
    for text, language in texts:
        for before, short in SPELLED_OUT.findall(text):
            if long := _long(before.split(), short):
                found[short][language].add(identity(long, language).key)
    return {
        long: identity(short, None).key
        for short, names in found.items()
        if all(len(longs) == 1 for longs in names.values())
        for longs in names.values()
        for long in longs
    }


def _long(words: list[str], short: str) -> str | None:
    """Give the words at the end whose capitals spell the acronym.

    >>> _long("said the Center for Strategic and International Studies".split(), "CSIS")
    'Center for Strategic and International Studies'
    """
    for start in range(len(words) - 1, -1, -1):
        firsts = [re.split(r"['’]", word)[-1][:1] for word in words[start:]]
        capitals = "".join(first for first in firsts if first.isupper())
        if capitals == short and firsts[0].isupper():
            return " ".join(words[start:])
        if len(capitals) > len(short):
            return None
    return None
