"""Which role a word can take, by what it stands for."""

from spacy.tokens import Token

from recoupe.languages import countries
from recoupe.languages.lexicon import Frame
from recoupe.model.claim import PARTICIPANTS, EventType
from recoupe.reading.clause import feature, is_passive, objects
from recoupe.reading.lemmas import lemmas
from recoupe.reading.noted import base, children
from recoupe.reading.setting import Kind, Setting

ACTORS = (Kind.AGENT, Kind.COUNTRY, Kind.PRONOUN)


PLACED = ("recipient", "supplier", "participant", "payer", "payee")
"""What a place can stand for: *delivered to Lima*."""

MOVES = ("transfer", "order", "procurement", "production")
"""Whoever acts on arms in one of these takes part, of whatever kind the noun is."""

THINGS = (Kind.GOODS, Kind.UNKNOWN, Kind.PRONOUN, Kind.DOCUMENT, Kind.EVENT)


def fitted_role(role: str, head: Token, frame: Frame, setting: Setting) -> str | None:
    """Give the role that a word of this kind can take, None where it can take none."""
    kind = setting.kind(head)
    if kind is Kind.UNKNOWN and head.pos_ == "PROPN" and head.text[0].isupper():
        kind = Kind.AGENT  # a name of no known kind takes part like any other
    if setting.is_measured(head) and kind in (Kind.MEASURE, Kind.UNKNOWN):
        return None
    if role in PARTICIPANTS[EventType(frame.event)]:
        if frame.event == "payment" and _is_sum(head, setting):
            return None
        return _as_participant(role, kind, head, frame, setting)
    if role == "item":
        if kind in (Kind.COUNTRY, Kind.PLACE, Kind.MEASURE):
            return None
        return _as_item(kind, head, frame, setting)
    if role == "place":
        return "place" if kind in (Kind.PLACE, Kind.COUNTRY) else None
    if role == "name":
        joins = frame.event == "exercise" and kind in (Kind.AGENT, Kind.COUNTRY)
        return "name" if kind is Kind.EVENT else "participant" if joins else None
    people = _is_people(head, kind) and not setting.may_be_goods(head)
    if role == "subject" and frame.event == "assistance" and people:
        return "recipient"
    if role in ("subject", "reason"):
        return None if kind in (Kind.MEASURE, Kind.PLACE) else role
    return role if role != "date" else None


def _as_item(kind: Kind, head: Token, frame: Frame, setting: Setting) -> str | None:
    """Say what a thing is; people in its place receive (*supplied the rebels*), or are none."""
    if kind is not Kind.AGENT or setting.may_be_goods(head):
        return "item"
    if frame.event == "production" and setting.name(head) and children(head, "det"):
        return "item"  # *nous assemblerons le Kaya*
    if "recipient" not in frame.prepositions.values():
        return None
    if frame.event in ("transfer", "order") and frame.subject != "intermediary":
        return "recipient"  # but who is *chargé de* carries nothing
    return None if setting.name(head) else "item"


def _is_sum(head: Token, setting: Setting) -> bool:
    """*Une commission de 300 000 euros*: what is paid pays nobody."""
    sums = setting.lexicon.nouns.sums
    return setting.name(head) is None and any(lemma in sums for lemma in lemmas(head))


def _as_participant(
    role: str, kind: Kind, head: Token, frame: Frame, setting: Setting
) -> str | None:
    if kind in ACTORS or (frame.event in MOVES and _acts_on_goods(kind, head, setting)):
        return role
    if role == "recipient" and frame.event == "assistance" and kind is Kind.UNKNOWN:
        whose = any(setting.nationality(child) for child in head.children)
        return role if whose and "Plur" in feature(head, "Number") else None  # *soudeurs chiliens*
    if kind is Kind.PLACE and frame.event == "transfer" and not _is_seat(head, setting):
        given = role == "recipient" and frame.subject == "supplier"  # *a livré des puces à Tulvar*
        return role if given or base(head) == "nsubj" else "place"
    if kind is Kind.PLACE:
        return role if head.dep_ == "obl:agent" or role in PLACED else None
    if frame.event == "exercise" and kind is Kind.GOODS:  # *an Indian destroyer joined in*
        return role if any(setting.nationality(child) for child in head.children) else None
    if role == "user" and kind is Kind.GOODS and _fires(head, setting):
        return role
    if role == "supplier" and kind is Kind.GOODS and _carries(head, setting):
        return "intermediary"
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


def _is_seat(head: Token, setting: Setting) -> bool:
    """*Delivered to Lima*: a capital stands for its country; *delivered to Mersin* tells where."""
    place = setting.phrase(head).of(setting.text)
    return countries.country(place, setting.lexicon.language) is not None


def _acts_on_goods(kind: Kind, head: Token, setting: Setting) -> bool:
    """*The gendarmerie ordered rifles*: who acts on goods in an active clause takes part."""
    verb = head.head
    acts = base(head) == "nsubj" and verb.pos_ == "VERB" and not is_passive(verb)
    return (
        kind is Kind.UNKNOWN
        and head.pos_ == "NOUN"
        and not any(lemma in setting.lexicon.nouns.civil for lemma in lemmas(head))
        and acts
        and any(setting.kind(o) is Kind.GOODS for o in objects(verb))
    )


def _fires(head: Token, setting: Setting) -> bool:
    """*A frigate fired a missile*: what fires arms stands for whose it is."""
    verb = head.head
    shot = [o for o in objects(verb) if setting.kind(o) is Kind.GOODS]
    return base(head) == "nsubj" and not is_passive(verb) and bool(shot)


def _carries(head: Token, setting: Setting) -> bool:
    """*Un cargo a livré des obus*: the ship before a verb that has goods passes them on."""
    verb, name = head.head, setting.name(head)
    vessel = name is not None and name.type == "Vessel"
    if not vessel and not any(lemma in setting.lexicon.nouns.vehicles for lemma in lemmas(head)):
        return False
    if head.dep_ == "obl:agent":  # *landed by the freighter Amal Star*
        return True
    return base(head) == "nsubj" and not is_passive(verb) and bool(objects(verb))


def _is_people(head: Token, kind: Kind) -> bool:
    return kind is Kind.AGENT and "Plur" in feature(head, "Number")
