"""Where a language model is asked: what a person's environment says, checked."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import httpx
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from recoupe.errors import BadInput

PREFIX = "RECOUPE_LLM_"
LOCAL = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server and how it is spoken to.

    address: without a slash at its end. key: None where the server wants none; never written
    anywhere. seconds: how long one answer may take. options: further fields of a request, as JSON.
    """

    address: str
    api: Literal["openai", "ollama"] = "openai"
    key: str | None = field(default=None, repr=False)
    seconds: float = 300.0
    options: str = "{}"

    @property
    def is_local(self) -> bool:
        """Say whether it is on this machine."""
        return httpx.URL(self.address).host in LOCAL


class _Environment(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    address: str = ""
    model: str = ""
    api: Literal["openai", "ollama"] = "openai"
    key: str = Field(default="", pattern=r"^[!-~]*$")
    seconds: float = Field(default=300.0, gt=0, le=86_400)
    options: str = "{}"


def endpoint(environment: Mapping[str, str]) -> Endpoint | None:
    """Give the server that RECOUPE_LLM_ADDRESS and its like name, None where none is named.

    Raises BadInput where one of them says what cannot be.
    """
    said = _checked(environment)
    if not said.address:
        return None
    _check_address(said)
    _check_options(said.options)
    address = said.address.rstrip("/")
    return Endpoint(address, said.api, said.key or None, said.seconds, said.options)


def model(environment: Mapping[str, str]) -> str | None:
    """Give the model that RECOUPE_LLM_MODEL names, for files that lie in no case."""
    return _checked(environment).model or None


def _checked(environment: Mapping[str, str]) -> _Environment:
    ours = {
        name.removeprefix(PREFIX).lower(): value.strip()
        for name, value in environment.items()
        if name.startswith(PREFIX) and value.strip()
    }
    try:
        return _Environment.model_validate(ours)
    except ValidationError as error:
        first = error.errors(include_input=False)[0]
        variable = f"{PREFIX}{str(first['loc'][0]).upper()}"
        raise BadInput(f"{variable}: {first['msg']}; see docs/llm.md") from None


def _check_address(said: _Environment) -> None:
    try:
        url = httpx.URL(said.address)
    except httpx.InvalidURL as error:
        raise BadInput(f"{PREFIX}ADDRESS: {said.address!r} is no address: {error}") from error
    if url.scheme not in ("http", "https") or not url.host or url.query:
        raise BadInput(
            f"{PREFIX}ADDRESS: {said.address!r} is no address of a server; "
            "for instance http://localhost:11434/v1"
        )
    if url.userinfo:
        raise BadInput(f"{PREFIX}ADDRESS: holds a password; put it in {PREFIX}KEY instead")
    if said.key and url.scheme == "http" and url.host not in LOCAL:
        raise BadInput(f"{PREFIX}ADDRESS: {said.address!r} would send the key unencrypted: https")


def _check_options(options: str) -> None:
    try:
        plain: Any = json.loads(options)
    except ValueError as error:
        raise BadInput(f"{PREFIX}OPTIONS: not JSON: {error}") from error
    if not isinstance(plain, dict) or {"model", "messages", "stream"} & set(plain):
        raise BadInput(f"{PREFIX}OPTIONS: a JSON object, without model, messages or stream")
