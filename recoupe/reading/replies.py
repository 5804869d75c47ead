"""Replies without content: *Bakou dément*, *which Ankara denies*, *Ankara called it baseless*.

A denial is a claim of the denied event by the denier; its roles come from the sentence before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from recoupe.model.claim import Claim, Reason, Source, Tense
from recoupe.model.factuality import ASSERTED, UNCOMMITTED, Certainty, Factuality
from recoupe.model.span import Span
from recoupe.reading.clause import conjuncts, feature, preposition
from recoupe.reading.ellipsis import Ellipsis, ellipses
from recoupe.reading.factuality import factuality
from recoupe.reading.governed import is_falsehood
from recoupe.reading.lemmas import entry, lemmas
from recoupe.reading.negation import negated_noun, negation
from recoupe.reading.noted import base, children, sentence_start
from recoupe.reading.parse import where
from recoupe.reading.scene import Scene
from recoupe.reading.setting import Kind, Setting
from recoupe.reading.sources import chains
from recoupe.reading.speakers import inverted, says, speakers
from recoupe.reading.tense import tense


def replies(
    sentence: Tokens,
    here: Scene,
    told: Sequence[Claim],
    own: Sequence[Claim],
    turn: Token | None = None,
) -> Iterator[Claim]:
    """Give the claims that a sentence makes by answering what was told before.

    told: the claims before the sentence; own: those read in it, which a *which X denies* answers;
    turn: whose turn it is in an interview.
    """
    answer = _answer(sentence, here.setting)
    if answer is None:
        yield from _elliptic(sentence, here, told, own, turn)
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
        yield replace(
            answered,
            evidence=_evidence(sentence, answered),
            factuality=reading,
            sources=(_source(speaker, here),),
            reasons=(Reason(rule, where(verb)),),
        )


def _source(speaker: Token, here: Scene) -> Source:
    return Source(here.setting.phrase(speaker), resolved=here.resolved(speaker))


def _elliptic(
    sentence: Tokens, here: Scene, told: Sequence[Claim], own: Sequence[Claim], turn: Token | None
) -> Iterator[Claim]:
    """*It had, he conceded*; *« Non », dit-il*: the event told right before, once more.

    After another verb of its sentence the word stands for that one.
    """
    for found in ellipses(sentence, here.setting):
        acts = [t for t in sentence if t.pos_ == "VERB" and t.i < found.word.i]
        nearer = any(t != found.word.head and not says(t, here.setting) for t in acts)
        answered = _answered(found.word, () if nearer else told, own)
        if answered is None or not _is_beside(answered, sentence, here.setting, found.asked):
            return
        read = factuality(found.word, here.setting)
        if read and found.denied and any(r.rule == "not said" for r in read[1]):
            read = ASSERTED, ()  # *they were not, says Minsk*: it is no saying that *not* denies
        if read is None or any(_is_of(claim, found.word) for claim in own):
            continue
        reading, reasons = read
        if _is_alternative(found.word, here.setting):
            reading = reading.at_most(Certainty.PS)
        if found.denied and reading.affirmed:
            reading = reading.denied()
        for chain in chains(found.word, here.setting):
            speakers = chain.speakers or ((turn,) if turn is not None else ())
            if found.asked and not speakers:
                continue
            yield replace(
                answered,
                evidence=_evidence(sentence, answered),
                factuality=reading,
                tense=_time(found, answered, here.setting),
                sources=tuple(_source(speaker, here) for speaker in reversed(speakers)),
                reasons=(*reasons, *chain.reasons, Reason("takes up", where(found.word))),
            )


def _is_alternative(word: Token, setting: Setting) -> bool:
    """*A accepté de livrer ou l'avait déjà fait*: one of the two, nobody says which."""
    before = word.doc[max(sentence_start(word), word.i - NEAR) : word.i]
    return any(t.lower_ in setting.lexicon.cues.alternatives for t in before)


NEAR = 6
"""Words between *or* and the word that stands for the event."""


def _time(found: Ellipsis, answered: Claim, setting: Setting) -> Tense:
    """*It had*, *it has not*: over; *it will not*: ahead; *it does*: as the event was told."""
    word = found.word
    if word.lower_ not in setting.lexicon.cues.bare_auxiliaries:
        verb = word.pos_ == "VERB" and not found.asked
        return tense(word, answered.event, setting) if verb else answered.tense
    if word.lower_ in setting.lexicon.cues.future_auxiliaries:
        return Tense.FUTURE
    return answered.tense if word.lower_ in ("do", "does") else Tense.PAST


def _is_beside(answered: Claim, sentence: Tokens, setting: Setting, asked: bool) -> bool:
    """Say whether the event was told in the sentence or right before it, and asked if need be."""
    last, own = answered.evidence[0], where(sentence)
    if asked and not last.of(setting.text).rstrip(' »”"').endswith("?"):
        return False
    return last == own or not any(c.isalnum() for c in setting.text[last.end : own.start])


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
    if word.dep_ == "acl:relcl" and base(word.head) in ("nsubj", "dislocated"):
        return word.head.pos_ == "PRON"  # *what it disputes is that*
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
