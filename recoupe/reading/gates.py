"""What must stand beside a word of many meanings, so that it tells an event."""

from spacy.tokens import Token

from recoupe.languages.lexicon import Trigger
from recoupe.model.claim import EventType
from recoupe.reading.clause import feature, governor, is_passive, objects, preposition, subjects
from recoupe.reading.event import Event
from recoupe.reading.lemmas import entry, lemmas
from recoupe.reading.noted import base, children
from recoupe.reading.setting import PARTITIVES, Kind, Setting

TRADES = (EventType.TRANSFER, EventType.ORDER)


def gate_opens(event: Event, trigger: Trigger, setting: Setting) -> bool:
    """Say whether what a word of many meanings needs stands beside it."""
    match trigger.gate:
        case "goods":
            return has_goods(event, setting)
        case "trade":
            return has_goods(event, setting) or _stops_trade(event, setting)
        case "person":
            return _has_person(event, setting)
        case "experts":
            acts = base(event.anchor) not in ("amod", "compound")  # *in flying condition*
            return acts and any(_are_experts(f.head, setting) for f in event.participants())
        case "document":
            return _has_kind(event, Kind.DOCUMENT, setting)
        case "sum" | "assets":
            return _has_sum(event, setting)
        case "place":
            return event.has("place")
        case "joint":
            together = len(event.participants()) > 1 or _are_several(event, setting)
            return together and not _is_habit(event, setting)
        case "list":
            return _mentions_list(event, setting)
        case "wreck":
            near = _is_near(event.anchor, setting.lexicon.nouns.wrecks) or event.has("place")
            return near and _has_kind(event, Kind.GOODS, setting)
        case "bare":
            nouns = setting.lexicon.nouns
            return not _is_near(event.anchor, nouns.deals | nouns.pacts) and _has_partner(event)
        case "drill":
            return _is_at_drill(event, setting)
        case "signed":
            verb = governor(event.anchor)
            return event.has("item") and verb is not None
    return True


def has_goods(event: Event, setting: Setting) -> bool:
    things = [f.head for f in event.fillers if f.role in ("item", "subject", "reason")]
    if any(_are_arms(t, setting) or _is_of_goods(t, setting) for t in things):
        return True
    if _moves_money(event, setting):
        return False
    if things and all(_is_civil(t, setting) for t in things):
        return False
    if _moves_people_or_papers(event, setting):
        return False
    if event.frame.subject == "intermediary" and not things and not _moved(event.anchor):
        return False  # *the minister flew to Seoul*
    if event.type in TRADES and _has_partner(event):
        return bool(things) or not children(event.anchor, "xcomp")  # *offre à X de former*
    if event.participants() and any(_is_count(t, setting) for t in objects(event.anchor)):
        return True
    negators = setting.lexicon.cues.negators
    return event.type is EventType.ORDER and any(t.lower_ in negators for t in things)


def _are_arms(thing: Token, setting: Setting) -> bool:
    """Say whether a thing is goods: *a fighter* may be, *the pension system* is none."""
    if setting.kind(thing) is Kind.GOODS:
        civil = setting.lexicon.nouns.civil
        return not any(x in civil for c in children(thing, "compound") for x in lemmas(c))
    return setting.may_be_goods(thing)


def _is_of_goods(thing: Token, setting: Setting) -> bool:
    """*Des corps d'obus*, *des pièces de drones*: a thing of no known kind, by what it is of."""
    if setting.kind(thing) is not Kind.UNKNOWN or entry(thing, setting.lexicon.event_nouns):
        return False
    return any(
        preposition(c) in PARTITIVES and setting.kind(c) is Kind.GOODS
        for c in children(thing, "nmod")
    )


def _moves_money(event: Event, setting: Setting) -> bool:
    """*A reçu 3 millions d'euros*: what is acted on is a sum, and no goods."""
    return any(setting.is_money(t) for t in _moved(event.anchor))


def _moved(anchor: Token) -> list[Token]:
    """Give what is acted on: the object, the subject of a passive, what a noun is of."""
    if anchor.pos_ in ("NOUN", "PROPN"):
        return [c for c in children(anchor, "nmod") if preposition(c) in PARTITIVES]
    return subjects(anchor) if is_passive(anchor) else objects(anchor)


def _moves_people_or_papers(event: Event, setting: Setting) -> bool:
    """*A reçu l'ambassadeur*, *a remis les contrats*, *has equipped a school*: no goods move."""
    if event.type not in TRADES:
        return False
    moved = [] if event.anchor.pos_ in ("NOUN", "PROPN") else _moved(event.anchor)
    if event.frame.object == "recipient":
        return bool(moved)
    kinds = (Kind.AGENT, Kind.DOCUMENT)
    return bool(moved) and all(setting.kind(setting.counted(t)) in kinds for t in moved)


def _stops_trade(event: Event, setting: Setting) -> bool:
    """*Berlin bloque la vente de chars*: what somebody bans is a trade."""
    nouns = setting.lexicon.event_nouns
    reasons = [f.head for f in event.fillers if f.role == "reason"]
    return event.has("authority") and any(
        setting.lexicon.events.frame(t).event in (*TRADES, "production")
        for head in reasons
        if head.pos_ == "NOUN"
        for t in entry(head, nouns)
    )


def is_other(event: Event, setting: Setting) -> bool:
    """Say whether all that is moved is food, cloth or words: *a livré son analyse*."""
    things = [f.head for f in event.fillers if f.role == "item"]
    things = things or [
        c for c in children(event.anchor, "obl") if preposition(c) in PARTITIVES
    ]  # *exporte du saumon*
    sent = event.type is EventType.TRANSFER
    return bool(things) and all(
        _is_civil(t, setting) or (sent and (_is_paper(t, setting) or _is_service(t, setting)))
        for t in things
    )


def _is_service(thing: Token, setting: Setting) -> bool:
    """*Apporter une assistance technique*: what is given is told by its own noun."""
    found = entry(thing, setting.lexicon.event_nouns) if thing.pos_ == "NOUN" else []
    told = setting.lexicon.events.told(found)
    return told == {EventType.ASSISTANCE} and setting.kind(thing) is not Kind.GOODS


def _is_paper(thing: Token, setting: Setting) -> bool:
    """*Sent a request for information*: a paper that is sent is no delivery."""
    deals = setting.lexicon.nouns.deals
    return thing.pos_ == "NOUN" and any(lemma in deals for lemma in lemmas(thing))


def _is_civil(thing: Token, setting: Setting) -> bool:
    """Say whether a thing, or what it is made of, is no matter of arms: *tonnes of wheat*."""
    goods = setting.kind(thing) is Kind.GOODS  # *des sous-marins d'occasion*
    named = [thing, *children(thing, "compound"), *(() if goods else children(thing, "nmod"))]
    return any(x in setting.lexicon.nouns.civil for t in named for x in lemmas(t))


def resumes(event: Event, trigger: Trigger, about: frozenset[str], setting: Setting) -> bool:
    if trigger.gate == "goods":
        return "goods" in about and _takes_up_goods(event, setting)
    if trigger.gate == "document":  # *une liasse de bons. X l'a mise en ligne*
        acted = children(event.anchor, "obj")
        return "document" in about and any(setting.kind(t) is Kind.PRONOUN for t in acted)
    if trigger.gate == "drill":
        return event.type in about
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


def _is_habit(event: Event, setting: Setting) -> bool:
    """*X et Y s'entraînent plus souvent*: how they are, and no drill that took place."""
    often = setting.lexicon.cues.often
    advs = children(event.anchor, "advmod")
    near = [*advs, *(c for a in advs for c in a.children)]
    return event.type is EventType.EXERCISE and any(t.lower_ in often for t in near)


def _are_several(event: Event, setting: Setting) -> bool:
    """*Les deux parties*, *both sides*: a number of them that the text counts."""
    several = setting.lexicon.nouns.several
    if event.type is EventType.AGREEMENT and event.anchor.pos_ not in ("VERB", "AUX"):
        return False
    return any(
        "Plur" in feature(f.head, "Number")
        and (
            any(base(c) == "nummod" or c.lower_ in several for c in f.head.children)
            or _has_nationalities(f.head, setting)
        )
        for f in event.participants()
    )


def _has_nationalities(head: Token, setting: Setting) -> bool:
    """*Les marines indienne et omanaise*: of two countries, so there are two."""
    named = [c for c in head.subtree if setting.nationality(c)]
    return len({country for c in named for country in setting.nationality(c)}) > 1


def _is_near(anchor: Token, words: frozenset[str]) -> bool:
    return any(lemma in words for t in anchor.sent if t != anchor for lemma in lemmas(t))


def _has_partner(event: Event) -> bool:
    return len({f.role for f in event.participants()}) > 1


def _has_person(event: Event, setting: Setting) -> bool:
    """*Former un bataillon*, *meet the minister*: someone is acted on, not only acting."""
    role = event.frame.object
    if _is_done_by_no_one(event) or _has_message(event, setting):
        return False
    if is_passive(event.anchor) and base(event.anchor) not in (
        "acl",
        "amod",
    ):  # *six officers were received at the works*
        undergoing = subjects(event.anchor)
        return any(f.role == role and f.head in undergoing for f in event.participants())
    return any(f.role == role for f in event.participants()) and (
        role != event.frame.subject or len(event.participants()) > 1
    )


def _has_message(event: Event, setting: Setting) -> bool:
    """*I am advised that it did not*: somebody is told, and nobody is trained."""
    content = children(event.anchor, "ccomp") if event.type is EventType.ASSISTANCE else []
    that = setting.lexicon.cues.that
    return any(mark.lower_ in that for clause in content for mark in children(clause, "mark"))


def _is_done_by_no_one(event: Event) -> bool:
    """*The rain helped the farmers*: what stands as subject takes no part."""
    acting = [] if is_passive(event.anchor) else children(event.anchor, "nsubj")
    return bool(acting) and not {f.head for f in event.fillers} & {*acting}


def _are_experts(head: Token, setting: Setting) -> bool:
    """*Douze instructeurs*, *Chinese technicians*: several who teach, repair or advise."""
    counted = setting.counted(head)
    experts = setting.lexicon.nouns.experts
    several = "Plur" in feature(counted, "Number")
    return several and not setting.name(counted) and any(x in experts for x in lemmas(counted))


def _has_kind(event: Event, kind: Kind, setting: Setting) -> bool:
    return any(setting.kind(f.head) is kind for f in event.fillers)


def _has_sum(event: Event, setting: Setting) -> bool:
    """Say whether money stands in the clause: an amount, or a word for a sum."""
    sums = setting.lexicon.nouns.sums | setting.lexicon.nouns.assets
    inside = [t for t in event.anchor.subtree if abs(t.i - event.anchor.i) < 15]
    verb = event.anchor.pos_ == "VERB"  # *the club loaned its winger*
    if verb or setting.kind(event.anchor) is Kind.AGENT:  # *the commission* may be a body
        inside.remove(event.anchor)
    return any(
        setting.is_money(t) or (t.pos_ != "AUX" and any(x in sums for x in lemmas(t)))
        for t in inside
    )


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
