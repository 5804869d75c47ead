"""How sure the reader is that something happened, beside people's judgement.

    python -m benchmarks.uds ../shared/data

Takes the folder that holds `factuality/` (UDS 2.0, White et al. 2020) and `ud/en/` (UD English
EWT), of which UDS judges the verbs: did it happen, how sure are you. Only the test part is read:
the pipeline was trained on the train part, and the sentences of the dev part have moved since.
What is called for each verb is the reader of factuality alone, with the parse of the pipeline.
"""

import json
import lzma
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from statistics import correlation

from spacy.tokens import Doc, Token

from benchmarks.texts import document_of
from recoupe.languages.lexicon import lexicon
from recoupe.model.claim import EventType, Tense
from recoupe.model.factuality import ASSERTED, UNCOMMITTED, Factuality
from recoupe.reading.factuality import factuality
from recoupe.reading.parse import parse, pipeline
from recoupe.reading.scene import scene
from recoupe.reading.score import share
from recoupe.reading.tense import tense

JUDGED = Path("factuality", "uds-2.0-factuality-normalized.zip")
TREEBANK = Path("ud", "en", "en_ewt-ud-test.conllu.xz")
DONE = "CT+ past or ongoing"
COLUMNS = (DONE, "CT+ future", "PR+, PS+", "U, or no event", "CT-, PR-, PS-")
ROWS = ("it happened", "not sure", "it did not")
SURE = 0.5
"""Judgements lie in two heaps around -1 and 1; between these bounds people are not sure."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the treebank. starts: where its words begin in its text, in code points.

    document: the running number of the text that it stands in.
    """

    text: str
    starts: tuple[int, ...]
    document: int


@dataclass(frozen=True, slots=True)
class Judged:
    """A verb with people's judgement and what is read; reading: None where no event is told."""

    sentence: str
    verb: str
    judgement: float
    reading: Factuality | None
    tense: Tense

    @property
    def number(self) -> int:
        """Give the reading from -3 (`CT-`) to 3 (`CT+`); what lies ahead has not happened: 0."""
        if self.reading is None or self.column == "CT+ future":
            return 0
        return self.reading.certainty * (1 if self.reading.affirmed else -1)

    @property
    def column(self) -> str:
        """Name the column of the table that the reading falls in."""
        if self.reading is None or self.reading == UNCOMMITTED:
            return "U, or no event"
        if self.reading == ASSERTED:
            return "CT+ future" if self.tense is Tense.FUTURE else DONE
        return "PR+, PS+" if self.reading.affirmed else "CT-, PR-, PS-"

    @property
    def row(self) -> str:
        """Name the heap of judgements that this one lies in."""
        if abs(self.judgement) < SURE:
            return "not sure"
        return "it happened" if self.judgement > 0 else "it did not"


def figures(folder: Path) -> str:
    """Give the table and the figures, as Markdown."""
    verbs = judged(folder)
    sure = [verb for verb in verbs if verb.row != "not sure"]
    right = sum((verb.number > 0) == (verb.judgement > 0) for verb in sure)
    not_done = [verb for verb in sure if verb.judgement < 0]
    inflated = sum(verb.column == DONE for verb in not_done)
    likeness = correlation([v.judgement for v in verbs], [v.number for v in verbs])
    return f"""{_table(verbs)}

verbs {len(verbs)}   correlation {likeness:.3f}   happened or not {share(right, len(sure)):.3f}
of {len(not_done)} that people judge not to have happened, read as {DONE}: {inflated} ({share(inflated, len(not_done)):.3f})"""  # noqa: E501 - a line as it is printed


def _table(verbs: Sequence[Judged]) -> str:
    counts = Counter((verb.row, verb.column) for verb in verbs)
    lines = [["people say", *COLUMNS], ["---", *("---:" for _ in COLUMNS)]]
    lines += [[row, *(str(counts[row, column]) for column in COLUMNS)] for row in ROWS]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def judged(folder: Path) -> list[Judged]:
    """Read each verb that people judged, in the order of the treebank."""
    values = judgements(folder / JUDGED)
    text = lzma.decompress((folder / TREEBANK).read_bytes()).decode()
    numbered = enumerate(sentences(text))
    found: list[Judged] = []
    for _, group in groupby(numbered, key=lambda pair: pair[1].document):
        one = [(sentence, values.get(i, {})) for i, sentence in group]
        found += _read(one)
    return found


def judgements(archive: Path) -> dict[int, dict[int, float]]:
    """Give the judgements of the test part: of a sentence, of a word in it, both from 0."""
    with zipfile.ZipFile(archive) as packed:
        data = json.loads(packed.read("factuality.json"))["data"]
    found: dict[int, dict[int, float]] = {}
    for name, predicates in data.items():
        part, number = name.removeprefix("ewt-").split("-")
        if part == "test":
            found[int(number) - 1] = {
                int(key.rpartition("-")[2]) - 1: value["factuality"]["factual"]["value"]
                for key, value in predicates.items()
            }
    return found


def sentences(conllu: str) -> Iterator[Sentence]:
    """Give the sentences of a CoNLL-U file."""
    document = 0
    for block in conllu.split("\n\n"):
        lines = block.strip().splitlines()
        document += any(line.startswith("# newdoc") for line in lines)
        words = [line.split("\t") for line in lines if not line.startswith("#")]
        if words:
            text, starts = _laid_out(words)
            yield Sentence(text, starts, document)


def _laid_out(words: Sequence[Sequence[str]]) -> tuple[str, tuple[int, ...]]:
    """Give a sentence's text, and where each of its words begins; *don't* is two words."""
    text, starts, covered = "", [], 0
    for number, form, *_, misc in words:
        first, _, last = number.partition("-")
        if last:
            text, covered = _joined(text, misc, form), int(last)
            whole = len(text.rstrip()) - len(form)
            continue
        if int(first) <= covered:
            starts.append(whole)
            whole += len(form)
            continue
        starts.append(len(text))
        text = _joined(text, misc, form)
    return text.rstrip(), tuple(starts)


def _joined(text: str, misc: str, form: str) -> str:
    return text + form + ("" if "SpaceAfter=No" in misc else " ")


def _read(group: Sequence[tuple[Sentence, dict[int, float]]]) -> Iterator[Judged]:
    """Read the judged verbs of one text, a sentence a line."""
    document = document_of("\n".join(sentence.text for sentence, _ in group), "en")
    docs = parse(document.text, pipeline("en"))
    setting = scene(document, docs, lexicon("en")).setting
    line = 0
    for sentence, values in group:
        for word, value in sorted(values.items()):
            token = _token(docs, line + sentence.starts[word])
            told = factuality(token, setting)
            reading = told[0] if told else None
            when = tense(token, EventType.TRANSFER, setting)
            yield Judged(sentence.text, token.text, value, reading, when)
        line += len(sentence.text) + 1


def _token(docs: Sequence[Doc], place: int) -> Token:
    """Give the token that stands at a place of the text."""
    doc = next(d for d in reversed(docs) if d.user_data["start"] <= place)
    inside = place - doc.user_data["start"]
    return next(t for t in reversed(doc) if t.idx <= inside)


if __name__ == "__main__":
    print(figures(Path(sys.argv[1])))
