"""Prepositional phrases with the noun that is meant: *par l'intermédiaire de X* is *via X*."""

from collections.abc import Iterator

from spacy.tokens import Token

from recoupe.reading.clause import conjuncts, obliques, preposition
from recoupe.reading.lemmas import lemmas
from recoupe.reading.noted import children
from recoupe.reading.setting import Setting

OF = ("de", "of")


def phrases(word: Token, setting: Setting) -> Iterator[tuple[str, Token]]:
    """Give each prepositional phrase of a verb or noun as (preposition, noun).

    *With the help of X* is *with X*, *through the good offices of X* is *via X*.
    """
    nouns = setting.lexicon.nouns
    for name, noun in obliques(word):
        behind = [o for c in children(noun, "nmod") if preposition(c) in OF for o in conjuncts(c)]
        if behind and name not in OF and any(lemma in nouns.channels for lemma in lemmas(noun)):
            yield from (("via", other) for other in behind)
        elif behind and name not in OF and any(lemma in nouns.helps for lemma in lemmas(noun)):
            yield from ((name, other) for other in behind)
        else:
            yield name, noun
