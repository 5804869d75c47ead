"""Texts with their claims, and which words of them tell an event: what the judge learns from."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.texts import document_of
from recoupe.languages.lexicon import Trigger, lexicon
from recoupe.model.claim import Claim, Role, Tense
from recoupe.model.document import Document
from recoupe.model.factuality import ASSERTED
from recoupe.reading.likely import Candidate, by_rules, features
from recoupe.reading.parse import where
from recoupe.reading.read import read
from recoupe.reading.score import gold_from_plain, likeness
from tests.marked import Marked, marked
from tests.marked import document_of as document_of_marked

LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Seen:
    """A candidate as it was seen. opens: what the rules said; right: whether it tells its event.

    of: the text that it stands in, None for a sentence of our own.
    """

    features: frozenset[str]
    opens: bool
    right: bool
    of: str | None = None


@dataclass(slots=True)
class Watch:
    """Lets the rules decide and keeps what they were asked."""

    asked: list[tuple[Candidate, frozenset[str]]] = field(default_factory=list)

    def __call__(self, candidate: Candidate, around: frozenset[str]) -> float:
        if candidate.event.participants():
            self.asked.append((candidate, frozenset(features(candidate, around))))
        return by_rules(candidate, around)


def of_corpus(corpus: Path) -> Iterator[Seen]:
    """Give the candidates of every FOLDER/gold/X.json that has its FOLDER/X.txt."""
    for file in sorted(corpus.glob("**/gold/*.json")):
        text = file.parents[1] / f"{file.stem}.txt"
        plain = json.loads(file.read_text("utf-8"))
        if text.is_file() and "claims" in plain:
            name = str(text.relative_to(corpus))
            yield from _of_text(name, text.read_bytes().decode(), plain)


def of_marked() -> Iterator[Seen]:
    """Give the candidates of the marked sentences."""
    for language in LANGUAGES:
        for sentence in (*marked(f"claims-{language}.md"), *marked("known-failures.md")):
            if sentence.language == language:
                document = document_of_marked(sentence.text, language)
                for candidate, seen in _asked(document):
                    right = _is_marked(candidate, sentence, document.text)
                    yield Seen(seen, candidate.opens, right)


def of_examples() -> Iterator[Seen]:
    """Give the candidates of the lexicons' own sentences, each for its own entry only."""
    for language in LANGUAGES:
        events = lexicon(language).events
        for trigger in (*events.verbs, *events.nouns):
            for text, right in ((trigger.yes, True), (trigger.no, False)):
                yield from _of_entry(trigger, text, language, right) if text else ()


def _of_text(name: str, text: str, plain: dict) -> Iterator[Seen]:
    document = document_of(text, plain["language"], plain.get("published"))
    gold = gold_from_plain(plain)
    for candidate, seen in _asked(document):
        mine = _claim(candidate, document)
        fits = [g for g in gold.claims if likeness(g, mine, text) is not None]
        if all(not g.optional for g in fits):
            yield Seen(seen, candidate.opens, bool(fits), name)


def _of_entry(trigger: Trigger, text: str, language: str, right: bool) -> Iterator[Seen]:
    for candidate, seen in _asked(document_of_marked(text, language)):
        if candidate.trigger == trigger:
            yield Seen(seen, candidate.opens, right)


def _asked(document: Document) -> list[tuple[Candidate, frozenset[str]]]:
    watch = Watch()
    read(document, likelihood=watch)
    return watch.asked


def _claim(candidate: Candidate, document: Document) -> Claim:
    event, setting = candidate.event, candidate.setting
    roles = tuple(Role(f.role, setting.phrase(f.head)) for f in event.fillers)
    evidence = (where(event.anchor.sent),)
    return Claim(document.id, event.type, evidence, roles, ASSERTED, Tense.PAST)


def _is_marked(candidate: Candidate, sentence: Marked, text: str) -> bool:
    """Say whether a line of the marks tells the event with one of the candidate's parties."""
    event, setting = candidate.event, candidate.setting
    parties = {f"{f.role} {setting.phrase(f.head).of(text)}" for f in event.participants()}
    for line in sentence.claims:
        told, *parts = (part.strip() for part in line.split(";"))
        if told.split()[0] == event.type and (
            not parties or parties & {part.split(" = ")[0] for part in parts}
        ):
            return True
    return False
