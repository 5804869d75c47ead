"""Whom a description means: the name right after it, or who was told in full before."""

import re
from functools import cache

from recoupe.identity.actors import languages, plain, words_for
from recoupe.identity.resolve import Kind, head, identity
from recoupe.languages.values import values
from recoupe.model.claim import Source
from recoupe.model.reading import Reading

NAME_AFTER = re.compile(r"[ \u00a0\u202f]((?:[^\W\d_a-zß-öø-ÿ][\w’'-]*[ \u00a0\u202f]?)+)")
"""` CSIS` after *centre de réflexion américain*: a capital, and nothing but a space before."""


def meant(source: Source, reading: Reading, text: str) -> str:
    """Give the words that tell best who the source is; its own where nothing tells more."""
    words = source.resolved or source.span.of(text)
    if identity(words, reading.language).kind is not Kind.DESCRIBED:
        return words
    return _name_after(source, reading, text) or _in_full(source, reading, text) or words


def is_bare(words: str, language: str | None) -> bool:
    """Say whether a description is but a noun: *documents*, *the same officer*."""
    said = [w for w in plain(words).split() if w not in words_for("articles", language)]
    return len(said) == 1


def _name_after(source: Source, reading: Reading, text: str) -> str | None:
    match = NAME_AFTER.match(text, source.span.end)
    if match is None or plain(match[1]).split()[0] in _calendar(reading.language):
        return None
    return match[1].strip() if len(match[1].strip()) > 1 else None


def _in_full(source: Source, reading: Reading, text: str) -> str | None:
    """Give the earlier source that the noun takes up, where one alone is called so."""
    words, language = source.resolved or source.span.of(text), reading.language
    if not is_bare(words, language):
        return None
    sources = (s for _, claim in reading.standing() for s in claim.sources)
    told = {
        _name_after(s, reading, text) or s.resolved or s.span.of(text)
        for s in sources
        if s.span.start < source.span.start
        and head(s.resolved or s.span.of(text), language) == head(words, language)
        and not is_bare(s.resolved or s.span.of(text), language)
    }
    return told.pop() if len(told) == 1 else None


@cache
def _calendar(language: str | None) -> frozenset[str]:
    """Give the names of days and months: *US officials Monday* names nobody."""
    known = (language,) if language in languages() else languages()
    dates = [values(code).dates for code in known if code]
    return frozenset(
        plain(form) for d in dates for forms in (*d.weekdays, *d.months) for form in forms
    )
