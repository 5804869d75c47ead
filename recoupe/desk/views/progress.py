"""How far the reading has come, and what is left unread."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from recoupe.desk.background import LeftOut, Run
from recoupe.desk.desk import Desk
from recoupe.desk.interface import Interface
from recoupe.languages.readable import readable


class State(StrEnum):
    """What the reader is at. stale: all is read, but findings were not made of it since."""

    READING = "reading"
    STOPPING = "stopping"
    FAILED = "failed"
    STOPPED = "stopped"
    WAITS = "waits"
    STALE = "stale"
    DONE = "done"
    IDLE = "idle"


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the reading stands. line: in a sentence; detail: what holds it up or ended it.

    read, of: documents of this run; unread: those that its reader failed in; closed: what cannot
    be read, and why, in sentences.
    """

    state: State
    line: str
    read: int
    of: int
    detail: str
    unread: tuple[LeftOut, ...]
    closed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rest:
    """What is not read: documents by language; stale: whether findings are older than readings."""

    languages: Mapping[str | None, int]
    stale: bool


NOT_LOOKED = Rest({}, False)
"""Nobody looks what is left while it is being read: it changes with each document."""


def progress(here: Desk, shown: Interface) -> Progress:
    """Say how far the reading of the case has come."""
    run = here.background.so_far()
    rest = NOT_LOOKED if run.running else here.kept.slow("rest", lambda: _rest(here))
    waits = sum(n for code, n in rest.languages.items() if readable(code)) - len(run.unread)
    state = _state(run, waits, rest.stale)
    return Progress(
        state=state,
        line=_line(state, run, waits, shown),
        read=run.read,
        of=run.of,
        detail=_detail(run, shown),
        unread=run.unread,
        closed=tuple(_closed(rest.languages, shown)),
    )


def _rest(here: Desk) -> Rest:
    with here.reading() as store:
        return Rest(store.unread_languages(), store.findings_outdated())


def _state(run: Run, waits: int, stale: bool) -> State:
    if run.running:
        return State.STOPPING if run.stopped else State.READING
    if run.failed:
        return State.FAILED
    if waits > 0:
        return State.STOPPED if run.stopped else State.WAITS
    if stale:
        return State.STALE
    return State.DONE if run.of else State.IDLE


def _line(state: State, run: Run, waits: int, shown: Interface) -> str:
    read, of = (shown.words.number(number) for number in (run.read, run.of))
    match state:
        case State.READING if not run.of:
            return shown.translated("The reader is starting …")
        case State.STOPPING:
            return shown.translated("The reader finishes its document and stops …")
        case State.READING:
            return shown.translated("Read {read} of {of}", read=read, of=of)
        case State.DONE:
            claims = shown.words.counted("claims", run.claims)
            return shown.translated(
                "Read {read} of {of}: {claims}", read=read, of=of, claims=claims
            )
        case State.STOPPED:
            return shown.translated("Stopped: read {read} of {of}", read=read, of=of)
        case State.FAILED:
            return shown.translated("The reading broke off: read {read} of {of}", read=read, of=of)
        case State.WAITS:
            one, many = "{n} document waits to be read", "{n} documents wait to be read"
            return shown.numbered(one, many, waits)
        case State.STALE:
            return shown.translated("Documents were read since the findings were made")
        case _:
            return ""


def _detail(run: Run, shown: Interface) -> str:
    if run.held:
        return shown.translated("waits for {holder}", holder=run.held)
    return run.failed or run.told


def _closed(languages: Mapping[str | None, int], shown: Interface) -> Iterator[str]:
    """Say in which languages documents are that nobody can read."""
    for code, number in sorted(languages.items(), key=lambda one: one[0] or "~"):
        if readable(code):
            continue
        many = shown.words.counted("documents", number)
        if code is None:
            yield shown.translated(
                "{documents} in a language that could not be told: look at the text; where it is "
                "damaged, add a better copy.",
                documents=many,
            )
            continue
        name = shown.locale.languages.get(code, code)
        yield shown.translated(
            "{documents} in a language that is not read yet ({language}): kept, and found by "
            "search; add a translation to have its claims read.",
            documents=many,
            language=name,
        )
