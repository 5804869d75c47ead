"""Whether words that look like a date are one: *may*, *2000 obus*, *Zapad 2025* are none."""

from collections.abc import Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from recoupe.reading.pieces import Piece, tokens_of

LEADING = frozenset(("article", "dayarticle", "at", "of", "comma", "to"))
"""What stands before a date and says nothing of it."""

COUNTED = ("NOUN", "PROPN", "ADJ", "NUM", "SYM", "X")
"""What a number counts or belongs to: *le 28* before one of them is no day."""


def is_meant(pieces: Sequence[Piece], sentence: Tokens) -> bool:
    """Say whether the words tell a date: no verb (*may*), no year that counts or is a name."""
    content = [p for p in pieces if not p.meanings.keys() & LEADING]
    kinds = {kind for piece in content for kind in piece.meanings}
    named = [p for p in content if {"month", "season"} & p.meanings.keys()]
    if named and not {"day", "year", "ordinal"} & kinds:
        return tokens_of(named[0].start, named[0].end, sentence)[0].pos_ not in ("VERB", "AUX")
    if len(content) > 1:
        return True
    if "day" in content[0].meanings:
        after = tokens_of(content[0].start, content[0].end, sentence).end
        return after >= sentence.end or sentence.doc[after].pos_ not in COUNTED
    token = tokens_of(content[0].start, content[0].end, sentence)[0]
    if "year" in content[0].meanings:
        return not _counts(token) and not _is_in_name(token)
    return True


def _counts(year: Token) -> bool:
    """Say whether what looks like a year counts what follows: *2000 obus*."""
    if year.i + 1 >= len(year.doc) or year.dep_ != "nummod" or year.head.i != year.i + 1:
        return False
    before = year.nbor(-1).pos_ if year.i else ""
    return "Plur" in year.head.morph.get("Number", []) and before not in ("DET", "ADP")


def _is_in_name(year: Token) -> bool:
    """Say whether a year belongs to a name: *Zapad 2025*."""
    return bool(year.ent_type_) or (year.i > 0 and year.nbor(-1).pos_ == "PROPN")
