"""Why a claim is read as it is: the rule in words, and the words of the text that led to it."""

from dataclasses import dataclass

from recoupe.desk.interface import Interface
from recoupe.model.claim import Reason

OTHERWISE = {"likely by its context": "a trained model took this word to tell the event"}
"""Rules whose name could be taken for a word of ours on how likely the matter is."""


@dataclass(frozen=True, slots=True)
class Why:
    """A reason. words: cut from the text; rule: what they were read as, in the language."""

    words: str
    rule: str


def why(reason: Reason, text: str, shown: Interface) -> Why:
    """Tell a reason."""
    return Why(" ".join(reason.span.of(text).split()), rule_in_words(reason.rule, shown))


def rule_in_words(rule: str, shown: Interface) -> str:
    """Give what a rule is called; one that governs by a verb is told with its verb.

    >>> rule_in_words("hearsay_conditional", Interface("en", "auto"))
    'hearsay conditional'
    """
    name = rule.replace("_", " ")
    name = OTHERWISE.get(name, name)
    governed, by, word = name.partition("governed by ")
    if by and not governed:
        return shown.translated("governed by {word}", word=word)
    return shown.translated(name.replace("{", "{{").replace("}", "}}"))
