"""Verbs whose subject the parser hung elsewhere: *In May the envoy, Ada Kroll, calculated*."""

from spacy.tokens import Token

from recoupe.reading.clause import is_gerund


def give_subject(verb: Token) -> None:
    """Hang on a verb without a subject the one that the order of the words shows."""
    if subject := _parted(verb):
        subject.head.dep_ = "advcl"
        subject.head, subject.dep_ = verb, "nsubj"
    elif (subject := _after_opening(verb)) or (subject := _behind_content(verb)):
        subject.head, subject.dep_ = verb, "nsubj"
    elif subject := _after_time(verb):
        for name in [c for c in subject.head.children if c.dep_ == "appos"]:
            name.head = subject
        subject.head, subject.dep_ = verb, "nsubj"
    elif _is_main(verb):
        noun = verb.head
        verb.head, verb.dep_ = verb, "ROOT"
        noun.head, noun.dep_ = verb, "nsubj"


def _is_main(verb: Token) -> bool:
    """*Le site, dont les informations sont rares, prétend que*: hung on the noun, the root."""
    noun = verb.head
    named = noun.pos_ in ("NOUN", "PROPN") or noun.text.isupper()  # *SIPRI*, taken for an adjective
    if noun.dep_ != "ROOT" or not named or verb.i < noun.i:
        return False
    arcs = {c.dep_.partition(":")[0] for c in noun.children}
    own = {c.dep_.partition(":")[0] for c in verb.children}
    return (
        verb.dep_ in ("appos", "conj", "dep", "parataxis")
        and not arcs & {"cop", "nsubj", "aux"}
        and not own & {"mark", "cc"}
        and verb.nbor(-1).text == ","
    )


def _parted(verb: Token) -> Token | None:
    """*The paper, citing officers, wrote that*: the subject, hung on the participle put between."""
    if not verb.i or verb.nbor(-1).text != ",":
        return None
    for clause in verb.children:
        parting = clause.dep_ in ("advcl", "ccomp", "csubj") and is_gerund(clause)
        if not parting or clause.i > verb.i:
            continue
        for subject in clause.children:
            parted = any(t.text == "," for t in verb.doc[subject.i + 1 : clause.i])
            if subject.dep_.startswith("nsubj") and parted:
                return subject
    return None


def _after_opening(verb: Token) -> Token | None:
    """*Confronted with the emails, Dunavex admitted*: the subject, joined to the emails."""
    beside = [c for c in verb.children if c.dep_.startswith(("advmod", "aux")) and c.i < verb.i]
    skipped = {t.i for c in beside for t in c.subtree}
    place = verb.i - 1
    while place > verb.sent.start and place in skipped:
        place -= 1
    last = verb.doc[place]
    if last.pos_ == "PUNCT":
        return None
    for name in (last, *last.ancestors):
        if name.dep_ not in ("conj", "appos") or name.pos_ not in ("NOUN", "PROPN"):
            continue
        first = name.left_edge
        opened = first.i > verb.sent.start and "," in (first.text, first.nbor(-1).text)
        if name.right_edge.i == place and opened and not any(c.dep_ == "cc" for c in name.children):
            fronted = next((a for a in name.ancestors if a.head == verb), None)
            return name if fronted is not None and fronted.i < name.i else None
    return None


def _behind_content(verb: Token) -> Token | None:
    """*Ships might be ordered, the admiral told X*: the subject, taken for an object before it."""
    for content in verb.children:
        if content.dep_ != "ccomp" or content.i > verb.i:
            continue
        passive = any(c.dep_ in ("aux:pass", "nsubj:pass") for c in content.children)
        for noun in content.children:
            edge = noun.left_edge.i
            parted = edge > content.i and verb.doc[edge - 1].text == ","
            apart = noun.dep_ in ("obj", "parataxis") and noun.pos_ in ("NOUN", "PROPN")
            if apart and passive and parted and noun.right_edge.i < verb.i:
                return noun
    return None


def _after_time(verb: Token) -> Token | None:
    """*In May the rapporteur, Tom Andrews, calculated*: the subject, hung on the time before it."""
    for time in verb.children:
        if time.i > verb.i or not time.dep_.startswith("obl"):
            continue
        for noun in time.children:
            if noun.dep_ == "nmod:unmarked" and noun.i > time.i and noun.pos_ == "NOUN":
                if any(c.dep_ == "det" for c in noun.children):
                    return noun
    return None
