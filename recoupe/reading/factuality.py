"""How sure the innermost source is that an event took place, and the words that say so.

The readings are FactBank's (Saurí & Pustejovsky 2009). Start from asserted, let each rule weaken
it; no rule can make a reading surer, by the methods of `Factuality`.
"""

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from recoupe.languages.lexicon import Effect
from recoupe.model.claim import Reason
from recoupe.model.factuality import ASSERTED, UNCOMMITTED, Certainty, Factuality
from recoupe.reading.around import around
from recoupe.reading.clause import RELATIVES
from recoupe.reading.conditional import is_conditional
from recoupe.reading.governed import above, is_told
from recoupe.reading.governors import has_particle, steps
from recoupe.reading.lemmas import entry
from recoupe.reading.lost import is_fixed
from recoupe.reading.mood import Weakening, own
from recoupe.reading.negation import negated_noun
from recoupe.reading.noted import base, sentence_end, sentence_start
from recoupe.reading.parse import where
from recoupe.reading.setting import Setting
from recoupe.reading.speakers import says


def factuality(anchor: Token, setting: Setting) -> tuple[Factuality, tuple[Reason, ...]] | None:
    """Read how certain the event of `anchor` is to its source, with the words that led to it.

    None where no event is told: what one is able to do, and what is only asked.
    """
    reading, reasons = ASSERTED, list[Reason]()
    found = list(_weakenings(anchor, setting))
    for effect, rule, token in found:
        if effect == "none":
            return None
        if _is_denied_report(token, found, setting):
            reasons.append(Reason("denied report", where(token)))
            continue
        if rule == "hearsay conditional" and _is_of_denied(found, setting):
            reasons.append(Reason(rule, where(token)))
            continue
        if effect == "denied" and _is_said_twice(rule, token, reasons, setting):
            continue
        reading = weakened(reading, effect)
        reasons.append(Reason(rule, where(token)))
    return reading, tuple(reasons)


def _is_denied_report(token: Token, found: list[Weakening], setting: Setting) -> bool:
    """*Nie les accusations d'envoi d'armes*: who denies a report denies what it tells."""
    reports = is_told(token, setting) or any(
        not c.future for c in entry(token, setting.lexicon.governors)
    )
    if token.pos_ != "NOUN" or not reports:
        return False
    return any(
        effect == "denied" and (rule == "called false" or word in token.ancestors)
        for effect, rule, word in found
        if word != token
    )


def _is_of_denied(found: list[Weakening], setting: Setting) -> bool:
    """*Dément les accusations selon lesquelles il aurait livré*: the hearsay is what is denied."""
    return any(
        effect == "denied"
        and rule.startswith("governed by")
        and any(c.reply for c in entry(word, setting.lexicon.governors))
        for effect, rule, word in found
    )


def _is_said_twice(rule: str, token: Token, reasons: list[Reason], setting: Setting) -> bool:
    """*Ni vendu ni livré*, *n'a laissé passer aucun char*: two words or verbs, one negation."""
    negated = [r for r in reasons if r.rule == "negation"]
    if any(r.span == where(token) for r in negated):
        return True
    if rule == "called false":
        return bool(negated) and base(token) != "ROOT" and token.i < sentence_end(token)
    joined = setting.lexicon.cues.correlative
    near = [r.span.of(setting.text).lower() in joined for r in negated]
    return rule == "negation" and bool(near) and (token.lower_ in joined or any(near))


def hedges(sentence: Tokens, setting: Setting) -> Iterator[Weakening]:
    """Give every word of a sentence that hedges something: moods, modals, adverbs, doubts."""
    for token in sentence:
        if token.pos_ in ("VERB", "AUX") and is_conditional(token, setting) == token:
            yield "PR", "hedge in the sentence", token
        for found in entry(token, setting.lexicon.modifiers)[:1]:
            if found.effect not in ("denied", "none"):
                yield found.effect, "hedge in the sentence", token
        if token.lower_ in setting.lexicon.sources.backshift:
            continue  # *said that X would deliver*: read where it stands
        if is_fixed(token):
            continue
        if token.pos_ in ("AUX", "ADJ") or _opens_content(token, setting):
            for cue_ in entry(token, setting.lexicon.governors)[:1]:
                if cue_.particle and not has_particle(token, cue_.particle):
                    continue
                if cue_.effect in ("PR", "PS", "U", "PR-", "PS-") and not cue_.source:
                    bound = cue_.infinitive or cue_.clause  # they hedge what they govern alone
                    if not bound and cue_.fits(token.pos_):
                        no = cue_.negated if negated_noun(token, setting) else None
                        if (effect := no or cue_.effect) not in ("denied", "none"):
                            yield effect, "hedge in the sentence", token


def _opens_content(token: Token, setting: Setting) -> bool:
    """*Le projet de livrer*, *rumours that*: what a verb or noun hedges follows it."""
    if token.pos_ == "NOUN" and base(token) == "nsubj":
        return True  # *or so the rumour went*
    if token.pos_ not in ("VERB", "NOUN"):
        return False
    openers = setting.lexicon.cues.complementizers
    if any(t.lower_ in openers for t in token.doc[token.i + 1 : token.i + 3]):
        return True
    before = token.doc[max(sentence_start(token), token.i - 4) : token.i]
    rumoured = token.pos_ == "NOUN" and any(entry(t, setting.lexicon.according) for t in before)
    return rumoured  # *selon des rumeurs*, *à en croire la rumeur*


def reaches(hedge: Token, anchor: Token, setting: Setting) -> bool:
    """Say whether a hedge may bear on an event: it stands above it, or before it in its clause."""
    if hedge in anchor.ancestors or hedge.head in anchor.ancestors:
        return not any(s.aside for s in steps(anchor, setting) if s.word in (hedge, hedge.head))
    if hedge.head == anchor and base(hedge) == "nsubj":
        return True  # *La rumeur selon laquelle X a acheté …*, hung on the verb
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
    yield from own(anchor, setting)
    if anchor.pos_ in ("NOUN", "PROPN") and (no := negated_noun(anchor, setting)):
        if not _governor_negates(anchor, setting):
            yield "denied", "negation", no
    said = False
    for step in steps(anchor, setting):
        if step.shared:
            yield from own(step.word, setting)
            continue
        for effect, rule, word in above(step, setting):
            # *stopped short of saying that*: what is not said is left open, and not denied
            unsaid = said and effect in ("denied", "PR-", "PS-")
            yield "U" if unsaid else effect, rule, word
        said = said or says(step.word, setting)
    if noun := _told_by_noun(anchor, setting):
        yield from _weakenings(noun, setting)
    yield from around(anchor, setting)


def _told_by_noun(anchor: Token, setting: Setting) -> Token | None:
    """*La fourniture de drones, livrés via X*: the noun that tells the event of its participle."""
    if base(anchor) != "acl" or anchor.dep_ == "acl:relcl":
        return None
    events = setting.lexicon.events
    told = events.told(entry(anchor, setting.lexicon.verbs))
    noun = anchor.head
    while noun.pos_ == "NOUN":
        if told & events.told(entry(noun, setting.lexicon.event_nouns)):
            return noun
        if base(noun) not in ("nmod", "conj"):
            return None
        noun = noun.head
    return None


def _governor_negates(anchor: Token, setting: Setting) -> bool:
    """*N'a signé aucun contrat*: the verb's negation and the noun's are one."""
    return base(anchor) in ("obj", "nsubj") and anchor.head.pos_ in ("VERB", "AUX")
