"""What the reader is worth on texts that others marked, for other ends.

    python -m benchmarks.outside ../shared/data [POLNEAR]

Prints a page of Markdown; `docs/outside.md` is that page. POLNEAR is a part of that corpus, such as
`data/test`; without it, quotations are left out.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import plover, quotations, re3d, uds
from recoupe.reading.read import READER

HEAD = f"""\
# Outside checks

Made by `.venv/bin/python -m benchmarks.outside ../shared/data POLNEAR > docs/outside.md`, with reader `{READER}`.
The sets were marked by others, for other ends, and nothing was tuned on these parts; what differs between their question and ours is said beside each figure.
How the reader fares on texts marked under its own claim model stands in [scores.md](scores.md).
None of these texts is part of the project.
"""  # noqa: E501 - prose has one sentence a line


@dataclass(frozen=True, slots=True)
class Check:
    """A section of the page: heading, command, what takes the figures, and what they mean."""

    title: str
    command: str
    figures: Callable[[Path], str]
    notes: str


FACTUALITY = Check(
    "Did it happen: UDS 2.0 over EWT",
    "benchmarks.uds ../shared/data",
    uds.figures,
    """\
People judged the verbs of English weblogs, e-mail, reviews and questions: did this happen, or not.
What is called is the reader of factuality alone, on each verb, with the parse of the bundled pipeline.
The last figure is the one to look at: what people judge not to have happened, and the reader gives as sure and done.
Most of these are orders and requests (*please send*), infinitives that nothing says came about (*creative ways to support*) and clauses of what lies ahead (*once we get the word*), all rarer in news than in e-mail.
People say of a negated verb now that it did not happen, now that the sentence is true, so that `CT-` lies in every row.""",  # noqa: E501 - prose has one sentence a line
)
EVENTS = Check(
    "Events, roles and certainty: PLOVER",
    "benchmarks.plover ../shared/data",
    plover.figures,
    """\
322 sentences from the manual of political event coding, older wire news; [plover.toml](../benchmarks/plover.toml) says which of them tell an event of ours, what roles their actors have and what may be read.
A record is found where an event of its kind is read; roles are counted in those found.
*Surer than told*: above every reading that the mapping allows, or with the other polarity.
In the other records a claim need not be wrong, since a sentence may tell more than the event that was coded.""",  # noqa: E501 - prose has one sentence a line
)
NAMES = Check(
    "Names in defence documents: re3d",
    "benchmarks.re3d ../shared/data",
    re3d.figures,
    """\
90 documents on Syria and Iraq.
Theirs are names and descriptions, so that only those count that end in a capital or a number; *The Foreign Secretary* is still one of them and never one of ours.
A country is taken for right as a place and as who acts.
Ships (*HMS*, *USS*), improvised bombs (*VBIED*) and persons behind a title (*Press Secretary Peter Cook*) are taken for organisations or places.""",  # noqa: E501 - prose has one sentence a line
)
QUOTATIONS = Check(
    "Who says so: PolNeAR",
    "benchmarks.quotations POLNEAR",
    quotations.figures,
    """\
American news on an election; each content that people attribute to a source has its verb asked who says so.
PolNeAR attributes attitudes and acts of speech as well (*declined the assignment*), of which the reader makes no source, so that recall in other words stays low by design; precision is what counts.""",  # noqa: E501 - prose has one sentence a line
)


def main(arguments: Sequence[str]) -> None:
    """Print the page, each check as it is done."""
    data, *polnear = map(Path, arguments)
    print(HEAD)
    for check in (FACTUALITY, EVENTS, NAMES):
        print(section(check, data), flush=True)
    print(section(QUOTATIONS, polnear[0]) if polnear else LEFT_OUT)


LEFT_OUT = "## Who says so: PolNeAR\n\nNot measured: no part of PolNeAR was named."


def section(check: Check, folder: Path) -> str:
    """Give a check as a section of the page."""
    made = f"Made by `.venv/bin/python -m {check.command}`."
    return f"## {check.title}\n\n{check.figures(folder)}\n\n{made}\n{check.notes}\n"


if __name__ == "__main__":
    main(sys.argv[1:])
