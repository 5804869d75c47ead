"""What goes to the terminal: results on stdout, all else on stderr."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar
from unicodedata import category

import typer

from recoupe.model.span import Span

if TYPE_CHECKING:
    from rich.console import Console

    from recoupe.case.lock import Holder

T = TypeVar("T")

INTERRUPTED = 130
"""Exit status after Ctrl-C: 128 and the number of the signal."""

CaseFolder = Annotated[Path, typer.Argument(metavar="CASE", help="The case's folder.")]
AsJson = Annotated[bool, typer.Option("--json", help="JSON lines, one record a line.")]
EveryCode = Annotated[
    bool,
    typer.Option("--admiralty", help="The Admiralty code of every origin, not only of rated ones."),
]
NoWait = Annotated[
    bool, typer.Option("--no-wait", help="Fail at once where another process is writing.")
]
Timeout = Annotated[
    float | None,
    typer.Option("--timeout", metavar="SECONDS", help="Wait no longer for another process."),
]


def say(line: str, style: str | None = None) -> None:
    """Print a line of the result, in colour where it goes to a terminal."""
    if not sys.stdout.isatty():
        sys.stdout.write(f"{line}\n")
        return
    from rich.text import Text

    _terminal().print(Text(harmless(line), style=style or ""))


def say_marked(head: str, text: str, marks: Iterable[Span]) -> None:
    """Print a text after its heading, the marked words in bold where it goes to a terminal."""
    if not sys.stdout.isatty():
        sys.stdout.write(f"{head}{text}\n")
        return
    from rich.text import Text

    words = Text(harmless(text))
    for mark in marks:
        words.stylize("bold reverse", mark.start, mark.end)
    _terminal().print(Text.assemble((head, "dim"), words))


def say_record(record: Mapping[str, Any]) -> None:
    """Print a record as one line of JSON."""
    sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")


def tell(line: str) -> None:
    """Print a line on stderr: an error, or what a person should know beside the result."""
    print(harmless(line), file=sys.stderr)


def harmless(text: str) -> str:
    """Show control characters as �: a document may hold some that command the terminal.

    >>> harmless("Arvania\\x1b[2J")
    'Arvania�[2J'
    """
    return "".join(c if c == "\n" or category(c) != "Cc" else "�" for c in text)


def patience(no_wait: bool, timeout: float | None) -> float | None:
    """Give the seconds to wait for another process, None for as long as it takes."""
    return 0 if no_wait else timeout


def waiting(holder: "Holder") -> None:
    """Say whom the command waits for."""
    tell(f"waiting for {holder} …")


@contextmanager
def progress(what: str, items: Sequence[T]) -> Iterator[Iterator[T]]:
    """Give the items one by one, with a bar, a count and a rate where stderr is a terminal."""
    if not sys.stderr.isatty():
        yield iter(items)
        return
    with _bar() as bar:
        task = bar.add_task(what, total=len(items))
        yield _advancing(items, lambda: bar.advance(task))


@cache
def _terminal() -> "Console":
    # Imported here: a help page needs no colours. rich leaves them out where NO_COLOR is set.
    from rich.console import Console

    return Console(highlight=False, soft_wrap=True)


def _advancing(items: Sequence[T], advance: Callable[[], None]) -> Iterator[T]:
    for item in items:
        yield item
        advance()


def _bar() -> Any:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        """How many are done in a second."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.1f}/s" if task.speed else "")

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        # Left alone where stdout is a pipe: the bar would draw the records onto stderr.
        redirect_stdout=sys.stdout.isatty(),
        transient=True,
    )
