"""What a language model is asked, as far as the answer depends on it."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """One request to a model.

    instructions: how to read, the same for every text. passage: the sentences, a JSON record a
    line, so that no word of an article can pass for an instruction of ours.
    """

    model: str
    instructions: str
    passage: str

    @property
    def key(self) -> str:
        """Name the question by all that makes it: 64 hex digits, the same everywhere."""
        return _hash(json.dumps([self.model, self.instructions, self.passage]))

    @property
    def prompt(self) -> str:
        """Name the instructions: 64 hex digits."""
        return _hash(self.instructions)


Ask = Callable[[Question], str]
"""Gives a model's answer in its own words; raises NoAnswer where there is none to be had."""


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
