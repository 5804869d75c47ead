"""Replies without content: *Bakou dément*, *which Ankara denies*, *Ankara called it baseless*.

A denial is a claim of the denied event by the denier; its roles come from the sentence before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from recoupe.model.claim import Claim, Reason, Source
from recoupe.model.factuality import ASSERTED, UNCOMMITTED, Factuality
from recoupe.model.span import Span
from recoupe.reading.clause import conjuncts, feature, preposition
from recoupe.reading.governed import is_falsehood
from recoupe.reading.lemmas import entry, lemmas
from recoupe.reading.negation import negated_noun, negation
from recoupe.reading.noted import base, children
from recoupe.reading.parse import where
from recoupe.reading.scene import Scene
from recoupe.reading.setting import Kind, Setting
from recoupe.reading.speakers import inverted, says, speakers


def replies(
    sentence: Tokens, here: Scene, told: Sequence[Claim], own: Sequence[Claim]
) -> Iterator[Claim]:
    """Give the claims that a sentence makes by answering what was told before.

    told: the claims before the sentence; own: those read in it, which a *which X denies* answers.
    """
    answer = _answer(sentence, here.setting)
    if answer is None:
        return
    verb, told_by, reading, rule = answer
    if any(_is_of(claim, verb) for claim in own):
        return
    answered = _answered(verb, told, own)
    if answered is None:
        return
    spoken = {c.sources[-1].span for c in own if c.sources}
    for speaker in told_by:
        if here.setting.phrase(speaker) in spoken:
            continue
        source = Source(here.setting.phrase(speaker), resolved=here.resolved(speaker))
        yield replace(
            answered,
            evidence=_evidence(sentence, answered),
            factuality=reading,
            sources=(source,),
            reasons=(Reason(rule, where(verb)),),
        )


Answer = tuple[Token, list[Token], Factuality, str]


def _answer(sentence: Tokens, setting: Setting) -> Answer | None:
    """Find the word that answers, who speaks, and how: denied, or left open."""
    for token in sentence:
        if token.pos_ not in ("VERB", "NOUN", "ADJ", "AUX"):
            continue
        told_by = [] if _describes(token, setting) else speakers(token, setting)
        if not told_by or not _is_bare(token, setting):
            continue
        no = negation(token, setting)
        if no is None and any(cue.reply for cue in entry(token, setting.lexicon.governors)):
            return token, told_by, ASSERTED.denied(), "denies"
        if no is not None and any(x in setting.lexicon.cues.answers for x in lemmas(token)):
            return token, told_by, UNCOMMITTED, "leaves open"
    return _denial(sentence, setting) or _called_false(sentence, setting)


def _describes(word: Token, setting: Setting) -> bool:
    """*Un bilan contesté*, *rifles that he had rejected*: what describes a noun answers nothing."""
    if word.dep_ == "acl:relcl" and setting.kind(word.head) is Kind.GOODS:
        return word.left_edge.i > 0 and word.left_edge.nbor(-1).text != ","
    alone = not children(word, "aux", "obj", "nsubj", "mark")
    return base(word) in ("acl", "amod") and alone and bool(feature(word, "Gender"))


def _denial(sentence: Tokens, setting: Setting) -> Answer | None:
    """*Malgré les dénégations du ministère*, *despite denials by Ankara*: who denies."""
    for token in sentence:
        if token.pos_ != "NOUN" or negated_noun(token, setting):
            continue
        if not any(lemma in setting.lexicon.cues.denials for lemma in lemmas(token)):
            continue
        hanging = children(token, "nmod", "amod", "compound")
        told_by = [o for c in hanging for o in conjuncts(c) if setting.kind(o) in DENIERS]
        if told_by:
            return token, told_by, ASSERTED.denied(), "denial"
    return None


DENIERS = (Kind.AGENT, Kind.COUNTRY)


def _is_bare(verb: Token, setting: Setting) -> bool:
    """Say whether the verb has no content of its own: no clause, and no noun but *the report*."""
    empty = setting.lexicon.sources.content_free
    for other in conjuncts(verb):
        if children(other, "ccomp", "xcomp"):
            return False
        partitive = [c for c in children(other, "obl") if preposition(c) == "de" and c.i > other.i]
        for thing in (*children(other, "obj"), *partitive):
            if thing.pos_ != "PRON" and not any(lemma in empty for lemma in lemmas(thing)):
                return False
            if any(entry(c, setting.lexicon.event_nouns) for c in children(thing, "nmod")):
                return False
    return True


def _called_false(sentence: Tokens, setting: Setting) -> Answer | None:
    """*Called the story baseless*, *« C'est faux », a répondu X*."""
    for token in sentence:
        if is_falsehood(token, setting):
            for verb in (*token.ancestors, *sentence):
                if says(verb, setting) and (told_by := speakers(verb, setting)):
                    return token, told_by, ASSERTED.denied(), "called false"
            if found := inverted(sentence, setting):
                return token, [found[1]], ASSERTED.denied(), "called false"
    return None


def _is_of(claim: Claim, verb: Token) -> bool:
    """Say whether a claim read in the sentence already rests on this word."""
    place = where(verb)
    return any(r.span == place for r in claim.reasons) or any(
        r.rule == "verb of saying" and r.span == place for r in claim.reasons
    )


def _answered(verb: Token, told: Sequence[Claim], own: Sequence[Claim]) -> Claim | None:
    """Give what is answered: the event before the word in its sentence, else the last one told."""
    before = [c for c in own if c.reasons or c.roles]
    before = [c for c in before if min(r.span.start for r in c.roles) < where(verb).start]
    if before:
        return before[0]
    if not told:
        return None
    last = told[-1].evidence[0]
    return next(c for c in told if c.evidence[0] == last)


def _evidence(sentence: Tokens, answered: Claim) -> tuple[Span, ...]:
    own = where(sentence)
    return (own, *(span for span in answered.evidence if span != own))
