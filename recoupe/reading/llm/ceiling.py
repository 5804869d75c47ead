"""How sure a claim that a model proposes can be at most, by the rules of the built-in reader.

A model's word makes nothing surer. What it calls an event is read by the cues of its sentence;
where it is open which of them bear on the event, all do.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from recoupe.model.claim import EventType, Reason
from recoupe.model.factuality import ASSERTED, UNCOMMITTED, Certainty, Factuality
from recoupe.reading.clause import feature
from recoupe.reading.factuality import factuality, hedges, reaches, weakened
from recoupe.reading.lemmas import entry
from recoupe.reading.llm.page import Page
from recoupe.reading.llm.proposal import Refused
from recoupe.reading.noted import base, children
from recoupe.reading.parse import where
from recoupe.reading.setting import Setting
from recoupe.reading.sources import chains
from recoupe.reading.speakers import says

TELLING = ("VERB", "NOUN", "ADJ", "AUX", "PROPN")
COMPLEMENTS = ("xcomp", "ccomp", "csubj", "obj", "nmod", "acl", "cop", "aux")


class Ceiling(NamedTuple):
    """The surest reading that is open, the words that lower it, and the word that tells."""

    factuality: Factuality
    reasons: tuple[Reason, ...]
    anchor: Token


def ceiling(
    words: Sequence[Token], event: EventType, fillers: Sequence[Token], page: Page
) -> Ceiling:
    """Give the ceiling of an event told by `words` of one sentence.

    fillers: the head of each role, of this sentence or of one before.
    Raises Refused where the words tell no event: a name, a question, what one is able to do.
    """
    setting = page.scene.setting
    anchors = _anchors(words, setting)
    anchor = next((a for a in anchors if _tells(a, event, setting)), anchors[0])
    told = _least([_told(a, setting) for a in anchors])
    if not all(_tells(a, event, setting) for a in anchors):
        told = _unvouched(told, anchor, setting)
    told = _least([told, *_around(anchor, fillers, setting)])
    reading, reasons = _hedged(anchor, told, page)
    return Ceiling(reading, reasons, anchor)


Told = tuple[Factuality, tuple[Reason, ...]]


def _anchors(words: Sequence[Token], setting: Setting) -> list[Token]:
    """Give the words that tell, without those that only say how: *nie* of *nie avoir livré*."""
    found = [t for t in words if t.pos_ in TELLING and not setting.name(t)]
    found = [t for t in found if t.pos_ != "AUX"] or found
    inner = [t for t in found if not (_says_how(t, setting) and _is_above(t, found))]
    if not inner:
        raise Refused("the words of a claim tell no event")
    return inner


def _says_how(word: Token, setting: Setting) -> bool:
    return says(word, setting) or bool(entry(word, setting.lexicon.governors))


def _is_above(word: Token, others: Sequence[Token]) -> bool:
    return any(word in other.ancestors for other in others)


def _tells(word: Token, event: EventType, setting: Setting) -> bool:
    """Say whether the rules know the word to tell an event of this type."""
    lexicon = setting.lexicon
    nominal = word.pos_ in ("NOUN", "PROPN")
    triggers = entry(word, lexicon.event_nouns if nominal else lexicon.verbs)
    return any(t.gate != "never" and lexicon.events.frame(t).event == event for t in triggers)


def _told(word: Token, setting: Setting) -> Told:
    told = factuality(word, setting)
    if told is None:
        raise Refused("a claim is only asked, or tells what one is able to do")
    return told


def _least(told: Sequence[Told]) -> Told:
    """Give the least certain of several readings, `U` where they take opposite sides."""
    reading, reasons = told[0]
    for other, why in told[1:]:
        if reading.weaker(other) != reading:
            reading, reasons = reading.weaker(other), (*reasons, *why)
    return reading, reasons


def _unvouched(told: Told, anchor: Token, setting: Setting) -> Told:
    """Lower what only the model calls an event of this type.

    No rule vouches for the word, so that it is at most probable, and every cue of the sentence
    may bear on it.
    """
    reading, reasons = _least([told, _of_sentence(anchor.sent, setting)])
    unknown = Reason("not known to tell this event", where(anchor))
    return reading.at_most(Certainty.PR), (*reasons, unknown)


def _around(anchor: Token, fillers: Sequence[Token], setting: Setting) -> Iterator[Told]:
    """Give what bears on an event beside the words above it: orders, and where its roles stand."""
    if order := _ordered(anchor):
        yield UNCOMMITTED, (Reason("an order or a request", where(order)),)
    for filler in fillers:
        if filler.sent != anchor.sent:
            yield _of_sentence(filler.sent, setting)
        elif _is_apart(filler, anchor):
            yield _any_reading(filler, setting)
        yield from _hedged_role(filler, setting)


def _hedged_role(filler: Token, setting: Setting) -> Iterator[Told]:
    """*Provides radars and, reportedly, missiles*: what hedges a role alone hedges the claim."""
    near = children(filler, "advmod", "amod", "discourse")
    near += [t for t in filler.doc[filler.sent.start : filler.i] if not t.is_punct][-1:]
    for word in near:
        for found in entry(word, setting.lexicon.modifiers)[:1]:
            yield weakened(ASSERTED, found.effect), (Reason("modifier", where(word)),)


def _ordered(anchor: Token) -> Token | None:
    """*Mark this delivery as confirmed*: what is asked for has not come about."""
    for verb in (anchor, *anchor.ancestors):
        if "Imp" in feature(verb, "Mood") and not children(verb, "nsubj"):
            return verb
    return None


def _of_sentence(sentence: Tokens, setting: Setting) -> Told:
    """Give the least certain reading of any word of a sentence."""
    return _least(
        [_any_reading(t, setting) for t in sentence if t.pos_ in TELLING]
        or [(UNCOMMITTED, (Reason("nothing told", where(sentence)),))]
    )


def _any_reading(word: Token, setting: Setting) -> Told:
    told = factuality(word, setting)
    return told or (UNCOMMITTED, (Reason("only asked", where(word)),))


def _is_apart(filler: Token, anchor: Token) -> bool:
    """Say whether a role comes from another clause, whose certainty it then brings along.

    *Arvania sent flour and denied having sold missiles*: *missiles* is no item of *sent*.
    """
    above = {anchor, *anchor.ancestors}
    if filler in above:
        return False
    child = filler
    while child.head not in above:
        if child.head == child or (child != filler and child.pos_ in ("VERB", "AUX")):
            return True
        child = child.head
    if child != filler and child.pos_ in ("VERB", "AUX"):
        return True
    return child.head != anchor and base(child) != "nsubj" and not _is_content(anchor, child.head)


def _is_content(anchor: Token, governor: Token) -> bool:
    """Say whether nothing but complements stand between: *accuse la Chine d'avoir livré*."""
    child = anchor
    while child != governor:
        if base(child) not in COMPLEMENTS or child.dep_ == "acl:relcl":
            return False
        child = child.head
    return True


def _hedged(anchor: Token, told: Told, page: Page) -> Told:
    """Lower what is certain by each hedge that nothing else of the sentence took, as the rules do.

    Taken is what a claim of the rules rests on, and the word by which the source speaks.
    """
    reading, reasons = told
    setting = page.scene.setting
    found = list(hedges(anchor.sent, setting))
    hedging = {rule for _, rule, _ in found}
    resting = [r for c in page.told(where(anchor.sent)) for r in c.reasons]
    resting += [r for chain in chains(anchor, setting) for r in chain.reasons]
    used = {r.span for r in (*resting, *reasons) if r.rule not in hedging} | {where(anchor)}
    for effect, rule, token in found:
        if where(token) in used or reading.certainty is not Certainty.CT:
            continue
        if reaches(token, anchor, setting):
            reading = reading.at_most(Certainty.PR if effect.startswith("PR") else Certainty.PS)
            reasons = (*reasons, Reason(rule, where(token)))
    return reading, reasons
