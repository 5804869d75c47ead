"""What a verb's own form or place shows not to have come about: orders, open infinitives, *until*.

An infinitive names an event without saying that it came about (*has no money to buy*, *was set up
to supply*). Only some words above it do say so (*managed to*, *continued to*: Karttunen 1971), and
others say more exactly what it is (*wants to*, *denied to have*): those are no matter of this file.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from recoupe.languages.lexicon import Effect
from recoupe.languages.unrealised import Unrealised, unrealised_words
from recoupe.model.claim import EventType
from recoupe.reading.clause import feature, is_finite, is_infinitive
from recoupe.reading.conditional import is_future_form
from recoupe.reading.governors import cue, steps
from recoupe.reading.lemmas import lemmas
from recoupe.reading.noted import base, children, sentence_start
from recoupe.reading.setting import Setting
from recoupe.reading.speakers import says


def unrealised(verb: Token, setting: Setting) -> Iterator[tuple[Effect, str, Token]]:
    """Give what shows that a verb tells of something not come about: effect, rule, word."""
    words = unrealised_words(setting.lexicon.language)
    if instead := _opened(verb, words.instead):
        yield "denied", "instead", instead
    elif _is_imperative(verb, words):
        yield "PS", "imperative", verb
    elif _is_bare_infinitive(verb, setting):
        if _is_open(verb, words, setting):
            yield ("PR", "due", verb) if _is_headline(verb) else ("PS", "open infinitive", verb)
    elif pending := _pending(verb, words, setting):
        yield "PR", "not come about yet", pending
    elif _is_open_gerund(verb, words):
        yield "PS", "open gerund", verb


def lies_ahead(verb: Token, event: EventType, setting: Setting) -> bool:
    """Say whether such a verb tells of the future; what is agreed is made by it if an order."""
    if any(effect != "denied" for effect, _, _ in unrealised(verb, setting)):
        return True
    if not _is_bare_infinitive(verb, setting):
        return False
    words = unrealised_words(setting.lexicon.language)
    above = verb.head
    agreed = _has(above, words.agreed) and event is not EventType.ORDER
    return agreed or above.lower_ in words.future


def _is_imperative(verb: Token, words: Unrealised) -> bool:
    """*Deliver the tanks*: a verb that opens its sentence; elsewhere taggers take others for it."""
    told = "Imp" in feature(verb, "Mood") or verb.lower_.endswith(words.imperative_endings)
    if not told or children(verb, "nsubj"):
        return False
    before = verb.doc[sentence_start(verb) : verb.i]
    return all(t.is_punct or t.is_quote or t.pos_ in ("ADV", "INTJ", "PART") for t in before)


def _is_bare_infinitive(verb: Token, setting: Setting) -> bool:
    """*To deliver*, *livrer*, *to be delivered*; *to have delivered* tells of the past."""
    helpers = children(verb, "aux")
    marks = setting.lexicon.cues.scheduled
    if marks and not any(mark.lower_ in marks for mark in children(verb, "mark")):
        return False
    if helpers:
        return all(a.dep_ == "aux:pass" and is_infinitive(a) for a in helpers)
    return is_infinitive(verb)


def _is_open(verb: Token, words: Unrealised, setting: Setting) -> bool:
    """Say whether nothing above an infinitive tells whether it came about."""
    step = next(steps(verb, setting), None)
    if step is None:
        return True
    if step.shared or cue(step, setting):
        return False
    if step.word.i < verb.i and says(step.word, setting):
        return False
    return (
        not _has(step.word, words.come_about | words.agreed)
        and step.word.lower_ not in words.future
    )


def _is_headline(verb: Token) -> bool:
    """*Canada to fund drones*: the infinitive is the sentence's verb, and says what is due."""
    if base(verb) == "ROOT":
        return bool(children(verb, "nsubj"))
    head = verb.head
    return head.dep_ == "ROOT" and head.pos_ in ("NOUN", "PROPN") and not children(head, "cop")


def _has(word: Token, words: frozenset[str]) -> bool:
    return any(lemma in words for lemma in lemmas(word))


def _pending(verb: Token, words: Unrealised, setting: Setting) -> Token | None:
    """Give the word that opens a clause of what has not come about yet: *until it delivers*."""
    helpers = children(verb, "aux")
    if "Past" in feature(verb, "Tense") and not helpers:
        return None
    main = (verb.sent.root, verb.head)
    near = [t for m in main for t in (m, *children(m, "aux"))]
    ahead = any(_is_future(t, setting) for t in (*near, verb, *helpers))
    return _opened(verb, words.pending + (words.when if ahead else ()))


def _is_open_gerund(verb: Token, words: Unrealised) -> bool:
    """*A debate about selling*, *warned against selling*: named, and not told."""
    marks = children(verb, "mark", "case")
    return verb.lower_.endswith("ing") and any(mark.lower_ in words.open_marks for mark in marks)


def _opened(verb: Token, phrases: tuple[str, ...]) -> Token | None:
    """Give the first word of a phrase that opens the clause of a verb."""
    for start in range(verb.i - 1, max(sentence_start(verb), verb.i - REACH) - 1, -1):
        token = verb.doc[start]
        if token.is_punct or (token.pos_ == "VERB" and is_finite(token)):
            return None
        if f"{verb.doc[start : verb.i].text.lower()} ".startswith(tuple(f"{p} " for p in phrases)):
            return token
    return None


REACH = 10
"""How many words before a verb its clause may open; no gold sentence needs more."""


def _is_future(token: Token, setting: Setting) -> bool:
    auxiliary = token.lower_ in setting.lexicon.cues.future_auxiliaries
    return auxiliary or is_future_form(token, setting)
