"""Who and what takes part in an event, read off its clause."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from recoupe.languages.lexicon import Frame
from recoupe.model.claim import PARTICIPANTS, EventType
from recoupe.reading.asides import beside
from recoupe.reading.channels import phrases
from recoupe.reading.clause import (
    antecedent,
    base,
    children,
    conjuncts,
    governor,
    is_passive,
    objects,
    preposition,
    subjects,
)
from recoupe.reading.lemmas import entry, lemmas
from recoupe.reading.nearby import nearby
from recoupe.reading.setting import Kind, Setting

ACTORS = (Kind.AGENT, Kind.COUNTRY, Kind.PRONOUN)
THINGS = (Kind.GOODS, Kind.UNKNOWN, Kind.PRONOUN, Kind.DOCUMENT, Kind.EVENT)


@dataclass(frozen=True, slots=True)
class Filler:
    """A word in a role. head: the noun, pronoun or adjective of nationality."""

    role: str
    head: Token


def fillers(anchor: Token, frame: Frame, setting: Setting) -> tuple[Filler, ...]:
    """Give the roles of the event that `anchor` tells, participants and things only.

    Amounts and dates are given out by `read`, which sees the whole sentence.
    """
    if content := content_of(anchor, setting):
        frame = _turned(frame, content, setting)
    found = _kept(_candidates(anchor, frame, content, setting), anchor, frame, setting)
    filled = {f.role for f in found}
    near = _kept(nearby(anchor, frame, setting), anchor, frame, setting)
    if filled.isdisjoint(PARTICIPANTS[EventType(frame.event)]):
        found = (*found, *near)
    else:
        taken = {f.head.i for f in found}
        found = (*found, *(f for f in near if f.role not in filled and f.head.i not in taken))
    return _settled(found, setting) if frame == setting.lexicon.events.frames["deal"] else found


def _kept(
    candidates: Iterable[tuple[str, Token]], anchor: Token, frame: Frame, setting: Setting
) -> tuple[Filler, ...]:
    """Keep the words that can take their role, each in the first one."""
    kept: dict[tuple[str, int], Filler] = {}
    for role, head in candidates:
        apart = beside(head, anchor, setting) and head.sent == anchor.sent
        fitted = _fitted(role, head, frame, setting) if role and not apart else None
        if fitted and head != anchor and _is_word(head) and not _is_none(fitted, head, setting):
            kept.setdefault((fitted, head.i), Filler(fitted, head))
    return _one_role_each(tuple(kept.values()))


def _is_none(role: str, head: Token, setting: Setting) -> bool:
    """*Rien*, *nobody* fill no role of a participant; *en russe* names a language."""
    language = setting.nationality(head) and preposition(head) in ("en", "in")
    return bool(language) or (role != "item" and head.lower_ in setting.lexicon.cues.negators)


def _settled(found: tuple[Filler, ...], setting: Setting) -> tuple[Filler, ...]:
    """Say who sells and who buys in a contract that tells only its parties.

    States, ministries and armies buy; of two companies the one that signs sells.
    """
    sellers = [f for f in found if f.role == "supplier"]
    buyers = [f for f in found if f.role == "recipient"]
    turned = bool(buyers) and not any(_buys(f.head, setting) for f in buyers)
    if not turned or (sellers and not buyers):
        return found
    other = {"supplier": "recipient", "recipient": "supplier"}
    return tuple(Filler(other.get(f.role, f.role), f.head) for f in found)


def _buys(head: Token, setting: Setting) -> bool:
    name = setting.name(head)
    if _sells(head, setting):
        return False
    if name:
        return name.type in ("Country", "Place", "PublicBody", "Organization")
    if setting.nationality(head) or setting.kind(head) is Kind.PRONOUN:
        return True
    return any(lemma in setting.lexicon.nouns.states for lemma in lemmas(head))


def _sells(head: Token, setting: Setting) -> bool:
    """*Rosoboronexport*, *the arms exporter X*: who exports or makes arms does not buy them."""
    said = [head, *head.children, *([head.head] if base(head) in ("appos", "compound") else [])]
    sellers = setting.lexicon.nouns.sellers
    return "export" in setting.phrase(head).of(setting.text).lower() or any(
        lemma in sellers for token in said for lemma in lemmas(token)
    )


def _is_word(head: Token) -> bool:
    return head.pos_ not in ("PUNCT", "SPACE", "SYM", "ADV")


def _candidates(
    anchor: Token, frame: Frame, content: Token | None, setting: Setting
) -> Iterator[tuple[str, Token]]:
    if anchor.pos_ in ("VERB", "AUX", "ADJ"):
        return _of_verb(anchor, frame, setting)
    if content is not None:
        return _of_deal(anchor, frame, content, setting)
    return _of_noun(anchor, frame, setting)


def content_of(anchor: Token, setting: Setting) -> Token | None:
    """Give the noun that tells what a contract is for: the delivery, purchase or sale in it."""
    deals = setting.lexicon.nouns.deals
    if anchor.pos_ != "NOUN" or not any(lemma in deals for lemma in lemmas(anchor)):
        return None
    ends = min(len(anchor.doc), anchor.i + 25)
    for token in anchor.doc[anchor.i + 1 : ends]:
        if token.sent != anchor.sent or token.text in (";", ":"):
            return None
        if token.pos_ == "NOUN" and _trades(token, setting) and _belongs(token, anchor):
            return token
    return None


def _trades(token: Token, setting: Setting) -> bool:
    return any(
        setting.lexicon.events.frame(t).event in ("transfer", "order", "production")
        and t.gate != "never"
        for t in entry(token, setting.lexicon.event_nouns)
    )


def _belongs(content: Token, deal: Token) -> bool:
    """Say whether a noun hangs on the contract or on the verb that signs it."""
    above = [content, *content.ancestors]
    return deal in above or (
        preposition(content) is not None and deal.head in above and base(content) in ("obl", "nmod")
    )


def _turned(frame: Frame, content: Token, setting: Setting) -> Frame:
    """Who signs a contract to deliver is the supplier, who signs one to buy the recipient."""
    inner = setting.lexicon.events.frame(entry(content, setting.lexicon.event_nouns)[0])
    if inner.subject != "supplier":
        return frame
    other = {"supplier": "recipient", "recipient": "supplier"}
    swapped = {p: other.get(role, role) for p, role in frame.prepositions.items()}
    return frame.model_copy(update={"subject": "supplier", "prepositions": swapped})


def _of_deal(
    deal: Token, frame: Frame, content: Token, setting: Setting
) -> Iterator[tuple[str, Token]]:
    """Read a contract with what it is for: its parties, then the matter of its content."""
    for role, head in _of_noun(deal, frame, setting):
        if head != content and role != "item":
            yield role, head
    inner = setting.lexicon.events.frame(entry(content, setting.lexicon.event_nouns)[0])
    for role, head in _of_noun(content, inner, setting):
        if head != deal and role in ("item", "supplier", "recipient", "intermediary"):
            yield role, head


def _of_verb(verb: Token, frame: Frame, setting: Setting) -> Iterator[tuple[str, Token]]:
    passive = is_passive(verb)
    undergoer = frame.object or frame.subject
    for subject in subjects(verb):
        yield (undergoer if passive else frame.subject), subject
    for thing in objects(verb):
        yield undergoer, thing
    for child in children(verb, "iobj"):
        yield frame.indirect or undergoer, antecedent(child)
    for child in children(verb, "obl"):
        if child.dep_ == "obl:agent":
            for noun in conjuncts(child):
                yield frame.subject, noun
    yield from _by_preposition(verb, frame, setting)


def _by_preposition(word: Token, frame: Frame, setting: Setting) -> Iterator[tuple[str, Token]]:
    for name, noun in phrases(word, setting):
        if noun.dep_ != "obl:agent" and (role := frame.prepositions.get(name)):
            yield role, noun
            if frame.event == "use" and role == "place":
                yield from (("user", c) for c in noun.children if setting.nationality(c))


def _of_noun(noun: Token, frame: Frame, setting: Setting) -> Iterator[tuple[str, Token]]:
    """Read a nominalisation: *les livraisons françaises d'obus à Kiev*, *US arms deliveries*."""
    undergoer = frame.object or frame.subject
    for child in noun.children:
        relation, kind = base(child), setting.kind(child)
        if child.dep_ == "nmod:poss" or (relation == "nmod" and _is_genitive(child)):
            for other in conjuncts(child):
                yield frame.subject, other
        elif relation in ("amod", "compound", "det", "nmod") and setting.nationality(child):
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
    bare = not any(base(c) in ("nmod", "compound", "amod") for c in noun.children)
    if verb is None or not bare or base(noun) != "obj" or is_passive(verb):
        return
    lexicon = setting.lexicon
    if any(c.reply for c in entry(verb, lexicon.governors)) or entry(verb, lexicon.say):
        for subject in subjects(verb):
            yield frame.subject, subject


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


def _fitted(role: str, head: Token, frame: Frame, setting: Setting) -> str | None:
    """Give the role that a word of this kind can take, None where it can take none."""
    kind = setting.kind(head)
    if kind is Kind.UNKNOWN and head.pos_ == "PROPN" and head.text[0].isupper():
        kind = Kind.AGENT  # a name of no known kind takes part like any other
    if setting.is_measured(head) and kind in (Kind.MEASURE, Kind.UNKNOWN):
        return None
    if role in PARTICIPANTS[EventType(frame.event)]:
        return _as_participant(role, kind, frame)
    if role == "item":
        if kind in (Kind.COUNTRY, Kind.PLACE, Kind.MEASURE):
            return None
        return (
            None
            if kind is Kind.AGENT and "recipient" not in frame.prepositions.values()
            else (
                "recipient"
                if kind is Kind.AGENT and frame.event in ("transfer", "order")
                else "item"
            )
        )
    if role == "place":
        return "place" if kind in (Kind.PLACE, Kind.COUNTRY) else None
    if role == "name":
        return "name" if kind is Kind.EVENT else None
    if role in ("subject", "reason"):
        return None if kind in (Kind.MEASURE, Kind.PLACE) else role
    return role if role != "date" else None


def _as_participant(role: str, kind: Kind, frame: Frame) -> str | None:
    if kind in ACTORS:
        return role
    if kind is Kind.PLACE:
        return role if role in ("recipient", "supplier", "participant") else None
    if kind is Kind.GOODS and "item" in (frame.object, frame.subject, "item"):
        has_items = frame.event in ("transfer", "order", "production", "use", "procurement")
        return (
            "item"
            if has_items and role != "intermediary"
            else role
            if role == "intermediary"
            else None
        )
    return None


def _one_role_each(found: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """Keep the first role of a word, subjects and objects before prepositional phrases."""
    seen: set[int] = set()
    kept = []
    for filler in found:
        if filler.head.i not in seen:
            seen.add(filler.head.i)
            kept.append(filler)
    return tuple(kept)
