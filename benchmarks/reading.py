"""How fast the reader is, beside the bare parse: `python -m benchmarks.reading`.

Prints a table, a language a row, each measured in a process of its own that has one core: words a
second of the whole reader and of the spaCy pipeline alone, the share of the time that the pipeline
takes, how long it takes to load and read a first short text, and the most memory that it took. The
texts are those of `../shared/corpus` where it lies there, else those of the example case.
Nothing is asserted: a laptop and a server differ by a factor of three.
"""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from recoupe.cli.read_files import document_of
from recoupe.reading.parse import parse, pipeline
from recoupe.reading.read import read

LANGUAGES = ("fr", "en")
ONE_CORE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
EXAMPLES = Path(__file__).parents[1] / "examples" / "case"
CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
HEAD = """\
| language | words | until a first text, s | reader, words/s | parse alone, words/s \
| share of the parse | peak memory, MB |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |"""
FOOT = """
Made by `python -m benchmarks.reading`; seconds are those that one core was at work.
The texts were opened and their language found before; that is not counted."""


def main(languages: Sequence[str]) -> None:
    """Print the row of one language; without one, the table."""
    if languages:
        print(_row(languages[0]))
        return
    print(HEAD, flush=True)
    for language in LANGUAGES:
        command = [sys.executable, "-m", "benchmarks.reading", language]
        subprocess.run(command, check=True, env={**os.environ, **ONE_CORE})
    print(FOOT)


def _row(language: str) -> str:
    documents = [d for d in map(document_of, _texts()) if d.language == language]
    words = sum(len(document.text.split()) for document in documents)
    shortest = min(documents, key=lambda document: len(document.text))
    start = _seconds(lambda: read(shortest))
    whole = _seconds(lambda: [read(document) for document in documents])
    bare = _seconds(lambda: [parse(d.text, pipeline(language)) for d in documents])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"| {language} | {words:,} | {start:.1f} | {words / whole:,.0f} | {words / bare:,.0f} "
        f"| {bare / whole:.0%} | {peak:,.0f} |"
    )


def _texts() -> list[str]:
    """Name the files; where there is no corpus, those of the example case."""
    files = [*CORPUS.glob("*.txt"), *CORPUS.glob("*/*.txt")] or [*EXAMPLES.iterdir()]
    return sorted(map(str, files))


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main(sys.argv[1:])
