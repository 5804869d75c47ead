"""The words above an event that say how it is told: who says it, how surely, whether at all."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from recoupe.languages.lexicon import Cue
from recoupe.reading.clause import (
    base,
    children,
    feature,
    is_finite,
    is_infinitive,
    is_participle,
    is_passive,
)
from recoupe.reading.lemmas import entry
from recoupe.reading.setting import Setting

THAT = ("que", "qu'", "qu’", "that")
CLAUSES = ("ccomp", "xcomp", "csubj", "acl", "advcl")
ASIDE = ("parataxis", "appos", "advcl", "dislocated", "discourse", "list")


@dataclass(frozen=True, slots=True)
class Step:
    """One word above an event. child: what it governs.

    aside: a relative clause, apposition or adverbial clause was crossed on the way, so that
    negation and mood of the word do not reach the event, only what it says as a verb of saying.
    shared: the event's own predicate goes on with this word (*ni vendu ni livré*).
    """

    word: Token
    child: Token
    aside: bool
    shared: bool

    @property
    def relation(self) -> str:
        """Give how the child hangs on the word; *and that …* behind its content is content too."""
        return "ccomp" if _goes_on(self.child, self.word) else base(self.child)


def _goes_on(child: Token, word: Token) -> bool:
    """*Denies that it sold A and that it gave B*: B, which the parser joins to *denies*."""
    if base(child) != "conj" or not _opened_by_that(child) or _opened_by_that(word):
        return False
    return word.pos_ in ("VERB", "AUX", "ADJ") and any(
        _opened_by_that(c) for c in children(word, "ccomp", "csubj", "xcomp", "advcl")
    )


def _opened_by_that(clause: Token) -> bool:
    return any(m.lower_ in THAT for m in children(clause, "mark"))


def steps(anchor: Token) -> Iterator[Step]:
    """Give the words above an event, the nearest first."""
    aside = False
    child = anchor
    while child.head != child:
        word = child.head
        relation = base(child)
        if relation == "conj":
            yield Step(word, child, aside, shared=not aside and _shares(child, word))
        else:
            if child.dep_ == "acl:relcl" or (relation in ASIDE and _stands_alone(child)):
                aside = True
            if _is_parted(child, word):
                aside = True
            if relation == "acl" and is_participle(child) and not children(child, "aux", "mark"):
                aside = True
            yield Step(word, child, aside, shared=False)
        child = word


def _is_parted(child: Token, word: Token) -> bool:
    """Say whether a colon or semicolon stands between: what is told there is told anew."""
    first, last = sorted((child.i, word.i))
    return any(t.text in (":", ";") for t in child.doc[first:last])


def _stands_alone(child: Token) -> bool:
    """*En livrant*, *to deliver* share the mood of their verb; a clause of its own does not."""
    if _opened_by_that(child):
        return False
    return base(child) != "advcl" or is_finite(child) or bool(children(child, "nsubj"))


def _shares(second: Token, first: Token) -> bool:
    """Say whether a joined verb leans on the first's auxiliary and subject."""
    if is_finite(second) or children(second, "nsubj", "aux"):
        return False
    if is_infinitive(second) and is_finite(first):
        return False  # *n'exclut pas, toutefois, de vendre*
    return second.pos_ == first.pos_ or is_participle(second)


def cue(step: Step, setting: Setting) -> Cue | None:
    """Give the entry of the word as a governor of the event, None where it is none here."""
    word = step.word
    if word.pos_ not in ("VERB", "AUX", "ADJ", "NOUN", "ADV"):
        return None
    if step.relation in ("conj", "parataxis", "appos") or (
        step.aside and not is_that_clause(step)
    ):
        return None
    for found in entry(word, setting.lexicon.governors):
        if found.particle and not _has_particle(word, found.particle):
            continue
        if found.pos and word.pos_ != found.pos:
            continue
        if found.infinitive and not _is_infinitive(step.child):
            continue
        if found.clause and step.relation not in CLAUSES:
            continue
        if _governs(step, found):
            return found
    return None


def _is_infinitive(child: Token) -> bool:
    """*Livrer*, *to be delivered*."""
    return is_infinitive(child) or any(is_infinitive(a) for a in children(child, "aux"))


def _has_particle(word: Token, particle: str) -> bool:
    after = word.doc[word.i + 1 : word.i + 2]
    return any(t.lower_ == particle for t in (*word.children, *after))


def is_that_clause(step: Step) -> bool:
    """*La preuve que …*, *rumours that …*: the content of a noun, which parsers call a relative."""
    child = step.child
    if step.word.pos_ != "NOUN" or base(child) != "acl":
        return False
    between = child.doc[step.word.i + 1 : min(step.word.i + 5, child.i)]
    return any(t.lower_ in THAT for t in between) or _by_which(between)


def _by_which(between: Tokens) -> bool:
    """*La rumeur selon laquelle*: a preposition and a relative pronoun right after the noun."""
    first = [*between[:2]]
    return len(first) > 1 and first[0].pos_ == "ADP" and "Rel" in feature(first[1], "PronType")


def _governs(step: Step, found: Cue) -> bool:
    """Say whether the event hangs on the word as its content."""
    relation, word = step.relation, step.word
    if word.pos_ == "NOUN" and relation == "nsubj":
        return bool(children(word, "cop"))
    if word.pos_ == "NOUN":
        return relation in ("nmod", "acl", "ccomp", "xcomp", "csubj")
    if relation in ("ccomp", "xcomp", "csubj", "obj"):
        return True
    if relation == "advcl" and _opened_by_that(step.child):
        return True
    if relation in ("obl", "advcl", "acl", "nmod"):
        return (
            step.child.dep_ != "obl:agent"
            and step.child.i > word.i
            and (step.child.pos_ == "NOUN" or not is_finite(step.child))
            and (
                " " in found.lemma  # *cleared the way for the sale*
                or _is_wished(step.child, found)
                or not _is_purpose(step.child, word)
            )
        )
    if relation == "nsubj":
        passive = step.child.dep_ == "nsubj:pass" or is_passive(word)
        return passive or not (found.source or found.effect == "denied")
    return False


def _is_wished(child: Token, found: Cue) -> bool:
    """*Called for sanctions*, *plaide pour une vente*: the noun is what is wished, no purpose."""
    return found.wish and child.pos_ == "NOUN"


def _is_purpose(child: Token, word: Token) -> bool:
    """*Pour*, *in order to*, *by* open a clause that the verb does not govern."""
    marks = [c.lower_ for c in child.children if base(c) in ("mark", "case")]
    return any(
        m
        in ("pour", "afin", "en", "by", "for", "after", "après", "while", "when", "sans", "without")
        for m in marks
    )
