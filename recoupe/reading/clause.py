"""Who does what in a clause: subjects, objects, passives, negation, auxiliaries.

The labels are those of Universal Dependencies; the parse is wrong in one arc of eight, so each
reader takes what it finds and looks no further than the clause.
"""

from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Token

from recoupe.reading.noted import base, children

CLAUSES = frozenset(("ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis"))
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "SYM", "X"))


def feature(token: Token, name: str) -> list[str]:
    """Give the values of a morphological feature, empty where the word has none."""
    return _features(str(token.morph)).get(name, [])


@lru_cache(maxsize=4096)
def _features(written: str) -> dict[str, list[str]]:
    """Part *Gender=Masc|Number=Sing*: five times as fast as asking spaCy for each of them."""
    pairs = (pair.split("=", 1) for pair in written.split("|") if pair)
    return {name: values.split(",") for name, values in pairs}


def conjuncts(token: Token) -> list[Token]:
    """Give a word and all that are joined to it by *and*, commas and the like."""
    found = [token]
    for other in children(token, "conj"):
        found += conjuncts(other)
    for name in children(token, "appos", "flat"):  # *la firme X et l'armée*, hung on X
        found += conjuncts(name)[1:]
    return found


def auxiliaries(verb: Token) -> list[Token]:
    """Give the auxiliaries and copulas of a verb; a joined participle shares the first's."""
    own = children(verb, "aux", "cop")
    if own or base(verb) != "conj" or is_finite(verb):
        return own
    if is_participle(verb) and is_participle(verb.head):
        return auxiliaries(verb.head)
    return own


def is_finite(verb: Token) -> bool:
    """Say whether a verb is inflected for person itself."""
    return "Fin" in feature(verb, "VerbForm") or bool(feature(verb, "Mood"))


def is_participle(verb: Token) -> bool:
    """Say whether a verb is a participle."""
    return "Part" in feature(verb, "VerbForm")


def is_gerund(verb: Token) -> bool:
    """Say whether a verb is a gerund or a present participle: *excluding*, *excluant*."""
    forms = feature(verb, "VerbForm")
    return "Ger" in forms or ("Part" in forms and "Pres" in feature(verb, "Tense"))


def is_infinitive(verb: Token) -> bool:
    """Say whether a verb is an infinitive."""
    return "Inf" in feature(verb, "VerbForm") and not is_finite(verb)


def is_passive(verb: Token) -> bool:
    """Say whether the clause turns its verb round: *were sold by*, *livrés par*."""
    if any(c.dep_ in ("nsubj:pass", "aux:pass") for c in verb.children):
        return not any(c.dep_ == "expl:pv" for c in verb.children)  # *s'est rendue* is none
    if _is_past_participle(verb) and not _is_reflexive(verb) and not children(verb, "obj"):
        if any(a.lemma_.lower() in PASSIVE for a in children(verb, "aux", "cop")):
            return True
    if base(verb) == "conj" and is_participle(verb) and not children(verb, "aux", "nsubj"):
        return is_passive(verb.head) or _agrees_alone(verb)
    if children(verb, "aux", "nsubj", "mark"):
        return False
    if base(verb) in ("acl", "amod", "advcl", "ROOT") and is_participle(verb):
        return "Pres" not in feature(verb, "Tense") and not children(verb, "obj")
    return False


def _agrees_alone(verb: Token) -> bool:
    """*A répondu Minsk, accusée d'avoir livré*: it agrees with its noun, not with the first."""
    return "Fem" in feature(verb, "Gender") and "Masc" in feature(verb.head, "Gender")


PASSIVE = ("être", "be")


def _is_past_participle(verb: Token) -> bool:
    return is_participle(verb) and "Pres" not in feature(verb, "Tense")


def _is_reflexive(verb: Token) -> bool:
    return any("Yes" in feature(c, "Reflex") or c.dep_.startswith("expl") for c in verb.children)


def subjects(verb: Token) -> list[Token]:
    """Give who acts (or in a passive, who undergoes), through relatives, infinitives and *and*."""
    own = _own_subjects(verb)
    if own:
        return [s for o in own for s in conjuncts(antecedent(o))]
    relation, head = base(verb), verb.head
    if verb.dep_ == "acl:relcl":
        return []
    if relation in ("acl", "amod") and head.pos_ in NOMINAL:
        return conjuncts(head) if not is_infinitive(verb) else []
    if relation == "parataxis" and head.pos_ in ("NOUN", "PROPN") and is_finite(verb):
        return conjuncts(head) if head.i < verb.i else []  # *X, the exporter, signed*
    if relation == "conj" and head.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
        return subjects(head) if head.pos_ != "NOUN" or children(head, "cop") else []
    if relation in ("xcomp", "advcl", "ccomp") and not is_finite(verb):
        return controllers(verb)
    return []


def _own_subjects(verb: Token) -> list[Token]:
    """Give the subjects; of two on both sides of the verb, the one before it."""
    found = [s for s in verb.children if base(s) == "nsubj"]
    before = [s for s in found if s.i < verb.i]
    return before or found


def controllers(verb: Token) -> list[Token]:
    """Give who an infinitive or participle is understood of: its governor's object or subject."""
    head = verb.head
    if base(verb) == "xcomp" and head.pos_ == "VERB" and not is_passive(head) and not _aims(verb):
        objects_ = [o for o in head.children if base(o) in ("obj", "iobj") and o.i < verb.i]
        if objects_:
            return [o for x in objects_ for o in conjuncts(x)]
    if _is_reason(verb):  # *sanctioned by X for having sold*: who is sanctioned did it
        if is_passive(head):
            return subjects(head)
        return [o for x in children(head, "obj") if x.i < verb.i for o in conjuncts(x)]
    if is_passive(head) and (agents := [c for c in head.children if c.dep_ == "obl:agent"]):
        return [a for agent in agents for a in conjuncts(agent)]  # *used by X to make*
    if head.pos_ in ("VERB", "AUX", "ADJ") or children(head, "cop"):
        return subjects(head)
    return []


def _is_reason(verb: Token) -> bool:
    """*For having sold*, *pour avoir vendu*: what is past is a reason, and no purpose."""
    return (
        base(verb) == "advcl"
        and bool(auxiliaries(verb))
        and not is_finite(verb)
        and any(mark.lower_ in ("for", "pour") for mark in children(verb, "mark"))
    )


def _aims(verb: Token) -> bool:
    """*En vue d'acheter*: a noun right before the infinitive's mark makes it a purpose."""
    return any(
        mark.i and mark.nbor(-1).pos_ == "NOUN" and children(mark.nbor(-1), "case")
        for mark in children(verb, "mark")
    )


def objects(verb: Token) -> list[Token]:
    """Give what is acted on, through relatives."""
    found = [o for c in children(verb, "obj") for o in conjuncts(antecedent(c))]
    return found or _behind(verb) or _relativised(verb)


def _behind(verb: Token) -> list[Token]:
    """Give what the parser took for a second subject, behind an active verb."""
    if is_passive(verb):
        return []
    own = _own_subjects(verb)
    return [s for s in children(verb, "nsubj") if s not in own and s.i > verb.i]


def _relativised(verb: Token) -> list[Token]:
    """*The boat China is building*: the noun before is what the relative clause acts on."""
    if verb.dep_ != "acl:relcl" or is_passive(verb) or verb.head.pos_ not in NOMINAL:
        return []
    actors = [s for s in verb.children if base(s) == "nsubj"]
    if not actors or any(antecedent(s) != s for s in actors):
        return []
    opened = verb.doc[verb.head.i + 1 : verb.i]
    return [] if any(t.lower_ in OBLIQUE for t in opened) else [verb.head]


OBLIQUE = frozenset(("dont", "où", "duquel", "auquel", "where", "when", "whose", "why", "how"))


def antecedent(pronoun: Token) -> Token:
    """Give the noun that a relative pronoun stands for, else the word itself.

    >>> # in *la firme qui a livré*, `qui` stands for `firme`
    """
    relative = "Rel" in feature(pronoun, "PronType") or pronoun.lower_ in RELATIVES
    acted_on = base(pronoun) == "obj" and pronoun.lower_ in ACTED_ON
    if not relative and not acted_on:
        return pronoun
    for ancestor in pronoun.ancestors:
        if base(ancestor) in ("acl", "advcl") and ancestor.head.pos_ in NOMINAL:
            return ancestor.head
    return pronoun


ACTED_ON = frozenset(("que", "qu'", "qu’", "that"))
RELATIVES = frozenset(
    ("qui", "dont", "lequel", "laquelle", "lesquels", "lesquelles", "which", "who")
)


def preposition(token: Token) -> str | None:
    """Give the preposition of a noun, in lower case; of several words the first."""
    cases = [c for c in children(token, "case") if c.i < token.i]
    if not cases:
        return None
    first = cases[0]
    lemma = first.lemma_.lower()
    return "de" if lemma in ("d'", "d’", "du", "des") else lemma


def obliques(word: Token) -> Iterator[tuple[str, Token]]:
    """Give each prepositional phrase of a verb or noun as (preposition, noun).

    Phrases that hang on an object are given too: the parser puts *à X* of *livré des moteurs à X*
    under *moteurs*.
    """
    for child in word.children:
        if base(child) in ("obl", "nmod", "iobj", "advmod", "xcomp", "amod", "advcl") and (
            name := preposition(child)
        ):
            for noun in conjuncts(child):
                yield preposition(noun) or name, noun
            yield from _hanging(child)
        if base(child) == "advmod":
            for noun in children(child, "obl", "nmod"):  # *auprès d'Oslo*, *près de Riga*
                yield from ((child.lemma_.lower(), other) for other in conjuncts(noun))
        if base(child) in ("obj", "nsubj") and child.pos_ != "PRON":
            for noun in conjuncts(child):
                yield from _hanging(noun)


def _hanging(noun: Token) -> Iterator[tuple[str, Token]]:
    for child in noun.children:
        if base(child) in ("nmod", "obl") and (name := preposition(child)):
            if name in ("de", "of"):
                yield from _hanging(child)
                continue
            for other in conjuncts(child):
                yield preposition(other) or name, other
        elif base(child) in ("appos", "flat", "compound"):
            yield from _hanging(child)


def governor(token: Token) -> Token | None:
    """Give the word that governs this one, None at the root."""
    return None if token.head == token else token.head
