"""What was learned of words of many meanings: how likely one tells an event, by what is near."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import exp

from pydantic import BaseModel, ConfigDict


@dataclass(frozen=True, slots=True)
class Judge:
    """A logistic regression. weights: by feature; one that is not there weighs nothing."""

    bias: float
    weights: Mapping[str, float]

    def likelihood(self, features: Iterable[str]) -> float:
        """Say how likely, from 0 to 1.

        >>> Judge(0.0, {"a": 2.0}).likelihood(["a", "b"]) > Judge(0.0, {}).likelihood(["a"]) == 0.5
        True
        """
        score = self.bias + sum(self.weights.get(feature, 0.0) for feature in set(features))
        return 1 / (1 + exp(-score))


class _File(BaseModel):
    """judge.json, made by `python -m training.judge`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    made_from: str
    bias: float
    weights: dict[str, float]


@cache
def judge() -> Judge:
    """Load what was learned."""
    written = resources.files("recoupe.languages").joinpath("judge.json").read_text("utf-8")
    file = _File.model_validate(json.loads(written))
    return Judge(file.bias, file.weights)
