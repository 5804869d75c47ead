"""Who takes part in an event that a noun tells: *les livraisons françaises à Kiev*."""

from collections.abc import Iterator

from spacy.tokens import Token

from recoupe.languages.lexicon import Frame
from recoupe.reading.channels import phrases
from recoupe.reading.clause import conjuncts, governor, is_passive, preposition, subjects
from recoupe.reading.fitted import ACTORS
from recoupe.reading.lemmas import entry
from recoupe.reading.noted import base, children, sentence_end
from recoupe.reading.setting import Kind, Setting
from recoupe.reading.support import through_support


def of_noun(noun: Token, frame: Frame, setting: Setting) -> Iterator[tuple[str, Token]]:
    """Read a nominalisation: *les livraisons françaises d'obus à Kiev*, *US arms deliveries*."""
    undergoer = frame.object or frame.subject
    for child in noun.children:
        relation, kind = base(child), setting.kind(child)
        if child.dep_ == "nmod:poss" or (relation == "nmod" and _is_genitive(child)):
            for other in conjuncts(child):
                yield frame.subject, other
        elif relation in ("amod", "compound", "det", "nmod") and setting.nationality(child):
            if not _is_of_another(child, noun, setting):
                yield frame.subject, child
        elif relation == "nsubj" and children(noun, "aux"):  # a verb that was taken for a noun
            yield from ((frame.subject, other) for other in conjuncts(child))
        elif relation in ("compound", "nmod", "flat") and preposition(child) is None:
            acts = kind in ACTORS and (setting.name(child) or relation != "compound")
            yield (frame.subject if acts else undergoer), child  # *a defence pact* has no party
    hanging = [*phrases(noun, setting), *_other_side(noun, setting)]
    reached = any(name in AT and frame.prepositions.get(name) == undergoer for name, _ in hanging)
    done = any(name in BY and setting.kind(other) in ACTORS for name, other in hanging)
    for name, other in hanging:
        kind = setting.kind(other)
        if name in OF:
            acts = reached and kind in ACTORS
            of = undergoer if done else _of(other, frame, undergoer, setting)
            yield (frame.subject if acts else of), other
            yield from _nested(other, frame, setting)
        elif role := frame.prepositions.get(name):
            yield role, other
    if children(noun, "cop") and preposition(noun) in IN:  # *is in talks with*
        yield from ((frame.subject, who) for who in subjects(noun))
    yield from through_support(noun, frame, setting)
    yield from _of_denier(noun, frame, setting)


OF = ("de", "of")
BY = ("par", "by")
AT = ("à", "contre", "to", "against")
IN = ("en", "in")
BETWEEN = ("entre", "between")


def _other_side(noun: Token, setting: Setting) -> Iterator[tuple[str, Token]]:
    """*L'entretien entre X et Y a porté sur …*: Y, which the parser hung on the verb."""
    between = [other for name, other in phrases(noun, setting) if name in BETWEEN]
    if len(between) != 1:
        return
    after = [t for t in noun.doc[between[0].i + 1 : sentence_end(noun)] if t.head.i != between[0].i]
    joined = next((t.i for t in after if t.pos_ in ("CCONJ", "VERB")), None)
    if joined is None or noun.doc[joined].pos_ != "CCONJ":
        return
    for token in noun.doc[joined + 1 : min(joined + 4, sentence_end(noun))]:
        if token.pos_ in ("NOUN", "PROPN"):
            yield "entre", token
            return


def _nested(thing: Token, frame: Frame, setting: Setting) -> Iterator[tuple[str, Token]]:
    """*Les tirs de roquettes du Hezbollah*: who acts hangs on what is moved."""
    if setting.kind(thing) is not Kind.GOODS:
        return
    role = frame.prepositions.get("de") if frame.subject == "recipient" else frame.subject
    for child in children(thing, "nmod"):
        if role and preposition(child) in OF and setting.kind(child) in ACTORS:
            yield role, child


def _of_denier(noun: Token, frame: Frame, setting: Setting) -> Iterator[tuple[str, Token]]:
    """*L'entreprise nie la vente*: who denies or owns to a bare act took part in it."""
    verb = governor(noun)
    bare = not any(_may_act(c, setting) for c in children(noun, "nmod", "compound", "amod"))
    if verb is None or not bare or base(noun) != "obj" or is_passive(verb):
        return
    lexicon = setting.lexicon
    if any(c.reply for c in entry(verb, lexicon.governors)) or entry(verb, lexicon.say):
        for subject in subjects(verb):
            yield frame.subject, subject


def _may_act(token: Token, setting: Setting) -> bool:
    return setting.kind(token) in ACTORS or bool(setting.nationality(token))


def _is_of_another(adjective: Token, noun: Token, setting: Setting) -> bool:
    """*La livraison à l'armée malienne*: an adjective belongs to the body right before it."""
    before = adjective.nbor(-1) if adjective.i else adjective
    return noun.i < before.i and setting.kind(before) is Kind.AGENT


def _is_genitive(child: Token) -> bool:
    return any(c.lower_ in ("'s", "’s") for c in child.children)


def _of(other: Token, frame: Frame, undergoer: str, setting: Setting) -> str:
    """Say what *de X* brings: the actor of a sale where X is one, else what is sold."""
    if frame.event == "disclosure" and setting.name(other) is None:  # *the release of hostages*
        return undergoer
    if setting.kind(other) in ACTORS and undergoer in ("item", "subject", "name", "reason"):
        return frame.subject
    return undergoer
