"""How well, how fast and in how much memory a name finds its bearer among a million.

    python -m benchmarks.retrieval 1000000

Makes that many names of five languages (see `made_names`), indexes them in a process of its own,
and asks another for names that were altered and for names of nobody who is listed. A false alert
is an unrelated name of which `compare` says that it may be that of one of its candidates.
"""

import csv
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice, zip_longest
from multiprocessing import cpu_count, get_context
from pathlib import Path
from random import Random
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import TypeVar

from benchmarks.made_names import LANGUAGES, SCHEMATA, Made, altered, names
from recoupe.identity.name_build import build
from recoupe.identity.name_index import NameIndex
from recoupe.identity.names import THRESHOLD, compare

ASKED = 2_000
"""Names of either sort that are asked for."""

WARM = 200
"""Names of either sort that are asked before the clock runs, so that tables are loaded."""

AMONG = 10
"""Names that are compared with one that is asked for, at most."""

SEED = 20_26

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Question:
    """A name that is looked up. listed: the number of whose it is, None of an unrelated one.

    kind: its language, what it names, and what was done to it.
    """

    name: str
    schema: str
    listed: int | None
    kind: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Screened:
    """What became of the questions. among: whose was among the candidates; told: rightly taken
    for it; alerts: whose candidates were taken for it though none is. seconds: of the processor,
    of finding candidates and of all. resident: the most memory, in MB, before and after.
    """

    among: Sequence[Question]
    told: Sequence[Question]
    alerts: Sequence[tuple[Question, str]]
    seconds: tuple[float, float]
    resident: tuple[float, float]


def main(size: int) -> None:
    """Print what was measured."""
    with TemporaryDirectory() as folder:
        table, index = Path(folder, "names.csv"), Path(folder, "names.index")
        questions = _written(table, size)
        wall, busy, resident = _apart(_built, table, index)
        megabytes = index.stat().st_size / 1e6
        print(f"{size:,} names, index of {megabytes:,.0f} MB, built in {wall:.1f} s:")
        print(f"  {size / wall:,.0f} names/s on {cpu_count()} cores, {resident:.0f} MB resident")
        print(f"  {size / busy:,.0f} names/s of one core's processor time")
        _say(questions, _apart(_screened, index, questions))


def _apart(work: Callable[..., Answer], *given: object) -> Answer:
    """Do it in a process of its own, so that memory is its own too."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *given).result()


def _written(table: Path, size: int) -> list[Question]:
    """Write the names that are listed; give the questions."""
    random = Random(SEED)
    chosen = set(random.sample(range(size), min(size, ASKED + WARM)))
    questions = [_unrelated(made) for made in islice(_all(apart=True), ASKED + WARM)]
    with table.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        for number, made in enumerate(islice(_all(apart=False), size)):
            rows.writerow((number, made, made.schema))
            if number in chosen:
                questions.append(_altered(made, number, random))
    random.shuffle(questions)
    return questions


def _all(apart: bool) -> Iterator[Made]:
    """Give names of each language and kind in turn."""
    kinds = [names(language, schema, apart) for language in LANGUAGES for schema in SCHEMATA]
    return (made for some in zip_longest(*kinds) for made in some if made)


def _altered(made: Made, number: int, random: Random) -> Question:
    way, name = altered(made, random)
    return Question(name, made.schema, number, (made.language, made.schema, way))


def _unrelated(made: Made) -> Question:
    return Question(str(made), made.schema, None, (made.language, made.schema, "unrelated"))


def _built(table: Path, index: Path) -> tuple[float, float, float]:
    """Give the seconds on the clock and of the processors, and the most MB of this process."""
    wall = perf_counter()
    with table.open(encoding="utf-8", newline="") as file:
        names_ = ((int(row[0]), row[1], row[2]) for row in csv.reader(file))
        build(index, names_, cpu_count() or 1)
    others = getrusage(RUSAGE_CHILDREN)
    busy = process_time() + others.ru_utime + others.ru_stime
    return perf_counter() - wall, busy, _resident()


def _screened(index: Path, questions: Sequence[Question]) -> Screened:
    among, told, alerts, finding = [], [], [], 0.0
    with NameIndex.open(index) as opened:
        for question in islice(questions, 2 * WARM):
            _taken(question, opened.nearest(question.name, question.schema, AMONG))
        before, start = _resident(), process_time()
        for question in questions[2 * WARM :]:
            asked = process_time()
            found = tuple(opened.nearest(question.name, question.schema, AMONG))
            finding += process_time() - asked
            taken = _taken(question, found)
            among += [question] if question.listed in [number for number, _, _ in found] else []
            told += [question] if question.listed in taken else []
            if question.listed is None and taken:
                alerts.append((question, next(iter(taken.values()))))
        return Screened(
            among, told, alerts, (finding, process_time() - start), (before, _resident())
        )


def _taken(question: Question, found: Iterable[tuple[int, str, str]]) -> dict[int, str]:
    """Give the candidates that can be the one who is asked for, by the name that says so."""
    return {
        number: name
        for number, name, schema in found
        if compare(question.name, name, schema).score >= THRESHOLD
    }


def _resident() -> float:
    """Give the most MB that this process held; getrusage tells its parent's where that is more."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def _say(questions: Sequence[Question], screened: Screened) -> None:
    asked = questions[2 * WARM :]
    finding, all_ = screened.seconds
    print(
        f"{len(asked) / all_:,.0f} names screened/s on one core; {finding / all_:.0%} of it to find"
    )
    print(f"{screened.resident[1]:.0f} MB resident, {screened.resident[0]:.0f} once it is warm")
    unrelated = [one for one in asked if one.listed is None]
    altered_ = [one for one in asked if one.listed is not None]
    print(f"false alerts: {len(screened.alerts) / len(unrelated):.1%} of {len(unrelated):,} names")
    print(f"recall@10: {len(screened.among) / len(altered_):.3f} of {len(altered_):,} names")
    print(f"recall with compare: {len(screened.told) / len(altered_):.3f}")
    print("\n| language | kind | altered by | names | recall@10 | with compare |")
    print("| --- | --- | --- | ---: | ---: | ---: |")
    among, told = (Counter(one.kind for one in some) for some in (screened.among, screened.told))
    for kind, number in sorted(Counter(one.kind for one in altered_).items()):
        row = (*kind, number, f"{among[kind] / number:.3f}", f"{told[kind] / number:.3f}")
        print(f"| {' | '.join(map(str, row))} |")


if __name__ == "__main__":
    main(int(sys.argv[1].replace("_", "")))
