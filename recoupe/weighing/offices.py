"""One person who holds office for two states within one document: one of them cannot be."""

import re
from collections.abc import Iterator

from recoupe.identity.actors import plain, words_for
from recoupe.identity.resolve import countries_inside
from recoupe.model.doubt import Doubt
from recoupe.model.span import Span
from recoupe.weighing.notes import OFFICE
from recoupe.weighing.page import Page

BESIDE = 80
"""Characters on either side of a name in which its office stands."""

WORDS, NEAR = 8, 3
"""Words before a name that a title takes; words beside the office among which its state stands."""

MARK = re.compile(r"[,.;:()\n«»\"“”]")

AFTER = re.compile(r",\s([^,.;:()\n«»\"“”]+)[,.;)]")
"""`, porte-parole du ministère russe des Affaires étrangères,`"""


def offices(page: Page) -> Iterator[Doubt]:
    """Doubt a person to whom one document gives offices of two states."""
    for entity in page.reading.entities:
        if entity.type != "Person":
            continue
        held: dict[str, Span] = {}
        for mention in entity.mentions:
            for state in _states(mention, page):
                held.setdefault(state, mention)
        if len(held) > 1:
            spans = tuple(sorted(held.values()))
            yield Doubt(page.document.id, "office", OFFICE, page.naming(spans), spans)


def _states(mention: Span, page: Page) -> Iterator[str]:
    """Give the state of the office just before or just after a name, where it has just one."""
    for phrase in (_before(mention, page), _after(mention, page)):
        states = countries_inside(phrase, page.reading.language)
        if len(states) == 1:
            yield states[0]


def _before(mention: Span, page: Page) -> str:
    """Give the office that leads up to a name: *le ministre chinois de la Défense*, *Li*."""
    before = page.document.text[max(0, mention.start - BESIDE) : mention.start]
    words = MARK.split(before)[-1].split()[-WORDS:]
    for at in reversed(range(len(words))):
        if _is_office(words[at], page):
            return " ".join(words[max(0, at - NEAR) :])
        if not _is_part_of_title(words[at], page):
            return ""
    return ""


def _after(mention: Span, page: Page) -> str:
    """Give the office that follows a name between commas."""
    found = AFTER.match(page.document.text[mention.end : mention.end + BESIDE])
    words = found[1].split() if found else []
    return " ".join(words) if any(_is_office(word, page) for word in words[:NEAR]) else ""


def _is_office(word: str, page: Page) -> bool:
    language = page.reading.language
    return plain(word) in words_for("voices", language) | words_for("ministers", language)


def _is_part_of_title(word: str, page: Page) -> bool:
    """Say whether a word can stand between an office and the name of its holder."""
    language = page.reading.language
    small = words_for("articles", language) | words_for("prepositions", language)
    return (
        word[0].isupper()
        or set(plain(word).split()) <= small | {plain(w) for w in page.words.portfolios}
        or bool(countries_inside(word, language))
    )
