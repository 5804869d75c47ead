"""Who takes part by the order of the words, where the parser gave an event no participant.

One arc in eight is wrong; the words around the verb are still in their order.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from recoupe.languages.lexicon import Frame
from recoupe.model.claim import PARTICIPANTS, EventType
from recoupe.reading.clause import is_finite, is_passive, preposition
from recoupe.reading.noted import base, sentence_end, sentence_start
from recoupe.reading.setting import Kind, Setting

ACTORS = (Kind.AGENT, Kind.COUNTRY)
BEFORE, AFTER = 14, 16
"""Words before and after the verb among which a participant is looked for."""


def nearby(verb: Token, frame: Frame, setting: Setting) -> Iterator[tuple[str, Token]]:
    """Give role and noun of those who stand beside a verb, nearest first."""
    if verb.pos_ in ("NOUN", "PROPN"):
        yield from _after(verb, frame, setting)
        return
    if not is_passive(verb):
        if actor := _actor(verb, setting):
            yield frame.subject, actor
        if frame.object == "item" and (thing := _thing(verb, setting)):
            yield "item", thing
    yield from _after(verb, frame, setting)


def _actor(verb: Token, setting: Setting) -> Token | None:
    """Give the noun before an active verb, past what stands between commas."""
    aside = False
    for token in reversed(verb.doc[max(sentence_start(verb), verb.i - BEFORE) : verb.i]):
        if token.text == ",":
            aside = not aside
        elif aside:
            continue
        elif (
            token.text in ";:»”–—"
            or token.pos_ in ("SCONJ", "CCONJ")
            or (token.pos_ == "VERB" and is_finite(token))
        ):
            return None
        elif _may_act(token, setting):
            return token
    return None


def _thing(verb: Token, setting: Setting) -> Token | None:
    """Give the first thing after a verb, past phrases: *cherchaient en fait des X*."""
    aside = False
    for token in verb.doc[verb.i + 1 : min(sentence_end(verb), verb.i + AFTER)]:
        if token.pos_ in ("VERB", "SCONJ", "CCONJ") or token.text in ",;:.":
            return None
        if token.pos_ == "ADP" and token.lemma_.lower() not in PARTITIVE:
            aside = True
        elif token.pos_ in ("NOUN", "PROPN"):
            if not aside:
                return token if setting.kind(token) is Kind.GOODS else None
            aside = False
    return None


PARTITIVE = ("de", "un", "of")


def _may_act(token: Token, setting: Setting) -> bool:
    if token.pos_ not in ("NOUN", "PROPN") or setting.is_measured(token):
        return False
    inside = base(token) in ("compound", "flat", "nmod", "obl", "amod") or preposition(token)
    return not inside and setting.kind(token) in ACTORS


def _after(verb: Token, frame: Frame, setting: Setting) -> Iterator[tuple[str, Token]]:
    """Give the nouns after prepositions that the verb's frame knows."""
    end = min(sentence_end(verb), verb.i + AFTER)
    opened: str | None = None
    for token in verb.doc[verb.i + 1 : end]:
        if token.text in ";:" or token.pos_ in ("SCONJ", "VERB"):
            return
        if token.pos_ == "ADP":
            opened = frame.prepositions.get(token.lemma_.lower())
        elif token.pos_ in ("NOUN", "PROPN") and opened:
            kinds = (*ACTORS, Kind.PLACE) if opened == "recipient" else ACTORS
            if opened in PARTICIPANTS[EventType(frame.event)] and setting.kind(token) in kinds:
                yield opened, token
            opened = None
