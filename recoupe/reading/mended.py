"""Arcs and tags that the words themselves contradict, set right before anything is read.

One arc in eight is wrong; where the order of the words leaves no doubt of the right one it is set
here, everything else is left to the readers, which look at the words as well.
"""

from simplemma import lemmatize
from spacy.tokens import Doc, MorphAnalysis, Token

from recoupe.reading.clause import feature, is_finite, is_gerund, is_infinitive, is_participle
from recoupe.reading.mended_subjects import give_subject

WHICH = frozenset(("lequel", "laquelle", "lesquels", "lesquelles", "which", "whom"))


def mended(doc: Doc) -> Doc:
    """Set them right in place, and give the same Doc.

    *Le banquier, lui, prétend que …*: what has a subject and is a form of a verb is no noun.
    *Rejeter l'accusation selon laquelle X a livré*: the clause is the noun's, and not the verb's.
    """
    for token in doc:
        _retag(token)
        _rehang(token)
    for token in doc:
        if verb := _thrown_in(token):
            _lift_over(verb, token)
    for verb in doc:
        if verb.pos_ == "VERB" and _is_inflected(verb) and not _has_subject(verb):
            give_subject(verb)
    return doc


def _retag(token: Token) -> None:
    if token.pos_ == "NOUN" and (infinitive := _infinitive(token)):
        token.pos_, token.lemma_ = "VERB", infinitive
        token.morph = MorphAnalysis(token.vocab, "Mood=Ind|VerbForm=Fin")
    if token.text in THAT and token.dep_ == "obj" and _has_object_behind(token):
        token.pos_, token.dep_ = "SCONJ", "mark"


def _rehang(token: Token) -> None:
    if token.lower_ in WHICH and (noun := _antecedent(token)):
        clause = token.head
        if clause.dep_ in MISTAKEN and _is_inflected(clause):
            _hang(clause, noun)
    if participle := _perfect(token):
        _lift(participle, token)
    if subject := _says_that(token):
        _tell(token, subject)
    if _reports_that(token):
        _make_infinitive(token)
    if verb := _parted_from(token):
        token.head, token.dep_ = verb, "ccomp"
    if verb := _joined_above(token):
        token.head = verb
    if him := _whom_they(token):
        him.dep_ = "iobj"
    if agent := _agent_over_time(token):
        agent.head = token
    if thing := _over_time(token):
        thing.head, thing.dep_ = token, "obj"
    if thing := _behind_himself(token):
        thing.head, thing.dep_ = thing.doc[token.i - 2], "obj"


def _thrown_in(verb: Token) -> Token | None:
    """*The ministers will, it seems, meet*: the verb that what is thrown in was put above."""
    doc, at = verb.doc, verb.i
    if at < 2 or at + 1 >= len(doc) or (doc[at - 2].text, doc[at + 1].text) != (",", ","):
        return None
    it = doc[at - 1]
    behind = [c for c in verb.children if c.i > at + 1 and c.pos_ == "VERB"]
    before = [c for c in verb.children if c.i < at - 1 and c.dep_.startswith(("aux", "nsubj"))]
    return (
        behind[0] if it.lower_ in ("it", "il") and it.head == verb and before and behind else None
    )


def _lift_over(verb: Token, thrown_in: Token) -> None:
    """Put a verb above what is thrown in, with all that stands before this."""
    doc, at = verb.doc, thrown_in.i
    for child in [c for c in thrown_in.children if c.i < at - 2 or c.i > at + 1]:
        if child != verb:
            child.head = verb
    above = thrown_in.head
    verb.head, verb.dep_ = (verb, "ROOT") if above == thrown_in else (above, thrown_in.dep_)
    thrown_in.head, thrown_in.dep_ = verb, "parataxis"
    doc[at - 2].head = doc[at + 1].head = thrown_in


def _says_that(noun: Token) -> Token | None:
    """*Algeria counters that*, *l'attaché jure que*: give the subject of what was taken for a noun.

    A clause follows with a subject of its own, and the sentence has no other main verb.
    """
    after = noun.doc[noun.i + 1 : noun.i + 2]
    if noun.pos_ not in ("NOUN", "ADJ") or after.text not in THAT or not _may_be_verb(noun):
        return None
    root, clause = noun.sent.root, after[0].head
    inside = clause == noun or (clause in noun.ancestors and clause != root)
    if inside or not _has_subject_behind(clause, after[0]):
        return None
    told = root.pos_ not in ("NOUN", "PROPN", "ADJ") or _predicates(root)
    if told and root != clause:
        return None
    if noun == root:
        return next((c for c in noun.children if c.i == noun.i - 1 and c.text.istitle()), None)
    above = (a for a in noun.ancestors if a.pos_ in ("NOUN", "PROPN") and a.i < noun.i)
    return next((a for a in above if not any(c.dep_ == "case" for c in a.children)), None)


def _predicates(noun: Token) -> bool:
    return any(c.dep_.startswith(("cop", "aux", "nsubj")) for c in noun.children)


THAT = ("that", "que", "qu'", "qu’")


def _may_be_verb(noun: Token) -> bool:
    """Say whether the form is one of a verb: in French by a dictionary, in English by its *s*."""
    if any(c.dep_.partition(":")[0] in ("det", "case", "cop") for c in noun.children):
        return False
    if noun.lang_ == "en":
        return noun.pos_ == "NOUN" and noun.lower_.endswith("s")
    lemma = lemmatize(noun.lower_, lang="fr")
    return lemma != noun.lower_ and lemma.endswith(INFINITIVES)


def _has_object_behind(that: Token) -> bool:
    """*Doubts that Minsk sent mines*: what opens a clause with an object is none itself."""
    clause = that.head
    content = clause.dep_ == "ccomp"
    return content and any(c.dep_ == "obj" and c.i > clause.i for c in clause.children)


def _has_subject_behind(clause: Token, that: Token) -> bool:
    return clause.i > that.i and any(
        c.dep_.startswith("nsubj") and c.i > that.i for c in clause.children
    )


def _tell(noun: Token, subject: Token) -> None:
    """Make a verb of a noun, the main one of its sentence; what stood before its clause is its."""
    noun.pos_ = "VERB"
    noun.morph = MorphAnalysis(noun.vocab, "Mood=Ind|Tense=Pres|VerbForm=Fin")
    noun.lemma_ = lemmatize(noun.lower_, lang=noun.lang_)
    root, clause = noun.sent.root, noun.nbor(1).head
    noun.head, noun.dep_ = noun, "ROOT"
    subject.head, subject.dep_ = noun, "nsubj"
    for other in [c for c in clause.children if c.i < noun.i]:
        other.head = noun
    if root not in (noun, subject, clause):
        root.head, root.dep_ = noun, "advcl"
    clause.head, clause.dep_ = noun, "ccomp"


def _has_subject(verb: Token) -> bool:
    return any(
        c.dep_.startswith(("nsubj", "expl")) or (c.dep_.startswith("csubj") and not is_gerund(c))
        for c in verb.children
    )


def _joined_above(verb: Token) -> Token | None:
    """*Parle de pièces achetées par X et prétend que*: it goes on with the finite verb."""
    participle = verb.head
    if verb.dep_ != "conj" or not _is_inflected(verb) or _has_subject(verb):
        return None
    if participle.dep_ not in ("acl", "amod") or _is_inflected(participle):
        return None
    above = (a for a in participle.ancestors if a.pos_ == "VERB" and _is_inflected(a))
    return next((a for a in above if a.i < verb.i), None)


def _parted_from(clause: Token) -> Token | None:
    """*Has said, more than once, that*: the verb of a clause that what is put between was given."""
    between = clause.head
    mark = next((c for c in clause.children if c.text in THAT and c.dep_ == "mark"), None)
    if mark is None or between.i > mark.i or mark.nbor(-1).text != ",":
        return None
    if not _has_subject_behind(clause, mark):
        return None
    verb = between.head
    apart = between.left_edge.i and between.left_edge.nbor(-1).text == ","
    loose = between.pos_ == "ADV" or (between.dep_.startswith("obl") and apart)
    if not loose or verb.pos_ != "VERB" or verb.i > between.i:
        return None
    content = ("ccomp", "xcomp", "obj")
    return None if any(c.dep_ in content for c in verb.children) else verb


def _reports_that(word: Token) -> bool:
    """*A fini par admettre que*: an infinitive that was taken for a noun."""
    after = word.doc[word.i + 1 : word.i + 2]
    governed = any(c.dep_ == "case" for c in word.children)
    return (
        word.lang_ == "fr"
        and word.pos_ == "NOUN"
        and governed
        and not any(c.dep_ == "det" for c in word.children)
        and word.lower_.endswith(INFINITIVES)
        and after.text in THAT
        and after[0].head != word
    )


def _make_infinitive(word: Token) -> None:
    word.pos_, word.lemma_ = "VERB", word.lower_
    word.morph = MorphAnalysis(word.vocab, "VerbForm=Inf")
    clause = word.nbor(1).head
    if word.dep_.startswith("obl"):
        word.dep_ = "xcomp"
    if clause.head == word.head and clause != word.head:
        clause.head, clause.dep_ = word, "ccomp"


def _behind_himself(pronoun: Token) -> Token | None:
    """*Confirme, lui, l'exportation*: the object of a verb that its subject is put behind again."""
    doc, at = pronoun.doc, pronoun.i
    if pronoun.lower_ not in HIMSELF or not 2 <= at < len(doc) - 2:
        return None
    verb = doc[at - 2]
    if verb.pos_ != "VERB" or (doc[at - 1].text, doc[at + 1].text) != (",", ","):
        return None
    if any(c.dep_ in ("obj", "ccomp", "xcomp") for c in verb.children):
        return None
    for noun in verb.children:
        bare = noun.pos_ in ("NOUN", "PROPN") and not any(c.dep_ == "case" for c in noun.children)
        if bare and noun.left_edge.i in (at + 1, at + 2) and not noun.dep_.startswith("nsubj"):
            return noun
    return None


def _whom_they(verb: Token) -> Token | None:
    """*Nous vendront-ils des chars*: of two subjects the one behind the verb acts."""
    behind = next((c for c in verb.children if c.lower_ in INVERTED and c.i == verb.i + 1), None)
    if behind is None or not behind.dep_.startswith("nsubj"):
        return None
    return next((c for c in verb.children if c.lower_ in WHOM and c.dep_ == "nsubj"), None)


INVERTED = ("-il", "-elle", "-on", "-ils", "-elles", "-t-il", "-t-elle", "-t-on")
WHOM = ("nous", "vous")


def _agent_over_time(verb: Token) -> Token | None:
    """*Fourni l'an passé par X*: by whom, hung on what only says when."""
    if not is_participle(verb):
        return None
    for time in verb.children:
        for past in time.children if time.dep_ in ("obj", "obl", "obl:unmarked") else ():
            if past.lower_ in PAST and past.i > verb.i:
                return next((c for c in past.children if c.dep_ == "obl:agent"), None)
    return None


def _over_time(verb: Token) -> Token | None:
    """*Entraîne depuis un an des commandos*: the object, hung on what says how long."""
    if verb.pos_ != "VERB" or any(c.dep_ in ("obj", "ccomp", "xcomp") for c in verb.children):
        return None
    for time in verb.children:
        if any(c.lower_ in SINCE for c in time.children) and time.i > verb.i:
            things = [c for c in time.children if c.dep_ == "nmod" and c.left_edge.lower_ == "des"]
            return things[0] if things else None
    return None


SINCE = ("depuis", "pendant", "durant")
PAST = ("passé", "passée", "dernier", "dernière")


HIMSELF = ("lui", "elle", "eux", "elles")


def _perfect(auxiliary: Token) -> Token | None:
    """Give the participle that *a*, *had* goes with over adverbs, where the parser missed it.

    *A en revanche démenti*, *a catégoriquement exclu*: no article, pronoun or verb between.
    """
    if auxiliary.pos_ not in ("AUX", "VERB") or auxiliary.lemma_ not in HAVE:
        return None
    if not is_finite(auxiliary):
        return None
    for token in auxiliary.doc[auxiliary.i + 1 : min(auxiliary.i + REACH, auxiliary.sent.end)]:
        if token.pos_ == "VERB":
            perfect = not is_infinitive(token) and not is_gerund(token)
            return token if perfect and auxiliary.head != token else None
        if token.pos_ not in ("ADV", "ADP", "NOUN") and token.text not in QUOTED:
            return None
    return None


QUOTED = ("«", "»", "“", "”", '"')
HAVE = ("avoir", "have")


def _lift(participle: Token, auxiliary: Token) -> None:
    """Make a participle the head of its auxiliary, and of all that hung on this or on an adverb."""
    doc = participle.doc
    run = doc[auxiliary.i : participle.i + 1]
    top = next((t for t in run if t.head not in run or t.head == t), None)
    if top is None or any(t for t in run if t != top and t.head not in run):
        return  # two that hang elsewhere: nothing is sure
    above, relation = top.head, top.dep_
    adverbs = [*run][:-1]
    outside = [c for t in adverbs for c in t.children if c not in run]
    participle.head = participle if above == top else above
    participle.dep_ = relation
    participle.morph = MorphAnalysis(participle.vocab, "Tense=Past|VerbForm=Part")
    for child in outside:
        child.head = participle
    auxiliary.head, auxiliary.dep_, auxiliary.pos_ = participle, "aux", "AUX"
    for adverb in adverbs[1:]:
        if adverb.head not in adverbs[1:]:
            adverb.head, adverb.dep_ = participle, "advmod"


def _infinitive(noun: Token) -> str | None:
    """Give the verb that a noun with a subject is a form of, None where it may be a noun.

    By a dictionary (simplemma): *prétend*, *confirme*; on the French treebanks at hand every noun
    so found is a verb.
    """
    arcs = {c.dep_.partition(":")[0] for c in noun.children}
    if "nsubj" not in arcs or arcs & {"cop", "det", "case"} or noun.lang_ != "fr":
        return None
    lemma = lemmatize(noun.lower_, lang="fr")
    return lemma if lemma != noun.lower_ and lemma.endswith(INFINITIVES) else None


INFINITIVES = ("er", "ir", "re", "oir")


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
