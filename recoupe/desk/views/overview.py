"""What came in, what stands, what is contested, and what waits."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.case.pages import Counts, Shelved
from recoupe.desk.interface import Interface
from recoupe.desk.views.line import FindingLine
from recoupe.model.finding import Status

STANDING = (
    Status.CONTESTED,
    Status.CORROBORATED,
    Status.SINGLE_ORIGIN,
    Status.UNCONFIRMED,
    Status.DENIED,
)
"""As in a dossier: what is disputed stands first, so that nobody overlooks it."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many findings have a status. means: in a sentence; start, width: of 100, for a bar."""

    status: str
    title: str
    means: str
    number: int
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something to do next. command: what to type for it, empty where a page leads on."""

    what: str
    command: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Overview:
    """A case at a glance."""

    case: str
    documents: int
    came_in: tuple[str, ...]
    tallies: tuple[Tally, ...]
    contested: tuple[FindingLine, ...]
    newest: tuple[Shelved, ...]
    waiting: tuple[Waiting, ...]


def came_in(counts: Counts, shown: Interface) -> Iterator[str]:
    """Say how much came in, in a dossier's own sentences."""
    words = shown.words
    yield words.say(
        "came",
        documents=words.counted("documents", counts.documents),
        publishers=words.counted("publishers", counts.publishers),
        languages=", ".join(_languages(counts, shown)),
    )
    if counts.first and counts.last:
        yield words.say("dates", first=words.day(counts.first), last=words.day(counts.last))
    if counts.undated:
        yield words.say("undated", documents=words.counted("documents", counts.undated))
    if counts.read:
        yield words.say(
            "read",
            claims=words.counted("claims", counts.claims),
            documents=words.counted("documents", counts.read - counts.silent),
            findings=words.counted("findings", sum(counts.statuses.values())),
        )


def tallies(statuses: Mapping[Status, int], shown: Interface) -> Iterator[Tally]:
    """Count the findings of each status, also where there are none."""
    total, before = sum(statuses.values()) or 1, 0
    for status in STANDING:
        number = statuses.get(status, 0)
        chapter = shown.words.status[status]
        start, width = 100 * before / total, 100 * number / total
        yield Tally(status.value, chapter.title, chapter.lead, number, start, width)
        before += number


def waiting(counts: Counts, claims: int, folder: str, shown: Interface) -> Iterator[Waiting]:
    """Say what is to be done next, the most urgent first. claims: that wait to be decided on."""
    if not counts.documents:
        yield Waiting(shown.translated("No document yet. Add some:"), f"recoupe add {folder} FILE…")
        return
    if unread := counts.documents - counts.read:
        number = shown.numbered(
            "{n} document has not been read", "{n} documents have not been read", unread
        )
        yield Waiting(number, link="/documents?which=unread")
    if claims:
        number = shown.numbered("{n} claim to review", "{n} claims to review", claims)
        yield Waiting(number, link="/review")
    yield from _to_look_at(counts, shown)


def _to_look_at(counts: Counts, shown: Interface) -> Iterator[Waiting]:
    if contested := counts.statuses.get(Status.CONTESTED, 0):
        what = shown.numbered(
            "{n} contested finding to weigh", "{n} contested findings to weigh", contested
        )
        yield Waiting(what, link="/findings?status=contested")
    if single := counts.statuses.get(Status.SINGLE_ORIGIN, 0):
        what = shown.numbered(
            "{n} finding rests on one origin", "{n} findings rest on one origin", single
        )
        yield Waiting(what, link="/findings?status=single-origin")
    if counts.silent:
        what = shown.numbered(
            "{n} document was read without a claim",
            "{n} documents were read without a claim",
            counts.silent,
        )
        yield Waiting(what, link="/documents?which=silent")


def _languages(counts: Counts, shown: Interface) -> Sequence[str]:
    names = shown.locale.languages
    unknown = shown.words.say("no_language")
    return [
        f"{names.get(code, code) if code else unknown} ({shown.words.number(number)})"
        for code, number in counts.languages
    ]
