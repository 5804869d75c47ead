"""Who takes part in an event that a verb tells, by place in the clause."""

from collections.abc import Iterator

from spacy.tokens import Token

from recoupe.languages.lexicon import Frame
from recoupe.reading.channels import phrases
from recoupe.reading.clause import (
    antecedent,
    conjuncts,
    feature,
    is_finite,
    is_passive,
    objects,
    preposition,
    subjects,
)
from recoupe.reading.fitted import ACTORS
from recoupe.reading.lemmas import entry, lemmas
from recoupe.reading.noted import base, children
from recoupe.reading.setting import Kind, Setting


def of_verb(verb: Token, frame: Frame, setting: Setting) -> Iterator[tuple[str, Token]]:
    with_be = setting.lexicon.cues.with_be
    passive = is_passive(verb) and not any(lemma in with_be for lemma in lemmas(verb))
    undergoer = frame.object or frame.subject
    for subject in _accused(verb, setting) or _relied_on(verb, setting) or subjects(verb):
        yield (undergoer if passive else frame.subject), subject
    for thing in objects(verb):
        yield undergoer, thing
        yield from _provided(thing, frame, setting)
    yield from _listed(verb, frame, setting)
    for child in children(verb, "iobj"):
        yield frame.indirect or undergoer, antecedent(child)
    for child in children(verb, "obl"):
        if passive and child.dep_ == "obl:agent":
            for noun in conjuncts(child):
                yield _agent(child, frame), noun
    yield from _by_preposition(verb, frame, setting)


def _agent(noun: Token, frame: Frame) -> str:
    """*Landed by the freighter*: of a thing that arrives the agent is who brings it."""
    if frame.subject != "item":
        return frame.subject
    return frame.prepositions.get(preposition(noun) or "", "intermediary")


def _listed(verb: Token, frame: Frame, setting: Setting) -> Iterator[tuple[str, Token]]:
    """*Livré à X des mines*, *trois radars, deux brouilleurs*, *et à Z*: what lists lose.

    The last of a list is hung on the verb, the second on it without a preposition, and what comes
    behind a country on the country.
    """
    undergoer = frame.object or frame.subject
    for child in children(verb, "conj", "obl"):
        if child.pos_ not in ("NOUN", "PROPN") or child.i < verb.i:
            continue
        name, goods = preposition(child), setting.kind(child) is Kind.GOODS
        if name is None and goods and undergoer == "item":
            yield "item", child
        elif base(child) == "conj" and name and (role := frame.prepositions.get(name)):
            yield role, child
        if setting.kind(child) is Kind.COUNTRY and undergoer == "item":
            things = [c for c in children(child, "nmod") if preposition(c) == "de"]
            yield from (("item", c) for c in things if setting.kind(c) is Kind.GOODS)


def _provided(body: Token, frame: Frame, setting: Setting) -> Iterator[tuple[str, Token]]:
    """*A doté la garde de drones*: what a body is equipped with hangs on it."""
    if frame.object != "recipient":
        return
    for child in children(body, "nmod") if frame.event == "transfer" else ():
        if preposition(child) == "de" and setting.kind(child) is Kind.GOODS:
            yield from (("item", thing) for thing in conjuncts(child))


def _accused(verb: Token, setting: Setting) -> list[Token]:
    """*Kyiv accuses Minsk of having supplied*: the accused acts."""
    accuse = setting.lexicon.sources.accuse
    if base(verb) not in ("xcomp", "advcl", "ccomp", "acl", "obl") or is_finite(verb):
        return []
    accuser = _above_agent(verb.head)
    directed = any(c.directed for c in entry(accuser, setting.lexicon.governors))
    if not directed and not any(lemma in accuse for lemma in lemmas(accuser)):
        return []
    if is_passive(accuser):
        return subjects(accuser)
    blamed = [c for c in children(accuser, "obl", "iobj") if preposition(c) in ("à", "to")]
    return objects(accuser) or blamed  # *reproche à X d'avoir livré*


def _relied_on(verb: Token, setting: Setting) -> list[Token]:
    """*Called on allies to provide*, *compte sur Minsk pour livrer*: who is called on acts."""
    above = verb.head
    if base(verb) not in ("xcomp", "advcl", "acl") or is_finite(verb) or above.pos_ == "NOUN":
        return []
    directed = any(c.directed for c in entry(above, setting.lexicon.governors))
    upon = setting.lexicon.sources.upon - (set() if directed else {"to"})  # *went to Minsk to buy*
    called = [c for c in children(above, "obl") if preposition(c) in upon and c.i < verb.i]
    if children(above, "obj"):
        return []
    return [c for noun in called for c in conjuncts(noun) if setting.kind(c) in ACTORS]


def _above_agent(accuser: Token) -> Token:
    """*Suspected by the ministry of making*: the verb, where the act was hung on who accuses."""
    while base(accuser) in ("nmod", "obl") and accuser.pos_ in ("NOUN", "PROPN"):
        if accuser.dep_ == "obl:agent":
            return accuser.head
        accuser = accuser.head
    return accuser


def _by_preposition(word: Token, frame: Frame, setting: Setting) -> Iterator[tuple[str, Token]]:
    for name, noun in phrases(word, setting):
        is_agent = noun.dep_ == "obl:agent" and is_passive(word)
        if frame.object and _is_object(noun, word):
            yield frame.object, noun
        elif not is_agent and (role := frame.prepositions.get(name)):
            yield role, noun
            if frame.event == "use" and role == "place":
                yield from (("user", c) for c in noun.children if setting.nationality(c))


def _is_object(noun: Token, verb: Token) -> bool:
    """*A formé des Russes*: right after an active verb without object, *des* is an article."""
    if is_passive(verb) or children(verb, "obj"):
        return False
    return any(
        case.i == verb.i + 1 and "Art" in feature(case, "PronType") and noun.i > verb.i
        for case in children(noun, "case")
    )
