"""Whether names are found and told apart, on texts that never taught the recogniser.

    python -m benchmarks.named ../shared/data

Takes the folder that holds `ner/`. Every fifth of the press texts and the last tenth of each other
source were held back when the pipelines were trained (training/sources.py). What is measured is
what the reader gives, with all its voters, not the recogniser alone. A name counts where both ends
and the kind are right; what a source leaves open (*product*) counts neither way.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.texts import document_of
from recoupe.languages.lexicon import lexicon
from recoupe.reading.parse import parse, pipeline
from recoupe.reading.scene import scene
from recoupe.reading.score import share
from training.names import UNSURE, NamedText
from training.sources import name_parts

THEIRS = {"ORG": "organisations", "OUTLET": "organisations", "PER": "persons", "LOC": "places"}
OURS = {
    "Company": "organisations",
    "Organization": "organisations",
    "PublicBody": "organisations",
    "Outlet": "organisations",
    "Person": "persons",
    "Country": "places",
    "Place": "places",
}
KINDS = ("organisations", "persons", "places")
HEAD = """\
| language | set | texts | names | organisations P | R | F | persons P | R | F | places P | R | F |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"""

Found = tuple[int, int, str]


def figures(folder: Path, languages: Sequence[str] = ("fr", "en")) -> str:
    """Give a line for each set, as Markdown."""
    lines = [
        _line(language, name, texts)
        for language in languages
        for name, texts in sets(folder, language)
    ]
    return "\n".join((HEAD, *lines))


def sets(folder: Path, language: str) -> Iterator[tuple[str, list[NamedText]]]:
    """Give the texts held back: those of the press, and those of every other source."""
    parts = name_parts(folder, language)
    yield "press", parts.press_test
    yield from parts.other_test.items()


def names(text: str, language: str) -> set[Found]:
    """Give the names that the reader finds in a text: start, end and kind."""
    document = document_of(text, language)
    entities = scene(document, parse(text, pipeline(language)), lexicon(language)).entities
    known = (entity for entity in entities if entity.type in OURS)
    return {(s.start, s.end, OURS[one.type]) for one in known for s in one.mentions}


def compared(text: NamedText, found: set[Found]) -> Counter[tuple[str, str]]:
    """Count, by kind, `theirs`, `ours` and the names that are `both`."""
    theirs = {(n.start, n.end, THEIRS[n.label]) for n in text.names if n.label in THEIRS}
    open_ = [(n.start, n.end) for n in text.names if n.label == UNSURE]
    ours = {one for one in found if not any(one[0] < e and s < one[1] for s, e in open_)}
    counted = Counter[tuple[str, str]]()
    for what, those in (("theirs", theirs), ("ours", ours), ("both", theirs & ours)):
        counted.update((kind, what) for _, _, kind in those)
    return counted


def _line(language: str, name: str, texts: Sequence[NamedText]) -> str:
    counted = sum((compared(text, names(text.text, language)) for text in texts), Counter())
    total = sum(counted[kind, "theirs"] for kind in KINDS)
    cells = " | ".join(_cells(counted, kind) for kind in KINDS)
    return f"| {language} | {name} | {len(texts)} | {total} | {cells} |"


def _cells(counted: Counter[tuple[str, str]], kind: str) -> str:
    both, ours, theirs = (counted[kind, what] for what in ("both", "ours", "theirs"))
    f = share(2 * both, ours + theirs)
    return f"{share(both, ours):.3f} | {share(both, theirs):.3f} | {f:.3f}"


if __name__ == "__main__":
    print(figures(Path(sys.argv[1])))
