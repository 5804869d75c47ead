"""Which reader a command reads with: the rules, a language model under their ceiling, or both."""

import os
import time
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.terminal import tell
from recoupe.errors import BadInput

if TYPE_CHECKING:
    from recoupe.case.folder import Case
    from recoupe.model.document import Document
    from recoupe.model.reading import Reading
    from recoupe.reading.llm.endpoint import Endpoint
    from recoupe.reading.llm.question import Ask, Question
    from recoupe.reading.llm.read import Second


class Which(StrEnum):
    """Who reads."""

    RULES = "rules"
    LLM = "llm"
    BOTH = "both"


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


class Reader:
    """Reads documents, and counts what a language model proposed and what became of it."""

    def __init__(self, which: Which, model: str = "", answers: Path | None = None) -> None:
        self.which = which
        self.model = model
        self.answers = answers or Path()
        self.used = self.added = 0
        self.refused: Counter[str] = Counter()
        self.has_said_where = False
        self.ask = None if which is Which.RULES else self._asking()

    def name(self) -> str:
        """Name what reads, with its version; a document is read anew when that changes."""
        if self.which is Which.RULES:
            from recoupe.reading.read import READER

            return READER
        from recoupe.reading.llm.read import name_alone, name_beside_rules

        return (name_alone if self.which is Which.LLM else name_beside_rules)(self.model)

    def read(self, document: "Document", pipeline: str | None = None) -> "Reading":
        """Read a document; raises NoReader, and NoAnswer where a model cannot be asked."""
        if self.ask is None:
            from recoupe.reading.read import read

            return read(document, pipeline)
        from recoupe.reading.llm.read import alone, beside_rules

        with_model = alone if self.which is Which.LLM else beside_rules
        second = with_model(document, self.model, self.ask, pipeline)
        self._count(second)
        return second.reading

    def report(self) -> None:
        """Say what the model proposed, and why some of it is not used."""
        from recoupe.cli.words import count

        if self.ask is None:
            return
        already = self.used - self.added
        proposed = count(self.used + self.refused.total(), "claim")
        also = f", {already} read already" if already else ""
        tell(f"{self.model} proposed {proposed}: {self.added} added{also}")
        for reason, number in sorted(self.refused.items()):
            tell(f"{number} refused: {reason}")

    def _count(self, second: "Second") -> None:
        from recoupe.reading.llm.kept import file_of

        self.used += len(second.heard.claims)
        self.added += second.added
        self.refused.update(second.heard.refused)
        for question, why in second.heard.unusable:
            file = file_of(self.answers, question)
            tell(f"{file}: {why}; its sentences add nothing. Delete the file to ask again")

    def _asking(self) -> "Ask":
        from recoupe.reading.llm.endpoint import endpoint
        from recoupe.reading.llm.kept import keeping

        return keeping(self.answers, endpoint(os.environ), self._send)

    def _send(self, question: "Question", endpoint: "Endpoint") -> str:
        """Send a question, having said once what goes where."""
        from recoupe.reading.llm.chat import chat

        if not self.has_said_where:
            tell(f"sending sentences to {endpoint.address}, to be read by {self.model}")
            self.has_said_where = True
        return chat(question, endpoint, time.sleep)


def reader_of_files(which: Which | None, answers: Path | None) -> Reader:
    """Give the reader for files that lie in no case: the rules, unless another is asked for."""
    if which in (None, Which.RULES):
        if answers is not None:
            raise BadInput("--answers is for a language model: --reader llm or --reader both")
        return Reader(Which.RULES)
    from recoupe.reading.llm.endpoint import model

    named = model(os.environ)
    if named is None:
        raise BadInput("RECOUPE_LLM_MODEL names no model to read with; see docs/llm.md")
    if answers is None:
        raise BadInput("a language model's answers are kept: name a folder with --answers DIR")
    return Reader(which, named, answers)


def reader_of_case(case: "Case", which: Which | None) -> Reader:
    """Give the reader for a case: the rules, and beside them the model that its case.toml names."""
    which = which or (Which.BOTH if case.llm else Which.RULES)
    if which is Which.RULES:
        return Reader(which)
    if case.llm is None:
        raise BadInput(
            f"{case.folder}: case.toml names no language model; "
            'add [llm] and model = "…" there; see docs/llm.md'
        )
    return Reader(which, case.llm, case.answers)
