"""What further words of the sentence leave open or take back: *under study*, *mais y renonça*."""

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from recoupe.reading.clause import is_finite, is_infinitive
from recoupe.reading.lemmas import entry, lemmas
from recoupe.reading.mood import Weakening
from recoupe.reading.negation import negated
from recoupe.reading.noted import children, sentence_end, sentence_start
from recoupe.reading.setting import Setting


def left_open(anchor: Token, setting: Setting) -> Iterator[Weakening]:
    """Give what leaves an event open or takes it back: effect, rule, word."""
    if undone := _undone(anchor, setting) or _withdrawn(anchor, setting):
        yield "denied", "but did not", undone
    if never := _never_done(anchor, setting):
        yield "denied", "negation", never
    if mark := _inside_condition(anchor, setting):
        yield "U", "condition", mark
    if supposed := _supposed_behind(anchor, setting):
        yield "U", "condition", supposed
    yield from _pending(anchor, setting)
    yield from _doubted_behind(anchor, setting)
    yield from _beside_verb(anchor, setting)


def _supposed_behind(anchor: Token, setting: Setting) -> Token | None:
    """*The sale, if confirmed, would …*, *la vente, si elle se confirmait, …*."""
    cues = setting.lexicon.cues
    if anchor.pos_ != "NOUN":
        return None
    for token in anchor.doc[anchor.i + 1 : sentence_end(anchor)]:
        if token.pos_ in ("VERB", "AUX") and is_finite(token):
            return None
        opens = token.text != "," and token.nbor(-1).text == ","
        if opens and (
            entry(token, setting.lexicon.hypotheses)
            or (token.lower_ in cues.conditions and token.pos_ in ("SCONJ", "ADP"))
        ):
            return token
    return None


def _undone(anchor: Token, setting: Setting) -> Token | None:
    """*Devait payer mais ne l'a jamais fait*, *was due to join but did not*."""
    cues = setting.lexicon.cues
    for token in anchor.doc[anchor.i + 1 : sentence_end(anchor)]:
        if token.lower_ not in cues.but:
            continue
        clause = _up_to_comma(anchor.doc[token.i + 1 : min(token.i + 8, sentence_end(anchor))])
        no = next((t for t in clause if t.lower_ in cues.negators), None)
        did = [t for t in clause if any(lemma in cues.did for lemma in lemmas(t))]
        others = [t for t in clause if t.pos_ in ("VERB", "NOUN", "PROPN", "ADJ") and t not in did]
        return no if no and did and not others else None
    return None


def _withdrawn(anchor: Token, setting: Setting) -> Token | None:
    """*Devait participer mais il s'est retiré*, *was to join but withdrew*."""
    cues = setting.lexicon.cues
    if not is_infinitive(anchor):
        return None
    rest = anchor.doc[anchor.i + 1 : sentence_end(anchor)]
    but = next((t.i for t in rest if t.lower_ in cues.but), sentence_end(anchor))
    verb = next((t for t in anchor.doc[but : sentence_end(anchor)] if t.pos_ == "VERB"), None)
    if verb is None or negated(verb, setting):
        return None
    named = any(t.pos_ in ("NOUN", "PROPN") for t in anchor.doc[but : verb.i])
    gave_up = any(lemma in cues.withdrew for lemma in lemmas(verb))
    return verb if gave_up and not named else None


def _never_done(anchor: Token, setting: Setting) -> Token | None:
    """*Un crédit qui n'a jamais été versé*, *a delivery that never took place*."""
    if anchor.pos_ != "NOUN":
        return None
    lexicon = setting.lexicon
    told = lexicon.events.told(entry(anchor, lexicon.event_nouns))
    for verb in children(anchor, "acl"):
        same = lexicon.events.told(entry(verb, lexicon.verbs)) & told
        if same or entry(verb, lexicon.happens):
            return negated(verb, setting)
    return None


def _inside_condition(anchor: Token, setting: Setting) -> Token | None:
    """*S'il était avéré que X a livré, nous saisirions*: within a condition that leads in."""
    cues = setting.lexicon.cues
    words = [t for t in anchor.sent if not t.is_punct and not t.is_space]
    first = words[0]
    if first.lower_ not in cues.conditions or first.pos_ not in ("SCONJ", "ADP", "ADV"):
        return None
    return None if any(t.text == "," for t in anchor.doc[first.i : anchor.i]) else first


def _pending(anchor: Token, setting: Setting) -> Iterator[Weakening]:
    """*A plan to make parts remains under study*, *serait à l'étude l'achat de drones*.

    What is said of an infinitive or a noun, before or behind it in the same clause.
    """
    if anchor.pos_ != "NOUN" and not is_infinitive(anchor):
        return
    for noun in anchor.sent:
        for found in entry(noun, setting.lexicon.governors)[:1] if noun.pos_ == "NOUN" else ():
            being = _being_before(noun, setting)
            if being is None:
                continue
            first, last = sorted((anchor.i, being))
            between = anchor.doc[first + 1 : last]
            parted = any(t.pos_ == "CCONJ" or is_finite(t) for t in between)
            if found.future and not parted and noun != anchor:
                yield found.effect, f"governed by {found.lemma}", noun


def _doubted_behind(anchor: Token, setting: Setting) -> Iterator[Weakening]:
    """*Recevra six chars, dit-il, mais il en doute*, *…, though he himself doubted it*."""
    doc, end = anchor.doc, sentence_end(anchor)
    comma = next((t.i for t in doc[anchor.i : end] if t.text == ","), end)
    for verb in doc[comma:end]:
        for found in entry(verb, setting.lexicon.governors)[:1] if verb.pos_ == "VERB" else ():
            opened = next((t.i for t in reversed(doc[comma : verb.i]) if t.text == ","), comma)
            clause = doc[opened + 1 : verb.i]
            own = any(t.pos_ == "PRON" for t in clause) and all(t.pos_ in LIGHT for t in clause)
            if own and found.effect in ("PR-", "PS-") and found.fits(verb.pos_):
                yield found.effect, f"governed by {found.lemma}", verb


LIGHT = ("PRON", "ADV", "AUX", "SCONJ", "CCONJ", "PART")


def _being_before(noun: Token, setting: Setting) -> int | None:
    """Give the place of *is*, *remains* right before *under study*."""
    for token in noun.doc[max(sentence_start(noun), noun.i - 4) : noun.i]:
        if any(lemma in setting.lexicon.cues.being for lemma in lemmas(token)):
            return token.i
    return None


def _up_to_comma(words: Tokens) -> Tokens:
    comma = next((n for n, t in enumerate(words) if n and t.text == ","), len(words))
    return words[:comma]


NEAR = 3
"""Words between a verb and an expression that hedges it, at most."""


def _beside_verb(anchor: Token, setting: Setting) -> Iterator[Weakening]:
    """*Livrera sans doute*, *sans doute livrera*: by the order of the words, wherever it hangs."""
    if anchor.pos_ != "VERB":
        return
    first, end = max(sentence_start(anchor), anchor.i - NEAR), sentence_end(anchor)
    for token in anchor.doc[first : min(end, anchor.i + NEAR + 1)]:
        low, high = sorted((token.i, anchor.i))
        parted = any(t.is_punct or t.pos_ in ("VERB", "CCONJ") for t in anchor.doc[low + 1 : high])
        for found in entry(token, setting.lexicon.modifiers)[:1]:
            if " " in found.lemma and not parted:
                yield found.effect, "modifier", token
