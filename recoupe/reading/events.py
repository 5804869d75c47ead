"""The words of a sentence that tell an event of the claim model."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from recoupe.languages.lexicon import Frame, Trigger
from recoupe.model.claim import PARTICIPANTS, EventType
from recoupe.reading.clause import base, feature, governor, objects
from recoupe.reading.governors import cue, steps
from recoupe.reading.lemmas import entry, lemmas
from recoupe.reading.roles import Filler, content_of, fillers
from recoupe.reading.setting import Kind, Setting

TRADES = (EventType.TRANSFER, EventType.ORDER)
PRESIDES = ("VERB", "AUX", "ADJ")


@dataclass(frozen=True, slots=True)
class Event:
    """A word that tells an event, its frame, and who takes part."""

    type: EventType
    anchor: Token
    frame: Frame
    fillers: tuple[Filler, ...]

    def has(self, *roles: str) -> bool:
        """Say whether one of these roles is filled."""
        return any(f.role in roles for f in self.fillers)

    def participants(self) -> tuple[Filler, ...]:
        """Give the fillers that make the event."""
        return tuple(f for f in self.fillers if f.role in PARTICIPANTS[self.type])


def events(
    sentence: Tokens, setting: Setting, about: frozenset[str] = frozenset()
) -> tuple[Event, ...]:
    """Give the events that a sentence tells, in the order of the text.

    about: events and `goods` told right before, so that *it*, *the rest* may be goods, and who is
    *also targeted* is put on a list.
    """
    found = [e for token in sentence if (e := _event(token, setting, about))]
    found = list(_with_verifiers(found))
    return tuple(e for e in found if not _is_content(e, found, setting))


def _with_verifiers(found: list[Event]) -> Iterator[Event]:
    """*Publiés par X puis authentifiés par Y* is one disclosure."""
    joined: list[Event] = []
    for event in found:
        before = next((e for e in joined if _goes_on(event, e)), None)
        if before is None:
            joined.append(event)
            continue
        heads = {f.head for f in before.fillers}
        more = tuple(f for f in event.fillers if f.head not in heads)
        joined[joined.index(before)] = replace(before, fillers=(*before.fillers, *more))
    yield from joined


def _goes_on(event: Event, before: Event) -> bool:
    both = event.type is before.type is EventType.DISCLOSURE
    return both and base(event.anchor) == "conj" and event.anchor.head == before.anchor


def _event(token: Token, setting: Setting, about: frozenset[str]) -> Event | None:
    for trigger in _triggers(token, setting):
        if trigger.gate == "never" or not _form_fits(token, trigger):
            continue
        frame = setting.lexicon.events.frame(trigger)
        if seeking := _seeking(token, trigger, setting):
            return seeking
        if frame.event == "order" and _is_sought(token, trigger, setting):
            frame = setting.lexicon.events.frames["seek"].model_copy(update={"prepositions": {}})
        event = Event(EventType(frame.event), token, frame, fillers(token, frame, setting))
        if not _gate_opens(event, trigger, setting) and not _resumes(
            event, trigger, about, setting
        ):
            continue
        if event.participants() or trigger.gate == "wreck" or leans_back(event, setting):
            return event
    return None


def _seeking(token: Token, trigger: Trigger, setting: Setting) -> Event | None:
    """*A cherché à acheter*: looking to buy is told by the verb of looking, from no seller yet."""
    if trigger.frame != "buy" or token.pos_ != "VERB":
        return None
    verb = next((s.word for s in steps(token) if (c := cue(s, setting)) and c.seeks), None)
    bought = fillers(token, setting.lexicon.events.frame(trigger), setting)
    if verb is None or any(f.role == "supplier" for f in bought):
        return None
    frame = setting.lexicon.events.frames["seek"]
    event = Event(EventType.PROCUREMENT, verb, frame, bought)
    return event if _has_goods(event, setting) and event.participants() else None


def _is_sought(token: Token, trigger: Trigger, setting: Setting) -> bool:
    """*Souhaite acquérir*, *wants to acquire*: looking to buy, from no seller yet."""
    if not trigger.sought:
        return False
    return any((found := cue(step, setting)) and found.wish for step in steps(token))


def leans_back(event: Event, setting: Setting) -> bool:
    """Say whether an event without participants takes up one told before.

    *La commande*, *ces livraisons*, *the shells were delivered*: the noun, or what is acted on, is
    definite or a pronoun.
    """
    if event.participants():
        return False
    if event.anchor.pos_ in ("NOUN", "PROPN"):
        return is_definite(event.anchor) and base(event.anchor) in ("nsubj", "obj", "ROOT")
    things = [f.head for f in event.fillers if f.role in ("item", "subject")]
    return any(
        base(t) == "nsubj" and (setting.kind(t) is Kind.PRONOUN or is_definite(t)) for t in things
    )


def is_definite(noun: Token) -> bool:
    """Say whether a noun has a definite article, a demonstrative or a possessive before it."""
    return any(
        "Def" in feature(d, "Definite")
        or "Dem" in feature(d, "PronType")
        or "Yes" in feature(d, "Poss")
        for d in noun.children
        if d.i < noun.i and d.pos_ in ("DET", "PRON")
    )


def _triggers(token: Token, setting: Setting) -> list[Trigger]:
    if setting.name(token) and token.pos_ == "PROPN":
        return []
    lexicon = setting.lexicon
    if token.pos_ in PRESIDES:
        return entry(token, lexicon.verbs)
    if token.pos_ in ("NOUN", "PROPN"):
        return entry(token, lexicon.event_nouns)
    return []


def _form_fits(token: Token, trigger: Trigger) -> bool:
    """A reflexive trigger needs its pronoun; an adjective must be a participle."""
    if trigger.reflexive:
        return any(
            "Yes" in feature(c, "Reflex") or c.dep_.startswith("expl") for c in token.children
        )
    if token.pos_ == "ADJ":
        return "Part" in feature(token, "VerbForm") or token.lower_[-1] in "ésd"
    return True


def _gate_opens(event: Event, trigger: Trigger, setting: Setting) -> bool:
    """Say whether what a word of many meanings needs stands beside it."""
    match trigger.gate:
        case "goods":
            return _has_goods(event, setting)
        case "person":
            return _has_person(event, setting)
        case "document":
            return _has_kind(event, Kind.DOCUMENT, setting)
        case "sum" | "assets":
            return _has_sum(event, setting)
        case "place":
            return event.has("place")
        case "joint":
            return len(event.participants()) > 1
        case "list":
            return _mentions_list(event, setting)
        case "wreck":
            return event.has("item") and _is_near(event.anchor, setting.lexicon.nouns.wrecks)
        case "bare":
            nouns = setting.lexicon.nouns
            return not _is_near(event.anchor, nouns.deals | nouns.pacts) and _has_partner(event)
        case "drill":
            return _is_at_drill(event, setting)
        case "signed":
            verb = governor(event.anchor)
            return event.has("item") and verb is not None
    return True


def _has_goods(event: Event, setting: Setting) -> bool:
    things = [f.head for f in event.fillers if f.role in ("item", "subject", "reason")]
    if any(setting.kind(t) is Kind.GOODS for t in things):
        return True
    if event.type in TRADES and _has_partner(event):
        return True
    if event.participants() and any(_is_count(t, setting) for t in objects(event.anchor)):
        return True
    negators = setting.lexicon.cues.negators
    return event.type is EventType.ORDER and any(t.lower_ in negators for t in things)


def _resumes(event: Event, trigger: Trigger, about: frozenset[str], setting: Setting) -> bool:
    if trigger.gate == "goods":
        return "goods" in about and _takes_up_goods(event, setting)
    return trigger.gate == "list" and event.type in about and event.has("target")


def _takes_up_goods(event: Event, setting: Setting) -> bool:
    """*It travelled to Russia*, *le reste*, *n'a rien vendu*: a word for goods told before."""
    lexicon = setting.lexicon
    things = [f.head for f in event.fillers if f.role in ("item", "subject")]
    return any(
        setting.kind(t) is Kind.PRONOUN
        or t.lower_ in lexicon.cues.negators
        or any(lemma in lexicon.nouns.vague for lemma in lemmas(t))
        or (_is_thing(t, setting) and any("Dem" in feature(d, "PronType") for d in t.children))
        for t in things
    )


def _is_thing(noun: Token, setting: Setting) -> bool:
    return setting.kind(noun) in (Kind.UNKNOWN, Kind.GOODS)


def _is_count(thing: Token, setting: Setting) -> bool:
    """*36 Caesar*, *212 exemplaires*: what is counted, and is no money, are things."""
    if setting.is_money(thing):
        return False
    counted = setting.is_measured(thing) or any(base(c) == "nummod" for c in thing.children)
    return counted and setting.kind(thing) in (Kind.MEASURE, Kind.UNKNOWN, Kind.GOODS)


def _is_near(anchor: Token, words: frozenset[str]) -> bool:
    return any(lemma in words for t in anchor.sent if t != anchor for lemma in lemmas(t))


def _has_partner(event: Event) -> bool:
    return len({f.role for f in event.participants()}) > 1


def _has_person(event: Event, setting: Setting) -> bool:
    """*Former un bataillon*, *meet the minister*: someone is acted on, not only acting."""
    role = event.frame.object
    return any(f.role == role for f in event.participants()) and (
        role != event.frame.subject or len(event.participants()) > 1
    )


def _has_kind(event: Event, kind: Kind, setting: Setting) -> bool:
    return any(setting.kind(f.head) is kind for f in event.fillers)


def _has_sum(event: Event, setting: Setting) -> bool:
    """Say whether money stands in the clause: an amount, or a word for a sum."""
    sums = setting.lexicon.nouns.sums | setting.lexicon.nouns.assets
    inside = [t for t in event.anchor.subtree if abs(t.i - event.anchor.i) < 15]
    return any(setting.is_money(t) or any(x in sums for x in lemmas(t)) for t in inside)


def _mentions_list(event: Event, setting: Setting) -> bool:
    lists = setting.lexicon.nouns.lists
    return any(lemma in lists for t in event.anchor.sent for lemma in lemmas(t))


def _is_at_drill(event: Event, setting: Setting) -> bool:
    """*Prendre part à l'exercice*, *y participer*: this or the last sentence tells of a drill."""
    nouns = setting.lexicon.event_nouns
    return any(
        trigger.frame == "drill"
        for token in event.anchor.doc
        if token.pos_ in ("NOUN", "PROPN")
        for trigger in entry(token, nouns)
    )


def _is_content(event: Event, found: list[Event], setting: Setting) -> bool:
    """Say whether an event is only the content of another: the delivery in a contract for it."""
    deals = setting.lexicon.nouns.deals
    if _is_joined(event, found) or _is_banned(event, found):
        return True
    if any(content_of(e.anchor, setting) == event.anchor for e in found):
        return True
    if event.anchor.pos_ == "NOUN" and _takes_part(event.anchor, found):
        return True
    for ancestor in _nominal_ancestors(event.anchor):
        if any(e.anchor == ancestor for e in found) and any(x in deals for x in lemmas(ancestor)):
            return event.type in (EventType.TRANSFER, EventType.ORDER, EventType.PRODUCTION)
    return False


def _takes_part(noun: Token, found: list[Event]) -> bool:
    """Say whether a noun is itself a participant or thing of another event: *une délégation*."""
    return any(f.head == noun and f.role != "subject" for e in found for f in e.fillers)


def _is_joined(event: Event, found: list[Event]) -> bool:
    """The drill noun beside *take part*: one claim is told, by the verb."""
    return (
        event.type is EventType.EXERCISE
        and event.anchor.pos_ in ("NOUN", "PROPN")
        and any(
            e.type is EventType.EXERCISE
            and e.anchor.pos_ == "VERB"
            and e.anchor.head != event.anchor
            for e in found
        )
    )


def _is_banned(event: Event, found: list[Event]) -> bool:
    """What a ban forbids is the matter of the sanction, and no event of its own."""
    return event.anchor.pos_ == "NOUN" and any(
        e.type is EventType.SANCTION and e.anchor == event.anchor.head for e in found
    )


def _nominal_ancestors(token: Token) -> Iterator[Token]:
    while base(token) in ("nmod", "conj", "acl", "obl") and token.head.pos_ == "NOUN":
        token = token.head
        yield token
