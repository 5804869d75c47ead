"""The dates of a sentence, in EDTF, relative ones resolved against the document's date."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Span as Tokens

from recoupe.languages.values import date_words, values
from recoupe.model.span import Span
from recoupe.reading.direction import looks_ahead
from recoupe.reading.meant import LEADING, is_meant
from recoupe.reading.moments import Moment, moment
from recoupe.reading.offsets import RELATIVE
from recoupe.reading.parse import where
from recoupe.reading.pieces import Piece, Vocabulary, tokens_of, vocabulary
from recoupe.reading.points import NAMED
from recoupe.reading.told import Told, Words

RULES = (*NAMED, *RELATIVE)

ANCHORED = ("that", "there", "following", "previous", "later", "earlier", "shifted")
"""What rests on the date told before."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as the text tells it.

    span: with the preposition that carries meaning, without *en*, *on* and article.
    edtf: None where it is too vague, or rests on a date that is not known.
    first, last: its tokens in the Doc.
    """

    span: Span
    edtf: str | None
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Point:
    """One expression of time: its pieces [start, end), and the number of its rule."""

    start: int
    end: int
    rule: int


@dataclass(frozen=True, slots=True)
class _Found:
    """A date in the pieces [start, end), and its value."""

    start: int
    end: int
    edtf: str | None


def dates(sentence: Tokens, language: str, published: str | None) -> tuple[Dated, ...]:
    """Give the dates of a sentence, in its order.

    published: the document's date in EDTF; a date that rests on an unknown one has no value.
    """
    pieces = _calendar(language).words.pieces(sentence.text)
    return tuple(
        _dated(found, pieces, sentence)
        for found in _all(sentence, pieces, language, moment(published))
    )


def dated(sentence: Tokens, language: str) -> tuple[tuple[int, int], ...]:
    """Give where the dates of a sentence stand, [start, end) in its characters."""
    pieces = _calendar(language).words.pieces(sentence.text)
    points = (p for p in _points(pieces, language) if _is_meant(p, pieces, sentence))
    return tuple((pieces[p.start].start, pieces[p.end - 1].end) for p in points)


def _all(
    sentence: Tokens, pieces: Sequence[Piece], language: str, now: Moment | None
) -> list[_Found]:
    points = [p for p in _points(pieces, language) if _is_meant(p, pieces, sentence)]
    found: list[_Found] = []
    anchor: Moment | None = None
    while points:
        point = points[0]
        words = Words(pieces[point.start : point.end])
        if anchor is None and words.has(*ANCHORED):
            anchor = _told_before(sentence, language, now)
        ahead = _ahead(point, pieces, sentence, language)
        told = Told(values(language).dates, now, ahead, anchor)
        is_range = len(points) > 1 and _linked(point, points[1], pieces)
        read = _range(point, points[1], pieces, told) if is_range else _single(point, pieces, told)
        found.append(read)
        anchor = moment((read.edtf or "").removesuffix("/..")) or anchor
        points = points[2:] if is_range else points[1:]
    return found


@dataclass(frozen=True, slots=True)
class _Calendar:
    words: Vocabulary
    shapes: re.Pattern[str]


@cache
def _calendar(language: str) -> _Calendar:
    """Compile the shapes for the words of a language, once."""
    known = values(language)
    words = vocabulary(date_words(known.dates), known.numbers)
    shapes = (f"(?P<r{place}>{words.shape(shape)})" for place, (shape, _) in enumerate(RULES))
    return _Calendar(words, re.compile("|".join(shapes)))


def _points(pieces: Sequence[Piece], language: str) -> list[_Point]:
    calendar = _calendar(language)
    return [
        _Point(match.start(), match.end(), int((match.lastgroup or "r0")[1:]))
        for match in calendar.shapes.finditer(calendar.words.kinds(pieces))
    ]


def _single(point: _Point, pieces: Sequence[Piece], told: Told) -> _Found:
    """Read a date with the preposition before it: *depuis 2003* is 2003/.."""
    value = _value(point, pieces, told)
    start, kinds = _before(point, pieces)
    framing = [kind for kind in FRAMES if kind in kinds]
    if not framing or (value and ".." in value):
        is_run = "of" in kinds and "/" in (value or "")
        return _Found(start if is_run else _bare(point, pieces), point.end, value)
    if value is None or (framing[0] == "starting" and "/" in value):
        return _Found(start, point.end, value)
    is_end = Words(pieces[point.start : point.end]).say("part") in ("late", "end")
    kind = "by" if framing[0] == "before" and is_end else framing[0]
    return _Found(start, point.end, _framed(kind, value))


def _range(first: _Point, last: _Point, pieces: Sequence[Piece], told: Told) -> _Found:
    """Read two dates as one interval; the first takes its year from the last."""
    end = _value(last, pieces, told)
    until = moment(end)
    start = _value(first, pieces, replace(told, now=until or told.now, ahead=False))
    at, kinds = _before(first, pieces)
    at = at if kinds else _bare(first, pieces)
    if start is None or end is None or moment(start) is None or until is None:
        return _Found(at, last.end, None)
    return _Found(at, last.end, f"{start.split('/')[0]}/{end.split('/')[-1]}")


FRAMES = ("since", "starting", "until", "by", "before", "after")
"""The prepositions that make a date an interval, the one that counts first before the others."""


def _framed(kind: str, value: str) -> str | None:
    """Give what a preposition makes of a date: *before 2026* is ../2025."""
    start, end = value.split("/")[0].replace("X", "0~"), value.split("/")[-1]
    match kind:
        case "since" | "starting":
            return f"{start}/.."
        case "until" | "by":
            return f"../{end}"
        case "before":
            return f"../{first.before()}" if (first := moment(start)) else None
        case _:
            return f"{last.after()}/.." if (last := moment(end)) else None


def _value(point: _Point, pieces: Sequence[Piece], told: Told) -> str | None:
    read = RULES[point.rule][1](Words(pieces[point.start : point.end]), told)
    return None if read is None else str(read)


def _bare(point: _Point, pieces: Sequence[Piece]) -> int:
    """Give where a date begins without the article before it."""
    start = point.start
    while start < point.end - 1 and pieces[start].meanings.keys() <= LEADING:
        start += 1
    return start


def _before(point: _Point, pieces: Sequence[Piece]) -> tuple[int, frozenset[str]]:
    """Find the preposition before a date: where it stands, and its kinds; else the date itself."""
    at, passed = point.start - 1, frozenset[str]()
    while at >= 0 and pieces[at].meanings.keys() & LEADING and not _tells(pieces[at]):
        passed |= pieces[at].meanings.keys()
        at -= 1
    if at >= 0 and _tells(pieces[at]):
        return at, frozenset(pieces[at].meanings)
    return (at + 1, passed) if "of" in passed else (point.start, frozenset())


def _tells(piece: Piece) -> bool:
    return bool(piece.meanings.keys() & {*FRAMES, "between"})


def _linked(first: _Point, last: _Point, pieces: Sequence[Piece]) -> bool:
    """Say whether two dates are the ends of one interval.

    *et* needs an *entre* before it, *à* a *de* or the like; *to* and a dash need nothing.
    """
    between = pieces[first.end : last.start]
    if not between or len(between) > 3:
        return False
    link, kinds = between[0].meanings, _before(first, pieces)[1]
    if any(not piece.meanings.keys() & LEADING for piece in between[1:]):
        return False
    if "to" in link:
        return "at" not in link or bool(kinds & {"of", "starting", "between", "since"})
    return "and" in link and "between" in kinds


def _is_meant(point: _Point, pieces: Sequence[Piece], sentence: Tokens) -> bool:
    if point.start and "every" in pieces[point.start - 1].meanings:
        return False
    return is_meant(pieces[point.start : point.end], sentence)


def _ahead(point: _Point, pieces: Sequence[Piece], sentence: Tokens, language: str) -> bool:
    """Say whether a date lies ahead: *depuis* never does, *avant* does unless the verb is past."""
    kinds = _before(point, pieces)[1]
    if "since" in kinds:
        return False
    piece = pieces[point.end - 1]
    token = tokens_of(piece.start, piece.end, sentence)[0]
    told = looks_ahead(token, language)
    return bool(kinds & {"before", "by", "starting"}) if told is None else told


def _told_before(sentence: Tokens, language: str, now: Moment | None) -> Moment | None:
    """Give the last date of the sentence before, in the same line."""
    if sentence.start == 0:
        return None
    before = sentence.doc[sentence.start - 1].sent
    pieces = _calendar(language).words.pieces(before.text)
    read = [moment(found.edtf) for found in _all(before, pieces, language, now)]
    return next((known for known in reversed(read) if known), None)


def _dated(found: _Found, pieces: Sequence[Piece], sentence: Tokens) -> Dated:
    tokens = tokens_of(pieces[found.start].start, pieces[found.end - 1].end, sentence)
    return Dated(where(tokens), found.edtf, tokens.start, tokens.end - 1)
