"""Who is read as the speaker of what news articles attribute to someone.

    python -m benchmarks.quotations PATH

Takes a part of PolNeAR (Newell, Margolin & Ruths 2018, github.com/networkdynamics/PolNeAR,
`data/test`): a folder with `text/X.txt` and `attributions/X_ANNOTATOR.ann` in the stand-off format
of brat. It is not part of the project and does not lie in ../shared.
For each content with a source, the verb that heads it is asked who says so; right is an innermost
source inside the source that people marked. What people do not attribute should have none.
PolNeAR marks attitudes too (*supports the treaty*), which are no claims of ours.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc, Token

from benchmarks.texts import document_of
from recoupe.errors import BadInput
from recoupe.languages.lexicon import lexicon
from recoupe.model.span import Span
from recoupe.reading.parse import parse, pipeline, where
from recoupe.reading.scene import scene
from recoupe.reading.score import share
from recoupe.reading.setting import Setting
from recoupe.reading.sources import chains

DIRECT, INDIRECT = "in quotation marks", "in other words"
MARKS = ("''", '"', "“", "``")
VERBS = ("VERB", "AUX")


@dataclass(frozen=True, slots=True)
class Attribution:
    """What is attributed to someone, each in pieces; no source where none is named."""

    content: tuple[Span, ...]
    source: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its attributions, in the order of the file."""

    text: str
    attributions: tuple[Attribution, ...]


def figures(folder: Path) -> str:
    """Give a line for each kind of quotation, and what is attributed that should not be."""
    counts = sum((compared(article) for article in articles(folder)), Counter[tuple[str, str]]())
    lines = [_line(kind, counts) for kind in (DIRECT, INDIRECT)]
    foot = f"sentences with no attribution {counts['', 'sentences']}   read with a source {counts['', 'sourced']}"  # noqa: E501 - a line as it is printed
    return "\n".join((HEAD, *lines, "", foot))


HEAD = """\
| what is said | contents | read with a source | right | precision | recall |
| --- | ---: | ---: | ---: | ---: | ---: |"""


def _line(kind: str, counts: Counter[tuple[str, str]]) -> str:
    gold, read, right = (counts[kind, what] for what in ("contents", "read", "right"))
    return (
        f"| {kind} | {gold} | {read} | {right} | {share(right, read):.3f} "
        f"| {share(right, gold):.3f} |"
    )


def articles(folder: Path) -> Iterator[Article]:
    """Give the articles of a part of PolNeAR; where several people marked one, the first's marks.

    Raises BadInput where the folder is not laid out so.
    """
    files = sorted((folder / "text").glob("*.txt"))
    if not files:
        raise BadInput(f"{folder}: no text/*.txt here; name a part of PolNeAR, such as data/test")
    for file in files:
        for marks in sorted((folder / "attributions").glob(f"{file.stem}_*.ann"))[:1]:
            text = file.read_bytes().decode("utf-8")
            yield Article(text, tuple(attributions(marks.read_text("utf-8"))))


def attributions(marks: str) -> Iterator[Attribution]:
    """Read the attributions of a stand-off file of brat: T lines are spans, E lines tie them."""
    lines = [line.split("\t") for line in marks.splitlines()]
    spans = {line[0]: _spans(line[1]) for line in lines if line[0].startswith("T")}
    for line in (line for line in lines if line[0].startswith("E")):
        parts = [part.split(":") for part in line[1].split()[1:]]
        content = [s for name, key in parts if name.startswith("Content") for s in spans[key]]
        source = [s for name, key in parts if name.startswith("Source") for s in spans[key]]
        yield Attribution(tuple(sorted(content)), tuple(sorted(source)))


def _spans(written: str) -> tuple[Span, ...]:
    """Read *Content 12 30;41 52*."""
    pieces = written.partition(" ")[2].split(";")
    return tuple(Span(*map(int, piece.split())) for piece in pieces)


def compared(article: Article) -> Counter[tuple[str, str]]:
    """Count, by kind, the `contents`, those `read` with a source, and those read `right`."""
    document = document_of(article.text, "en")
    docs = parse(article.text, pipeline("en"))
    setting = scene(document, docs, lexicon("en")).setting
    counts = Counter[tuple[str, str]]()
    for one in article.attributions:
        head = _head(docs, one.content)
        if head is None or not one.source:
            continue
        kind = DIRECT if one.content[0].of(article.text).startswith(MARKS) else INDIRECT
        told_by = innermost(head, setting)
        counts[kind, "contents"] += 1
        counts[kind, "read"] += bool(told_by)
        counts[kind, "right"] += any(s.overlaps(g) for s in told_by for g in one.source)
    return counts + _unattributed(docs, article, setting)


def innermost(anchor: Token, setting: Setting) -> list[Span]:
    """Give the places of who says so, each the innermost of a chain."""
    return [where(chain.speakers[0]) for chain in chains(anchor, setting) if chain.speakers]


def _head(docs: Sequence[Doc], content: Sequence[Span]) -> Token | None:
    """Give the verb that heads a content, None where it has none: *what*, *the treaty*."""
    inside = [t for doc in docs for t in doc if any(s.overlaps(where(t)) for s in content)]
    return next((t for t in inside if t.pos_ in VERBS and _is_top(t, inside)), None)


def _is_top(token: Token, inside: Sequence[Token]) -> bool:
    return token.head == token or token.head not in inside


def _unattributed(
    docs: Sequence[Doc], article: Article, setting: Setting
) -> Counter[tuple[str, str]]:
    """Count the sentences that no attribution touches, and those of them read with a source."""
    counts = Counter[tuple[str, str]]()
    marked = [s for one in article.attributions for s in (*one.content, *one.source)]
    for sentence in (s for doc in docs for s in doc.sents if s.root.pos_ in VERBS):
        if not any(s.overlaps(where(sentence)) for s in marked):
            counts["", "sentences"] += 1
            counts["", "sourced"] += bool(innermost(sentence.root, setting))
    return counts


if __name__ == "__main__":
    print(figures(Path(sys.argv[1])))
