"""When an event lies, seen from the document's date: past, ongoing or future."""

from spacy.tokens import Token

from recoupe.model.claim import EventType, Tense
from recoupe.reading.clause import (
    auxiliaries,
    base,
    children,
    feature,
    is_infinitive,
    is_participle,
)
from recoupe.reading.governors import cue, is_conditional, steps
from recoupe.reading.lemmas import entry, lemmas
from recoupe.reading.setting import Setting

DURABLE = frozenset(
    (
        EventType.PRODUCTION,
        EventType.USE,
        EventType.EXERCISE,
        EventType.AGREEMENT,
        EventType.PROCUREMENT,
        EventType.ASSISTANCE,
        EventType.TRANSFER,
    )
)


def tense(anchor: Token, event: EventType, setting: Setting) -> Tense:
    """Read when the event of `anchor` lies.

    A present tense is ongoing for what lasts, past for what is over once done (*gèle les avoirs*);
    an infinitive takes the time of what governs it.
    """
    if anchor.pos_ in ("NOUN", "PROPN"):
        return _of_noun(anchor, event, setting)
    return _of_verb(anchor, event, setting)


def _of_verb(verb: Token, event: EventType, setting: Setting) -> Tense:
    if _is_future(verb, setting):
        return Tense.FUTURE
    if is_infinitive(verb):
        if any(
            feature(a, "VerbForm") == ["Inf"] or a.lower_ == "have" for a in children(verb, "aux")
        ):
            return Tense.PAST
        return _governed(verb, event, setting)
    if _is_past(verb):
        return Tense.PAST
    if is_conditional(verb, setting):
        return Tense.ONGOING if event in (EventType.PRODUCTION, EventType.USE) else Tense.FUTURE
    if is_participle(verb) and not auxiliaries(verb):
        return _of_bare_participle(verb, event)
    return Tense.ONGOING if event in DURABLE and not _is_headline(verb) else Tense.PAST


def _is_future(verb: Token, setting: Setting) -> bool:
    cues = setting.lexicon.cues
    for token in (verb, *auxiliaries(verb)):
        if "Fut" in feature(token, "Tense") or token.lower_ in cues.future_auxiliaries:
            return True
    head = verb.head
    if base(verb) == "xcomp" and any(x in cues.future_auxiliaries for x in lemmas(head)):
        return is_infinitive(verb) and "Past" not in feature(head, "Tense")
    for auxiliary in children(verb, "aux"):
        if any(c.future for c in entry(auxiliary, setting.lexicon.governors)):
            return not any(a.lower_ in ("have", "avoir", "être") for a in auxiliaries(verb))
    return False


def _is_past(verb: Token) -> bool:
    helpers = children(verb, "aux")
    if any(feature(h, "Tense") in (["Past"], ["Imp"]) for h in helpers):
        return True
    if any(h.lemma_.lower() in ("avoir", "have") for h in helpers):
        return True
    if any(h.dep_ in ("aux:tense",) for h in helpers):
        return True
    if helpers and any(h.dep_ == "aux:pass" for h in helpers):
        return not any(
            "Pres" in feature(h, "Tense") and h.lower_ in ("is", "are", "being") for h in helpers
        ) and is_participle(verb)
    return (
        not helpers
        and feature(verb, "Tense") in (["Past"], ["Imp"])
        and "Ind" in feature(verb, "Mood")
    )


def _of_bare_participle(verb: Token, event: EventType) -> Tense:
    if "Pres" in feature(verb, "Tense") or verb.lower_.endswith(("ing", "ant")):
        return Tense.ONGOING
    return Tense.PAST


def _of_noun(noun: Token, event: EventType, setting: Setting) -> Tense:
    verb = noun.head
    if base(noun) in ("obj", "nsubj", "obl", "nmod") and verb.pos_ in ("VERB", "AUX"):
        if _is_future(verb, setting):
            return Tense.FUTURE
        return _governed(noun, event, setting)
    return _governed(noun, event, setting)


def _governed(word: Token, event: EventType, setting: Setting) -> Tense:
    """Take the time from what governs the word: wishes and plans lie ahead."""
    for step in steps(word):
        found = cue(step, setting)
        if found and found.future:
            return Tense.FUTURE
        if step.aside:
            break
        if step.word.pos_ in ("VERB", "AUX") and not found:
            if _is_future(step.word, setting):
                return Tense.FUTURE
            if _is_past(step.word):
                return Tense.PAST
    return Tense.PAST


def _is_headline(verb: Token) -> bool:
    """A line without a full stop tells in the present what is done."""
    last = verb.doc[-1].text
    return last not in (".", "!", "?", "»", "…", '"', "”") and len(verb.doc) < 30
