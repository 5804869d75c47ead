"""A list is looked up in an index that is made once, and again when the list changes."""

import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from benchmarks.made_names import LANGUAGES, SCHEMATA, Made, altered, names
from recoupe.case import folder, store
from recoupe.case.book import INDEXES, book
from recoupe.case.lists import Lists
from recoupe.identity.evidence import Query
from recoupe.identity.names import THRESHOLD, compare
from recoupe.identity.screen import Book, Hit
from recoupe.identity.standing import Period
from tests.test_cli_case import recoupe

COLUMNS = (
    "id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,"
    "dataset,first_seen,last_seen,last_change"
)
DAY = Period("2024-12-01", "2024-12-01")
MANY = 5_000


def written(path: Path, entries: list[tuple[str, str, str, str]]) -> Path:
    """Write (id, schema, name, aliases) as OpenSanctions does."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, quoting=csv.QUOTE_ALL)
        rows.writerow(COLUMNS.split(","))
        for id_, schema, name, aliases in entries:
            days = ["made", *["2024-11-26T00:00:00"] * 3]
            rows.writerow([id_, schema, name, aliases, *[""] * 7, *days])
    return path


def opened(case: Path, said: list[str] | None = None) -> Book:
    with store.reading_from(folder.open(case)) as held:
        found = book(Lists(held), compare, (said if said is not None else []).append)
    assert found is not None
    return found


def hits(of: Book, name: str, schema: str = "Company") -> tuple[Hit, ...]:
    return of.hits(Query((name,), schema), DAY, THRESHOLD)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    own = written(tmp_path / "a.csv", [("Q1", "Company", "Vektor Trading LLC", "ООО «Вектор»")])
    made = tmp_path / "mech"
    assert recoupe("new", made).exit_code == 0
    assert recoupe("lists", "add", made, "own", own, "--published", "2024-11-26").exit_code == 0
    return made


def test_the_index_is_made_once(case: Path) -> None:
    first: list[str] = []
    again: list[str] = []

    found = [hits(opened(case, said), "Wektor Trading") for said in (first, again)]

    assert first == ["own: making the index of 2 names …"]
    assert again == []
    assert [hit.entry.id for hit in found[0]] == ["Q1"]
    assert found[0] == found[1]


def test_a_list_that_changes_has_a_new_index_and_the_older_one_goes(
    case: Path, tmp_path: Path
) -> None:
    opened(case)
    before = list((case / INDEXES).iterdir())
    newer = written(tmp_path / "b.csv", [("Q2", "Company", "Bright Star Shipping", "")])
    recoupe("lists", "add", case, "own", newer, "--published", "2024-12-01")

    found = hits(opened(case), "Bright Star Shipping")

    (after,) = (case / INDEXES).iterdir()
    assert [hit.entry.id for hit in found] == ["Q2"]
    assert after not in before


def test_an_index_that_was_cut_short_is_made_again(case: Path) -> None:
    opened(case)
    (index,) = (case / INDEXES).iterdir()
    whole = index.read_bytes()
    index.write_bytes(whole[:-100])
    (case / INDEXES / f"{index.name}.123.new").write_bytes(whole[:50])

    found = hits(opened(case), "Vektor Trading")

    assert [hit.entry.id for hit in found] == ["Q1"]
    assert {file.name: file.read_bytes() for file in (case / INDEXES).iterdir()} == {
        index.name: whole
    }


def test_a_case_where_no_index_can_be_written_is_screened_all_the_same(case: Path) -> None:
    (case / INDEXES).write_text("a file stands where the folder should")
    said: list[str] = []

    found = hits(opened(case, said), "Vektor Trading")

    assert [hit.entry.id for hit in found] == ["Q1"]
    assert "is not kept and will be made again" in said[-1]


def bulk() -> Iterator[Made]:
    kinds = [names(language, schema) for language in LANGUAGES for schema in SCHEMATA]
    return (made for some in zip(*kinds, strict=False) for made in some)


def test_altered_names_are_found_in_a_list_of_thousands(case: Path, tmp_path: Path) -> None:
    random = Random(7)
    many = list(islice(bulk(), MANY))
    entries = [
        (f"Q{at}", made.schema, str(made), altered(made, random)[1]) for at, made in enumerate(many)
    ]
    asked = {at: altered(many[at], random)[1] for at in random.sample(range(MANY), 200)}
    bulky = written(tmp_path / "bulk.csv", entries)
    recoupe("lists", "add", case, "bulk", bulky, "--published", "2024-11-26")

    of = opened(case)
    found = {at: hits(of, name, many[at].schema) for at, name in asked.items()}

    told = [at for at, some in found.items() if f"Q{at}" in {hit.entry.id for hit in some}]
    assert len(told) >= 190, sorted(asked[at] for at in asked.keys() - set(told))
    assert sum(map(len, found.values())) < 2 * len(asked)
