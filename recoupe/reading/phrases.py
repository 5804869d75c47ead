"""Find many fixed phrases in a line at once, where words begin and end."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

Meaning = TypeVar("Meaning")


class Phrases(Generic[Meaning]):
    """Phrases and what each stands for.

    >>> Phrases([("état", 1), ("état-major", 2)]).at("l'état-major", 2)
    (12, 2)
    """

    def __init__(self, phrases: Iterable[tuple[str, Meaning]]) -> None:
        """Index the phrases by their first two characters; of equal ones, the first counts."""
        self._by_head: dict[str, list[tuple[str, Meaning]]] = defaultdict(list)
        for phrase, meaning in dict(reversed(list(phrases))).items():
            self._by_head[phrase[:2]].append((phrase, meaning))
        for listed in self._by_head.values():
            listed.sort(key=lambda pair: -len(pair[0]))

    def at(self, text: str, start: int) -> tuple[int, Meaning] | None:
        """Give the end and the meaning of the longest phrase that begins at `start`."""
        for head in (text[start : start + 2], text[start : start + 1]):
            for phrase, meaning in self._by_head.get(head, ()):
                end = start + len(phrase)
                if text.startswith(phrase, start) and not text[end : end + 1].isalnum():
                    return end, meaning
        return None


def plain(text: str) -> str:
    """Give the text with straight apostrophes and plain spaces, every character in its place."""
    return text.translate(_PLAIN)


_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " "})
