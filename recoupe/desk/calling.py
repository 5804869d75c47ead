"""What the findings of a large case are called is worked out in a process of its own.

python -m recoupe.desk.calling CASE
"""

import pickle
import threading
from collections.abc import Iterator

from recoupe.case.folder import Case
from recoupe.case.pages import Pages
from recoupe.case.store import Store, reading_from
from recoupe.desk.beside import begun, beside, say
from recoupe.desk.interface import LANGUAGES
from recoupe.desk.lines import Called, Lines
from recoupe.publish.words import words

PROGRAM = "recoupe.desk.calling"

AT_A_TIME = 100
"""Findings that are named together; what is known by then is of use already."""


LARGE = 500
"""Documents of the largest case whose findings are named when a page asks for them alone."""


def call_beside(case: Case, lines: Lines) -> threading.Thread:
    """Let the findings of a large case be named; what pages ask for first, they name themselves."""
    thread = threading.Thread(target=_call, args=(case, lines), daemon=True)
    thread.start()
    return thread


def _call(case: Case, lines: Lines) -> None:
    with reading_from(case) as store:
        large = Pages(store).are_more_documents(LARGE)
    if large:
        for called in called_beside(case):
            lines.called.take(called)


def called_beside(case: Case) -> Iterator[Called]:
    """Give what findings are called, some at a time, until all are named or the process ended."""
    with beside(PROGRAM, case) as process:
        while process.stdout:
            try:
                yield pickle.load(process.stdout)
            except (EOFError, pickle.UnpicklingError):
                return


def main() -> None:
    """Name the findings of the case whose folder is named, those of most origins first."""
    case = begun()
    with reading_from(case) as store:
        number = sum(Pages(store).count_findings().values())
        for first in range(0, number, AT_A_TIME):
            say(_called(store, first))


def _called(store: Store, first: int) -> Called:
    lines = Lines()
    with store.as_it_is():
        pages = Pages(store)
        some = pages.stamps(first, AT_A_TIME)
        for language in LANGUAGES:
            lines.of(some, pages, words(language))
    return lines.called.kept


if __name__ == "__main__":
    main()
