"""Reads the marked sentences of sentences/claims-*.md and sentences/known-failures.md.

A text stands in `>` lines, its claims below it, one a line, indented by four:

    > Selon le FT, Pékin aurait livré 60 drones à Moscou.

        transfer PR+ past; supplier Pékin; item drones; recipient Moscou; says FT

The line is what the reader should print: no offsets are typed, words are found in the text.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from recoupe.archive import formats
from recoupe.archive.capture import Captured
from recoupe.archive.extract import extract
from recoupe.model.claim import PARTICIPANTS, Claim, Role, Source
from recoupe.model.document import Document

FOLDER = Path(__file__).parent / "sentences"
HEADING = re.compile(r"#+ .*\((?P<language>[a-z]{2})\)")
BLOCK = re.compile(r"(?:.+(?:\n|$))+")
NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and the claims that should be read in it, each a line of the notation.

    place: file and line, for whoever looks for it.
    """

    text: str
    language: str
    claims: tuple[str, ...]
    place: str

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"


def marked(name: str) -> tuple[Marked, ...]:
    """Give the marked sentences of a file, in its order; a heading ends in `(fr)` or `(en)`."""
    return tuple(_sentences((FOLDER / name).read_text("utf-8"), name))


def document_of(text: str, language: str) -> Document:
    """Make the document of a text as the command line does."""
    data = text.encode()
    captured = Captured("text", data, formats.PLAIN, datetime(2024, 6, 18, tzinfo=UTC))
    return replace(extract(captured, hashlib.sha256(data).hexdigest()), language=language)


def told(claims: Iterable[Claim], sentence: Marked, text: str) -> list[str]:
    """Write claims as the marks are written, as far as the marks of the sentence go.

    Participants always; any other role, and what a word stands for, only where it is marked.
    """
    marks = {part for line in sentence.claims for part in _parts(line)}
    kinds = {part.split()[0] for part in marks} | {n for s in PARTICIPANTS.values() for n in s}
    return sorted(_line(claim, kinds, marks, text) for claim in claims)


def expected(sentence: Marked) -> list[str]:
    """Give the claims as marked, in the order in which `told` gives them."""
    return sorted("; ".join(_in_order(_parts(line))) for line in sentence.claims)


def _sentences(written: str, name: str) -> Iterator[Marked]:
    language, blocks = "", [*BLOCK.finditer(written)]
    for block, below in zip(blocks, [*(b[0] for b in blocks[1:]), "end"], strict=True):
        lines = block[0].splitlines()
        if heading := HEADING.fullmatch(lines[0]):
            language = heading["language"]
        if lines[0].startswith("> "):
            text = "\n".join(line.removeprefix("> ") for line in lines)
            place = f"{name}:{1 + len(written[: block.start()].splitlines())}"
            yield Marked(text, language, _claims(below, place), place)


def _claims(block: str, place: str) -> tuple[str, ...]:
    lines = block.splitlines()
    if not all(line.startswith("    ") for line in lines):
        raise ValueError(f"{place}: a text needs its claims below it, or {NOTHING!r}")
    claims = tuple(line.strip() for line in lines)
    return () if claims == (NOTHING,) else claims


def _parts(line: str) -> list[str]:
    return [part.strip() for part in line.split(";")]


def _in_order(parts: list[str]) -> list[str]:
    says = [part for part in parts[1:] if part.startswith("says ")]
    return [parts[0], *sorted(set(parts[1:]) - set(says)), *says]


def _line(claim: Claim, kinds: set[str], marks: set[str], text: str) -> str:
    roles = [_role(role, marks, text) for role in claim.roles if role.name in kinds]
    says = " > ".join(_source(source, marks, text) for source in claim.sources)
    head = f"{claim.event} {claim.factuality} {claim.tense}"
    return "; ".join(_in_order([head, *roles, *([f"says {says}"] if says else [])]))


def _role(role: Role, marks: set[str], text: str) -> str:
    words = f"{role.name} {role.span.of(text)}"
    meant = f"{words} = {role.resolved}"
    return meant if meant in marks else words


def _source(source: Source, marks: set[str], text: str) -> str:
    words = source.span.of(text)
    meant = f"{words} = {source.resolved}"
    return meant if any(meant in mark for mark in marks) else words
