"""A model's answer, checked against its schema → what it proposes.

An answer that is no JSON is refused whole; of one that is, each claim that breaks the schema.
"""

import json
import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from recoupe.model.claim import EventType
from recoupe.model.factuality import Factuality
from recoupe.reading.llm.proposal import Proposal, Quote, Refused

MOST = 200
"""Claims that one answer may hold: a passage has some thirty sentences; more is a model adrift."""

THINKING = re.compile(r"<think>.*?</think>", re.DOTALL)
"""What models that reason aloud put before their answer."""

Words = Annotated[str, Field(min_length=1, max_length=500)]


class _Checked(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Role(_Checked):
    role: Words
    text: Words
    sentence: int | None = None


class _Source(_Checked):
    text: Words
    sentence: int | None = None


class _Claim(_Checked):
    sentence: int
    event: EventType
    words: Words
    factuality: Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "U"]
    roles: list[_Role] = Field(max_length=50)
    sources: list[_Source] = Field(default=[], max_length=10)


class _Answer(_Checked):
    claims: list[_Claim]


def proposals(answer: str) -> Iterator[Proposal | Refused]:
    """Give each claim of an answer, or why it is not used.

    Raises Refused where the answer as a whole is of no use.
    """
    claims = _claims(answer)
    if len(claims) > MOST:
        raise Refused("the answer holds more claims than a passage can tell")
    for claim in claims:
        yield _proposal(claim)


def schema() -> dict[str, Any]:
    """Give the JSON schema of an answer, for servers that hold a model to one."""
    return _Answer.model_json_schema()


def _claims(answer: str) -> list[Any]:
    text = THINKING.sub("", answer)
    if "{" not in text:
        raise Refused("the answer is not JSON")
    try:
        plain, _ = json.JSONDecoder().raw_decode(text[text.index("{") :])
    except (ValueError, RecursionError) as error:
        raise Refused("the answer is not JSON, or was cut short") from error
    claims = plain.get("claims")
    if set(plain) != {"claims"} or not isinstance(claims, list):
        raise Refused("the answer has another form than was asked for")
    return claims


def _proposal(claim: Any) -> Proposal | Refused:
    try:
        checked = _Claim.model_validate(claim)
    except (ValidationError, RecursionError):
        return Refused("a claim has another form than was asked for")
    return Proposal(
        sentence=checked.sentence,
        event=checked.event,
        words=checked.words,
        factuality=Factuality.parse(checked.factuality),
        roles=tuple(Quote(r.text, _of(r, checked), r.role) for r in checked.roles),
        sources=tuple(Quote(s.text, _of(s, checked)) for s in checked.sources),
    )


def _of(part: _Role | _Source, claim: _Claim) -> int:
    return claim.sentence if part.sentence is None else part.sentence
