"""How fast the reader is, beside the bare parse: `python -m benchmarks.reading`.

Prints, for each language, the words per second of the whole reader and of the spaCy pipeline alone
in one run on one core, the share of the time that the pipeline takes, how long it takes to load,
and the memory of the process. The texts are those of `../shared/corpus` where it lies there, else
those of the example case. Nothing is asserted: a laptop and a server differ by a factor of three.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import resource
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from recoupe.model.document import Document
from recoupe.reading.parse import parse, pipeline
from recoupe.reading.read import read

HOUSE = Path(__file__).parent.parent
SHARED = HOUSE.parent / "shared" / "corpus"
TEXTS = {
    "fr": (*SHARED.glob("*.txt"), *SHARED.glob("dev-fr/*.txt"), *SHARED.glob("train-fr/*.txt")),
    "en": (*SHARED.glob("dev-en/*.txt"), *SHARED.glob("train-en/*.txt")),
}
OWN = {"fr": ("10-manoeuvres.txt",), "en": ("09-exercises.txt",)}


def main() -> None:
    """Print the table."""
    print(
        "| language | words | load, s | reader, words/s | parse alone, words/s | share of parse |"
    )
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for language in TEXTS:
        print(_row(language, _documents(language)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\nPeak memory of the process, both languages loaded: {peak:,.0f} MB.")


def _row(language: str, documents: Sequence[Document]) -> str:
    words = sum(len(d.text.split()) for d in documents)
    load = _seconds(lambda: pipeline(language))
    read(documents[0])  # lexicons and tables are loaded once, and not measured
    whole = _seconds(lambda: [read(d) for d in documents])
    bare = _seconds(lambda: [parse(d.text, pipeline(language)) for d in documents])
    return (
        f"| {language} | {words:,} | {load:.1f} | {words / whole:,.0f} | {words / bare:,.0f} "
        f"| {bare / whole:.0%} |"
    )


def _documents(language: str) -> Sequence[Document]:
    files = sorted(TEXTS[language]) or [HOUSE / "examples" / "case" / f for f in OWN[language]]
    return [Document(f.name, "benchmark", f.read_text("utf-8"), language=language) for f in files]


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
