"""Who takes part in an event that a noun tells, by the verb that the noun completes."""

from collections.abc import Iterator

from spacy.tokens import Token

from recoupe.languages.lexicon import Frame
from recoupe.model.claim import PARTICIPANTS, EventType
from recoupe.reading.channels import phrases
from recoupe.reading.clause import conjuncts, governor, is_passive, objects, preposition, subjects
from recoupe.reading.lemmas import entry, lemmas
from recoupe.reading.noted import base, children
from recoupe.reading.setting import Setting


def through_support(noun: Token, frame: Frame, setting: Setting) -> Iterator[tuple[str, Token]]:
    """Take the participants of the verb that the noun completes: *X a signé un contrat avec Y*."""
    yield from _through_participle(noun, frame, setting)
    yield from _by_means_of(noun, frame)
    yield from _on_occasion(noun, frame, setting)
    yield from _gathered(noun, frame, setting)
    place = _place(noun)
    verb = _full_verb(place, setting)
    if verb is None or verb.pos_ != "VERB":
        return
    relation, passive = base(place), is_passive(verb)
    if relation in ("obj", "obl") and not passive and _is_support(verb, frame, setting):
        sells = frame.event == "order" and wins(verb, setting)
        party = "supplier" if sells else frame.subject
        yield from ((party, subject) for subject in subjects(verb))
    if relation == "obj" and "supplier" in frame.prepositions.values():
        winners = subjects(verb) if passive else children(verb, "iobj")
        yield from (("supplier", winner) for winner in winners)  # *was awarded the contract*
    if relation in ("obj", "nsubj"):
        for name, other in phrases(verb, setting):
            role = None if passive and _is_agent(other) else frame.prepositions.get(name)
            if role and other != place and (_is_party(role, frame) or _is_for(name, other, place)):
                yield role, other
        if passive and not _pays(verb, frame, setting):
            agents = [c for c in verb.children if _is_agent(c)]
            yield from ((frame.subject, other) for c in agents for other in conjuncts(c))


def wins(verb: Token, setting: Setting) -> bool:
    """*A remporté une commande*, *booked orders*: whose subject sells what the noun orders."""
    return not is_passive(verb) and any(x in setting.lexicon.nouns.wins for x in lemmas(verb))


def _pays(verb: Token, frame: Frame, setting: Setting) -> bool:
    """*Un contrat financé par X*: who pays for it is not who concludes it."""
    return frame.event != "payment" and "payment" in _told(verb, setting)


def _told(verb: Token, setting: Setting) -> frozenset[str]:
    return setting.lexicon.events.told(entry(verb, setting.lexicon.verbs))


def _is_agent(noun: Token) -> bool:
    return noun.dep_ == "obl:agent"


def _is_for(name: str, other: Token, place: Token) -> bool:
    """*Publier un avis pour des torpilles*: what the noun is for, right behind it."""
    first = other.left_edge.i
    return name in ("pour", "sur", "for", "on") and place.i < first <= place.i + 3


def _is_party(role: str, frame: Frame) -> bool:
    return role in PARTICIPANTS[EventType(frame.event)] or role == "place"


def _place(noun: Token) -> Token:
    """Give the noun that stands in the clause: *held Steel Heron, a drill*, *exercise Heron*."""
    if base(noun) in ("appos", "compound") and noun.head.pos_ == "PROPN":
        return noun.head
    return noun


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
        if not _is_support(verb, frame, setting):
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
    place = _place(noun)
    verb = governor(place)
    if frame.event not in ("exercise", "meeting") or verb is None or base(place) != "nsubj":
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


def publishes(verb: Token, setting: Setting) -> bool:
    """*Ont diffusé les contrats*: who publishes a contract is no party to it."""
    return "disclosure" in _told(verb, setting)


def _is_support(verb: Token, frame: Frame, setting: Setting) -> bool:
    """Say whether the subject of a verb is the actor of the noun it takes, and not a speaker."""
    lexicon = setting.lexicon
    if any(lemma in lexicon.nouns.support for lemma in lemmas(verb)):
        return True
    if any(lemma in lexicon.nouns.breaches | lexicon.nouns.onlookers for lemma in lemmas(verb)):
        return False
    if (frame.event != "procurement" and publishes(verb, setting)) or _pays(verb, frame, setting):
        return False
    return not entry(verb, lexicon.say) and not any(
        (cue.effect == "denied" and cue.source) or cue.directed
        for cue in entry(verb, lexicon.governors)
    )
