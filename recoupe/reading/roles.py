"""Who and what takes part in an event, read off its clause."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from recoupe.languages.lexicon import Frame
from recoupe.model.claim import PARTICIPANTS, EventType
from recoupe.reading.clause import (
    antecedent,
    base,
    children,
    conjuncts,
    governor,
    is_passive,
    objects,
    obliques,
    preposition,
    subjects,
)
from recoupe.reading.lemmas import lemmas
from recoupe.reading.setting import Kind, Setting

ACTORS = (Kind.AGENT, Kind.COUNTRY, Kind.PRONOUN)
THINGS = (Kind.GOODS, Kind.UNKNOWN, Kind.PRONOUN, Kind.DOCUMENT, Kind.EVENT)


@dataclass(frozen=True, slots=True)
class Filler:
    """A word in a role. head: the noun, pronoun or adjective of nationality."""

    role: str
    head: Token


def fillers(anchor: Token, frame: Frame, setting: Setting) -> tuple[Filler, ...]:
    """Give the roles of the event that `anchor` tells, participants and things only.

    Amounts and dates are given out by `read`, which sees the whole sentence.
    """
    found = _of_verb if anchor.pos_ in ("VERB", "AUX") or _is_participle(anchor) else _of_noun
    kept: dict[tuple[str, int], Filler] = {}
    for role, head in found(anchor, frame, setting):
        fitted = _fitted(role, head, frame, setting)
        if fitted and head != anchor:
            kept.setdefault((fitted, head.i), Filler(fitted, head))
    return _one_role_each(tuple(kept.values()))


def _is_participle(anchor: Token) -> bool:
    return anchor.pos_ == "ADJ"


def _of_verb(verb: Token, frame: Frame, setting: Setting) -> Iterator[tuple[str, Token]]:
    passive = is_passive(verb)
    undergoer = frame.object or frame.subject
    for subject in subjects(verb):
        yield (undergoer if passive else frame.subject), subject
    for thing in objects(verb):
        yield undergoer, thing
    for child in children(verb, "iobj"):
        yield frame.indirect or undergoer, antecedent(child)
    for child in children(verb, "obl"):
        if child.dep_ == "obl:agent":
            for noun in conjuncts(child):
                yield frame.subject, noun
    yield from _by_preposition(verb, frame)


def _by_preposition(word: Token, frame: Frame) -> Iterator[tuple[str, Token]]:
    for name, noun in obliques(word):
        if noun.dep_ != "obl:agent" and (role := frame.prepositions.get(name)):
            yield role, noun


def _of_noun(noun: Token, frame: Frame, setting: Setting) -> Iterator[tuple[str, Token]]:
    """Read a nominalisation: *les livraisons françaises d'obus à Kiev*, *US arms deliveries*."""
    undergoer = frame.object or frame.subject
    for child in noun.children:
        relation, kind = base(child), setting.kind(child)
        if child.dep_ == "nmod:poss" or (relation == "nmod" and _is_genitive(child)):
            for other in conjuncts(child):
                yield frame.subject, other
        elif relation in ("amod", "compound", "det", "nmod") and setting.nationality(child):
            yield frame.subject, child
        elif relation in ("compound", "nmod", "flat") and preposition(child) is None:
            yield (frame.subject if kind in (Kind.AGENT, Kind.COUNTRY) else undergoer), child
    for name, other in obliques(noun):
        kind = setting.kind(other)
        if name in ("de", "of"):
            yield _of(kind, frame, undergoer), other
        elif role := frame.prepositions.get(name):
            yield role, other
    yield from _through_support(noun, frame, setting)


def _is_genitive(child: Token) -> bool:
    return any(c.lower_ in ("'s", "’s") for c in child.children)


def _of(kind: Kind, frame: Frame, undergoer: str) -> str:
    """Say what *de X* brings: the actor of a sale where X is one, else what is sold."""
    if kind in ACTORS and undergoer in ("item", "subject", "name", "reason"):
        return frame.subject
    return undergoer


def _through_support(noun: Token, frame: Frame, setting: Setting) -> Iterator[tuple[str, Token]]:
    """Take the participants of the verb that the noun completes: *X a signé un contrat avec Y*."""
    verb = governor(noun)
    if verb is None or verb.pos_ != "VERB":
        return
    if base(noun) in ("obj", "obl") and not is_passive(verb):
        if _is_support(verb, setting):
            for subject in subjects(verb):
                yield frame.subject, subject
    if base(noun) in ("obj", "nsubj"):
        for name, other in obliques(verb):
            if role := frame.prepositions.get(name):
                if other != noun and (
                    role in PARTICIPANTS[EventType(frame.event)] or role == "place"
                ):
                    yield role, other
        if is_passive(verb):
            for child in verb.children:
                if child.dep_ == "obl:agent":
                    yield frame.subject, child


def _is_support(verb: Token, setting: Setting) -> bool:
    """Say whether the subject of a verb is the actor of the noun it takes, and not a speaker."""
    lexicon = setting.lexicon
    return not any(
        lemma in lexicon.say or (lemma in lexicon.governors and _denies(lemma, setting))
        for lemma in lemmas(verb)
    )


def _denies(lemma: str, setting: Setting) -> bool:
    return any(cue.effect == "denied" and cue.source for _, cue in setting.lexicon.governors[lemma])


def _fitted(role: str, head: Token, frame: Frame, setting: Setting) -> str | None:
    """Give the role that a word of this kind can take, None where it can take none."""
    kind = setting.kind(head)
    if setting.is_measured(head) and kind in (Kind.MEASURE, Kind.UNKNOWN):
        return None
    if role in PARTICIPANTS[EventType(frame.event)]:
        return _as_participant(role, kind, frame)
    if role == "item":
        if kind in (Kind.COUNTRY, Kind.PLACE, Kind.MEASURE):
            return None
        return (
            None
            if kind is Kind.AGENT and "recipient" not in frame.prepositions.values()
            else (
                "recipient"
                if kind is Kind.AGENT and frame.event in ("transfer", "order")
                else "item"
            )
        )
    if role == "place":
        return "place" if kind in (Kind.PLACE, Kind.COUNTRY) else None
    if role == "name":
        return "name" if kind is Kind.EVENT else None
    if role in ("subject", "reason"):
        return None if kind in (Kind.MEASURE, Kind.PLACE) else role
    return role if role != "date" else None


def _as_participant(role: str, kind: Kind, frame: Frame) -> str | None:
    if kind in ACTORS:
        return role
    if kind is Kind.PLACE:
        return role if role in ("recipient", "supplier", "participant") else None
    if kind is Kind.GOODS and "item" in (frame.object, frame.subject, "item"):
        has_items = frame.event in ("transfer", "order", "production", "use", "procurement")
        return (
            "item"
            if has_items and role != "intermediary"
            else role
            if role == "intermediary"
            else None
        )
    return None


def _one_role_each(found: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """Keep the first role of a word, subjects and objects before prepositional phrases."""
    seen: set[int] = set()
    kept = []
    for filler in found:
        if filler.head.i not in seen:
            seen.add(filler.head.i)
            kept.append(filler)
    return tuple(kept)
