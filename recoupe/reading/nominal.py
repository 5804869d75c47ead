"""Who takes part in an event that a noun tells: *les livraisons françaises à Kiev*."""

from collections.abc import Iterator

from spacy.tokens import Token

from recoupe.languages.lexicon import Frame
from recoupe.reading.channels import phrases
from recoupe.reading.clause import (
    base,
    children,
    conjuncts,
    governor,
    is_passive,
    preposition,
    subjects,
)
from recoupe.reading.fitted import ACTORS
from recoupe.reading.lemmas import entry
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
            yield (frame.subject if kind in (Kind.AGENT, Kind.COUNTRY) else undergoer), child
    for name, other in phrases(noun, setting):
        kind = setting.kind(other)
        if name in ("de", "of"):
            yield _of(kind, frame, undergoer), other
        elif role := frame.prepositions.get(name):
            yield role, other
    yield from through_support(noun, frame, setting)
    yield from _of_denier(noun, frame, setting)


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


def _of(kind: Kind, frame: Frame, undergoer: str) -> str:
    """Say what *de X* brings: the actor of a sale where X is one, else what is sold."""
    if kind in ACTORS and undergoer in ("item", "subject", "name", "reason"):
        return frame.subject
    return undergoer
