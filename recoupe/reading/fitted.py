"""Which role a word can take, by what it stands for."""

from spacy.tokens import Token

from recoupe.languages.lexicon import Frame
from recoupe.model.claim import PARTICIPANTS, EventType
from recoupe.reading.clause import base, feature, is_passive, objects
from recoupe.reading.lemmas import lemmas
from recoupe.reading.setting import Kind, Setting

ACTORS = (Kind.AGENT, Kind.COUNTRY, Kind.PRONOUN)


THINGS = (Kind.GOODS, Kind.UNKNOWN, Kind.PRONOUN, Kind.DOCUMENT, Kind.EVENT)


def fitted_role(role: str, head: Token, frame: Frame, setting: Setting) -> str | None:
    """Give the role that a word of this kind can take, None where it can take none."""
    kind = setting.kind(head)
    if kind is Kind.UNKNOWN and head.pos_ == "PROPN" and head.text[0].isupper():
        kind = Kind.AGENT  # a name of no known kind takes part like any other
    if setting.is_measured(head) and kind in (Kind.MEASURE, Kind.UNKNOWN):
        return None
    if role in PARTICIPANTS[EventType(frame.event)]:
        return _as_participant(role, kind, head, frame, setting)
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
        joins = frame.event == "exercise" and kind in (Kind.AGENT, Kind.COUNTRY)
        return "name" if kind is Kind.EVENT else "participant" if joins else None
    if role == "subject" and frame.event == "assistance" and _is_people(head, kind):
        return "recipient"
    if role in ("subject", "reason"):
        return None if kind in (Kind.MEASURE, Kind.PLACE) else role
    return role if role != "date" else None


def _as_participant(
    role: str, kind: Kind, head: Token, frame: Frame, setting: Setting
) -> str | None:
    if kind in ACTORS:
        return role
    if kind is Kind.PLACE:
        return role if role in ("recipient", "supplier", "participant", "payer", "payee") else None
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


def _carries(head: Token, setting: Setting) -> bool:
    """*Un cargo a livré des obus*: the ship before a verb that has goods passes them on."""
    verb = head.head
    if not any(lemma in setting.lexicon.nouns.vehicles for lemma in lemmas(head)):
        return False
    return base(head) == "nsubj" and not is_passive(verb) and bool(objects(verb))


def _is_people(head: Token, kind: Kind) -> bool:
    return kind is Kind.AGENT and "Plur" in feature(head, "Number")
