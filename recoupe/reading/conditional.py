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
        if token.pos_ not in ("VERB", "AUX", "NOUN", "ADJ", "X"):
            continue
        for ending in rules.endings:
            stem = token.lower_.removesuffix(ending)
            if stem != token.lower_ and (stem in rules.stems or _is_infinitive(stem, token)):
                return token
    return None


def is_future_form(token: Token, setting: Setting) -> bool:
    """Say whether a verb is in the simple future by its form: *livrera*, *paierons*."""
    rules = setting.lexicon.cues.conditional
    if token.pos_ not in ("VERB", "AUX", "NOUN"):
        return False
    stems = (token.lower_.removesuffix(e) for e in rules.future if token.lower_.endswith(e))
    return any(stem in rules.stems or _is_infinitive(stem, token) for stem in stems)


def is_imperfect_form(token: Token, setting: Setting) -> bool:
    """Say whether a verb is in the imperfect by its form: *recherchaient*, and not *fait*."""
    rules = setting.lexicon.cues.conditional
    if token.pos_ != "VERB" or not token.lower_.endswith(rules.endings):
        return False
    contracted = any(lemma.endswith(CONTRACTED) for lemma in lemmas(token))
    return not contracted and is_conditional(token, setting) is None


CONTRACTED = ("aire", "aître", "aitre", "avoir")
"""Verbs of which a present form ends like an imperfect."""


def _is_infinitive(stem: str, token: Token) -> bool:
    if stem.endswith(SOFTENED):
        return True  # *déploierait*, *paierait*: of *déployer*, *payer*
    return stem.endswith("r") and any(stem in (lemma, lemma[:-1]) for lemma in lemmas(token))


SOFTENED = ("oier", "uier", "aier")
