"""How long the desk's pages take in a newsroom's case: `python -m benchmarks.desk [DOCUMENTS]`.

Prints a table of Markdown, which is a part of `docs/desk.md`. The case is made by `newsroom.py`,
with whom each article names, and kept in build/ for the next time. The desk is a process of its
own; readers ask from another, each for page after page, while a third one saves a reading as often
as a reader of one core would.

    python -m benchmarks.desk             # 20,000 documents; the first time half an hour
    python -m benchmarks.desk 500
"""

import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import httpx

from benchmarks.newsroom import newsroom
from recoupe.case import folder, store
from recoupe.case.folder import Case
from recoupe.case.pages import Pages
from recoupe.case.weigh import weigh_again
from recoupe.identity.bearer import place_id
from recoupe.model.claim import Claim
from recoupe.model.decision import Named
from recoupe.model.document import Custody, Document
from recoupe.model.entity import Entity
from recoupe.model.reading import Reading
from recoupe.model.span import Span

SIZE = 20_000
MORE = 600
"""Documents beside them that nobody has read; the reading run reads these."""

READERS = 10
PAUSES = (1.0, 0.0)
"""Seconds for which a reader looks at a page before asking for the next."""

SECONDS = 60.0
EVERY = 0.25
"""Seconds in which one core reads an article of newsroom.py."""

WAIT = 1_200
"""Seconds after which the names of all documents have to be put together."""

BUILD = Path(__file__).parent.parent / "build"
TYPES = {
    "supplier": "Country",
    "producer": "Country",
    "recipient": "Country",
    "partner": "Country",
    "item": "WeaponSystem",
}

Asked = tuple[str, str]
"""Which page, and an address of it."""

Times = dict[str, list[float]]
"""Milliseconds by the kind of page."""


def main(words: Sequence[str]) -> None:
    """Print the table; `write CASE`: be the process that saves readings."""
    if words[:1] == ["write"]:
        _write(folder.open(Path(words[1])))
        return
    size = int(words[0]) if words else SIZE
    made = _case(size)
    with tempfile.TemporaryDirectory() as at:
        case = folder.open(Path(shutil.copytree(made.folder, Path(at) / "case")))
        print(f"{_size(case)}; {READERS} readers, a reading run writes.\n")
        with _desk(case) as client:
            print(f"Names of all documents were put together after {_names(client):.0f} s.\n")
            pages = _pages(case, client)
            first = _first(client, pages)
            _print(first, [_measured(case, client, pages, pause) for pause in PAUSES])


def _case(size: int) -> Case:
    """Open the case of that size, and make it where it was not made yet."""
    path = BUILD / f"newsroom-{size}"
    if folder.is_case(path):
        return folder.open(path)
    shutil.rmtree(path.with_suffix(".draft"), ignore_errors=True)
    case = folder.create(path.with_suffix(".draft"))
    with store.writing_to(case) as held:
        for at, (document, reading) in enumerate(newsroom(size + MORE)):
            held.add_document(_line(document), document)
            if at < size:
                held.save_reading(reading_of(document, reading))
        weigh_again(held)
    case.folder.rename(path)
    return folder.open(path)


def _line(document: Document) -> Custody:
    day = datetime.fromisoformat(document.published.edtf or "2024-01-01").replace(tzinfo=UTC)
    address = f"https://news.example/{document.id}"
    size = len(document.text.encode())
    return Custody(document.original, address, day, size, "text/plain", document.extractor)


def reading_of(document: Document, reading: Reading) -> Reading:
    """Add whom the article names, as a reader would."""
    met: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for claim in reading.claims:
        for span, type_ in _named(claim):
            met[span.of(document.text), type_].append(span)
    entities = tuple(
        Entity(name, type_, tuple(sorted(spans, key=lambda span: span.start)))
        for (name, type_), spans in met.items()
    )
    told = (reading.document, reading.language, reading.published, reading.publisher)
    return Reading(*told, reading.claims, entities, "benchmark 1")


def _named(claim: Claim) -> Iterator[tuple[Span, str]]:
    yield from ((role.span, TYPES[role.name]) for role in claim.roles if role.name in TYPES)
    yield from ((source.span, "Person") for source in claim.sources)


def _write(case: Case) -> None:
    """Save the readings of what is unread, one by one, at the pace of a reader."""
    with store.reading_from(case) as held:
        size = len(held.documents()) - MORE
    made = newsroom(size + MORE)[size:]
    print("ready", flush=True)
    for document, reading in made:
        time.sleep(EVERY)
        with store.writing_to(case) as held:
            held.save_reading(reading_of(document, reading))


def _size(case: Case) -> str:
    with store.reading_from(case) as held:
        counts = Pages(held).counts()
    findings = sum(counts.statuses.values())
    return f"{counts.documents:,} documents, {counts.claims:,} claims, {findings:,} findings"


@contextmanager
def _desk(case: Case) -> Iterator[httpx.Client]:
    """Start the desk as its users do, and come in by its link."""
    command = [sys.executable, "-m", "recoupe", "desk", str(case.folder), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk:
        link = (desk.stdout.readline() if desk.stdout else "").strip()
        with httpx.Client(base_url=link.partition("/?")[0], timeout=60) as client:
            client.get(link, follow_redirects=True)
            yield client
        desk.terminate()


def _names(client: httpx.Client) -> float:
    begun = time.perf_counter()
    while client.get("/entities").status_code == 503:
        if time.perf_counter() - begun > WAIT:
            raise SystemExit("the names were never put together")
        time.sleep(1)
    return time.perf_counter() - begun


def _pages(case: Case, client: httpx.Client) -> tuple[Asked, ...]:
    """Give addresses of every page, many of those that there are many of."""
    draw = random.Random(1)
    with store.reading_from(case) as held:
        documents = draw.sample(held.documents(), 40)
        findings = draw.sample(held.findings(), 40)
        readings = Pages(held).readings([one.id for one in documents])
    words = draw.sample([w for d in documents for w in d.text.split() if w.isalpha()], 40)
    of_case = ("overview", "upload", "reading", "lists", "log", "timeline", "network", "entities")
    several = {
        "documents": [f"/documents?page={n}" for n in range(1, 40, 4)],
        "reading room": [f"/documents/{one.id}?claim=0" for one in documents],
        "review": [f"/review?page={n}" for n in range(1, 20, 4)],
        "next in the review": [f"/review/next?after={one.id}:0" for one in documents],
        "findings": ["/findings", "/findings?status=contested", "/findings?since=2024-05-01"],
        "a finding": [f"/findings/{one.id}" for one in findings],
        "an entity": list(dict.fromkeys(_entities(readings, client))),
        "search": [f"/search?q={word}" for word in words],
    }
    return (
        *((name, f"/{name}") for name in of_case),
        *((name, address) for name, addresses in several.items() for address in addresses),
    )


def _first(client: httpx.Client, pages: Sequence[Asked]) -> dict[str, tuple[float, float]]:
    """Ask for each kind once; gives kilobytes and milliseconds."""
    found = {}
    for kind, addresses in _by_kind(pages).items():
        begun = time.perf_counter()
        answer = client.get(addresses[0])
        found[kind] = len(answer.content) / 1_000, (time.perf_counter() - begun) * 1_000
    return found


def _entities(readings: Iterable[Reading], client: httpx.Client) -> Iterator[str]:
    """Give the addresses of whom documents name first: where those of the places lead."""
    for reading in readings:
        for entity in reading.entities[:1]:
            place = place_id(Named(reading.document, entity.name, entity.type))
            answer = client.get(f"/entities/{place}")
            yield answer.headers.get("location", f"/entities/{place}")


def _measured(case: Case, client: httpx.Client, pages: Sequence[Asked], pause: float) -> Times:
    """Ask for pages as readers do, each kind as often as any; gives milliseconds by kind."""
    times: Times = defaultdict(list)
    with _writing(case):
        until = time.perf_counter() + SECONDS
        readers = [
            threading.Thread(target=_read, args=(client, pages, pause, seed, until, times))
            for seed in range(READERS)
        ]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
    return times


@contextmanager
def _writing(case: Case) -> Iterator[None]:
    """Let a process save readings from the moment on when it has them ready."""
    command = [sys.executable, "-m", "benchmarks.desk", "write", str(case.folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writing:
        if writing.stdout:
            writing.stdout.readline()
        yield
        writing.terminate()


def _read(
    client: httpx.Client,
    pages: Sequence[Asked],
    pause: float,
    seed: int,
    until: float,
    times: Times,
) -> None:
    draw, by_kind = random.Random(seed), _by_kind(pages)
    time.sleep(pause * draw.random())
    while time.perf_counter() < until:
        kind = draw.choice(list(by_kind))
        begun = time.perf_counter()
        answer = client.get(draw.choice(by_kind[kind]))
        if answer.status_code >= 400:
            raise SystemExit(f"{answer.url}: {answer.status_code}")
        times[kind].append((time.perf_counter() - begun) * 1_000)
        time.sleep(pause * 2 * draw.random())


def _by_kind(pages: Iterable[Asked]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for kind, address in pages:
        found[kind].append(address)
    return found


def _print(first: dict[str, tuple[float, float]], measured: Sequence[Times]) -> None:
    marks = "".join(f" p50 | p95, pause {pause:g} s |" for pause in PAUSES)
    print(f"| page, ms | kB | first |{marks}")
    print("| --- |" + " ---: |" * (2 + 2 * len(PAUSES)))
    for kind, (weight, begun) in first.items():
        told = [weight, begun, *(mark for times in measured for mark in _marks(times[kind]))]
        print(f"| {kind} | " + " | ".join(f"{one:,.0f}" for one in told) + " |")
    for pause, times in zip(PAUSES, measured, strict=True):
        every = sorted(each for some in times.values() for each in some)
        print(f"\nPause {pause:g} s: {len(every):,} pages, p95 of all {_at(every, 0.95):,.0f} ms.")


def _marks(times: Sequence[float]) -> tuple[float, float]:
    return _at(sorted(times), 0.5), _at(sorted(times), 0.95)


def _at(ordered: Sequence[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")


if __name__ == "__main__":
    main(sys.argv[1:])
