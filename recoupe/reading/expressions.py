"""Triggers of several words: *faire passer*, *prendre livraison*, *remise en état*."""

from collections.abc import Iterator

from spacy.tokens import Token

from recoupe.languages.lexicon import Frame, Index, Trigger
from recoupe.reading.clause import conjuncts, preposition
from recoupe.reading.fitted import fitted_role
from recoupe.reading.lemmas import entry, lemmas
from recoupe.reading.noted import children, sentence_start
from recoupe.reading.roles import Filler, fillers
from recoupe.reading.setting import PARTITIVES, Setting

LONGEST = 5
"""Words that an expression may run over, with what stands between its own."""


def told_by(token: Token, index: Index[Trigger]) -> list[Trigger]:
    """Give the triggers that a word tells, by itself or as the head of an expression.

    *Faire passer* is told by *passer*, which has the things. The longest expression counts alone:
    *remise en état* is no *remise*.
    """
    own = [t for t in entry(token, index) if not _is_verb(_last(token, t))]
    for first in token.doc[max(sentence_start(token), token.i - LONGEST) : token.i]:
        found = [t for t in entry(first, index) if _last(first, t) == token]
        if found and _is_verb(token):
            return [*found, *own]
    return [t for t in own if _rest(t)] or own


def is_inside(noun: Token, setting: Setting) -> bool:
    """Say whether a noun only ends an expression: *livraison* of *prendre livraison*."""
    before = noun.doc[max(sentence_start(noun), noun.i - LONGEST) : noun.i]
    for first in before:
        known = setting.lexicon.verbs if first.pos_ == "VERB" else setting.lexicon.event_nouns
        if any(_last(first, t) == noun for t in entry(first, known)):
            return True
    return False


def fillers_of(
    token: Token, frame: Frame, trigger: Trigger, setting: Setting
) -> tuple[Filler, ...]:
    """Give the fillers of a trigger without its own words, with what hangs on these."""
    own = _own(token, trigger)
    found = tuple(f for f in fillers(token, frame, setting) if f.head not in own)
    return (*found, *_hanging(own, found, frame, setting))


def _hanging(
    own: list[Token], found: tuple[Filler, ...], frame: Frame, setting: Setting
) -> Iterator[Filler]:
    """*Prendre livraison de chars*: the chars hang on a word of the expression."""
    taken = {f.head for f in found}
    for word in own:
        for child in children(word, "nmod", "obl"):
            for noun in conjuncts(child) if preposition(child) in PARTITIVES else ():
                role = fitted_role(frame.object or frame.subject, noun, frame, setting)
                if role and noun not in (*own, *taken):
                    yield Filler(role, noun)


def _own(token: Token, trigger: Trigger) -> list[Token]:
    rest = _rest(trigger)
    after = token.doc[token.i + 1 : token.i + LONGEST] if rest else ()
    return [t for t in after if {t.lower_, t.lemma_} & {*rest}]


def _last(token: Token, trigger: Trigger) -> Token | None:
    """Give the last word of an expression that begins at `token`, None for a single word."""
    rest = _rest(trigger)
    after = token.doc[token.i + len(rest) : token.i + LONGEST] if rest else ()
    return next((t for t in after if rest[-1] in lemmas(t)), None)


def _rest(trigger: Trigger) -> list[str]:
    return trigger.lemma.replace("'", "' ").split()[1:]


def _is_verb(token: Token | None) -> bool:
    return token is not None and token.pos_ == "VERB"
