"""Reads the marked sentences of sentences/values-*.md."""

import re
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Span as Tokens

from recoupe.model.value import Money, Quantity
from recoupe.reading.parse import parse, pipeline

LANGUAGES = ("fr", "en")
FOLDER = Path(__file__).parent / "sentences"
MARK = re.compile(r"\[(?P<words>[^]]*)\]\((?P<kind>date|value|quantity) (?P<value>[^)]*)\)")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence, the date of its document, and the words that are marked in it, by value."""

    text: str
    language: str
    published: str
    dates: frozenset[tuple[str, str]]
    amounts: frozenset[tuple[str, str]]

    def __str__(self) -> str:
        return f"{self.language}: {self.text}"


def marked_sentences() -> list[Marked]:
    """Give the sentences of both languages."""
    return [m for language in LANGUAGES for m in _of_file(language)]


def _of_file(language: str) -> list[Marked]:
    found, published = [], ""
    for line in (FOLDER / f"values-{language}.md").read_text("utf-8").splitlines():
        if line.startswith("## "):
            published = line.rsplit("(", 1)[1].rstrip(")")
        if line.startswith("> "):
            found.append(_marked(line.removeprefix("> "), language, published))
    return found


def _marked(line: str, language: str, published: str) -> Marked:
    marks = list(MARK.finditer(line))
    dates = frozenset((m["words"], m["value"]) for m in marks if m["kind"] == "date")
    others = frozenset((m["words"], m["value"]) for m in marks if m["kind"] != "date")
    return Marked(MARK.sub(r"\g<words>", line), language, published, dates, others)


def sentence_of(text: str, language: str) -> Tokens:
    """Parse a text of one sentence."""
    (doc,) = parse(text, pipeline(language))
    return doc[:]


def written(value: Money | Quantity) -> str:
    """Write a value as the marks do: `4300000 EUR`, `>100`, `8..10`."""
    match value:
        case Money():
            return f"{_number(value.amount, value)} {value.currency or '-'}"
        case Quantity():
            return _number(value.number, value)


def _number(exact: float | None, value: Money | Quantity) -> str:
    if exact is not None:
        return f"{exact:.0f}"
    if value.minimum is not None and value.maximum is not None:
        return f"{value.minimum:.0f}..{value.maximum:.0f}"
    bound = value.minimum if value.minimum is not None else value.maximum
    return f"{'>' if value.minimum is not None else '<'}{bound:.0f}"
