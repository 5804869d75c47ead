"""What negates a verb or a noun: *ne … pas*, *never*, *aucun*, *without*."""

from spacy.tokens import Token

from recoupe.reading.clause import auxiliaries, feature, is_finite, is_infinitive, is_participle
from recoupe.reading.lemmas import entry, lemmas
from recoupe.reading.noted import base, children, sentence_end, sentence_start
from recoupe.reading.setting import Setting


def negation(word: Token, setting: Setting) -> Token | None:
    """Give the word that negates a verb or its noun phrases, None where nothing does.

    *Ne … que* limits and does not negate; *ne* alone (*avant qu'il ne livre*) says nothing.
    """
    cues = setting.lexicon.cues
    if any(c.lower_ in cues.so_much and c.i + 3 > word.i for c in children(word, "advmod")):
        return None  # *jamais ils n'avaient tant livré*: they did, more than ever
    if _until(word, setting):
        return None  # *did not deliver them until May*: then they did
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
        if _bounds(child, setting) or entry(child, setting.lexicon.modifiers):
            continue  # *nul doute que*
        determined = child.i and child.nbor(-1).lower_ in cues.negative_determiners
        if determined and child.lower_ in cues.no_more and not _bounds(child.nbor(-1), setting):
            return child
        if child.lower_ in cues.negators and base(child) not in ("conj", "obl"):
            if _follows_another(child, around, setting) or _belongs_to_infinitive(
                child, word, setting
            ):
                continue
            if child.i + 1 < len(child.doc) and child.nbor(1).lower_ in cues.only:
                return None  # *not only sold drones but trained crews*
            alone = half is None and not (is_participle(word) and not auxiliaries(word))
            if not (cues.half_negators and child.lower_ in cues.need_half and alone):
                return child
    for noun in children(word, "nsubj", "obj"):
        if no := negated_noun(noun, setting):
            return no
    for noun in children(word, "obl", "nmod", "advmod"):
        if any(lemma in cues.at_all for lemma in lemmas(noun)) and (
            no := negated_noun(noun, setting)
        ):
            return no  # *at no point did they deliver*
    if half is not None and (no := _second_half(half, word, setting) or _ahead(half, setting)):
        return no
    if half is not None and _needs_no_second(word, setting):
        return half
    return _negative_phrase(word, setting) or _before_aside(word, setting)


def _before_aside(verb: Token, setting: Setting) -> Token | None:
    """*Does not, he insists, train anybody*: what is thrown in parts a verb from its *not*."""
    before = verb.doc[max(sentence_start(verb), verb.i - ASIDE) : verb.i]
    commas = [t.i for t in before if t.text == ","]
    if len(commas) < 2 or commas[-1] != verb.i - 1 or commas[-2] == 0:
        return None
    no = verb.doc[commas[-2] - 1]
    return no if no.lower_ in setting.lexicon.cues.negators and no.pos_ != "INTJ" else None


ASIDE = 8
"""Words before a verb among which what is thrown in, and its two commas, must lie."""


def _bounds(negator: Token, setting: Setting) -> bool:
    """*No more than 30 tanks*, *pas moins de trente chars*: it bounds a number, and denies nothing.

    Whatever the parser hung it on; *n'a pas livré plus de trente chars* stays a denial. *N'en a pas
    moins livré* says that they were.
    """
    cues = setting.lexicon.cues
    after = negator.doc[negator.i + 1 : negator.i + 3]
    if len(after) < 2 or negator.lower_ not in cues.negators:
        return False
    if after[0].text == ".":
        return True  # *No. 5 Squadron*
    affirms = after[0].lower_ in cues.none_the_less and after[1].pos_ == "VERB"
    return affirms or (after[0].lower_ in cues.compared and after[1].lower_ in cues.than)


def _until(verb: Token, setting: Setting) -> bool:
    """*Did not arrive until May*: a past that is denied up to a moment came about then.

    *Do not deliver until May*, *won't* and *cannot* say nothing of what came about.
    """
    cues = setting.lexicon.cues
    helpers = auxiliaries(verb)
    past = any("Past" in feature(t, "Tense") for t in helpers)
    if not past or any(t.lower_ in cues.future_auxiliaries for t in helpers):
        return False
    return any(
        mark.lower_ in cues.until and mark.i > verb.i
        for time in children(verb, "obl", "advcl")
        for mark in children(time, "case", "mark")
    )


def _needs_no_second(verb: Token, setting: Setting) -> bool:
    """*N'a pu livrer*, *n'ose acheter*: verbs that *ne* negates alone (Grevisse § 1014)."""
    cues = setting.lexicon.cues
    if not any(lemma in cues.alone for lemma in lemmas(verb)):
        return False
    limited = verb.doc[verb.i + 1 : sentence_end(verb)]
    return not any(t.lower_ in cues.restrictive for t in limited)


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
        if token.lower_ in cues.negators and token.pos_ != "NOUN" and not _bounds(token, setting):
            return None if _has_content(token, word, setting) else token
    return None


def _ahead(half: Token, setting: Setting) -> Token | None:
    """*Pas un euro n'a été versé*: what goes with *ne* stands before it, wherever it was hung."""
    for token in reversed(half.doc[max(sentence_start(half), half.i - AHEAD) : half.i]):
        if token.pos_ in ("VERB", "AUX") or token.text in (";", ":", "."):
            return None
        if token.lower_ in setting.lexicon.cues.negative_determiners:
            verb = token.i > 0 and token.nbor(-1).pos_ in ("VERB", "AUX")
            return None if verb else token  # *X, qui n'aime pas la hâte, ne l'a inscrit que*
    return None


AHEAD = 6
"""Words before *ne* among which its other half is sought: *pas une seule de ces machines n'est*."""


def _negative_phrase(word: Token, setting: Setting) -> Token | None:
    for mark in children(word, "mark", "case"):
        hedges = entry(mark, setting.lexicon.modifiers)  # *sans doute*
        if mark.lower_ in setting.lexicon.cues.without and not hedges:
            return mark
    return None


def negated_noun(noun: Token, setting: Setting) -> Token | None:
    """Give the *aucun*, *no* before a noun, None where there is none."""
    for child in noun.children:
        if _bounds(child, setting):
            continue
        if base(child) in ("det", "advmod", "cc", "case", "amod", "nummod") and child.i < noun.i:
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
    if children(word, "cop") and (no := negation(word, setting)):
        return no  # *il n'a jamais été question de vendre*
    if (no := negated_noun(word, setting)) or base(word) not in ("obj", "nsubj"):
        return no
    verb = word.head
    if is_infinitive(verb) and base(verb) == "xcomp":
        return negation(verb, setting) or negation(verb.head, setting)  # *rien ne vient étayer*
    return negation(verb, setting)
