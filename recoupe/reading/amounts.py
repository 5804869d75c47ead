"""The sums and counts of a sentence, with their bounds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from recoupe.languages.values import AmountWords, amount_words, values
from recoupe.model.span import Span
from recoupe.model.value import Money, Quantity
from recoupe.reading.counted import counted, is_count
from recoupe.reading.dates import dated
from recoupe.reading.parse import where
from recoupe.reading.pieces import Piece, Vocabulary, tokens_of, vocabulary

SHAPE = """
    (about | minimum | maximum)* sign?
    (one? number | (one | number | several)? collective | (several | of)? vague | times)
    (of? (currency | sign))? percent?
    (about_after | minimum_after | maximum_after)?
"""
"""*au moins 40*, *environ deux milliards de dollars*, *$364m*, *une cinquantaine*, *4 %*."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum or a count as the text tells it.

    span: with *plus de*, *about* and the counted noun; first, last: its tokens in the Doc.
    head: the counted noun, None where the text leaves it out.
    """

    span: Span
    value: Money | Quantity
    first: int
    last: int
    head: Token | None


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number in the pieces [start, end), before it is known what it counts.

    scale: the *million* in it. bound: `minimum` or `maximum`, empty for the number itself.
    """

    start: int
    end: int
    number: float
    scale: float
    bound: str
    money: bool
    currency: str | None
    percent: bool
    short: bool
    top: float | None = None


def amounts(sentence: Tokens, language: str) -> tuple[Amount, ...]:
    """Give the sums and counts of a sentence, in its order.

    Numbers in names (*S-400*), dates, ages, calibres and numberings are none.
    """
    words = values(language).amounts
    ledger = _ledger(language)
    pieces = ledger.words.pieces(sentence.text)
    kinds = ledger.words.kinds(pieces)
    matches = [m.span() for m in ledger.shape.finditer(kinds)]
    if not matches:
        return ()
    figures = _joined([_figure(pieces[a:b], a) for a, b in matches], pieces)
    taken = dated(sentence, language)
    found: list[Amount] = []
    for figure in figures:
        if amount := _amount(figure, pieces, sentence, words, taken):
            found.append(_with_currency(amount, figure, found, sentence, language))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Ledger:
    words: Vocabulary
    shape: re.Pattern[str]


@cache
def _ledger(language: str) -> _Ledger:
    """Compile the shape for the words of a language, once."""
    known = values(language)
    words = vocabulary(amount_words(known.amounts, language), known.numbers)
    return _Ledger(words, re.compile(words.shape(SHAPE)))


def _figure(pieces: Sequence[Piece], start: int) -> _Figure:
    """Read one number with what stands around it."""
    kinds = {kind for piece in pieces for kind in piece.meanings}
    numbers = [p for p in pieces if p.meanings.keys() & NUMERIC]
    last = numbers[-1]
    number, low = _value(numbers, several="several" in kinds)
    bounds = [b for b in ("minimum", "maximum") if {b, f"{b}_after"} & kinds]
    money = [p for p in pieces if p.meanings.keys() & {"currency", "sign"} and _belongs(p, last)]
    codes = [c for p in money for c in p.meanings.values() if isinstance(c, str)]
    return _Figure(
        start=start,
        end=start + len(pieces),
        number=number,
        scale=last.scale,
        bound=bounds[0] if bounds else "minimum" if low else "",
        money=bool(money),
        currency=codes[0] if codes else None,
        percent="percent" in kinds,
        short=last.short,
    )


NUMERIC = frozenset(("number", "collective", "vague", "times"))


def _value(numbers: Sequence[Piece], *, several: bool) -> tuple[float, bool]:
    """Multiply *deux douzaines*; *dozens* and *plusieurs centaines* are at least twice."""
    value = 1.0
    for piece in numbers:
        of_piece = next(v for k, v in piece.meanings.items() if k in NUMERIC)
        value *= float(of_piece) if isinstance(of_piece, int | float) else 1.0
    low = several or "vague" in numbers[-1].meanings
    return (value * 2, True) if low else (value, False)


def _belongs(sign: Piece, number: Piece) -> bool:
    """A sign of one letter stands right before its number: *R90m*."""
    return sign.end - sign.start > 1 or "currency" in sign.meanings or not _is_letter(sign, number)


def _is_letter(sign: Piece, number: Piece) -> bool:
    return str(next(iter(sign.meanings.values()))) == "ZAR" and sign.end != number.start


def _joined(figures: Sequence[_Figure], pieces: Sequence[Piece]) -> list[_Figure]:
    """Make one range of two figures: *entre 4 et 6 millions*, *40-45*, *deux ou trois*."""
    found: list[_Figure] = []
    for figure in figures:
        if found and (both := _range(found[-1], figure, pieces)):
            found[-1] = both
        else:
            found.append(figure)
    return found


def _range(low: _Figure, high: _Figure, pieces: Sequence[Piece]) -> _Figure | None:
    if high.start - low.end != 1 or low.top is not None:
        return None
    link = pieces[low.end].meanings
    before = pieces[low.start - 1].meanings if low.start else {}
    if not ("to" in link or "or" in link or ("and" in link and "between" in before)):
        return None
    shared = low.scale == 1 and high.scale > 1 and low.number * high.scale <= high.number
    number = low.number * high.scale if shared else low.number
    if number >= high.number or (low.money and high.money and low.currency != high.currency):
        return None
    return replace(
        high,
        start=low.start - ("between" in before),
        number=number,
        top=high.number,
        money=low.money or high.money,
        currency=low.currency or high.currency,
        bound="",
    )


def _amount(
    figure: _Figure,
    pieces: Sequence[Piece],
    sentence: Tokens,
    words: AmountWords,
    taken: Sequence[tuple[int, int]],
) -> Amount | None:
    """Give the amount that a figure is, None where it names, dates or numbers something."""
    start, end = pieces[figure.start].start, pieces[figure.end - 1].end
    if any(start < b and a < end for a, b in taken):
        return None
    tokens = tokens_of(start, end, sentence)
    numbers = [p for p in pieces[figure.start : figure.end] if p.meanings.keys() & NUMERIC]
    if figure.money or figure.percent:
        unit = None if figure.money else words.percent[0]
        return _made(figure, tokens, None, unit)
    if "times" in numbers[-1].meanings:
        return _made(figure, tokens, None, tokens.text)
    number = tokens_of(numbers[-1].start, numbers[-1].end, sentence)
    head = counted(number, tokens, words)
    if (
        figure.short
        or tokens.start_char != sentence.start_char + start
        or not is_count(number, tokens, head, words)
    ):
        return None
    if head is None:
        return _made(figure, tokens, None, None)
    figure, last = _bound_after(figure, head, pieces, sentence)
    whole = sentence.doc[tokens.start : max(tokens.end, head.i + 1, last)]
    return _made(figure, whole, head, head.text)


def _bound_after(
    figure: _Figure, head: Token, pieces: Sequence[Piece], sentence: Tokens
) -> tuple[_Figure, int]:
    """Read the bound behind the noun, *40 chars au moins*, and where its words end."""
    end = head.idx + len(head) - sentence.start_char
    after = next((p for p in pieces if p.start >= end), None)
    for bound in ("minimum", "maximum"):
        if after is not None and f"{bound}_after" in after.meanings and figure.top is None:
            return replace(figure, bound=bound), tokens_of(after.start, after.end, sentence).end
    return figure, 0


def _made(figure: _Figure, tokens: Tokens, head: Token | None, unit: str | None) -> Amount:
    number = {"number": figure.number, "minimum": None, "maximum": None}
    if figure.top is not None:
        number = {"number": None, "minimum": figure.number, "maximum": figure.top}
    elif figure.bound:
        number = {"number": None, "minimum": None, "maximum": None, figure.bound: figure.number}
    exact, low, high = number["number"], number["minimum"], number["maximum"]
    value = (
        Money(exact, figure.currency, low, high)
        if figure.money
        else Quantity(exact, unit, low, high)
    )
    return Amount(where(tokens), value, tokens.start, tokens.end - 1, head)


def _with_currency(
    amount: Amount, figure: _Figure, before: Sequence[Amount], sentence: Tokens, language: str
) -> Amount:
    """*for 640 million to Denmark* counts nothing: it is money, in the currency told before."""
    value = amount.value
    if isinstance(value, Money) or amount.head is not None or figure.scale < 1e5:
        return amount
    told = [a.value for a in before if isinstance(a.value, Money)] or _told_before(
        sentence, language
    )
    if not told:
        return amount
    money = Money(value.number, told[-1].currency, value.minimum, value.maximum)
    return replace(amount, value=money)


def _told_before(sentence: Tokens, language: str) -> list[Money]:
    """Give the sums of the sentence before that has some, in the same line."""
    start = sentence.start
    while start > 0:
        before = sentence.doc[start - 1].sent
        start = before.start
        if sums := [a.value for a in amounts(before, language) if isinstance(a.value, Money)]:
            return sums
    return []
