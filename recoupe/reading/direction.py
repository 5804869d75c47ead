"""Whether a date lies ahead: read off the verb that it belongs to."""

from collections.abc import Sequence

from spacy.tokens import Token

from recoupe.languages.lexicon import Conditional, lexicon
from recoupe.languages.values import DateWords, values
from recoupe.reading.clause import feature
from recoupe.reading.lemmas import lemmas

STEPS = 8
"""How far up the parse the verb is looked for; the longest way in the training texts is 6."""


def looks_ahead(token: Token, language: str) -> bool | None:
    """Say whether what happens at this date is told as lying ahead of the document.

    *sera livré en mars*, *is due in March*: yes; *a livré en mars*, *was due in March*: no;
    None where the verb leaves it open: *livré en mars*, *livre en mars*.
    """
    for _ in range(STEPS):
        found = _says(token, language)
        if found is not None:
            return found
        if token.head == token or (token.pos_ in VERBS and _is_finite(token)):
            break
        token = token.head
    if token.head == token and token.pos_ not in VERBS:
        return any("Fut" in feature(t, "Tense") for t in token.sent) or None
    return None


VERBS = ("VERB", "AUX")


def _says(token: Token, language: str) -> bool | None:
    """Say what one word of the way up tells; None where it leaves it to the word above."""
    words, rules = values(language).dates, lexicon(language).cues.conditional
    plans = any(lemma in words.ahead for lemma in lemmas(token))
    if token.pos_ not in VERBS:
        return True if plans and token.pos_ == "ADJ" else None
    helpers = [child for child in token.children if child.dep_.startswith(("aux", "cop"))]
    together = (token, *helpers)
    if any("Fut" in feature(t, "Tense") for t in together):
        return True
    if _is_perfect(token, helpers, words):
        return False
    if any(_is_conditional(t, rules) for t in together):
        return True
    if any(lemma in words.ahead for helper in helpers for lemma in lemmas(helper)):
        return True
    if any({"Past", "Imp"} & set(feature(t, "Tense")) for t in together if _is_finite(t)):
        return False
    if plans or _is_to(together):
        return True
    return None


def _is_conditional(token: Token, rules: Conditional) -> bool:
    """An ending after the infinitive is surer than the tagger (docs/pipelines.md)."""
    stems = [token.lower_.removesuffix(e) for e in rules.endings if token.lower_.endswith(e)]
    infinitives = (*lemmas(token), *(lemma[:-1] for lemma in lemmas(token)))
    return any(s in rules.stems or (s.endswith("r") and s in infinitives) for s in stems)


def _is_perfect(token: Token, helpers: list[Token], words: DateWords) -> bool:
    """*aurait livré*, *serait rentré*, *may have shipped* are over; *serait signé* is not."""
    moved = any(lemma in words.moved for lemma in lemmas(token))
    return any(
        helper.lemma_.lower() in words.past_auxiliaries
        and (moved or helper.dep_ not in ("aux:pass", "cop"))
        for helper in helpers
    )


def _is_to(together: Sequence[Token]) -> bool:
    """*is to follow*, *is to be signed* are plans."""
    infinitive = any("Inf" in feature(t, "VerbForm") for t in together)
    return infinitive and any(_is_finite(t) for t in together)


def _is_finite(token: Token) -> bool:
    return "Fin" in feature(token, "VerbForm") or bool(feature(token, "Mood"))
