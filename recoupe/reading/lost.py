"""The words that say how an event is told where the parser did not put them above it.

One arc in eight is wrong, and those of *que* and *that* more often; the words are in their order.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from recoupe.languages.lexicon import Cue
from recoupe.reading.clause import RELATIVES, auxiliaries, is_finite, is_infinitive
from recoupe.reading.conditional import is_conditional
from recoupe.reading.governors import cue, steps
from recoupe.reading.lemmas import entry, lemmas
from recoupe.reading.negation import negated_noun, negation
from recoupe.reading.noted import base, children, sentence_end, sentence_start
from recoupe.reading.setting import Setting
from recoupe.reading.speakers import says

GOVERNORS = ("VERB", "ADJ", "NOUN", "ADV", "CCONJ")
"""What governs an event; a verb of one syllable is now and then taken for a conjunction."""


def lost_governors(anchor: Token, setting: Setting) -> Iterator[tuple[Token, Cue]]:
    """Give the governors before an event that the parser did not put above it.

    Each opens its content with *que*, *de* and the like, and no finite verb stands between.
    """
    seen = {anchor.i, *(s.word.i for s in steps(anchor, setting) if cue(s, setting))}
    own = {a.i for a in anchor.children if base(a) in ("aux", "advmod", "mark", "cop")}
    for token in anchor.doc[sentence_start(anchor) : anchor.i]:
        misread = _is_misread_governor(token, anchor, setting)
        if token.i in seen or token.i in own or is_fixed(token):
            continue
        if token.pos_ not in GOVERNORS and not misread:
            continue
        if token.i and token.nbor(-1).lower_ in setting.lexicon.cues.without:
            continue
        if misread or _opened(token, anchor, setting):
            for found in entry(token, setting.lexicon.governors)[:1]:
                bound = (found.clause or found.infinitive) and not _is_to_do(anchor, setting)
                content = found.clause and _says_that(token, setting)
                misfit = found.particle or not found.fits(token.pos_)
                if not ((bound and not content) or misfit):
                    yield token, found


def _says_that(governor: Token, setting: Setting) -> bool:
    """*Croit que*, *soutient hier que*: a clause of its own is opened right behind."""
    after = governor.doc[governor.i + 1 : governor.i + 4]
    return any(t.lower_ in setting.lexicon.cues.that for t in after)


def is_fixed(word: Token) -> bool:
    """*Due to a strike*: a preposition of several words, and no word that governs."""
    return base(word) == "case" and bool(children(word, "fixed"))


def _is_to_do(verb: Token, setting: Setting) -> bool:
    """*Allow the engines to be passed on*: an infinitive that was hung on what it acts on."""
    marks = [m.lower_ for m in children(verb, "mark")]
    return base(verb) == "acl" and any(m in setting.lexicon.cues.scheduled for m in marks)


def _is_misread_governor(token: Token, anchor: Token, setting: Setting) -> bool:
    """*Le ministre balaie toute livraison*: the one verb, taken for a noun or an adjective."""
    doc, first = token.doc, sentence_start(token)
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "X") or token.i == first:
        return False
    if token.nbor(-1).pos_ in ("DET", "ADP", "NUM"):
        return False
    if anchor.pos_ != "NOUN" and not is_infinitive(anchor):
        return False
    if any(t.pos_ in ("VERB", "AUX") and is_finite(t) for t in doc[first : sentence_end(token)]):
        return False
    found = entry(token, setting.lexicon.governors)
    inflected = any(c.lemma.split()[0] != token.lower_ for c in found)
    return inflected and _is_one_clause(token.i + 1, anchor, setting)


def _opened(governor: Token, anchor: Token, setting: Setting) -> bool:
    """Say whether a word opens its content right after it, and the anchor lies in that content."""
    if governor.i + 1 == anchor.i:
        return governor.pos_ != "ADJ" and anchor.lower_.endswith("ing")
    openers = setting.lexicon.cues.complementizers
    inflected = any(is_finite(v) for v in (anchor, *auxiliaries(anchor)))
    if anchor.pos_ == "VERB" and inflected and children(anchor, "nsubj"):
        openers = setting.lexicon.cues.that | setting.lexicon.cues.whether
    aside = 0
    for token in governor.doc[governor.i + 1 : min(governor.i + 10, anchor.i)]:
        if token.text == ",":
            aside = 1 - aside
        if aside:
            continue
        if token.lower_ in openers:
            opened = (token.i, *_joined(token, anchor, setting))
            return any(_is_one_clause(at + 1, anchor, setting) for at in opened)
        if token.text in (";", ":") or (token.pos_ in ("VERB", "AUX") and is_finite(token)):
            return False
    return False


def _joined(opener: Token, anchor: Token, setting: Setting) -> Iterator[int]:
    """*Doute que A et que B*, *false that A and B*: where further clauses open, up to the event."""
    cues = setting.lexicon.cues
    if opener.lower_ not in cues.that | cues.whether:
        return  # *a refusé de livrer A et B a livré*
    for token in opener.doc[opener.i + 2 : anchor.i]:
        if token.text in (";", ":"):
            return
        if token.lower_ == opener.lower_ and token.nbor(-1).pos_ == "CCONJ":
            yield token.i
        if token.pos_ == "CCONJ" and not token.nbor(-1).is_punct:
            yield token.i


def _is_one_clause(start: int, anchor: Token, setting: Setting) -> bool:
    """Say whether the event is the first that a clause tells. *And* may join its subjects."""
    relatives = setting.lexicon.sources.relative
    before = anchor.doc[start : anchor.i]
    both = setting.lexicon.cues.correlative  # *n'a ni acheté ni transmis* is one clause
    joined = any(t.pos_ == "CCONJ" and t.lower_ not in both for t in before)
    if joined and any(t.pos_ in ("VERB", "AUX") for t in before):
        return False
    return not any(
        t.text in (";", ":")
        or (t.pos_ == "VERB" and is_finite(t))
        or (t.pos_ == "PRON" and (t.lower_ in relatives or t.lower_ in RELATIVES))
        for t in before
    )


def left_unsaid(anchor: Token, setting: Setting) -> Token | None:
    """Give what negates a verb of saying before the event: *rien n'établit que*, *does not say*."""
    above = {step.word.i for step in steps(anchor, setting) if step.relation != "conj"}
    for token in anchor.doc[sentence_start(anchor) : anchor.i]:
        if token.i not in above and says(token, setting) and _opened(token, anchor, setting):
            if no := _denied_before(token, setting):
                return no
    return None


def lost_sayers(anchor: Token, setting: Setting) -> Iterator[Token]:
    """Give the verbs of saying before an event that the parser did not put above it."""
    above = {anchor.i, *(step.word.i for step in steps(anchor, setting))}
    sentence = anchor.doc[sentence_start(anchor) : anchor.i]
    for token in reversed(sentence):
        if token.i in above:
            continue
        if (says(token, setting) and _opened(token, anchor, setting)) or (
            _is_misread(token, setting) and _is_one_clause(token.i + 1, anchor, setting)
        ):
            yield token


def lost_conditional(anchor: Token, setting: Setting) -> Token | None:
    """*Tiendrait d'un officier que X a commandé*: hearsay put beside its content."""
    above = {anchor.i, *(step.word.i for step in steps(anchor, setting) if not step.aside)}
    that = setting.lexicon.cues.that
    for token in anchor.doc[sentence_start(anchor) : anchor.i]:
        if token.i in above or token.pos_ != "VERB" or is_conditional(token, setting) != token:
            continue
        after = anchor.doc[token.i + 1 : anchor.i]
        opener = next((t for t in after if t.pos_ in CLAUSAL or t.text in (";", ":")), None)
        if opener and opener.lower_ in that and _is_one_clause(opener.i + 1, anchor, setting):
            return token
    return None


CLAUSAL = ("SCONJ", "VERB", "AUX", "CCONJ")


def _is_misread(token: Token, setting: Setting) -> bool:
    """*Le Mali jure ne rien avoir reçu*: a verb of saying that was taken for a noun or a name."""
    doc, first = token.doc, sentence_start(token)
    half = setting.lexicon.cues.half_negators
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "X") or not entry(token, setting.lexicon.say):
        return False
    if token.i == first or token.nbor(-1).pos_ in ("DET", "ADP", "NUM"):
        return False
    if any(t.pos_ in ("VERB", "AUX") and is_finite(t) for t in doc[first : token.i]):
        return False
    after = [t for t in doc[token.i + 1 : token.i + 4] if t.pos_ != "ADV" or t.lower_ in half][:1]
    return any(t.pos_ == "SCONJ" or t.lower_ in half or is_infinitive(t) for t in after)


JUDGED = 4
"""Words between a verb of judging and its adjective: *jugent « très peu probable »*."""


def judges(anchor: Token, setting: Setting) -> Iterator[Token]:
    """Give the verbs that judge an event likely or not: *juge improbable que*, *deem it likely*."""
    judging = setting.lexicon.sources.judge
    for token in anchor.doc[sentence_start(anchor) : anchor.i]:
        if token.pos_ not in ("ADJ", "ADV") or not entry(token, setting.lexicon.governors):
            continue
        for word in reversed(token.doc[max(sentence_start(token), token.i - JUDGED) : token.i]):
            if any(lemma in judging for lemma in lemmas(word)):
                yield word
                break
            if word.pos_ in ("NOUN", "PROPN", "VERB") or word.text in ",;:":
                break


PROOF = 12
"""Words between what is not there and the verb that it does not stand behind."""


def unproved(anchor: Token, setting: Setting) -> Token | None:
    """*Aucun élément établissant qu'un envoi a eu lieu*, *nothing to show that X sold Y*.

    What would show it is not there. Its verb may stand behind: *dont nul n'a établi qu'elles …*.
    """
    shows = setting.lexicon.sources.evidential
    for verb in anchor.doc[sentence_start(anchor) : min(anchor.i + PROOF, sentence_end(anchor))]:
        if verb == anchor or not any(lemma in shows for lemma in lemmas(verb)):
            continue
        if verb.i < anchor.i and not _is_one_clause(verb.i + 1, anchor, setting):
            continue
        if (nothing := _nothing_before(verb, setting)) and _concerns(nothing, verb, anchor):
            return nothing
    return None


def _nothing_before(verb: Token, setting: Setting) -> Token | None:
    for token in reversed(verb.doc[max(sentence_start(verb), verb.i - PROOF) : verb.i]):
        if token.lower_ in setting.lexicon.cues.absent:
            return token
        if token.pos_ == "CCONJ" or (token.pos_ == "VERB" and is_finite(token)):
            return None
    return None


def _concerns(nothing: Token, verb: Token, anchor: Token) -> bool:
    """Say whether what is not shown is the event: it comes after, or a relative takes it up."""
    if verb.i < anchor.i:
        return True
    between = anchor.doc[anchor.i + 1 : nothing.i + 1]
    return any(t.lower_ in RELATIVES for t in between)


def _denied_before(verb: Token, setting: Setting) -> Token | None:
    """Find the negation of a verb whose arcs the parser lost: *rien*, *nothing* before it."""
    cues = setting.lexicon.cues
    for token in verb.doc[max(sentence_start(verb), verb.i - 4) : verb.i]:
        if token.lower_ in cues.negators:
            return token
    return negation(verb, setting)


def negated_before_that(anchor: Token, setting: Setting) -> Iterator[Token]:
    """*N'ont trouvé aucun indice que …*: a negated noun right before the clause of the event."""
    for mark in children(anchor, "mark"):
        if mark.i > sentence_start(anchor) and mark.lower_ in setting.lexicon.cues.complementizers:
            noun = mark.nbor(-1)
            if noun.pos_ == "NOUN" and negated_noun(noun, setting):
                yield noun
