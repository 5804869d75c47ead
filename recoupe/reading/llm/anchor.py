"""Words that a model quotes → where they stand in the text, or nowhere."""

import re
from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from recoupe.model.span import Span
from recoupe.reading.parse import where

SAME = str.maketrans("’‘ʼ“”«»\u00a0\u202f\u2009\t\n\r–—‑", '\'\'\'""""      ---')
"""Signs that a model changes without a word being changed; one for one, so that places stay."""


def anchored(words: str, sentence: Tokens, text: str) -> tuple[Span, ...]:
    """Give every place in a sentence where these very words stand, none where they do not.

    Nothing is corrected: a letter, an accent or a capital that differs, and they are not found.
    Quotation marks, apostrophes, dashes and spaces alone may be of another kind. What is kept is
    always cut from the text.
    """
    within = where(sentence)
    shown, sought = within.of(text).translate(SAME), words.translate(SAME).strip()
    if not sought:
        return ()
    return tuple(
        Span(within.start + start, within.start + start + len(sought))
        for start in _places(sought, shown)
    )


def tokens(span: Span, sentence: Tokens) -> tuple[Token, ...]:
    """Give the tokens of a sentence that the span touches."""
    return tuple(token for token in sentence if where(token).overlaps(span))


def head(span: Span, sentence: Tokens) -> Token:
    """Give the word of a span on which its others hang."""
    inside = tokens(span, sentence)
    found: Token = sentence.doc[inside[0].i : inside[-1].i + 1].root
    return found


def _places(sought: str, shown: str) -> Iterator[int]:
    """Give where whole words stand: *Iran* does not stand in *Iranian*."""
    before = r"(?<!\w)" if sought[0].isalnum() else ""
    after = r"(?!\w)" if sought[-1].isalnum() else ""
    for found in re.finditer(before + re.escape(sought) + after, shown):
        yield found.start()
