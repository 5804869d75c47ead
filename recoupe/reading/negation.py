"""What negates a verb or a noun: *ne … pas*, *never*, *aucun*, *without*."""

from spacy.tokens import Token

from recoupe.reading.clause import auxiliaries, is_finite, is_infinitive
from recoupe.reading.lemmas import entry, lemmas
from recoupe.reading.noted import base, children, sentence_start
from recoupe.reading.setting import Setting


def negation(word: Token, setting: Setting) -> Token | None:
    """Give the word that negates a verb or its noun phrases, None where nothing does.

    *Ne … que* limits and does not negate; *ne* alone (*avant qu'il ne livre*) says nothing.
    """
    cues = setting.lexicon.cues
    if any(c.lower_ in cues.so_much and c.i + 3 > word.i for c in children(word, "advmod")):
        return None  # *jamais ils n'avaient tant livré*: they did, more than ever
    before = word.doc[max(sentence_start(word), word.i - 1) : word.i]
    for token in before:
        if token.lower_ in cues.correlative:
            return token
    if is_infinitive(word) and (no := _before_infinitive(word, setting)):
        return no
    around = [word, *auxiliaries(word)]
    near = [c for w in around for c in w.children if c.i < word.i + 6]
    half = next((c for c in near if c.lower_ in cues.half_negators), None)
    for child in near:
        determined = child.i and child.nbor(-1).lower_ in cues.negative_determiners
        if child.lower_ in cues.no_more and determined:
            return child
        if child.lower_ in cues.negators and base(child) not in ("conj", "obl"):
            if _follows_another(child, around, setting) or _belongs_to_infinitive(
                child, word, setting
            ):
                continue
            if child.i + 1 < len(child.doc) and child.nbor(1).lower_ in cues.only:
                return None  # *not only sold drones but trained crews*
            if not (cues.half_negators and child.lower_ in cues.need_half and half is None):
                return child
    for noun in children(word, "nsubj", "obj"):
        if no := negated_noun(noun, setting):
            return no
    for noun in children(word, "obl", "nmod", "advmod"):
        if any(lemma in cues.at_all for lemma in lemmas(noun)) and (
            no := negated_noun(noun, setting)
        ):
            return no  # *at no point did they deliver*
    if half is not None and (no := _second_half(half, word, setting)):
        return no
    return _negative_phrase(word, setting)


def _before_infinitive(word: Token, setting: Setting) -> Token | None:
    """*Ne plus livrer*: both halves stand before an infinitive."""
    cues = setting.lexicon.cues
    for token in word.doc[max(sentence_start(word) + 1, word.i - 3) : word.i]:
        if token.lower_ in cues.negators and token.nbor(-1).lower_ in cues.half_negators:
            return token
    return None


def _belongs_to_infinitive(negator: Token, word: Token, setting: Setting) -> bool:
    halved = negator.i and negator.nbor(-1).lower_ in setting.lexicon.cues.half_negators
    after = negator.doc[negator.i + 1 : negator.i + 3]
    return bool(halved) and any(is_infinitive(t) and t != word for t in after)


def _has_content(negator: Token, word: Token, setting: Setting) -> bool:
    """Say whether what is negated is an adjective, and the verb stands in its clause."""
    after = negator.doc[negator.i + 1 : negator.i + 3]
    opened = [t.pos_ for t in after][:1] == ["ADJ"] and after[-1].i < word.i
    return opened and after[-1].lower_ in setting.lexicon.cues.that


def _follows_another(negator: Token, around: list[Token], setting: Setting) -> bool:
    """*N'exclut pas, toutefois, de vendre*: *pas* right after a finite verb is that verb's."""
    after = negator.doc[negator.i + 1 : negator.i + 2]
    if any(base(t) == "mark" and t.head in around for t in after):
        return False  # *promised not to export*
    if _has_content(negator, around[0], setting):
        return True  # *il n'est pas sûr que Minsk ait livré*, hung on *livré*
    before = negator.nbor(-1) if negator.i else negator
    return before.pos_ in ("VERB", "AUX") and is_finite(before) and before not in around


def _second_half(half: Token, word: Token, setting: Setting) -> Token | None:
    """Find *pas*, *ni*, *aucun* after *ne* where the parser hung it elsewhere in the clause."""
    cues = setting.lexicon.cues
    for token in word.doc[half.i + 1 : word.i + 7]:
        if token.sent != word.sent or token.text in (";", ":", "."):
            return None
        if token.lower_ in cues.negators and token.pos_ != "NOUN":
            return None if _has_content(token, word, setting) else token
    return None


def _negative_phrase(word: Token, setting: Setting) -> Token | None:
    for mark in children(word, "mark", "case"):
        hedges = entry(mark, setting.lexicon.modifiers)  # *sans doute*
        if mark.lower_ in setting.lexicon.cues.without and not hedges:
            return mark
    return None


def negated_noun(noun: Token, setting: Setting) -> Token | None:
    """Give the *aucun*, *no* before a noun, None where there is none."""
    for child in noun.children:
        if base(child) in ("det", "advmod", "cc", "case", "amod") and child.i < noun.i:
            if entry(child, setting.lexicon.modifiers):
                continue  # *has no doubt sold*
            if child.lower_ in setting.lexicon.cues.negative_determiners:
                return child
            if child.lower_ in setting.lexicon.cues.without:
                return child
    return None


def negated(word: Token, setting: Setting) -> Token | None:
    if base(word) == "fixed" and word.head.lower_ in setting.lexicon.cues.negators:
        return word.head  # *pas sûr*, taken for one word
    if word.pos_ != "NOUN":
        return negation(word, setting)
    if (no := negated_noun(word, setting)) or base(word) not in ("obj", "nsubj"):
        return no
    verb = word.head
    if is_infinitive(verb) and base(verb) == "xcomp":
        return negation(verb, setting) or negation(verb.head, setting)  # *rien ne vient étayer*
    return negation(verb, setting)
