"""What a number counts, and whether it counts at all."""

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from recoupe.languages.values import AmountWords
from recoupe.reading.noted import base, sentence_start

REACH = 6
"""How many words a counted noun may stand behind its number: *40 K808 armoured vehicles*."""

NOUNS = ("NOUN", "PROPN")
CLOSING = ("»", "”", ")", "]", ".", "!", "?")
"""What a footnote's number stands after."""


def counted(number: Tokens, amount: Tokens, words: AmountWords) -> Token | None:
    """Give the noun that a number counts: *missiles* of *une vingtaine de missiles*."""
    token, last = number[-1], amount.end - 1
    heads = [t.head for t in number if base(t) in ("nummod", "det") and t.head.i > last]
    heads += [c for c in token.children if base(c) == "nmod" and _is_of(c, last, words)]
    near = [h for h in heads if _is_near(h, last, words)]
    return near[0] if near else _next_noun(amount, words)


def is_count(number: Tokens, amount: Tokens, head: Token | None, words: AmountWords) -> bool:
    """Say whether a number counts: no part of a name, no numbering, no calibre, age or term."""
    token = number[0]
    if _is_in_name(token) or _is_label(amount, words) or _measures(amount, head, words):
        return False
    if "year" not in amount.text and _looks_like_year(number) and not _is_plural(head):
        return False
    return head is not None or _stands_alone(number)


def _is_near(noun: Token, last: int, words: AmountWords) -> bool:
    """*a* and *par* part a number from a noun, *of the* does not: *28 a year*."""
    between = noun.doc[last + 1 : noun.i]
    if noun.pos_ not in NOUNS or len(between) >= REACH or _said(noun) in words.no_head:
        return False
    parting = [t for t in between if t.pos_ in ("DET", "ADP")]
    return not parting or _said(between[0]) in words.of


def _is_of(noun: Token, last: int, words: AmountWords) -> bool:
    cases = [c for c in noun.children if base(c) == "case"]
    return noun.i > last and bool(cases) and _said(cases[0]) in words.of and cases[0].i == last + 1


def _next_noun(amount: Tokens, words: AmountWords) -> Token | None:
    """Find the noun right after a number where the parse has lost it."""
    doc, at = amount.doc, amount.end
    if at < len(doc) and amount[-1].pos_ == "NOUN" and _said(doc[at]) in words.of:
        at += 1
    while at < len(doc) and doc[at].pos_ == "ADJ":
        at += 1
    if at < len(doc) and doc[at].pos_ == "NOUN" and _said(doc[at]) not in words.no_head:
        return doc[at]
    return None


def _is_in_name(token: Token) -> bool:
    """*Ground Master 200*, *les Vingt-Sept*; not *Kiev 40 chars*."""
    if token.ent_iob_ == "I":
        return not _first_of_name(token).is_lower  # *grosso modo 40*
    if token.text[0].isupper() and token.i > sentence_start(token):
        return not token.nbor(-1).is_punct
    if token.i == 0 or token.nbor(-1).pos_ != "PROPN" or token.nbor(-1).is_lower:
        return False
    return token.head == token.nbor(-1) or base(token) in ("flat", "compound")


def _first_of_name(token: Token) -> Token:
    while token.ent_iob_ == "I":
        token = token.nbor(-1)
    return token


def _is_label(amount: Tokens, words: AmountWords) -> bool:
    """*résolution 1591*, *n° 41*, *(2)*, *1.* at the head of a line."""
    doc, first, last = amount.doc, amount.start, amount.end - 1
    before = _said(doc[first - 1]) if first else ""
    if before == "." and first > 1:
        before = _said(doc[first - 2])
    after = doc[last + 1].text if last + 1 < len(doc) else ""
    if before in words.not_counted or before in ("°", "#", "§"):
        return True
    if first == 0 and after in (".", ")", "-", "–", ":", ""):
        return True
    return (before, after) in (("(", ")"), (",", ","), ("[", "]"))


def _measures(amount: Tokens, head: Token | None, words: AmountWords) -> bool:
    """*155 mm*, *14 heures*, *âgé de 61 ans*, *en huit mois* count nothing."""
    doc, first, last = amount.doc, amount.start, amount.end - 1
    following = _said(doc[last + 1]) if last + 1 < len(doc) else ""
    if following in words.measures or (head is not None and _said(head) in words.measures):
        return True
    if head is None or _said(head) not in words.durations:
        return False
    if first and head.i + 1 < len(doc) and doc[first - 1].text == doc[head.i + 1].text == ",":
        return True
    around = {_said(t) for t in doc[max(0, first - 2) : first + 1]}
    return bool(around & (words.within | words.ages))


def _looks_like_year(number: Tokens) -> bool:
    text = number.text
    return len(text) == 4 and text.isdigit() and text[:2] in ("19", "20")


def _is_plural(head: Token | None) -> bool:
    return head is not None and "Plur" in head.morph.get("Number", [])


def _stands_alone(number: Tokens) -> bool:
    """Say whether a number without a noun stands for what was counted before.

    *Bagdad en veut douze*; not *remis à neuf*, *day three*, a lone *1*.
    """
    if number.text == "1" or base(number.root) in ("flat", "compound"):
        return False
    before = number.doc[number.start - 1] if number.start else None
    if before is not None and (before.pos_ in (*NOUNS, "NUM") or before.text in CLOSING):
        return False
    return any(t.pos_ == "NUM" for t in number) or not number.text.isalpha()


def _said(token: Token) -> str:
    return token.lower_.replace("’", "'").rstrip(".") or token.text
