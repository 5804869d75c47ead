"""Events that are only the content of another: the delivery in a contract for it."""

from collections.abc import Iterator

from spacy.tokens import Token

from recoupe.model.claim import EventType
from recoupe.reading.deals import content_of
from recoupe.reading.event import Event
from recoupe.reading.lemmas import lemmas
from recoupe.reading.noted import base
from recoupe.reading.setting import Setting
from recoupe.reading.support import wins


def is_content(event: Event, found: list[Event], setting: Setting) -> bool:
    """Say whether an event is only the content of another: the delivery in a contract for it."""
    deals = setting.lexicon.nouns.deals
    if _only_wins(event, found, setting):
        return True
    found = [e for e in found if not _only_wins(e, found, setting)]
    if _is_joined(event, found) or _is_banned(event, found) or _is_same(event, found):
        return True
    if _is_paper_only(event, found):
        return True
    if event.type is EventType.DISCLOSURE and _is_notice(event, found):
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
        e.type is EventType.SANCTION and e.anchor == event.anchor.head and e is not event
        for e in found
    )


def _is_same(event: Event, found: list[Event]) -> bool:
    """*Verser un acompte*, *adhérer à une convention*: the noun after a verb that tells as much."""
    return event.anchor.pos_ in ("NOUN", "PROPN") and any(
        e.type is event.type and e.anchor == event.anchor.head and e.anchor.pos_ == "VERB"
        for e in found
    )


def _only_wins(event: Event, found: list[Event], setting: Setting) -> bool:
    """*A remporté une commande de X*: the noun tells it, with who orders."""
    return wins(event.anchor, setting) and any(
        e.type is event.type is EventType.ORDER
        and e.anchor.head == event.anchor
        and base(e.anchor) == "obj"
        for e in found
    )


def _is_paper_only(event: Event, found: list[Event]) -> bool:
    """*Ont diffusé les contrats de l'arsenal*: what is published, and of what it says no more."""
    published = {f.head for e in found if e.type is EventType.DISCLOSURE for f in e.fillers}
    bare = event.type is EventType.ORDER and not event.has("item")
    return bare and event.anchor in published and len(event.participants()) < 2


def _is_notice(event: Event, found: list[Event]) -> bool:
    """*Publier un appel d'offres* is to look for what it is for."""
    matter = {f.head for f in event.fillers if f.role == "subject"}
    return any(e.type is EventType.PROCUREMENT and e.anchor in matter for e in found)


def _nominal_ancestors(token: Token) -> Iterator[Token]:
    while base(token) in ("nmod", "conj", "acl", "obl") and token.head.pos_ == "NOUN":
        token = token.head
        yield token
