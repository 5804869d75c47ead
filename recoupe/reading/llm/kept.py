"""Answers of a model kept as files, so that the same question is never asked twice.

One file an answer, `KEY.json`, KEY being the hash of model, instructions and sentences.
"""

import errno
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from recoupe.errors import BadInput, NoAnswer, StorageFull
from recoupe.reading.llm.endpoint import PREFIX, Endpoint
from recoupe.reading.llm.question import Ask, Question


class Answer(BaseModel):
    """What is kept of an answer.

    question: the key; prompt: hash of the instructions; address: where the sentences were sent;
    asked: UTC; answer: the model's own words, whatever they are.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    question: str
    model: str
    prompt: str
    address: str
    asked: datetime
    answer: str


def keeping(
    folder: Path, endpoint: Endpoint | None, send: Callable[[Question, Endpoint], str]
) -> Ask:
    """Give what answers a question from the folder, and only else by sending it to the endpoint.

    What it gives raises NoAnswer where nothing is kept and no endpoint is named, and what `send`
    raises.
    """

    def ask(question: Question) -> str:
        if (kept := _kept(folder, question)) is not None:
            return kept.answer
        if endpoint is None:
            raise NoAnswer(
                f"{folder}: no answer of {question.model} is kept for some sentences, and "
                f"{PREFIX}ADDRESS names no server to ask; see docs/llm.md"
            )
        said = send(question, endpoint)
        _keep(folder, question, endpoint, said)
        return said

    return ask


def file_of(folder: Path, question: Question) -> Path:
    """Give the file in which the answer to a question is kept."""
    return folder / f"{question.key}.json"


def _kept(folder: Path, question: Question) -> Answer | None:
    file = file_of(folder, question)
    try:
        answer = Answer.model_validate_json(file.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise BadInput(f"{file}: cannot be read: {error.strerror or error}") from error
    except ValidationError as error:
        raise BadInput(f"{file}: no kept answer; delete the file to ask again") from error
    if answer.question != question.key:
        raise BadInput(f"{file}: answers another question; delete the file to ask again")
    return answer


def _keep(folder: Path, question: Question, endpoint: Endpoint, said: str) -> None:
    answer = Answer(
        question=question.key,
        model=question.model,
        prompt=question.prompt,
        address=endpoint.address,
        asked=datetime.now(UTC),
        answer=said,
    )
    file = file_of(folder, question)
    draft = file.with_name(f".{file.name}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft.write_text(answer.model_dump_json(indent=1) + "\n", "utf-8")
        os.replace(draft, file)
    except OSError as error:
        raise _in_words(file, error) from error


def _in_words(file: Path, error: OSError) -> Exception:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return StorageFull(
            f"{file}: the disk took no more; what was kept before is intact. "
            "Make room and run the same command again."
        )
    return BadInput(f"{file}: cannot be written: {error.strerror or error}")
