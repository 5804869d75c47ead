"""Numbers as they are written: in digits, in words, with a *million* after them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recoupe.languages.values import NumberWords

Tokens = Sequence[re.Match[str]]
Entries = Mapping[str, Sequence[tuple[tuple[str, ...], float]]]


@dataclass(frozen=True, slots=True)
class Written:
    """A number: its value, the token after it, the kinds of piece it may be.

    scale: 1e6 in *4.3 million*. short: the scale is a letter, which only money has (*$364m*).
    """

    value: float | int
    end: int
    kinds: tuple[str, ...]
    scale: float = 1.0
    short: bool = False


class Numerals:
    """Reads numbers in the words of one language."""

    def __init__(self, words: NumberWords, token: re.Pattern[str]) -> None:
        def by_first(table: Mapping[str, float]) -> Entries:
            found: dict[str, list[tuple[tuple[str, ...], float]]] = {}
            for written, value in table.items():
                first, *rest = (match[0] for match in token.finditer(written))
                found.setdefault(first, []).append((tuple(rest), value))
            for entries in found.values():
                entries.sort(key=lambda entry: -len(entry[0]))
            return found

        self._words = words
        self._values = by_first(words.words)
        self._ones = frozenset(words.ones)
        self._scales = by_first(words.scales)
        self._plain = str.maketrans("", "", words.grouping)

    def read(self, tokens: Tokens, at: int, *, glued: bool) -> Written | None:
        """Give the number that begins at a token, None where none does, or where it is a label.

        *155mm*, *60-strong* and *S-400* name things and count none.
        """
        found = self._digits(tokens, at) if tokens[at].lastgroup == "number" else None
        found = found or self._in_words(tokens, at)
        if found is None or glued:
            return None
        found = self._scaled(tokens, at, found)
        return None if self._is_label(tokens, found) else found

    def _digits(self, tokens: Tokens, at: int) -> Written:
        written = tokens[at][0]
        plain = written.translate(self._plain).replace(self._words.decimal, ".")
        value = float(plain) if "." in plain else int(plain)
        if _joined(tokens, at + 1) and tokens[at + 1][0] in self._words.ordinal_suffixes:
            return Written(value, at + 2, ("ordinal", "rank"))
        if len(written) == 4 and written.isdigit() and 1900 <= value < 2100:
            decade = _joined(tokens, at + 1) and tokens[at + 1][0] in self._words.decade_suffixes
            if decade:
                return Written(value, at + 2, ("tens",))
            return Written(value, at + 1, ("number", "year"))
        if written.isdigit() and 1 <= value <= 31:
            return Written(value, at + 1, ("number", "day"))
        return Written(value, at + 1, ("number",))

    def _in_words(self, tokens: Tokens, at: int) -> Written | None:
        """Read a run of numerals: *quatre-vingt-dix-sept*, *two hundred and fifty*."""
        first = _entry(self._values, tokens, at)
        if first is None:
            if tokens[at][0].lower() not in self._ones:
                return None
            if _entry(self._scales, tokens, at + 1):
                return Written(1, at + 1, ("number",))
            return Written(1, at + 1, ("one",))
        parts, end = [first[0]], first[1]
        while follower := self._follower(tokens, end, parts[-1]):
            value, end = follower
            parts.append(value)
        return Written(_composed(parts), end, ("number",))

    def _follower(self, tokens: Tokens, at: int, last: float) -> tuple[float, int] | None:
        joiners = ("-", *self._words.joiners)
        joined = at < len(tokens) and tokens[at][0].lower() in joiners
        at += joined
        found = _entry(self._values, tokens, at)
        if found is None and joined and at < len(tokens) and tokens[at][0].lower() in self._ones:
            found = (1, at + 1)
        if found is None:
            return None
        multiplies = found[0] in (100, 1000) and last < found[0]
        continues = last % 10 == 0 and found[0] < last
        return found if multiplies or continues else None

    def _scaled(self, tokens: Tokens, at: int, found: Written) -> Written:
        """Multiply by the words after the number: *3 thousand*, *5-billion*, *364m*."""
        if {"one", "ordinal", "tens"} & set(found.kinds):
            return found
        end = found.end + (found.end < len(tokens) and tokens[found.end][0] == "-")
        by = _entry(self._values, tokens, end) if tokens[at].lastgroup == "number" else None
        if by and by[0] in (100, 1000):
            return Written(_times(found.value, by[0]), by[1], ("number",), by[0])
        if scale := _entry(self._scales, tokens, end):
            return Written(_times(found.value, scale[0]), scale[1], ("number",), scale[0])
        if found.end < len(tokens) and tokens[found.end][0] in self._words.short_scales:
            by_letter = self._words.short_scales[tokens[found.end][0]]
            value = _times(found.value, by_letter)
            return Written(value, found.end + 1, ("number",), by_letter, short=True)
        return found

    def _is_label(self, tokens: Tokens, found: Written) -> bool:
        if not _joined(tokens, found.end):
            return False
        after = tokens[found.end]
        if after[0] == "-":
            return _joined(tokens, found.end + 1) and tokens[found.end + 1].lastgroup == "word"
        return after.lastgroup == "word" and not found.short


def _entry(entries: Entries, tokens: Tokens, at: int) -> tuple[float, int] | None:
    """Give the value of the entry that begins at a token, and the token after it."""
    if at >= len(tokens):
        return None
    for rest, value in entries.get(tokens[at][0].lower(), ()):
        end = at + 1 + len(rest)
        if tuple(token[0].lower() for token in tokens[at + 1 : end]) == rest:
            return value, end
    return None


def _joined(tokens: Tokens, at: int) -> bool:
    """Say whether a token stands right after the one before it, without a space."""
    return 0 < at < len(tokens) and tokens[at - 1].end() == tokens[at].start()


def _times(value: float, scale: float) -> float:
    """Multiply without the dust of binary fractions: 524.2 million is 524200000."""
    return round(value * scale, 4)


def _composed(parts: Sequence[float]) -> int:
    """Put numerals together: 2, 100, 50 is 250; 3, 1000 is 3000.

    >>> _composed([2, 100, 1000, 80, 10, 7])
    200097
    """
    total, part = 0.0, 0.0
    for value in parts:
        if value == 1000:
            total, part = total + max(part, 1) * value, 0
        elif value == 100:
            part = max(part, 1) * value
        else:
            part += value
    return int(total + part)
