"""Who takes part in an event that a noun tells: *les livraisons françaises à Kiev*."""

from collections.abc import Iterator

from spacy.tokens import Token

from recoupe.languages.lexicon import Frame
from recoupe.model.claim import PARTICIPANTS, EventType
from recoupe.reading.channels import phrases
from recoupe.reading.clause import (
    base,
    children,
    conjuncts,
    governor,
    is_passive,
    objects,
    preposition,
    subjects,
)
from recoupe.reading.fitted import ACTORS
from recoupe.reading.lemmas import entry, lemmas
from recoupe.reading.setting import Kind, Setting


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
        elif relation in ("compound", "nmod", "flat") and preposition(child) is None:
            yield (frame.subject if kind in (Kind.AGENT, Kind.COUNTRY) else undergoer), child
    for name, other in phrases(noun, setting):
        kind = setting.kind(other)
        if name in ("de", "of"):
            yield _of(kind, frame, undergoer), other
        elif role := frame.prepositions.get(name):
            yield role, other
    yield from _through_support(noun, frame, setting)
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


def _through_support(noun: Token, frame: Frame, setting: Setting) -> Iterator[tuple[str, Token]]:
    """Take the participants of the verb that the noun completes: *X a signé un contrat avec Y*."""
    yield from _through_participle(noun, frame, setting)
    yield from _by_means_of(noun, frame)
    yield from _on_occasion(noun, frame, setting)
    yield from _gathered(noun, frame, setting)
    verb = _full_verb(noun, setting)
    if verb is None or verb.pos_ != "VERB":
        return
    if base(noun) in ("obj", "obl") and not is_passive(verb):
        if _is_support(verb, setting):
            for subject in subjects(verb):
                yield frame.subject, subject
    if base(noun) in ("obj", "nsubj"):
        for name, other in phrases(verb, setting):
            if role := frame.prepositions.get(name):
                if other != noun and (
                    role in PARTICIPANTS[EventType(frame.event)] or role == "place"
                ):
                    yield role, other
        if is_passive(verb):
            for child in verb.children:
                if child.dep_ == "obl:agent":
                    yield frame.subject, child


UNDER = ("sous", "under")


def _by_means_of(noun: Token, frame: Frame) -> Iterator[tuple[str, Token]]:
    """*Frappés par des sanctions*, *hit with sanctions*, *under sanctions*: who is their target."""
    verb = governor(noun)
    if frame.event == "sanction" and preposition(noun) in UNDER:
        yield from (("target", subject) for subject in children(noun, "nsubj"))
    if frame.event != "sanction" or verb is None or base(noun) not in ("obl", "nmod"):
        return
    if verb.pos_ in ("NOUN", "PROPN") and preposition(noun) in UNDER:
        yield "target", verb
    if verb.pos_ != "VERB":
        return
    for subject in subjects(verb):
        yield ("target" if is_passive(verb) else "authority"), subject
    for hit in objects(verb):
        yield "target", hit


def _full_verb(noun: Token, setting: Setting) -> Token | None:
    """Give the verb over a noun; under *devrait*, *should* the one that says what is done."""
    verb = governor(noun)
    if verb is not None and entry(verb, setting.lexicon.governors):
        return next(iter(children(verb, "xcomp")), verb)
    return verb


def _through_participle(noun: Token, frame: Frame, setting: Setting) -> Iterator[tuple[str, Token]]:
    """*La commande passée par X auprès de Y*, *drills that X and Y have held*."""
    for verb in children(noun, "acl"):
        if not _is_support(verb, setting):
            continue
        for subject in subjects(verb):
            if subject != noun:
                yield frame.subject, subject
        for name, other in phrases(verb, setting):
            if other.dep_ == "obl:agent":
                yield frame.subject, other
            elif role := frame.prepositions.get(name):
                yield role, other


def _gathered(noun: Token, frame: Frame, setting: Setting) -> Iterator[tuple[str, Token]]:
    """*Les manœuvres ont réuni X, Y et Z*, *the drill involved X and Y*."""
    verb = governor(noun)
    if frame.event not in ("exercise", "meeting") or verb is None or base(noun) != "nsubj":
        return
    if any(lemma in setting.lexicon.nouns.gathering for lemma in lemmas(verb)):
        for participant in objects(verb):
            if not children(participant, "nummod") or _has_nation(participant, setting):
                yield frame.subject, participant


def _has_nation(noun: Token, setting: Setting) -> bool:
    return any(setting.nationality(child) for child in noun.children)


def _on_occasion(noun: Token, frame: Frame, setting: Setting) -> Iterator[tuple[str, Token]]:
    """*Soldats russes et chinois lors d'un exercice*: who appears there takes part."""
    if frame.event not in ("exercise", "meeting"):
        return
    if preposition(noun) not in setting.lexicon.nouns.occasions:
        return
    above = noun.head
    who = subjects(above) if above.pos_ in ("VERB", "AUX") else conjuncts(above)
    for participant in who:
        yield frame.subject, participant


def _is_support(verb: Token, setting: Setting) -> bool:
    """Say whether the subject of a verb is the actor of the noun it takes, and not a speaker."""
    lexicon = setting.lexicon
    if any(lemma in lexicon.nouns.support for lemma in lemmas(verb)):
        return True
    return not entry(verb, lexicon.say) and not any(
        cue.effect == "denied" and cue.source for cue in entry(verb, lexicon.governors)
    )
