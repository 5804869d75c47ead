"""Prepositional phrases with the noun that is meant: *par l'intermédiaire de X* is *via X*."""

from collections.abc import Iterator

from spacy.tokens import Token

from recoupe.languages.lexicon import Frame
from recoupe.model.claim import PARTICIPANTS, EventType
from recoupe.reading.clause import conjuncts, obliques, preposition
from recoupe.reading.lemmas import lemmas
from recoupe.reading.noted import children
from recoupe.reading.setting import Setting

OF = ("de", "of")


def phrases(word: Token, setting: Setting) -> Iterator[tuple[str, Token]]:
    """Give each prepositional phrase of a verb or noun as (preposition, noun).

    *With the help of X* is *with X*, *through the good offices of X* is *via X*, *au large de X*
    is *dans X*.
    """
    nouns = setting.lexicon.nouns
    for name, noun in obliques(word):
        behind = [o for c in children(noun, "nmod") if preposition(c) in OF for o in conjuncts(c)]
        if behind and name not in OF and any(lemma in nouns.channels for lemma in lemmas(noun)):
            yield from (("via", other) for other in behind)
        elif behind and name not in OF and any(lemma in nouns.helps for lemma in lemmas(noun)):
            yield from ((name, other) for other in behind)
        elif behind and name not in OF and any(lemma in nouns.vicinity for lemma in lemmas(noun)):
            yield from ((nouns.within, other) for other in behind)
        elif behind and _is_behalf(name, noun, setting):
            yield from ((BEHALF, other) for other in behind)
        else:
            yield name, noun


BEHALF = "on behalf of"
"""What stands for it in every language; see `on_behalf`."""


def on_behalf(anchor: Token, frame: Frame, setting: Setting) -> Frame:
    """*A acheté des puces pour le compte de X*: who acts passes on, and X is in its place."""
    roles = PARTICIPANTS[EventType(frame.event)]
    if "intermediary" not in roles or frame.subject not in roles or frame.subject == "intermediary":
        return frame
    if not any(name == BEHALF for name, _ in phrases(anchor, setting)):
        return frame
    turned = {p: "intermediary" for p, role in frame.prepositions.items() if role == frame.subject}
    prepositions = {**frame.prepositions, **turned, BEHALF: frame.subject}
    return frame.model_copy(update={"subject": "intermediary", "prepositions": prepositions})


def _is_behalf(name: str, noun: Token, setting: Setting) -> bool:
    nouns = setting.lexicon.nouns
    return name in nouns.behalf_of and any(lemma in nouns.behalf for lemma in lemmas(noun))
