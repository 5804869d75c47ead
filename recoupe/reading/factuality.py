"""How sure the innermost source is that an event took place, and the words that say so.

The readings are FactBank's (Saurí & Pustejovsky 2009). Start from asserted, let each rule weaken
it; no rule can make a reading surer, by the methods of `Factuality`.
"""

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from recoupe.languages.lexicon import Cue, Effect
from recoupe.model.claim import Reason
from recoupe.model.factuality import ASSERTED, UNCOMMITTED, Certainty, Factuality
from recoupe.reading.asides import asides, doubt
from recoupe.reading.clause import RELATIVES, base, children, feature, is_finite, is_passive
from recoupe.reading.governors import (
    Step,
    cue,
    inverted,
    is_conditional,
    left_unsaid,
    lost_governors,
    negated,
    negated_noun,
    negation,
    says,
    steps,
)
from recoupe.reading.lemmas import entry, lemmas
from recoupe.reading.parse import where
from recoupe.reading.setting import Setting

Weakening = tuple[Effect, str, Token]


def factuality(anchor: Token, setting: Setting) -> tuple[Factuality, tuple[Reason, ...]] | None:
    """Read how certain the event of `anchor` is to its source, with the words that led to it.

    None where no event is told: what one is able to do, and what is only asked.
    """
    reading, reasons = ASSERTED, []
    for effect, rule, token in _weakenings(anchor, setting):
        if effect == "none":
            return None
        reading = weakened(reading, effect)
        reasons.append(Reason(rule, where(token)))
    return reading, tuple(reasons)


def hedges(sentence: Tokens, setting: Setting) -> Iterator[Weakening]:
    """Give every word of a sentence that hedges something: moods, modals, adverbs, doubts."""
    for token in sentence:
        if token.pos_ in ("VERB", "AUX") and is_conditional(token, setting) == token:
            yield "PR", "hedge in the sentence", token
        for found in entry(token, setting.lexicon.modifiers)[:1]:
            yield found.effect, "hedge in the sentence", token
        if token.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
            for cue_ in entry(token, setting.lexicon.governors)[:1]:
                if cue_.effect in ("PR", "PS", "U", "PR-", "PS-") and not cue_.source:
                    if not cue_.pos or cue_.pos == token.pos_:
                        yield cue_.effect, "hedge in the sentence", token


def reaches(hedge: Token, anchor: Token) -> bool:
    """Say whether a hedge may bear on an event: it stands above it, or before it in its clause."""
    if hedge in anchor.ancestors or hedge.head in anchor.ancestors:
        return not any(s.aside for s in steps(anchor) if s.word in (hedge, hedge.head))
    between = anchor.doc[hedge.i + 1 : anchor.i]
    return hedge.i < anchor.i and not any(
        t.text in (";", ":", "–", "—")
        or t.pos_ == "CCONJ"
        or (t.pos_ == "PRON" and t.lower_ in RELATIVES)
        for t in between
    )


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
    if noun := _told_by_noun(anchor, setting):
        yield from _weakenings(noun, setting)
    yield from _lost(anchor, setting)
    yield from _question(anchor)


def _told_by_noun(anchor: Token, setting: Setting) -> Token | None:
    """*La fourniture de drones, livrés via X*: the noun that tells the event of its participle."""
    if base(anchor) != "acl" or anchor.dep_ == "acl:relcl":
        return None
    told = {setting.lexicon.events.frame(t).event for t in entry(anchor, setting.lexicon.verbs)}
    noun = anchor.head
    while noun.pos_ == "NOUN":
        for trigger in entry(noun, setting.lexicon.event_nouns):
            if setting.lexicon.events.frame(trigger).event in told:
                return noun
        if base(noun) != "nmod":
            return None
        noun = noun.head
    return None


def _own(word: Token, setting: Setting) -> Iterator[Weakening]:
    """Give what a predicate says of itself: mood, negation, modal auxiliaries, adverbs."""
    if word.pos_ in ("VERB", "AUX", "ADJ"):
        if conditional := is_conditional(word, setting):
            yield from _conditional(word, conditional, setting)
        if no := negation(word, setting):
            yield "denied", "negation", no
        for auxiliary in children(word, "aux"):
            if auxiliary.lower_ in setting.lexicon.sources.backshift and is_reported(word, setting):
                continue
            for found in entry(auxiliary, setting.lexicon.governors):
                yield found.effect, "modal", auxiliary
                break
        yield from _condition(word, setting)
        yield from _conditioned(word, setting)
        yield from _due(word, setting)
    elif word.pos_ == "NOUN":
        for clause in children(word, "acl"):
            if clause.dep_ != "acl:relcl" and (children(clause, "aux") or is_finite(clause)):
                yield from _predicate(clause, setting)
    for child in word.children:
        if base(child) in ("advmod", "amod", "discourse", "obl"):
            for found in entry(child, setting.lexicon.modifiers):
                yield found.effect, "modifier", child
                break


def _predicate(verb: Token, setting: Setting) -> Iterator[Weakening]:
    """*Un contrat affleure*: the verb of a noun, where the parser hung it on the noun."""
    yield from _mood(verb, setting)
    for found in entry(verb, setting.lexicon.governors)[:1]:
        if found.effect in ("PR", "PS") and not found.source:
            yield found.effect, f"governed by {found.lemma}", verb


def _conditional(word: Token, conditional: Token, setting: Setting) -> Iterator[Weakening]:
    """Hearsay, a hypothesis beside *si*, or the future seen from a past announcement."""
    for clause in children(word, "advcl"):
        for mark in children(clause, "mark"):
            if mark.lower_ in setting.lexicon.cues.conditions:
                yield "U", "hypothesis", conditional
                return
    if conditional == word and is_reported(word, setting):
        return
    yield "PR", "hearsay conditional", conditional


def is_reported(word: Token, setting: Setting) -> bool:
    """Say whether a past verb of announcing reports this one: *a annoncé qu'il livrerait*."""
    for step in steps(word):
        if step.aside:
            return False
        if any(lemma in setting.lexicon.sources.commit for lemma in lemmas(step.word)):
            past = "Past" in feature(step.word, "Tense") or "Imp" in feature(step.word, "Tense")
            return (
                past
                and base(step.child) in ("ccomp", "xcomp")
                and bool(children(step.child, "mark"))
            )
    return False


def _due(word: Token, setting: Setting) -> Iterator[Weakening]:
    """*Is to deliver* is due; *is yet to deliver* has not come about."""
    cues = setting.lexicon.cues
    marks = [m for m in children(word, "mark") if m.lower_ in cues.scheduled]
    if not any(c.i < m.i for m in marks for c in children(word, "cop", "aux")):
        marks = []
    if marks:
        yet = [c for c in word.children if c.lower_ in cues.yet]
        yield ("denied", "not yet", yet[0]) if yet else ("PR", "due", marks[0])
    if perfect := _was_due(word, marks, setting):
        yield "PR-", "was due", perfect


def _was_due(word: Token, marks: list[Token], setting: Setting) -> Token | None:
    """*Should have been delivered*, *was to have joined*: planned, and told as not come about."""
    cues = setting.lexicon.cues
    perfect = [c for c in children(word, "aux") if c.lower_ in cues.perfect]
    due = [c for c in children(word, "aux") if c.lower_ in cues.overdue]
    return perfect[0] if perfect and (due or marks) else None


def _condition(word: Token, setting: Setting) -> Iterator[Weakening]:
    """*Si … se confirmait*, *whether*, *should it be*: what a clause only supposes."""
    cues = setting.lexicon.cues
    for mark in children(word, "mark", "advmod", "aux"):
        if mark.lower_ in cues.conditions or mark.lower_ in cues.whether:
            if mark.lower_ != "should" or _opens_clause(mark):
                yield "U", "condition", mark
                return


def _conditioned(word: Token, setting: Setting) -> Iterator[Weakening]:
    """*If the financing holds, we deliver*: what hangs on a condition may come."""
    for clause in children(word, "advcl"):
        for mark in children(clause, "mark"):
            if mark.lower_ in setting.lexicon.cues.conditions and mark.i == clause.left_edge.i:
                yield "PS", "on a condition", mark
                return
    for token in word.sent[: max(word.i - word.sent.start, 0)]:
        if entry(token, setting.lexicon.hypotheses) and _same_clause(token, word):
            yield "U", "hypothesis", token
            return


def _opens_clause(auxiliary: Token) -> bool:
    subject = children(auxiliary.head, "nsubj")
    return bool(subject) and auxiliary.i < subject[0].i


def _above(step: Step, setting: Setting) -> Iterator[Weakening]:
    word = step.word
    found = cue(step, setting)
    no = negated(word, setting)
    if found:
        yield _effect(found, no, word, setting), f"governed by {found.lemma}", word
        if no:
            yield "CT", "negation", no
        yield from _mood(word, setting)
        yield from _condition(word, setting)
        return
    if says(word, setting) and (base(step.child) not in ("conj", "nsubj") or is_passive(word)):
        no = no or _by_nothing(word, setting)
        if no and not step.aside:
            yield "U", "not said", no
        elif false := _called_false(step, setting):
            yield "denied", "called false", false
        if _is_hearsay(step):
            yield "PR", "said to", word
        yield from _mood(word, setting)
        return
    if step.aside:
        return
    yield from _predicated(step, no, setting)


def _by_nothing(word: Token, setting: Setting) -> Token | None:
    """*Rien qui établisse*, *nothing to show*: what should say so is not there."""
    if (
        base(word) in ("acl", "advcl", "xcomp")
        and word.head.lower_ in setting.lexicon.cues.negators
    ):
        return word.head
    return None


def _called_false(step: Step, setting: Setting) -> Token | None:
    """*A traité d'« affabulation » l'idée de*, *called baseless a report that*."""
    near = [c for c in step.word.children if c != step.child]
    near += [c for child in near for c in children(child, "obl", "nmod", "amod", "obj", "xcomp")]
    for token in near:
        if any(lemma in setting.lexicon.cues.falsehoods for lemma in lemmas(token)):
            return token
    return None


def _is_hearsay(step: Step) -> bool:
    """*Is said to have paid*: somebody says so, nobody is named."""
    word = step.word
    passive = any(c.dep_ == "aux:pass" for c in word.children) or base(word) in ("acl", "amod")
    agent = any(c.dep_ == "obl:agent" or base(c) in ("nsubj", "obj") for c in word.children)
    agent = agent and not any(c.dep_ == "nsubj:pass" for c in word.children)
    bare = not is_finite(step.child) or bool(step.child.doc[word.i + 1].pos_ == "PART")
    infinitive = base(step.child) in ("xcomp", "advcl", "ccomp", "acl") and bare
    return infinitive and passive and not agent


def _turned(effect: Effect, word: Token, setting: Setting) -> Effect:
    """*Peu probable* is a doubt."""
    near = [*children(word, "advmod", "amod")]
    near += word.doc[max(word.sent.start, word.i - 1) : word.i]
    if base(word) == "nsubj":
        near += [word.head, *children(word.head, "xcomp")]
    if any(c.lower_ in setting.lexicon.cues.low for c in near):
        turned: dict[Effect, Effect] = {"PR": "PR-", "PS": "PS-"}
        return turned.get(effect, effect)
    return effect


def _lost(anchor: Token, setting: Setting) -> Iterator[Weakening]:
    """Weaken by what the parser did not see: *juge probable que*, *…, croit savoir le site*."""
    for token, found in lost_governors(anchor, setting):
        no = negated(token, setting)
        yield _effect(found, no, token, setting), f"governed by {found.lemma}", token
        yield from _mood(token, setting)
    for token in anchor.doc[anchor.sent.start : anchor.i]:
        if token.pos_ == "ADV" and _same_clause(token, anchor):
            for modifier in entry(token, setting.lexicon.modifiers):
                yield modifier.effect, "modifier", token
                break
    if no := left_unsaid(anchor, setting):
        yield "U", "not said", no
    for aside in asides(anchor.sent, setting):
        found_ = doubt(aside, setting)
        if found_ and not aside.first <= anchor.i < aside.end:
            yield found_.effect, f"governed by {found_.lemma}", aside.verb
            return
    after = inverted(anchor.sent, setting)
    if after and after[0].i > anchor.i:
        for found in entry(after[0], setting.lexicon.governors):
            if found.source and found.effect in ("PR", "PS", "PR-", "PS-"):
                yield found.effect, f"governed by {found.lemma}", after[0]
                break


def _same_clause(adverb: Token, anchor: Token) -> bool:
    """No verb and no full break stands between an adverb and the word it may weaken."""
    between = adverb.doc[adverb.i + 1 : anchor.i]
    return not any(t.text in (";", ":") or (t.pos_ == "VERB" and is_finite(t)) for t in between)


def _effect(found: Cue, no: Token | None, word: Token, setting: Setting) -> Effect:
    if no is None:
        return _turned(found.effect, word, setting)
    return found.negated or "U"


def _mood(word: Token, setting: Setting) -> Iterator[Weakening]:
    if word.pos_ not in ("VERB", "AUX", "ADJ") and not children(word, "cop", "aux"):
        return
    if conditional := is_conditional(word, setting):
        yield "PR", "hearsay conditional", conditional
    for child in word.children:
        if base(child) == "aux":
            for found in entry(child, setting.lexicon.governors):
                yield found.effect, "modal", child
                break
        if base(child) in ("advmod", "obl"):
            for modifier in entry(child, setting.lexicon.modifiers):
                yield modifier.effect, "modifier", child
                break


def _predicated(step: Step, no: Token | None, setting: Setting) -> Iterator[Weakening]:
    """Take what a plain verb over a noun says of it: *la livraison aurait eu lieu*."""
    relation = base(step.child)
    predicates = step.word.pos_ in ("VERB", "AUX", "ADJ") or children(step.word, "cop")
    if predicates and relation in (
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
        yield from _due(step.word, setting)
        for adjective in children(step.word, "xcomp"):
            if adjective.pos_ == "ADJ" and relation in ("nsubj", "obj", "ccomp"):
                for found in entry(adjective, setting.lexicon.governors):
                    yield _turned(found.effect, adjective, setting), "predicate", adjective
                    break
        happens = relation != "nsubj" or is_passive(step.word) or _happens(step.word, setting)
        if relation in ("obj", "nsubj", "xcomp", "obl") and no and happens:
            yield "denied", "negation", no
        if relation in ("obj", "nsubj", "xcomp", "ccomp"):
            yield from _condition(step.word, setting)


def _happens(word: Token, setting: Setting) -> bool:
    """*N'a pas eu lieu*: the verb says of its subject that it came about."""
    return bool(entry(word, setting.lexicon.happens))


def _governor_negates(anchor: Token, setting: Setting) -> bool:
    """*N'a signé aucun contrat*: the verb's negation and the noun's are one."""
    return base(anchor) in ("obj", "nsubj") and anchor.head.pos_ in ("VERB", "AUX")


def _question(anchor: Token) -> Iterator[Weakening]:
    for token in reversed(anchor.sent):
        if token.is_punct or token.is_space:
            if token.text.strip() == "?":
                yield "none", "question", token
                return
            continue
        break
