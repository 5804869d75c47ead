"""How sure the innermost source is that an event took place, and the words that say so.

The readings are FactBank's (Saurí & Pustejovsky 2009). Start from asserted, let each rule weaken
it; no rule can make a reading surer, by the methods of `Factuality`.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from recoupe.languages.lexicon import Effect
from recoupe.model.claim import Reason
from recoupe.model.factuality import ASSERTED, UNCOMMITTED, Certainty, Factuality
from recoupe.reading.clause import base, children
from recoupe.reading.governors import (
    Step,
    cue,
    is_conditional,
    negated_noun,
    negation,
    says,
    steps,
)
from recoupe.reading.lemmas import entry
from recoupe.reading.parse import where
from recoupe.reading.setting import Setting

Weakening = tuple[Effect, str, Token]


def factuality(anchor: Token, setting: Setting) -> tuple[Factuality, tuple[Reason, ...]]:
    """Read how certain the event of `anchor` is to its source, with the words that led to it."""
    reading, reasons = ASSERTED, []
    for effect, rule, token in _weakenings(anchor, setting):
        reading = weakened(reading, effect)
        reasons.append(Reason(rule, where(token)))
    return reading, tuple(reasons)


def weakened(reading: Factuality, effect: Effect) -> Factuality:
    """Apply what a word does to a reading; the result is as sure or less sure.

    >>> str(weakened(ASSERTED, "PR-"))
    'PR-'
    """
    match effect:
        case "CT":
            return reading
        case "U":
            return UNCOMMITTED
        case "denied":
            return reading.denied()
        case "PR" | "PS":
            return reading.at_most(Certainty[effect])
    return reading.denied().at_most(Certainty[effect[:2]])


def _weakenings(anchor: Token, setting: Setting) -> Iterator[Weakening]:
    """Give what weakens the event: its own words first, then those above it, upward."""
    yield from _own(anchor, setting)
    if anchor.pos_ in ("NOUN", "PROPN") and (no := negated_noun(anchor, setting)):
        if not _governor_negates(anchor, setting):
            yield "denied", "negation", no
    for step in steps(anchor):
        if step.shared:
            yield from _own(step.word, setting)
            continue
        yield from _above(step, setting)
    yield from _question(anchor)


def _own(word: Token, setting: Setting) -> Iterator[Weakening]:
    """Give what a predicate says of itself: mood, negation, modal auxiliaries, adverbs."""
    if word.pos_ in ("VERB", "AUX", "ADJ"):
        if conditional := is_conditional(word, setting):
            yield "PR", "hearsay conditional", conditional
        if no := negation(word, setting):
            yield "denied", "negation", no
        for auxiliary in children(word, "aux"):
            for found in entry(auxiliary, setting.lexicon.governors):
                yield found.effect, "modal", auxiliary
                break
        yield from _condition(word, setting)
    for child in word.children:
        if base(child) in ("advmod", "amod", "discourse", "obl"):
            for found in entry(child, setting.lexicon.modifiers):
                yield found.effect, "modifier", child
                break


def _condition(word: Token, setting: Setting) -> Iterator[Weakening]:
    """*Si … se confirmait*, *whether*, *should it be*: what a clause only supposes."""
    cues = setting.lexicon.cues
    for mark in children(word, "mark", "advmod", "aux"):
        if mark.lower_ in cues.conditions or mark.lower_ in cues.whether:
            if mark.lower_ != "should" or _opens_clause(mark):
                yield "U", "condition", mark
                return


def _opens_clause(auxiliary: Token) -> bool:
    subject = children(auxiliary.head, "nsubj")
    return bool(subject) and auxiliary.i < subject[0].i


def _above(step: Step, setting: Setting) -> Iterator[Weakening]:
    word = step.word
    found = cue(step, setting)
    no = _negated(word, setting)
    if found:
        yield (
            _effect(found.effect, found.negated, no is not None),
            f"governed by {found.lemma}",
            word,
        )
        if no:
            yield "CT", "negation", no
        yield from _mood(word, setting)
        yield from _condition(word, setting)
        return
    if says(word, setting) and base(step.child) not in ("conj", "nsubj"):
        if no and not step.aside:
            yield "U", "not said", no
        yield from _mood(word, setting)
        return
    if step.aside:
        return
    yield from _predicated(step, no, setting)


def _negated(word: Token, setting: Setting) -> Token | None:
    if word.pos_ == "NOUN":
        return negated_noun(word, setting) or (
            negation(word.head, setting) if base(word) in ("obj", "nsubj") else None
        )
    return negation(word, setting)


def _effect(effect: Effect, negated: Effect | None, is_negated: bool) -> Effect:
    if not is_negated:
        return effect
    return negated or "U"


def _mood(word: Token, setting: Setting) -> Iterator[Weakening]:
    if word.pos_ not in ("VERB", "AUX", "ADJ"):
        return
    if conditional := is_conditional(word, setting):
        yield "PR", "hearsay conditional", conditional
    for child in word.children:
        if base(child) == "aux":
            for found in entry(child, setting.lexicon.governors):
                yield found.effect, "modal", child
                break
        if base(child) in ("advmod",):
            for modifier in entry(child, setting.lexicon.modifiers):
                yield modifier.effect, "modifier", child
                break


def _predicated(step: Step, no: Token | None, setting: Setting) -> Iterator[Weakening]:
    """Take what a plain verb over a noun says of it: *la livraison aurait eu lieu*."""
    relation = base(step.child)
    if step.word.pos_ in ("VERB", "AUX", "ADJ") and relation in (
        "obj",
        "nsubj",
        "obl",
        "xcomp",
        "ccomp",
        "advcl",
        "acl",
        "nmod",
    ):
        yield from _mood(step.word, setting)
        if relation in ("obj", "nsubj", "xcomp") and no:
            yield "denied", "negation", no
        if relation in ("obj", "nsubj", "xcomp", "ccomp"):
            yield from _condition(step.word, setting)


def _governor_negates(anchor: Token, setting: Setting) -> bool:
    """*N'a signé aucun contrat*: the verb's negation and the noun's are one."""
    return base(anchor) in ("obj", "nsubj") and anchor.head.pos_ in ("VERB", "AUX")


def _question(anchor: Token) -> Iterator[Weakening]:
    for token in reversed(anchor.sent):
        if token.is_punct or token.is_space:
            if token.text.strip() == "?":
                yield "U", "question", token
                return
            continue
        break
