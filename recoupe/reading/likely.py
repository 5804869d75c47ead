"""Whether a word of many meanings tells its event here, though a rule misses something beside it.

What was learned opens what the rules close, where it is likely enough. It decides whether there is
a claim and never how sure it is; a claim that it opened says so.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from recoupe.languages.judge import judge
from recoupe.languages.lexicon import Trigger
from recoupe.reading.clause import feature
from recoupe.reading.event import Event
from recoupe.reading.noted import base
from recoupe.reading.setting import Setting

OPENS = 0.5
"""From here on a word tells its event though the rules miss something beside it."""

MANY = 3
"""Counts are told apart up to here."""

NAMED = ("NOUN", "PROPN", "PRON", "ADJ")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that may tell an event. opens: what the rules say; about: events told right before."""

    event: Event
    trigger: Trigger
    opens: bool
    about: frozenset[str]
    setting: Setting


Likelihood = Callable[[Candidate, frozenset[str]], float]
"""Says how likely a candidate tells its event, from 0 to 1; around: `surroundings`."""


def learned(candidate: Candidate, around: frozenset[str]) -> float:
    """Say it by what was learned; an event that leans on one told before stays with the rules."""
    if not candidate.event.participants():
        return by_rules(candidate, around)
    return judge().likelihood(features(candidate, around))


def by_rules(candidate: Candidate, around: frozenset[str]) -> float:
    """Say it by the rules alone."""
    return float(candidate.opens)


def features(candidate: Candidate, around: frozenset[str]) -> Iterator[str]:
    """Give what is seen of a candidate: the word, its place in the clause, who takes part."""
    event, trigger = candidate.event, candidate.trigger
    yield f"event={event.type}"
    yield f"word={trigger.lemma}:{trigger.frame}"
    yield f"gate={trigger.gate}:{candidate.opens}"
    yield f"opens={candidate.opens}"
    yield from (f"before={told}:{event.type}" for told in candidate.about)
    yield from _place(event.anchor)
    yield from _parties(event, candidate.setting)
    yield from _with(event, around)


def surroundings(sentence: Tokens, setting: Setting) -> frozenset[str]:
    """Give the kinds of things and parties that a sentence names, and how many."""
    counts: dict[str, int] = {}
    for token in sentence:
        if token.pos_ in NAMED:
            kind = setting.kind(token).value
            counts[kind] = counts.get(kind, 0) + 1
    return frozenset(f"{kind}:{min(MANY, count)}" for kind, count in counts.items())


def _with(event: Event, around: frozenset[str]) -> Iterator[str]:
    for counted in around:
        kind = counted.split(":")[0]
        yield f"near={counted}"
        yield f"near={kind}"
        yield f"near={kind}:{event.type}"


def _place(anchor: Token) -> Iterator[str]:
    yield f"pos={anchor.pos_}"
    yield f"relation={base(anchor)}"
    yield f"under={base(anchor)}:{anchor.head.pos_}"
    yield f"governor={anchor.head.lemma_.lower()}"
    yield f"form={''.join(feature(anchor, 'Tense'))}:{''.join(feature(anchor, 'VerbForm'))}"
    yield from (f"child={base(child)}" for child in anchor.children)


def _parties(event: Event, setting: Setting) -> Iterator[str]:
    parties = event.participants()
    yield f"parties={min(MANY, len(parties))}:{event.type}"
    yield f"sides={len({f.role for f in parties})}:{event.type}"
    for filler in event.fillers:
        kind = setting.kind(filler.head).value
        yield f"{filler.role}={kind}"
        yield f"{event.type}:{filler.role}={kind}"
        yield f"{event.type}:{filler.role}"
        yield f"{event.type}:{filler.role}={filler.head.lemma_.lower()}"
        yield f"{filler.role}:{base(filler.head)}:{filler.head.head == event.anchor}"
        if setting.name(filler.head):
            yield f"{filler.role}=name"
