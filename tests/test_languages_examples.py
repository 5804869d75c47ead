"""Each entry acts in its `yes` sentence, and stands in its `no` sentence without acting.

Entries whose sentences are read wrongly today stand in sentences/known-examples.md.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest
from spacy.tokens import Token

from recoupe.languages.lexicon import Cue, Trigger, lexicon
from recoupe.model.claim import Claim
from recoupe.model.factuality import ASSERTED, Factuality
from recoupe.reading.event import Event
from recoupe.reading.events import events
from recoupe.reading.factuality import weakened
from recoupe.reading.lemmas import entry
from recoupe.reading.parse import parse, pipeline, where
from recoupe.reading.read import read
from recoupe.reading.scene import scene
from tests.marked import FOLDER, document_of

LANGUAGES = ("fr", "en")
WITHOUT = {
    "fr": 0,
    "en": 207,
}
"""Entries that lack a sentence: write the new number here when it falls; it never rises."""
TWICE = {
    "fr": 0,
    "en": 0,
}
"""Entries that stand twice, counted in the same way."""
KNOWN = frozenset(
    re.findall(r"^- `(.+?)`", (FOLDER / "known-examples.md").read_text("utf-8"), re.MULTILINE)
)
NET = "hedge in the sentence"
"""The rule that catches what no other does; a `yes` sentence is not to rest on it."""


@dataclass(frozen=True, slots=True)
class Example:
    """An entry of a language file with its two sentences."""

    language: str
    section: str
    item: Trigger | Cue

    def __str__(self) -> str:
        return " ".join((self.language, self.section, self.item.lemma, *_kind(self.item)))


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence as it was read."""

    tokens: tuple[Token, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]


def _kind(item: Trigger | Cue) -> Iterator[str]:
    """Tell an entry from others of the same word."""
    if isinstance(item, Trigger):
        yield item.frame
        return
    yield item.effect
    yield from (part for part in (item.particle, item.pos) if part)
    yield from (part for part in ("clause", "infinitive") if getattr(item, part))


def _examples() -> Iterator[Example]:
    for language in LANGUAGES:
        words = lexicon(language)
        for section in ("verbs", "nouns"):
            yield from (Example(language, section, t) for t in getattr(words.events, section))
        for section in ("governors", "modifiers"):
            yield from (Example(language, section, c) for c in getattr(words.cues, section))


EVERY = tuple(_examples())
WRITTEN = tuple(e for e in EVERY if e.item.yes and e.item.no)


def _marked(kind: type, side: str) -> list[object]:
    """Give the written examples of a kind; those known to fail are expected to."""
    fails = pytest.mark.xfail(strict=True, reason="known; take it off the list when it is mended")
    return [
        pytest.param(e, id=str(e), marks=[fails] if f"{e}: {side}" in KNOWN else [])
        for e in WRITTEN
        if isinstance(e.item, kind)
    ]


@pytest.mark.parametrize("example", _marked(Trigger, "yes"))
def test_a_trigger_tells_its_event_in_its_yes_sentence(example: Example) -> None:
    told = _told(example.item.yes, example.language)

    words = _told_by(example, told)

    assert [w for w in words if _claimed(w, told)] != []


@pytest.mark.parametrize("example", _marked(Trigger, "no"))
def test_a_trigger_stands_in_its_no_sentence_and_tells_nothing(example: Example) -> None:
    told = _told(example.item.no, example.language)

    words = _told_by(example, told)

    assert _standing(example, told) != []
    assert [w.anchor.text for w in words if _claimed(w, told)] == []


@pytest.mark.parametrize("example", _marked(Cue, "yes"))
def test_a_cue_weakens_a_claim_in_its_yes_sentence(example: Example) -> None:
    told = _told(example.item.yes, example.language)

    read = [str(claim.factuality) for claim in _weakened_by(example, told)]

    assert _silences(example, told) if _effect(example) == "none" else read != []
    assert [r for r in read if not _allowed(Factuality.parse(r), example)] == []


@pytest.mark.parametrize("example", _marked(Cue, "no"))
def test_a_cue_stands_in_its_no_sentence_beside_a_claim_and_leaves_it(example: Example) -> None:
    told = _told(example.item.no, example.language)

    weakened = _weakened_by(example, told, by_net=True)

    assert _standing(example, told) != []
    assert told.claims != ()
    assert [str(claim.factuality) for claim in weakened] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_entries_without_their_sentences_only_grow_fewer(language: str) -> None:
    bare = [e for e in EVERY if e.language == language and e not in WRITTEN]

    assert len(bare) == WITHOUT[language]


def test_every_verb_that_may_act_has_its_sentences() -> None:
    bare = [e for e in EVERY if e.section == "verbs" and e not in WRITTEN]

    assert [str(e) for e in bare if getattr(e.item, "gate", None) != "never"] == []


def test_no_example_stands_twice() -> None:
    sentences = [s for e in WRITTEN for s in (e.item.yes, e.item.no)]

    assert sorted({s for s in sentences if sentences.count(s) > 1}) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_stands_twice(language: str) -> None:
    names = [str(e) for e in EVERY if e.language == language]

    assert len(names) - len(set(names)) == TWICE[language]


def test_the_list_of_known_failures_names_written_examples() -> None:
    names = {f"{e}: {side}" for e in WRITTEN for side in ("yes", "no")}

    assert sorted(KNOWN - names) == []


@cache
def _told(text: str, language: str) -> Told:
    document = document_of(text, language)
    docs = parse(document.text, pipeline(language))
    here = scene(document, docs, lexicon(language))
    sentences = [s for doc in docs for s in doc.sents]
    return Told(
        tokens=tuple(t for doc in docs for t in doc),
        events=tuple(e for s in sentences for e in events(s, here.setting)),
        claims=read(document).claims,
    )


def _standing(example: Example, told: Told) -> list[Token]:
    """Give the words of a sentence that the entry is of."""
    return [t for t in told.tokens if example.item in _entries(t, example)]


def _entries(token: Token, example: Example) -> list[Trigger] | list[Cue]:
    words = lexicon(example.language)
    match example.section:
        case "verbs":
            return entry(token, words.verbs)
        case "nouns":
            return entry(token, words.event_nouns)
        case "governors":
            return entry(token, words.governors)
    return entry(token, words.modifiers)


def _told_by(example: Example, told: Told) -> list[Event]:
    """Give the events that the entry tells of in a sentence."""
    assert isinstance(example.item, Trigger)
    standing = {t.i for t in _standing(example, told)}
    if " " in example.item.lemma:  # told by its last word: *faire passer*
        standing |= {i + 1 for i in standing}
    frame = lexicon(example.language).events.frame(example.item)
    return [e for e in told.events if e.anchor.i in standing and e.frame.event == frame.event]


def _claimed(event: Event, told: Told) -> bool:
    sentence = where(event.anchor.sent)
    return any(c.event is event.type and sentence in c.evidence for c in told.claims)


def _weakened_by(example: Example, told: Told, by_net: bool = False) -> list[Claim]:
    """Give the claims that have the word of a cue among their reasons."""
    spans = {where(t) for t in _standing(example, told)}
    return [
        claim
        for claim in told.claims
        if any(r.span in spans and (by_net or r.rule != NET) for r in claim.reasons)
    ]


def _effect(example: Example) -> str:
    assert isinstance(example.item, Cue)
    return example.item.effect


def _silences(example: Example, told: Told) -> bool:
    """Say whether an event is found and, for the word, no claim is made of it."""
    return told.events != () and told.claims == () and _standing(example, told) != []


def _allowed(read_: Factuality, example: Example) -> bool:
    """Say whether a reading is no surer than the entry's effect lets it be."""
    assert isinstance(example.item, Cue)
    ceiling = weakened(ASSERTED, example.item.effect)
    turned = ceiling.affirmed or not read_.affirmed or str(read_) == "U"
    return read_.certainty <= ceiling.certainty and turned
