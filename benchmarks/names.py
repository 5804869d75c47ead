"""How well names are compared, beside public matchers, on pairs that people marked.

    python -m benchmarks.names ../shared/corpus/names/pairs.csv
    python -m benchmarks.names cases.csv

Takes our pairs (`name_a`, `name_b`, `schema`, `match`, `kind`) or the cases of nomenklatura's
`name_bench` (`name1`, `name2`, `schema`, `is_match`, `quality`, `category`); which of the two is
told by the columns. Beside ours stand rapidfuzz's WRatio on what anyascii makes of the names, and
logic-v2 where nomenklatura is installed. Thresholds are the matchers' own, 0.85 for WRatio.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from anyascii import anyascii
from rapidfuzz import fuzz

from recoupe.identity.names import THRESHOLD, compare

HEAD = """\
| matcher | precision | recall | F1 | false alarms | AUC | pairs/s |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |"""

WARM = (
    ("Ирина Ветрова", "Irina Vetrova", "Person"),
    ("李家超", "Lee Ka Chew", "Person"),
    ("김윤아", "Ким Юн А", "Person"),
    ("Chu Yi-chen", "Zhu Yizhen", "Person"),
    ("Ryu Ho-jin", "Yoo Hojin", "Person"),
    ("新山機械有限公司", "NSMC", "Company"),
)
"""Pairs that load the tables of each script; nothing of the pairs that are measured is kept."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names and whether people say that they can be one bearer's. kind: what makes it hard."""

    a: str
    b: str
    schema: str
    match: bool
    kind: str


Matcher = Callable[[Pair], float]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a matcher said of the pairs. seconds: of the processor, for all of them."""

    name: str
    threshold: float
    scored: tuple[tuple[float, Pair], ...]
    seconds: float

    def row(self) -> str:
        """Give the line of the table."""
        right, wrong, missed = counts(self.scored, self.threshold)
        precision = right / (right + wrong) if right + wrong else 0.0
        recall = right / (right + missed) if right + missed else 0.0
        f1 = 2 * right / (2 * right + wrong + missed) if right else 0.0
        speed = len(self.scored) / self.seconds
        return (
            f"| {self.name} | {precision:.3f} | {recall:.3f} | {f1:.3f} | {wrong} "
            f"| {auc(self.scored):.3f} | {speed:,.0f} |"
        )


def main(path: Path) -> None:
    """Print the table, and how ours does on each kind."""
    pairs = tuple(read(path))
    matchers: list[tuple[str, float, Matcher]] = [
        ("ours", THRESHOLD, _ours),
        ("WRatio on ASCII", 0.85, _ratio),
    ]
    if logic := _logic():
        matchers.append(("logic-v2", 0.7, logic))
    outcomes = [_outcome(*matcher, pairs) for matcher in matchers]
    print(HEAD, *(outcome.row() for outcome in outcomes), sep="\n")
    print("\n| kind | pairs | right |\n| --- | ---: | ---: |")
    for kind, some in sorted(_by_kind(outcomes[0]).items()):
        right = sum((score >= THRESHOLD) is pair.match for score, pair in some)
        print(f"| {kind} | {len(some)} | {right} |")


def read(path: Path) -> Iterator[Pair]:
    """Read either format; raise ValueError where the columns are of neither."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        table = csv.DictReader(file)
        columns = set(table.fieldnames or ())
        if columns >= {"name_a", "name_b", "match"}:
            for row in table:
                yield _pair(row["name_a"], row["name_b"], row, "match", row.get("kind"))
        elif columns >= {"name1", "name2", "is_match"}:
            for row in table:
                yield _pair(row["name1"], row["name2"], row, "is_match", row.get("quality"))
        else:
            raise ValueError(f"{path}: neither name_a, name_b, match nor name1, name2, is_match")


def _pair(a: str, b: str, row: dict[str, str], match: str, kind: str | None) -> Pair:
    same = row[match].strip().lower() == "true"
    return Pair(a, b, row["schema"], same, f"{kind or 'MEDIUM'}, {'same' if same else 'other'}")


def counts(scored: Iterable[tuple[float, Pair]], threshold: float) -> tuple[int, int, int]:
    """Give how many pairs are rightly, wrongly, and wrongly not taken for one bearer's."""
    right = wrong = missed = 0
    for score, pair in scored:
        said = score >= threshold
        right += said and pair.match
        wrong += said and not pair.match
        missed += pair.match and not said
    return right, wrong, missed


def auc(scored: Sequence[tuple[float, Pair]]) -> float:
    """Give how often a pair of one bearer scores above one of two; half where they are equal."""
    same = [score for score, pair in scored if pair.match]
    other = [score for score, pair in scored if not pair.match]
    won = sum((s > o) + 0.5 * (s == o) for s in same for o in other)
    return won / (len(same) * len(other)) if same and other else 0.0


def _outcome(name: str, threshold: float, matcher: Matcher, pairs: Sequence[Pair]) -> Outcome:
    for a, b, schema in WARM:
        matcher(Pair(a, b, schema, True, ""))
    start = process_time()
    scored = tuple((matcher(pair), pair) for pair in pairs)
    return Outcome(name, threshold, scored, process_time() - start)


def _by_kind(outcome: Outcome) -> dict[str, list[tuple[float, Pair]]]:
    found = defaultdict(list)
    for score, pair in outcome.scored:
        found[pair.kind].append((score, pair))
    return found


def _ours(pair: Pair) -> float:
    return compare(pair.a, pair.b, pair.schema).score


def _ratio(pair: Pair) -> float:
    return fuzz.WRatio(anyascii(pair.a).lower(), anyascii(pair.b).lower()) / 100


def _logic() -> Matcher | None:
    """Give logic-v2; None, with a word on stderr, where nomenklatura is not installed."""
    try:
        from followthemoney.proxy import EntityProxy
        from nomenklatura.matching import LogicV2
    except ImportError as error:
        print(f"logic-v2 is left out: {error}; pip install nomenklatura", file=sys.stderr)
        return None
    config = LogicV2.default_config()

    def scored(pair: Pair) -> float:
        one, other = (
            EntityProxy.from_dict(
                {"id": f"{key} {name}", "schema": pair.schema, "properties": {"name": [name]}}
            )
            for key, name in (("a", pair.a), ("b", pair.b))
        )
        return float(LogicV2.compare(one, other, config).score)

    return scored


if __name__ == "__main__":
    main(Path(sys.argv[1]))
