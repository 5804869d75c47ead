"""A sentence cut into pieces: numbers, the words of dates and amounts, and all the rest.

A shape, such as `weekday? number month`, is a regular expression over the kinds of the pieces.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Span as Tokens

from recoupe.languages.values import Meaning, NumberWords
from recoupe.reading.numbers import Numerals, Written

NUMBERS = (
    "number",
    "number day",
    "number year",
    "one",
    "ordinal rank",
    "years",
    "date",
    "tens",
    "comma",
    "other",
)
"""The kinds that are no words of a list; a piece may be several at once."""

TOKEN = r"""
  (?P<date> (?<![\w-]) (?: \d{4}-\d\d-\d\d | \d{1,2}([./])\d{1,2}\2\d{4} ) (?![\w-]) )  # 2024-06-14
| (?P<years> (?<![\w-]) (?:19|20)\d\d [-–/] (?: (?:19|20)\d\d | \d\d ) (?![\w-]) )       # 2022-23
| (?P<clock> \d{1,2} [h:] \d\d )                                                        # 14h30
| (?P<number> NUMBER )                                                                 # 1.200
| (?P<word> [^\W\d_]+ )
| (?P<mark> [^\w\s] )
"""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence, [start, end) in its characters, and what it may stand for.

    meanings: for each kind that the piece is of, what it says. scale: the *million* in a number.
    """

    start: int
    end: int
    meanings: Mapping[str, Meaning]
    scale: float = 1.0
    short: bool = False

    def number(self) -> float:
        """Give what a number says; 0 for a piece that is none."""
        value = self.meanings.get("number")
        return float(value) if isinstance(value, int | float) else 0.0


@dataclass(frozen=True, slots=True)
class _Entry:
    """The words of an entry, and what it may stand for. exact: its capitals matter."""

    words: tuple[str, ...]
    exact: bool
    meanings: Mapping[str, Meaning]


@dataclass(frozen=True)
class Vocabulary:
    """The words of dates, or of amounts, in one language, indexed by their first word."""

    token: re.Pattern[str]
    index: Mapping[str, tuple[_Entry, ...]]
    codes: Mapping[frozenset[str], str]
    numerals: Numerals
    _other: Piece = field(default=Piece(0, 1, {"other": None}))

    def pieces(self, text: str) -> list[Piece]:
        """Cut a sentence into pieces."""
        tokens = list(self.token.finditer(text.replace("’", "'")))
        found: list[Piece] = []
        at = 0
        while at < len(tokens):
            piece, at = self._next(tokens, at, found[-1] if found else self._other)
            found.append(piece)
        return found

    def kinds(self, pieces: Iterable[Piece]) -> str:
        """Write the kinds of the pieces, one character each, for a shape to match."""
        return "".join(self.codes[frozenset(piece.meanings)] for piece in pieces)

    def shape(self, words: str) -> str:
        """Turn a shape into a regular expression over kinds: `(day|ordinal) of? month`."""
        return re.sub(r"\s", "", re.sub(r"[a-z_]+", lambda match: self._class(match[0]), words))

    def _class(self, kind: str) -> str:
        codes = [code for kinds, code in self.codes.items() if kind in kinds]
        return f"[{''.join(codes)}]" if codes else "(?!)"

    def _next(self, tokens: Sequence[re.Match[str]], at: int, before: Piece) -> tuple[Piece, int]:
        token = tokens[at]
        if entry := self._entry(tokens, at):
            end = at + len(entry.words)
            return Piece(token.start(), tokens[end - 1].end(), entry.meanings), end
        if written := self.numerals.read(tokens, at, glued=_is_glued(token, before)):
            return _numeric(written, tokens, at), written.end
        kind = token.lastgroup if token.lastgroup in ("date", "years") else "other"
        if token[0] == ",":
            kind = "comma"
        return Piece(token.start(), token.end(), {kind or "other": token[0]}), at + 1

    def _entry(self, tokens: Sequence[re.Match[str]], at: int) -> _Entry | None:
        for entry in self.index.get(tokens[at][0].lower(), ()):
            end = at + len(entry.words)
            if end <= len(tokens) and _matches(entry, tokens[at:end]):
                return entry
        return None


def vocabulary(words: Iterable[tuple[str, str, Meaning]], numbers: NumberWords) -> Vocabulary:
    """Index the words of a language. The first meaning of a kind that a word is given counts."""
    token = re.compile(TOKEN.replace("NUMBER", _digits(numbers)), re.VERBOSE)
    entries: dict[str, dict[str, Meaning]] = {}
    for written, kind, value in words:
        entries.setdefault(written.replace("’", "'"), {}).setdefault(kind, value)
    index: dict[str, list[_Entry]] = {}
    for written, meanings in entries.items():
        parts = tuple(match[0] for match in token.finditer(written))
        index.setdefault(parts[0].lower(), []).append(
            _Entry(parts, written != written.lower(), meanings)
        )
    for same_start in index.values():
        same_start.sort(key=lambda entry: (-len(entry.words), not entry.exact))
    sets = {frozenset(m) for m in entries.values()} | {frozenset(n.split()) for n in NUMBERS}
    ordered = sorted(sets, key=sorted)
    codes = {kinds: chr(0xE000 + place) for place, kinds in enumerate(ordered)}
    return Vocabulary(
        token, {k: tuple(v) for k, v in index.items()}, codes, Numerals(numbers, token)
    )


def tokens_of(start: int, end: int, sentence: Tokens) -> Tokens:
    """Give the tokens that characters [start, end) of a sentence touch."""
    offset = sentence.start_char
    found = sentence.doc.char_span(offset + start, offset + end, alignment_mode="expand")
    assert found is not None, "an expanded span always is"
    return found


def _digits(numbers: NumberWords) -> str:
    """Write the shape of a number in digits: *1.200* and *4,3* or *1,200* and *4.3*."""
    group, decimal = re.escape(numbers.grouping), re.escape(numbers.decimal)
    return (
        rf"\d{{1,3}} (?: [{group}] \d{{3}} )+ (?!\d) (?: {decimal}\d+ )? | \d+ (?: {decimal}\d+ )?"
    )


def _matches(entry: _Entry, tokens: Sequence[re.Match[str]]) -> bool:
    found = tuple(token[0] for token in tokens)
    if entry.exact:
        return found == entry.words or found == tuple(w.upper() for w in entry.words)
    return tuple(word.lower() for word in found) == entry.words


def _is_glued(token: re.Match[str], before: Piece) -> bool:
    """Say whether a number is part of a name: *S-400*, *TB2*, but not *mid-2023* or *R90*."""
    text, start = token.string, token.start()
    if not start:
        return False
    if text[start - 1] == "-" and before.end - before.start == 1:
        return text[start - 2 : start - 1].isalpha()
    if before.end < start or "other" not in before.meanings:
        return False
    return text[start - 1].isalnum() or text[start - 1] in "._/°#"


def _numeric(written: Written, tokens: Sequence[re.Match[str]], at: int) -> Piece:
    meanings: dict[str, Meaning] = dict.fromkeys(written.kinds, written.value)
    return Piece(
        tokens[at].start(), tokens[written.end - 1].end(), meanings, written.scale, written.short
    )
