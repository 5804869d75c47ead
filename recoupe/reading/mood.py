"""What a predicate says of itself: mood, negation, modals, adverbs, conditions."""

from collections.abc import Iterator

from spacy.tokens import Token

from recoupe.languages.lexicon import Effect
from recoupe.reading.asides import beside
from recoupe.reading.clause import feature, is_finite, is_participle
from recoupe.reading.conditional import is_conditional
from recoupe.reading.governors import steps
from recoupe.reading.lemmas import entry, lemmas
from recoupe.reading.negation import negation
from recoupe.reading.noted import base, children, sentence_end, sentence_start
from recoupe.reading.setting import Setting
from recoupe.reading.unrealised import unrealised

Weakening = tuple[Effect, str, Token]


def own(word: Token, setting: Setting) -> Iterator[Weakening]:
    """Give what a predicate says of itself: mood, negation, modal auxiliaries, adverbs."""
    if word.pos_ in ("VERB", "AUX", "ADJ"):
        if conditional := is_conditional(word, setting):
            yield from _conditional(word, conditional, setting)
        if no := negation(word, setting):
            yield "denied", "negation", no
        for auxiliary in children(word, "aux"):
            if auxiliary.lower_ in setting.lexicon.sources.backshift:
                if supposed := _supposed(word, setting):
                    yield "PS", "on a condition", supposed
                    break
                if is_reported(word, setting):
                    continue
            for found in entry(auxiliary, setting.lexicon.governors):
                yield found.effect, "modal", auxiliary
                break
        yield from condition(word, setting)
        yield from _conditioned(word, setting)
        late = [*due(word, setting)]
        yield from late
        if not any(effect == "denied" for effect, _, _ in late):
            yield from unrealised(word, setting)
    elif word.pos_ == "NOUN":
        for clause in children(word, "acl"):
            if clause.dep_ != "acl:relcl" and (children(clause, "aux") or is_finite(clause)):
                yield from predicate(clause, setting)
        yield from _supposing(word, setting)
    for child in _beside(word):
        for found in entry(child, setting.lexicon.modifiers):
            yield found.effect, "modifier", child
            break


def _beside(word: Token) -> Iterator[Token]:
    """Give adverbs and adjectives of a word: *sans doute*, *la livraison présumée de chars*."""
    if is_participle(word):  # *présumé fabriqué par X*, hung the wrong way round or side by side
        before = word.doc[max(sentence_start(word), word.i - 1) : word.i]
        yield from (t for t in before if t.pos_ in ("ADJ", "NOUN", "VERB"))
    for child in word.children:
        if base(child) in ("advmod", "amod", "discourse", "obl"):
            yield child
            yield from children(child, "case")
        elif base(child) == "acl" and word.pos_ == "NOUN" and not children(child, "aux", "mark"):
            yield child


def _supposing(noun: Token, setting: Setting) -> Iterator[Weakening]:
    """*En cas de livraison de chars*: a noun that is only supposed."""
    for token in noun.doc[max(sentence_start(noun), noun.i - 4) : noun.i]:
        if entry(token, setting.lexicon.hypotheses):
            yield "U", "hypothesis", token
            return


def predicate(verb: Token, setting: Setting) -> Iterator[Weakening]:
    """*Un contrat affleure*: the verb of a noun, where the parser hung it on the noun."""
    yield from mood(verb, setting)
    for found in entry(verb, setting.lexicon.governors)[:1]:
        hedging = found.effect in ("PR", "PS") and not found.source
        if hedging and found.fits(verb.pos_):
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
    if conditional != word and (lacking := _lacking(word, setting)):
        yield "denied", "counterfactual", lacking
    if supposed := _supposed(word, setting):
        yield "PS", "on a condition", supposed
    yield "PR", "hearsay conditional", conditional


def _lacking(word: Token, setting: Setting) -> Token | None:
    """*Sans l'intervention des douanes, ils seraient partis*: they did not leave."""
    for noun in children(word, "obl", "advmod"):
        for case in children(noun, "case"):
            if case.lower_ in setting.lexicon.cues.without and case.i == sentence_start(word):
                return case
    return None


def _supposed(word: Token, setting: Setting) -> Token | None:
    """*Si la livraison se vérifiait, la loi exposerait*: a condition hung elsewhere."""
    for token in word.sent:
        if token.pos_ == "SCONJ" and token.lower_ in setting.lexicon.cues.conditions:
            opens = token.i == sentence_start(word) or token.nbor(-1).is_punct
            if (
                opens
                and token.i < word.i
                and any(t.text == "," for t in word.doc[token.i : word.i])
            ):
                return token
    return None


def is_reported(word: Token, setting: Setting) -> bool:
    """Say whether a past verb of announcing reports this one: *a annoncé qu'il livrerait*.

    Other verbs of saying report the future so where its date is told: *a dit qu'il livrerait en
    mai*.
    """
    for step in steps(word, setting):
        if step.aside:
            return False
        announces = any(lemma in setting.lexicon.sources.commit for lemma in lemmas(step.word))
        if announces or (_is_dated(word, setting) and entry(step.word, setting.lexicon.say)):
            past = "Past" in feature(step.word, "Tense") or "Imp" in feature(step.word, "Tense")
            return (
                past and step.relation in ("ccomp", "xcomp") and bool(children(step.child, "mark"))
            )
    return False


def _is_dated(word: Token, setting: Setting) -> bool:
    """*En 2025*, *d'ici à décembre*: when it is to be, and not how much."""
    return any(
        setting.is_measured(token) and not setting.is_money(token) and children(token, "case")
        for token in children(word, "obl", "nmod")
    )


def due(word: Token, setting: Setting) -> Iterator[Weakening]:
    """*Is to deliver* is due; *is yet to deliver* has not come about."""
    cues = setting.lexicon.cues
    marks = [m for m in children(word, "mark") if m.lower_ in cues.scheduled]
    if no := next((m.nbor(-1) for m in marks if m.i and m.nbor(-1).lower_ in cues.yet), None):
        yield "denied", "not yet", no  # *has yet to deliver*
        return
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


def condition(word: Token, setting: Setting) -> Iterator[Weakening]:
    """*Si … se confirmait*, *whether*, *should it be*: what a clause only supposes."""
    cues = setting.lexicon.cues
    for mark in children(word, "mark", "advmod", "aux"):
        if mark.lower_ in cues.conditions or mark.lower_ in cues.whether:
            if mark.lower_ not in cues.inverting or _opens_clause(mark):
                yield "U", "condition", mark
                return
    if opened := _supposing_first(word, setting):
        yield "U", "condition", opened


def _supposing_first(clause: Token, setting: Setting) -> Token | None:
    """*Si Berlin paie*: the first word of a clause, taken for a preposition of its subject."""
    first = clause.left_edge
    supposes = first.lower_ in setting.lexicon.cues.conditions and first.pos_ in ("ADP", "SCONJ")
    return first if supposes and base(clause) == "advcl" and first.head != clause else None


def _conditioned(word: Token, setting: Setting) -> Iterator[Weakening]:
    """*If the financing holds, we deliver*: what hangs on a condition may come."""
    for clause in children(word, "advcl"):
        for mark in children(clause, "mark"):
            if mark.lower_ in setting.lexicon.cues.conditions and mark.i == clause.left_edge.i:
                yield "PS", "on a condition", mark
                return
        if opened := _supposing_first(clause, setting):
            yield "PS", "on a condition", opened
            return
    if behind := _condition_behind(word, setting):
        yield "PS", "on a condition", behind
        return
    first = word.sent[0]
    if first.lower_ in setting.lexicon.cues.conditions and first.pos_ == "AUX" and first.i < word.i:
        if any(t.text == "," for t in word.doc[first.i : word.i]):
            yield "PS", "on a condition", first  # *Should it be so, they would …*
            return
    for token in word.sent[: max(word.i - sentence_start(word), 0)]:
        if entry(token, setting.lexicon.hypotheses) and same_clause(token, word, setting):
            yield "U", "hypothesis", token
            return


def _condition_behind(word: Token, setting: Setting) -> Token | None:
    """*Formera les équipages si Londres paie*: what lies ahead, and a condition further on.

    The order of the words leads: parsers hang such a clause anywhere.
    """
    cues = setting.lexicon.cues
    ahead = [c for c in children(word, "aux") if c.lower_ in cues.future_auxiliaries]
    if not ahead and "Fut" not in feature(word, "Tense"):
        return None
    for token in word.doc[word.i + 1 : sentence_end(word)]:
        supposes = token.lower_ in cues.conditions and token.pos_ in ("SCONJ", "ADP")
        if supposes or entry(token, setting.lexicon.hypotheses):
            return token
        if token.text in (";", ":") or (token.pos_ in ("VERB", "AUX") and is_finite(token)):
            return None
    return None


def _opens_clause(auxiliary: Token) -> bool:
    subject = children(auxiliary.head, "nsubj")
    return bool(subject) and auxiliary.i < subject[0].i


def same_clause(adverb: Token, anchor: Token, setting: Setting) -> bool:
    """No verb and no full break stands between an adverb and the word it may weaken."""
    between = adverb.doc[adverb.i + 1 : anchor.i]
    return not any(
        t.text in (";", ":")
        or (t.pos_ == "VERB" and is_finite(t) and not beside(t, anchor, setting))
        for t in between
    )


def mood(word: Token, setting: Setting) -> Iterator[Weakening]:
    if word.pos_ not in ("VERB", "AUX", "ADJ") and not children(word, "cop", "aux"):
        return
    if conditional := is_conditional(word, setting):
        yield "PR", "hearsay conditional", conditional
        if supposed := _supposed(word, setting):
            yield "PS", "on a condition", supposed
    for child in word.children:
        if base(child) == "aux":
            for found in entry(child, setting.lexicon.governors):
                yield found.effect, "modal", child
                break
        if base(child) in ("advmod", "obl"):
            for modifier in entry(child, setting.lexicon.modifiers):
                yield modifier.effect, "modifier", child
                break
