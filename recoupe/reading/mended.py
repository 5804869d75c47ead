"""Arcs of a parse that the words themselves contradict, set right before anything is read.

One arc in eight is wrong; where the order of the words leaves no doubt of the right one it is set
here, everything else is left to the readers, which look at the words as well.
"""

from spacy.tokens import Doc, Token

from recoupe.reading.clause import feature, is_finite

WHICH = frozenset(("lequel", "laquelle", "lesquels", "lesquelles", "which", "whom"))


def mended(doc: Doc) -> Doc:
    """Set the arcs right in place, and give the same Doc.

    *Rejeter l'accusation selon laquelle X a livré*: the clause is the noun's before it, and not
    the verb's. `test_reading_mended` counts on the treebanks how often that holds.
    """
    for pronoun in doc:
        if pronoun.lower_ in WHICH and (noun := _antecedent(pronoun)):
            clause = pronoun.head
            if clause.dep_ in MISTAKEN and _is_inflected(clause):
                _hang(clause, noun)
    return doc


def _hang(clause: Token, noun: Token) -> None:
    """Make a relative clause of a noun; one that was its subject is that of the word above."""
    if noun.head == clause:
        noun.head, noun.dep_ = clause.head, "nsubj"
    if clause not in noun.ancestors:
        clause.head, clause.dep_ = noun, "acl:relcl"


MISTAKEN = ("conj", "ccomp", "xcomp", "advcl", "parataxis", "dep")


def _is_inflected(verb: Token) -> bool:
    """Say whether a word is a verb that is inflected, itself or by its auxiliary."""
    return is_finite(verb) or any(
        is_finite(c) for c in verb.children if c.dep_.startswith(("aux", "cop"))
    )


def _antecedent(pronoun: Token) -> Token | None:
    """Give the noun before *selon laquelle* that agrees with the pronoun, the nearest of these.

    A name says nothing of its gender: *les informations du Monde selon lesquelles*.
    """
    first = pronoun.i - 1
    while first > pronoun.sent.start and _is_preposition(pronoun.doc[first]):
        first -= 1
    if first == pronoun.i - 1:
        return None  # no preposition
    fit = []
    for token in reversed(pronoun.doc[max(pronoun.sent.start, first - REACH) : first + 1]):
        if token.pos_ in ("VERB", "AUX", "PUNCT"):
            break
        if token.pos_ in ("NOUN", "PROPN") and _agrees(token, pronoun):
            fit.append(token)
    return next((t for t in fit if t.pos_ == "NOUN"), fit[0] if fit else None)


REACH = 5
"""Words before the preposition among which the noun is sought: *accusations de la presse*."""


def _is_preposition(token: Token) -> bool:
    return token.pos_ == "ADP" or token.dep_ in ("case", "fixed", "mark")


def _agrees(noun: Token, pronoun: Token) -> bool:
    for name in ("Gender", "Number"):
        one, other = feature(noun, name), feature(pronoun, name)
        if one and other and one != other:
            return False
    return True
