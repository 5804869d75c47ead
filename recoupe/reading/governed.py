"""What the words above an event do to it: *nie avoir livré*, *rien n'établit que*."""

from collections.abc import Iterator

from spacy.tokens import Token

from recoupe.languages.lexicon import Cue, Effect
from recoupe.reading.clause import feature, is_finite, is_participle, is_passive
from recoupe.reading.governors import CLAUSES, Step, assesses, cue, is_that_clause
from recoupe.reading.lemmas import entry, lemmas
from recoupe.reading.mood import Weakening, condition, due, mood
from recoupe.reading.negation import negated
from recoupe.reading.noted import base, children, sentence_start
from recoupe.reading.setting import Setting
from recoupe.reading.speakers import by_anyone, says, speakers
from recoupe.reading.support import publishes
from recoupe.reading.unrealised import unrealised


def above(step: Step, setting: Setting) -> Iterator[Weakening]:
    word = step.word
    if base(word) in ("advmod", "acl"):  # *affirme faussement que*, hung on the adverb
        yield from (
            (m.effect, "modifier", word) for m in entry(word, setting.lexicon.modifiers)[:1]
        )
    if _ends(step, setting):
        yield "denied", "ended", word
        return
    found = cue(step, setting)
    no = negated(word, setting)
    if no is None and found and found.negated:
        no = _undoubted(word, setting)
    if _is_false(step, setting):
        yield "denied", "called false", word
    if found and found.wish and (false := called_false(step, setting)):
        yield "denied", "called false", false  # *called baseless*, and not *called for*
        return
    if found:
        yield effect_of(found, no, word, setting), f"governed by {found.lemma}", word
        if no:
            yield "CT", "negation", no
        if not no:
            yield from _called(step, setting)  # *paraît improbable*
        yield from mood(word, setting)
        yield from condition(word, setting)
        return
    if is_that_clause(step, setting) and is_told(word, setting):
        yield "PR", "said to", word
    if step.child.pos_ == "NOUN" and step.relation == "obj" and assesses(word, setting):
        return
    if says(word, setting):
        yield from _doubted(word, setting)
    if says(word, setting) and (step.relation not in ("conj", "nsubj") or is_passive(word)):
        no = no or _by_nothing(word, setting)
        if no and not step.aside:
            yield "U", "not said", no
        elif false := called_false(step, setting):
            yield "denied", "called false", false
        if is_hearsay(step, setting) or _said_by_nobody(step, setting):
            yield "PR", "said to", word
        # *a assuré, à tort, que*: what the writer thinks of the words is not the speaker's
        yield from (found for found in mood(word, setting) if found[:2] != ("denied", "modifier"))
        yield from condition(word, setting)
        return
    if no and step.relation in ("nsubj", "obj") and publishes(word, setting):
        yield "U", "not said", no  # *the sale was never published*
        return
    if no and is_that_clause(step, setting):
        yield "U", "negation", no  # *aucun indice que*, *no reason to think that*
        return
    if step.aside:
        return
    yield from _predicated(step, no, setting)


def _ends(step: Step, setting: Setting) -> bool:
    """*A dénoncé son accord avec Paris*: who denounces a pact of its own is no longer bound."""
    lexicon, pact = setting.lexicon, step.child
    own = any("Yes" in feature(c, "Poss") for c in children(pact, "det", "nmod"))
    return (
        step.relation == "obj"
        and own
        and any(lemma in lexicon.nouns.pacts for lemma in lemmas(pact))
        and any(lemma in lexicon.cues.repudiate for lemma in lemmas(step.word))
    )


def _undoubted(word: Token, setting: Setting) -> Token | None:
    """*There is no doubt that*: a noun with *no*, which beside a verb is an adverb of two words."""
    negative = setting.lexicon.cues.negative_determiners
    return next((c for c in children(word, "det", "advmod") if c.lower_ in negative), None)


def is_told(noun: Token, setting: Setting) -> bool:
    """*Des informations selon lesquelles*, *the story that*: somebody tells it, unnamed."""
    return any(lemma in setting.lexicon.sources.content_free for lemma in lemmas(noun))


def _doubted(word: Token, setting: Setting) -> Iterator[Weakening]:
    """*Des documents présentés comme authentiques montrent que*: doubt cast on the source."""
    for speaker in speakers(word, setting):
        for child in children(speaker, "acl", "amod"):
            for found in entry(child, setting.lexicon.modifiers)[:1]:
                yield found.effect, "doubted source", child
            if is_falsehood(child, setting):
                yield "U", "doubted source", child  # *un faux document affirme que*


def _is_false(step: Step, setting: Setting) -> bool:
    """*Ces livraisons sont une invention*, *claims that … are false*."""
    if not is_falsehood(step.word, setting) or not children(step.word, "cop"):
        return False
    if step.relation == "acl":  # *it is a myth that Minsk sold shells*
        after = step.word.doc[step.word.i + 1 : step.word.i + 2]
        return any(t.lower_ in setting.lexicon.cues.that for t in after)
    return step.relation in ("nsubj", "csubj", "ccomp", "xcomp", "advcl")


def is_falsehood(word: Token, setting: Setting) -> bool:
    """*Une invention*, *baseless*: what somebody calls what he denies."""
    return any(lemma in setting.lexicon.cues.falsehoods for lemma in lemmas(word))


def _said_by_nobody(step: Step, setting: Setting) -> bool:
    """*Il se dit que*, *on dit que*: nobody says it; *la livraison se poursuit* is none."""
    word = step.word
    if step.relation not in CLAUSES:
        return False
    if by_anyone(word, setting):
        return not speakers(word, setting)  # *on y lit que*: the document before
    if is_said(word, setting):
        return True
    reflexive = any(
        c.dep_.startswith("expl") and "Yes" in feature(c, "Reflex") for c in word.children
    )
    return reflexive and not speakers(word, setting)


def is_said(verb: Token, setting: Setting) -> bool:
    """*It is said*, *it was rumoured*: a passive whose subject stands for what is said."""
    told = any(lemma in setting.lexicon.sources.only_told for lemma in lemmas(verb))
    if not told or not is_passive(verb) or speakers(verb, setting):
        return False
    return any(s.pos_ == "PRON" for s in children(verb, "nsubj", "expl"))


def _by_nothing(word: Token, setting: Setting) -> Token | None:
    """*Rien qui établisse*, *nothing to show*: what should say so is not there."""
    if (
        base(word) in ("acl", "advcl", "xcomp")
        and word.head.lower_ in setting.lexicon.cues.negators
    ):
        return word.head
    return None


def called_false(step: Step, setting: Setting) -> Token | None:
    """*A traité d'« affabulation » l'idée de*, *called baseless a report that*."""
    near = [c for c in step.word.children if c != step.child or step.relation == "obl"]
    if is_finite(step.word):
        near = [c for c in near if base(c) != "nsubj"]  # *a false document says that*
    near += [c for child in near for c in children(child, "obl", "nmod", "amod", "obj", "xcomp")]
    for token in near:
        if is_falsehood(token, setting):
            return token
    return None


def is_hearsay(step: Step, setting: Setting) -> bool:
    """*Is said to have paid*: somebody says so, nobody is named."""
    word = step.word
    told = any(lemma in setting.lexicon.sources.only_told for lemma in lemmas(word))
    if told and any(
        c.lower_ in setting.lexicon.cues.scheduled for c in children(step.child, "mark")
    ):
        return True
    passive = is_passive(word) or base(word) in ("acl", "amod")
    agent = any(c.dep_ == "obl:agent" or base(c) in ("nsubj", "obj") for c in word.children)
    undergoes = is_passive(word) and not any(c.dep_ == "obl:agent" for c in word.children)
    agent = agent and not undergoes
    after = step.child.doc[word.i + 1 : word.i + 2]
    if any(t.lower_ in setting.lexicon.cues.that for t in after):
        return False  # *un chercheur croit que*, taken for an adjective
    bare = not is_finite(step.child) or any(t.pos_ == "PART" for t in after)
    infinitive = step.relation in ("xcomp", "advcl", "ccomp", "acl") and bare
    return infinitive and passive and not agent


def _turned(effect: Effect, word: Token, setting: Setting) -> Effect:
    """*Peu probable* is a doubt."""
    near = [*children(word, "advmod", "amod")]
    if any(_are_few(s, setting) for s in children(word, "nsubj", "amod") if s.i < word.i):
        return _against(effect)
    near += word.doc[max(sentence_start(word), word.i - 1) : word.i]
    if base(word) == "nsubj":
        near += [word.head, *children(word.head, "xcomp")]
    if any(c.lower_ in setting.lexicon.cues.low for c in near):
        return _against(effect)
    return effect


def _against(effect: Effect) -> Effect:
    turned: dict[Effect, Effect] = {"PR": "PR-", "PS": "PS-"}
    return turned.get(effect, effect)


def _are_few(subject: Token, setting: Setting) -> bool:
    """*Few believe that*, *peu d'experts croient que*: hardly anybody does; *a few* are some."""
    few = setting.lexicon.cues.few
    words = [subject, *(c for c in subject.children if c.i < subject.i)]
    return any(w.lower_ in few and not _is_some(w) for w in words)


def _is_some(few: Token) -> bool:
    return few.i > sentence_start(few) and few.nbor(-1).lower_ in ("a", "un", "quite")


def effect_of(found: Cue, no: Token | None, word: Token, setting: Setting) -> Effect:
    if no is None:
        return _turned(found.effect, word, setting)
    return found.negated or "U"


def _predicated(step: Step, no: Token | None, setting: Setting) -> Iterator[Weakening]:
    """Take what a plain verb over a noun says of it: *la livraison aurait eu lieu*."""
    relation = step.relation
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
        "appos",
    ):
        yield from mood(step.word, setting)
        yield from due(step.word, setting)
        yield from _called(step, setting)
        happens = relation != "nsubj" or is_passive(step.word) or _happens(step.word, setting)
        if relation in ("obj", "nsubj", "xcomp", "obl") and no and happens:
            yield "denied", "negation", no
        if relation in ("obj", "nsubj", "xcomp", "ccomp"):
            yield from condition(step.word, setting)
        if relation == "obj":
            yield from unrealised(step.word, setting)


def _called(step: Step, setting: Setting) -> Iterator[Weakening]:
    """*La livraison paraît improbable*, *the fears proved unfounded*: what it is said to be."""
    if step.relation not in ("nsubj", "obj", "ccomp", "appos"):
        return
    for adjective in children(step.word, "xcomp", "obl"):
        if adjective == step.child or not _is_said_of(adjective, step.word, setting):
            continue
        for found in entry(adjective, setting.lexicon.governors)[:1]:
            yield _turned(found.effect, adjective, setting), "predicate", adjective
        if is_falsehood(adjective, setting):
            yield "denied", "called false", adjective


def _is_said_of(word: Token, verb: Token, setting: Setting) -> bool:
    """*Paraît improbable*, *est à l'étude*: what a verb of being says of its subject."""
    if base(word) == "xcomp":
        return word.pos_ == "ADJ" or is_participle(word)
    being = any(lemma in setting.lexicon.cues.being for lemma in lemmas(verb))
    return being and word.i > verb.i and word.pos_ == "NOUN"


def _happens(word: Token, setting: Setting) -> bool:
    """*N'a pas eu lieu*: the verb says of its subject that it came about."""
    return bool(entry(word, setting.lexicon.happens))
