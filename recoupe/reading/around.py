"""What the rest of the sentence does to an event, beyond the words that the parser put above it."""

from collections.abc import Iterator

from spacy.tokens import Token

from recoupe.reading.according import according
from recoupe.reading.asides import asides, doubt
from recoupe.reading.clause import feature, is_passive
from recoupe.reading.conditional import is_conditional
from recoupe.reading.governed import effect_of, is_said
from recoupe.reading.governors import steps
from recoupe.reading.left_open import left_open
from recoupe.reading.lemmas import entry
from recoupe.reading.lost import (
    left_unsaid,
    lost_conditional,
    lost_governors,
    lost_sayers,
    negated_before_that,
    unproved,
)
from recoupe.reading.mood import Weakening, mood, same_clause
from recoupe.reading.negation import negated
from recoupe.reading.noted import base, children, sentence_end, sentence_start
from recoupe.reading.setting import Setting
from recoupe.reading.speakers import by_anyone, inverted, says


def around(anchor: Token, setting: Setting) -> Iterator[Weakening]:
    """Give what weakens an event from elsewhere in its sentence: effect, rule, word."""
    yield from _lost(anchor, setting)
    for noun in negated_before_that(anchor, setting):
        yield "U", "negation", noun
    yield from _question(anchor)


def _lost(anchor: Token, setting: Setting) -> Iterator[Weakening]:
    """Weaken by what the parser did not see: *juge probable que*, *…, croit savoir le site*."""
    for token, found in lost_governors(anchor, setting):
        no = negated(token, setting)
        yield effect_of(found, no, token, setting), f"governed by {found.lemma}", token
        yield from mood(token, setting)
    for token in anchor.doc[sentence_start(anchor) : anchor.i]:
        if token.pos_ == "ADV" and same_clause(token, anchor, setting):
            for modifier in entry(token, setting.lexicon.modifiers):
                yield modifier.effect, "modifier", token
                break
    if no := left_unsaid(anchor, setting):
        yield "U", "not said", no
    if nothing := unproved(anchor, setting):
        yield "U", "not shown", nothing
    if conditional := _lost_conditional(anchor, setting) or lost_conditional(anchor, setting):
        yield "PR", "hearsay conditional", conditional
    sayer = next(lost_sayers(anchor, setting), None)
    if sayer and (conditional := is_conditional(sayer, setting)):
        yield "PR", "hearsay conditional", conditional
    if reply := _replied(anchor, setting):
        yield "denied", "denied behind a colon", reply
    yield from _rumoured(anchor, setting)
    yield from _doubted(anchor, setting)
    yield from _parted(anchor, setting)
    if fronted := _fronted(anchor, setting):
        yield "PS", "clause before its verb", fronted
    yield from left_open(anchor, setting)
    above = {step.word for step in steps(anchor, setting)}
    if nobody := _said_by_nobody(anchor, above, setting):
        yield "PR", "said to", nobody
    yield from _seeming(anchor, above, setting)
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


def _lost_conditional(anchor: Token, setting: Setting) -> Token | None:
    """*Des radios composeraient l'ensemble, conçu pour X*: the main verb, taken for no verb."""
    root = anchor.sent.root
    if root == anchor or root.pos_ in ("VERB", "AUX") or children(root, "cop"):
        return None
    beside = {*children(root, "amod", "acl", "appos")}
    lost = (t for t in anchor.sent if t.pos_ == "X" or t in beside)
    return next((t for t in lost if is_conditional(t, setting)), None)


def _said_by_nobody(anchor: Token, above: set[Token], setting: Setting) -> Token | None:
    """*…, dit-on, …*, *…, à ce qu'on raconte*, *on raconte à Riga que …*: nobody in particular."""
    for token in anchor.sent:
        if not says(token, setting):
            continue
        if token in above:
            if _hangs_on_place(token, anchor) and by_anyone(token, setting):
                return token
            continue
        if by_anyone(token, setting) and _is_thrown_in(token):
            return token
        if token.i < anchor.i or _has_content(token):
            continue
        if by_anyone(token, setting) or is_said(token, setting):
            return token
    return next((t for t in lost_sayers(anchor, setting) if by_anyone(t, setting)), None)


def _is_thrown_in(verb: Token) -> bool:
    """*L'Algérie, dit-on, a reçu*: between commas, with nothing of its own."""
    if base(verb) == "parataxis":
        return True
    between = verb.doc[max(verb.i - 1, 0) : verb.i + 3]
    return sum(t.text == "," for t in between) == 2


def _hangs_on_place(verb: Token, anchor: Token) -> bool:
    """*On raconte à Riga que X a livré*: what is said was hung on the place where it is said."""
    relative = anchor.dep_ == "acl:relcl" and anchor.head.head == verb
    return relative and base(anchor.head) == "obl" and bool(children(anchor, "mark"))


def _has_content(verb: Token) -> bool:
    objects = [o for o in children(verb, "obj") if "Rel" not in feature(o, "PronType")]
    return bool(objects or children(verb, "ccomp", "xcomp"))


def _seeming(anchor: Token, above: set[Token], setting: Setting) -> Iterator[Weakening]:
    """*…, semble-t-il*, *Oslo, it would appear, has*: a word of doubt that stands alone."""
    for token in anchor.sent:
        if token.pos_ != "VERB" or not children(token, "nsubj", "expl"):
            continue
        if token in above and not _stands_apart(token):
            continue
        if token.i < anchor.i and not _stands_apart(token):
            continue
        own = [c for c in token.children if _between_commas(c, token)]
        others = [c for c in own if not c.is_punct and c.pos_ not in ("PRON", "ADV", "AUX")]
        for found in entry(token, setting.lexicon.governors)[:1]:
            if not others and found.effect in ("PR", "PS") and not found.source:
                yield found.effect, f"governed by {found.lemma}", token


def _stands_apart(verb: Token) -> bool:
    """*…, paraît-il, …*, *…, it would appear, …*: commas on both sides."""
    before = verb.doc[max(sentence_start(verb), verb.i - 3) : verb.i]
    after = verb.doc[verb.i + 1 : verb.i + 3]
    return any(t.text == "," for t in before) and any(t.text == "," for t in after)


def _between_commas(child: Token, verb: Token) -> bool:
    """Say whether no comma parts a verb from what the parser hung on it."""
    first, last = sorted((child.i, verb.i))
    return not any(t.text == "," for t in verb.doc[first + 1 : last])


SHORT = 8
"""Words of a headline's reply at most: *Vente de chars : Berlin dément*."""


def _replied(anchor: Token, setting: Setting) -> Token | None:
    """*Vente de chars : Berlin dément*: the reply that ends a headline."""
    rest = anchor.doc[anchor.i + 1 : sentence_end(anchor)]
    colon = next((t.i for t in rest if t.text == ":"), None)
    if colon is None or sentence_end(anchor) - colon > SHORT:
        return None
    if anchor.pos_ not in ("NOUN", "PROPN"):
        return None
    for token in anchor.doc[colon + 1 : sentence_end(anchor)]:
        denies = any(
            c.reply and c.effect == "denied" for c in entry(token, setting.lexicon.governors)
        )
        if denies and token.pos_ != "NOUN" and not children(token, "obj", "ccomp", "xcomp"):
            return None if negated(token, setting) else token
    return None


def _rumoured(anchor: Token, setting: Setting) -> Iterator[Weakening]:
    """*Rumour has it that X sold*, *une rumeur court à Riga : X a livré*: a noun of hearsay."""
    below = anchor
    while below != below.head and base(below) != "conj":
        for noun in children(below.head, "nsubj"):
            if noun != below:
                yield from _hearsay(noun, setting)  # *rumours speak of a sale that …*
        below = below.head
    doc, sentence = anchor.doc, anchor.sent
    colon = next((t.i for t in reversed(doc[sentence.start : anchor.i]) if t.text == ":"), None)
    if colon is None:
        return
    for noun in doc[sentence.start : colon]:
        if noun.pos_ == "NOUN" and base(noun) in ("nsubj", "ROOT"):
            yield from _hearsay(noun, setting)


def _hearsay(noun: Token, setting: Setting) -> Iterator[Weakening]:
    if noun.pos_ in ("NOUN", "PROPN"):
        for found in entry(noun, setting.lexicon.governors)[:1]:
            if found.effect in ("PR", "PS", "U") and not found.future:
                no = negated(noun, setting)
                yield effect_of(found, no, noun, setting), f"governed by {found.lemma}", noun


def _doubted(anchor: Token, setting: Setting) -> Iterator[Weakening]:
    """*Selon des informations non confirmées*: doubt cast on the source that is named."""
    for token in anchor.sent:
        if entry(token, setting.lexicon.inferring):
            yield "PR", "concluded", token  # *judging by the images*
    for (source, *_), _, rule in according(anchor, anchor.sent, setting):
        if rule != "according to":
            continue
        beside = [
            c for c in source.subtree if base(c) in ("amod", "acl", "advmod") and c.i != anchor.i
        ]
        for child in beside:
            if child.head == source or child.head.head == source:
                for found in entry(child, setting.lexicon.modifiers)[:1]:
                    if found.effect in ("PR", "PS", "U"):
                        yield found.effect, "doubted source", child


def _parted(anchor: Token, setting: Setting) -> Iterator[Weakening]:
    """*A sale, she said, « cannot be ruled out »*: an aside parts a noun from its verb."""
    for aside in asides(anchor.sent, setting):
        between = anchor.doc[anchor.i : aside.first] if aside.first > anchor.i else ()
        if anchor.pos_ != "NOUN" or not between or any(t.pos_ == "VERB" for t in between):
            continue
        for verb in anchor.doc[aside.end : sentence_end(anchor)]:
            if verb.pos_ == "VERB" and is_passive(verb):
                for found in entry(verb, setting.lexicon.governors)[:1]:
                    no = negated(verb, setting)
                    yield effect_of(found, no, verb, setting), f"governed by {found.lemma}", verb
                return


def _fronted(anchor: Token, setting: Setting) -> Token | None:
    """*Que X ait livré des obus, nul ne l'exclut*: a subjunctive clause that only leads in."""
    first = anchor.sent[0]
    if first.lower_ not in setting.lexicon.cues.complementizers or first.lower_ == anchor.lower_:
        return None
    moods = [m for t in (anchor, *children(anchor, "aux")) for m in t.morph.get("Mood", [])]
    leads = any(t.text == "," for t in anchor.doc[anchor.i : sentence_end(anchor)])
    return first if "Sub" in moods and leads else None


def _question(anchor: Token) -> Iterator[Weakening]:
    for token in reversed(anchor.sent):
        if token.is_punct or token.is_space:
            if token.text.strip() == "?":
                yield "none" if _asks_who(anchor) else "U", "question", token
                return
            continue
        break


def _asks_who(anchor: Token) -> bool:
    """*Qui l'a payée ?*, *what did they buy?*: who asks for a part tells no event."""
    return any(
        token.pos_ == "PRON" and "Int" in token.morph.get("PronType", []) for token in anchor.sent
    )
