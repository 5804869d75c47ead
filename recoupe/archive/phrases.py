"""Words of a language file → where they stand in a line, whatever the spaces and apostrophes."""

import re
from collections.abc import Iterable


def wording(words: str) -> str:
    """Give the pattern of some words: any space for a space, any apostrophe for an apostrophe.

    >>> bool(re.fullmatch(wording("mis à l'eau"), "Mis\u00a0à l’eau", re.I))
    True
    """
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    pattern = re.sub("['’]", "['’]", pattern)
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    return before + pattern + (r"(?!\w)" if words[-1:].isalnum() else "")


def any_of(every: Iterable[str]) -> str:
    """Give the pattern of one of several wordings, the longest that fits; none fits no text."""
    longest_first = sorted(set(every), key=lambda words: (-len(words), words))
    return "(?:" + "|".join(map(wording, longest_first)) + ")" if longest_first else "(?!)"
