"""The words above an event that say how it is told: who says it, how surely, whether at all."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from recoupe.languages.lexicon import Cue
from recoupe.reading.clause import feature, is_finite, is_infinitive, is_participle, is_passive
from recoupe.reading.lemmas import entry, lemmas
from recoupe.reading.noted import base, children
from recoupe.reading.setting import Setting

CLAUSES = ("ccomp", "xcomp", "csubj", "acl", "advcl")
ASIDE = ("parataxis", "appos", "advcl", "dislocated", "discourse", "list")


@dataclass(frozen=True, slots=True)
class Step:
    """One word above an event. child: what it governs; relation: how that hangs on it.

    aside: a relative clause, apposition or adverbial clause was crossed on the way, so that
    negation and mood of the word do not reach the event, only what it says as a verb of saying.
    shared: the event's own predicate goes on with this word (*ni vendu ni livré*).
    """

    word: Token
    child: Token
    relation: str
    aside: bool
    shared: bool


def steps(anchor: Token, setting: Setting) -> Iterator[Step]:
    """Give the words above an event, the nearest first."""
    aside = False
    child = anchor
    while child.head != child:
        word = child.head
        relation = "ccomp" if _goes_on(child, word, setting) else base(child)
        if relation == "conj":
            shared = not aside and _shares(child, word)
            yield Step(word, child, relation, aside, shared)
        else:
            aside = aside or _opens_aside(child, word, setting)
            yield Step(word, child, relation, aside, shared=False)
        child = word


def _goes_on(child: Token, word: Token, setting: Setting) -> bool:
    """*Denies that it sold A and that it gave B*: B, which the parser joins to *denies*."""
    if base(child) != "conj" or not _opened_by_that(child, setting):
        return False
    if _opened_by_that(word, setting) or word.pos_ not in ("VERB", "AUX", "ADJ"):
        return False
    content = children(word, "ccomp", "csubj", "xcomp", "advcl")
    return any(_opened_by_that(c, setting) for c in content)


def _opened_by_that(clause: Token, setting: Setting) -> bool:
    return any(m.lower_ in setting.lexicon.cues.that for m in children(clause, "mark"))


def _opens_aside(child: Token, word: Token, setting: Setting) -> bool:
    if _is_parted(child, word):
        return True
    if word.pos_ == "NOUN" and base(child) in ("nmod", "acl") and assesses(word, setting):
        return True  # *rejected criticism over its sale*: the sale is taken for granted
    if base(child) == "acl" and is_participle(child) and not children(child, "aux", "mark"):
        return True
    if base(child) in ("obl", "nmod") and _is_given(child, setting):
        return True
    if base(child) in ("acl", "advcl") and _is_cleft(word, setting):
        return False
    if child.dep_ == "acl:relcl":
        return not _is_content(child, word, setting)
    return base(child) in ASIDE and _stands_alone(child, setting)


def _is_cleft(word: Token, setting: Setting) -> bool:
    """*Pense que c'est X qui a livré*: what is thought is the relative clause."""
    it = setting.lexicon.cues.it_is
    opens = any(c.lower_.replace("’", "'") in it for c in children(word, "nsubj", "expl"))
    return opens and bool(children(word, "cop"))


def _is_given(noun: Token, setting: Setting) -> bool:
    """*Under an embargo*, *malgré la livraison*: what stands behind is taken for granted."""
    return any(entry(case, setting.lexicon.given) for case in children(noun, "case"))


def assesses(word: Token, setting: Setting) -> bool:
    """*Criticise*, *indignation*: it judges an event, and takes for granted that it is one."""
    return any(lemma in setting.lexicon.cues.assessed for lemma in lemmas(word))


def _is_content(clause: Token, noun: Token, setting: Setting) -> bool:
    """*L'accusation selon laquelle*, *the allegation that X sold*, taken for relative clauses."""
    between = clause.doc[noun.i + 1 : clause.i]
    if _by_which(between, setting):
        return True
    if not entry(noun, setting.lexicon.governors):
        return False
    opened = any(t.lower_ in setting.lexicon.cues.that for t in between[:1])
    return opened and any(s != between[0] for s in children(clause, "nsubj", "expl"))


def _is_parted(child: Token, word: Token) -> bool:
    """Say whether a colon or semicolon stands between: what is told there is told anew."""
    first, last = sorted((child.i, word.i))
    return any(t.text in (":", ";") for t in child.doc[first:last])


def _stands_alone(child: Token, setting: Setting) -> bool:
    """*En livrant*, *to deliver* share the mood of their verb; a clause of its own does not."""
    if _opened_by_that(child, setting):
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
        step.aside and not is_that_clause(step, setting)
    ):
        return None
    for found in entry(word, setting.lexicon.governors):
        if found.particle and not has_particle(word, found.particle):
            continue
        if not found.fits(word.pos_):
            continue
        if found.infinitive and not _is_infinitive(step.child):
            continue
        if found.clause and step.relation not in CLAUSES:
            continue
        if _governs(step, found, setting):
            return found
    return None


def _is_infinitive(child: Token) -> bool:
    """*Livrer*, *to be delivered*."""
    return is_infinitive(child) or any(is_infinitive(a) for a in children(child, "aux"))


def has_particle(word: Token, particle: str) -> bool:
    """Say whether a word has its particle or preposition: *held off*, *under discussion*."""
    after = word.doc[word.i + 1 : word.i + 2]
    return any(t.lower_ == particle for t in (*word.children, *after))


def is_that_clause(step: Step, setting: Setting) -> bool:
    """*La preuve que …*, *rumours that …*: the content of a noun, which parsers call a relative."""
    child = step.child
    if step.word.pos_ != "NOUN" or base(child) != "acl":
        return False
    between = child.doc[step.word.i + 1 : child.i]
    that = setting.lexicon.cues.that
    return any(t.lower_ in that for t in between[:4]) or _by_which(between, setting)


def _by_which(between: Tokens, setting: Setting) -> bool:
    """*La rumeur selon laquelle*, *les accusations de X d'après lesquelles*, *according to which*.

    between: the words after a noun, up to the clause.
    """
    for n, token in enumerate(between[:BEFORE_WHICH]):
        if entry(token, setting.lexicon.according):
            return any("Rel" in feature(t, "PronType") for t in between[n + 1 : n + 4])
    return False


BEFORE_WHICH = 6
"""Words after a noun among which *selon laquelle* opens its content: whose report it is."""


def _governs(step: Step, found: Cue, setting: Setting) -> bool:
    """Say whether the event hangs on the word as its content."""
    relation, word = step.relation, step.word
    if word.pos_ == "NOUN" and relation == "nsubj":
        return bool(children(word, "cop"))
    if word.pos_ == "NOUN":
        if relation == "obl":
            return bool(children(word, "cop"))  # *il est question d'une livraison*
        return relation in ("nmod", "acl", "ccomp", "xcomp", "csubj")
    if relation in ("ccomp", "xcomp", "csubj", "obj"):
        return True
    if relation == "advcl" and _opened_by_that(step.child, setting):
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
