"""Which reader a command reads with, and what it says of a language model's part."""

import os
from pathlib import Path
from typing import Annotated

import typer

from recoupe.cli.terminal import tell
from recoupe.errors import BadInput
from recoupe.reading.reader import Reader, Which

AskedReader = Annotated[
    Which | None,
    typer.Option(
        "--reader", help="llm, both: with a language model; see docs/llm.md.", show_default=False
    ),
]
Answers = Annotated[
    Path | None,
    typer.Option("--answers", metavar="DIR", help="Where a language model's answers are kept."),
]


def reader_of_files(which: Which | None, answers: Path | None) -> Reader:
    """Give the reader for files that lie in no case: the rules, unless another is asked for."""
    if which in (None, Which.RULES):
        if answers is not None:
            raise BadInput("--answers is for a language model: --reader llm or --reader both")
        return Reader(Which.RULES, tell)
    from recoupe.reading.llm.endpoint import model

    named = model(os.environ)
    if named is None:
        raise BadInput("RECOUPE_LLM_MODEL names no model to read with; see docs/llm.md")
    if answers is None:
        raise BadInput("a language model's answers are kept: name a folder with --answers DIR")
    return Reader(which, tell, named, answers)


def report(reader: Reader) -> None:
    """Say what a language model proposed, and why some of it is not used."""
    from recoupe.cli.words import count

    if reader.ask is None:
        return
    already = reader.used - reader.added
    proposed = count(reader.used + reader.refused.total(), "claim")
    also = f", {already} read already" if already else ""
    tell(f"{reader.model} proposed {proposed}: {reader.added} added{also}")
    for reason, number in sorted(reader.refused.items()):
        tell(f"{number} refused: {reason}")
