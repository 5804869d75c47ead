"""Who reads documents: the rules, a language model under their ceiling, or both."""

import os
import time
from collections import Counter
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recoupe.model.document import Document
    from recoupe.model.reading import Reading
    from recoupe.reading.llm.endpoint import Endpoint
    from recoupe.reading.llm.question import Ask, Question
    from recoupe.reading.llm.read import Second

Tell = Callable[[str], None]
"""Where a line goes that a person should know beside the result."""


class Which(StrEnum):
    """Who reads."""

    RULES = "rules"
    LLM = "llm"
    BOTH = "both"


class Reader:
    """Reads documents, and counts what a language model proposed and what became of it."""

    def __init__(
        self, which: Which, tell: Tell, model: str = "", answers: Path | None = None
    ) -> None:
        self.which = which
        self.tell = tell
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

    def _count(self, second: "Second") -> None:
        from recoupe.reading.llm.kept import file_of

        self.used += len(second.heard.claims)
        self.added += second.added
        self.refused.update(second.heard.refused)
        for question, why in second.heard.unusable:
            file = file_of(self.answers, question)
            self.tell(f"{file}: {why}; its sentences add nothing. Delete the file to ask again")

    def _asking(self) -> "Ask":
        from recoupe.reading.llm.endpoint import endpoint
        from recoupe.reading.llm.kept import keeping

        return keeping(self.answers, endpoint(os.environ), self._send)

    def _send(self, question: "Question", endpoint: "Endpoint") -> str:
        """Send a question, having said once what goes where."""
        from recoupe.reading.llm.chat import chat

        if not self.has_said_where:
            self.tell(f"sending sentences to {endpoint.address}, to be read by {self.model}")
            self.has_said_where = True
        return chat(question, endpoint, time.sleep)
