"""Small readings that name people and bodies, for the tests of who is who."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from recoupe.identity.bearer import Bearers
from recoupe.identity.bearers import bearers
from recoupe.model.decision import Decision, Named, NotSame, Same, Undone, What
from recoupe.model.entity import Entity
from recoupe.model.reading import Reading
from recoupe.model.span import Span

Page = tuple[Reading, str]


def page(document: str, *named: str, language: str = "en") -> Page:
    """Make a document that says nothing but names: `Company: Vega`; more mentions after `|`."""
    text, found = "", []
    for one in named:
        type_, _, words = one.partition(": ")
        mentions = []
        for mention in words.split(" | "):
            mentions.append(Span(len(text), len(text) + len(mention)))
            text += f"{mention}. "
        found.append(Entity(words.split(" | ")[0], type_, tuple(mentions)))
    return Reading(document, language, None, None, (), tuple(found)), text


def known(pages: Iterable[Page], decisions: Sequence[Decision] = ()) -> Bearers:
    """Give the bearers of these documents."""
    some = list(pages)
    texts = {reading.document: text for reading, text in some}
    return bearers([reading for reading, _ in some], texts, decisions)


def grouped(found: Bearers) -> set[frozenset[str]]:
    """Give who is one, as `document name`."""
    return {frozenset(f"{p.document} {p.name}" for p in one.places) for one in found.every}


def log(*whats: What) -> list[Decision]:
    """Give a log of decisions, by Ada."""
    made = datetime(2026, 1, 2, tzinfo=UTC)
    return [Decision(n, made, "Ada", what, "seen") for n, what in enumerate(whats, 1)]


def place(of: str) -> Named:
    """Make a place of `document Type: name`."""
    document, _, rest = of.partition(" ")
    type_, _, name = rest.partition(": ")
    return Named(document, name, type_)


def same(one: str, other: str) -> Same:
    return Same(place(one), place(other))


def not_same(one: str, other: str) -> NotSame:
    return NotSame(place(one), place(other))


def undone(number: int) -> Undone:
    return Undone(number)
