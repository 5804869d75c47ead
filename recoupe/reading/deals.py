"""Contracts: their parties, and the delivery or purchase that they are for."""

from collections.abc import Iterator

from spacy.tokens import Token

from recoupe.languages.lexicon import Frame, Trigger
from recoupe.reading.clause import is_infinitive, preposition
from recoupe.reading.lemmas import entry, lemmas
from recoupe.reading.nominal import of_noun
from recoupe.reading.noted import base
from recoupe.reading.setting import Setting
from recoupe.reading.support import wins
from recoupe.reading.verbal import of_verb


def content_of(anchor: Token, setting: Setting) -> Token | None:
    """Give the word that tells what a contract is for: *for the delivery of*, *to sell*."""
    deals = setting.lexicon.nouns.deals
    if anchor.pos_ != "NOUN" or not any(lemma in deals for lemma in lemmas(anchor)):
        return None
    ends = min(len(anchor.doc), anchor.i + 25)
    for token in anchor.doc[anchor.i + 1 : ends]:
        if token.sent != anchor.sent or token.text in (";", ":"):
            return None
        if token.pos_ == "NOUN" and _trades(token, setting) and _belongs(token, anchor):
            return token
        if is_infinitive(token) and _is_aim(token, anchor):
            return token if _trades(token, setting) and _is_contract(anchor, setting) else None
    return None


def _is_contract(deal: Token, setting: Setting) -> bool:
    """*Un contrat pour livrer*, and not *la demande de livrer*."""
    return "order" in setting.lexicon.events.told(_triggers(deal, setting))


def _is_aim(verb: Token, deal: Token) -> bool:
    """*A signé un contrat pour livrer*: hung on the contract, or on the verb that it completes."""
    if verb.head == deal:
        return True
    return base(deal) == "obj" and verb.head == deal.head and base(verb) in ("advcl", "xcomp")


def _trades(token: Token, setting: Setting) -> bool:
    return any(
        setting.lexicon.events.frame(t).event in ("transfer", "order", "production")
        and t.gate != "never"
        for t in _triggers(token, setting)
    )


def _triggers(content: Token, setting: Setting) -> list[Trigger]:
    lexicon = setting.lexicon
    return entry(content, lexicon.event_nouns if content.pos_ == "NOUN" else lexicon.verbs)


def _belongs(content: Token, deal: Token) -> bool:
    """Say whether a noun hangs on the contract or on the verb that signs it."""
    above = [content, *content.ancestors]
    return deal in above or (
        preposition(content) is not None and deal.head in above and base(content) in ("obl", "nmod")
    )


PARTIES = ("supplier", "recipient", "intermediary")


def turned(frame: Frame, content: Token, setting: Setting) -> Frame:
    """Who signs a contract to deliver is the supplier, who signs one to buy the recipient."""
    inner = setting.lexicon.events.frame(_triggers(content, setting)[0])
    if inner.subject != "supplier":
        return frame
    return frame.model_copy(update={"subject": "supplier", "prepositions": _swapped(frame)})


def won(deal: Token, frame: Frame, setting: Setting) -> Frame:
    """*A remporté une commande de X*, *booked orders from X*: who wins one sells, and X buys."""
    if base(deal) != "obj" or not wins(deal.head, setting):
        return frame
    return frame.model_copy(update={"prepositions": _swapped(frame)})


def _swapped(frame: Frame) -> dict[str, str]:
    """Give the prepositions of a frame with seller and buyer in each other's place."""
    other = {"supplier": "recipient", "recipient": "supplier"}
    return {p: other.get(role, role) for p, role in frame.prepositions.items()}


def of_deal(
    deal: Token, frame: Frame, content: Token, setting: Setting
) -> Iterator[tuple[str, Token]]:
    """Read a contract with what it is for: its parties, then the matter of its content."""
    for role, head in of_noun(deal, frame, setting):
        if head != content and role != "item":
            yield role, head
    inner = setting.lexicon.events.frame(_triggers(content, setting)[0])
    sought = frame.event == "procurement"  # from no seller yet
    of_content = of_noun if content.pos_ == "NOUN" else of_verb
    for role, head in of_content(content, inner, setting):
        parties = ("recipient", "intermediary") if sought else PARTIES
        if head != deal and role in ("item", *parties):
            yield role, head
