"""The conditional mood by its form: surer than the tagger (docs/pipelines.md)."""

from spacy.tokens import Token

from recoupe.reading.clause import (
    auxiliaries,
)
from recoupe.reading.lemmas import lemmas
from recoupe.reading.setting import Setting


def is_conditional(verb: Token, setting: Setting) -> Token | None:
    """Give the verb or auxiliary that stands in the conditional, None where none does.

    By the form, an ending after the infinitive: surer than the tagger (docs/pipelines.md).
    """
    rules = setting.lexicon.cues.conditional
    for token in (verb, *auxiliaries(verb)):
        if token.pos_ not in ("VERB", "AUX", "NOUN", "ADJ"):
            continue
        for ending in rules.endings:
            stem = token.lower_.removesuffix(ending)
            if stem != token.lower_ and (stem in rules.stems or _is_infinitive(stem, token)):
                return token
    return None


def _is_infinitive(stem: str, token: Token) -> bool:
    return stem.endswith("r") and any(stem in (lemma, lemma[:-1]) for lemma in lemmas(token))
