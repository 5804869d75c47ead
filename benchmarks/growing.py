"""What one more document costs in a case that is weighed already: `python -m benchmarks.growing`.

Prints a table of Markdown, which is a part of `docs/findings.md`. The case is made by
`newsroom.py`.

    python -m benchmarks.growing          # the table; about three minutes on one core
    python -m benchmarks.growing 1000     # one row
"""

import resource
import subprocess
import sys
import time
from collections.abc import Sequence

from benchmarks.newsroom import newsroom
from recoupe.model.document import Document
from recoupe.model.finding import Finding
from recoupe.model.reading import Reading
from recoupe.weighing.corroborate import findings
from recoupe.weighing.memory import Memory

SIZES = (1_000, 5_000)
MORE = 5
"""Documents that are added one by one, each timed."""

HEAD = """\
| documents | findings | from nothing, s | one document more, s | ratio | peak memory, MB |
| ---: | ---: | ---: | ---: | ---: | ---: |"""


def main(sizes: Sequence[str]) -> None:
    """Print the row of one size; without one, the table."""
    if sizes:
        print(_row(int(sizes[0])))
        return
    print(HEAD, flush=True)
    for size in SIZES:
        subprocess.run([sys.executable, "-m", "benchmarks.growing", str(size)], check=True)


def _row(size: int) -> str:
    articles, memory = newsroom(size), Memory()
    found, _ = _timed(articles[:-MORE], memory)
    more = [_timed(articles[: size - MORE + at + 1], memory)[1] for at in range(MORE)]
    anew, seconds = _timed(articles, None)
    found, _ = _timed(articles, memory)
    if found != anew:
        raise SystemExit("a case that grew is weighed otherwise than from nothing")
    each = sum(more) / MORE
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"| {size:,} | {len(anew):,} | {seconds:,.1f} | {each:.2f} | {seconds / each:.0f} "
        f"| {peak:,.0f} |"
    )


def _timed(
    articles: Sequence[tuple[Document, Reading]], memory: Memory | None
) -> tuple[tuple[Finding, ...], float]:
    documents = {document.id: document for document, _ in articles}
    before = time.process_time()
    found = findings([reading for _, reading in articles], documents, memory)
    return found, time.process_time() - before


if __name__ == "__main__":
    main(sys.argv[1:])
