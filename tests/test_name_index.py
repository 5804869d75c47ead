"""A name is found among many, whatever its script, without loading them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from recoupe.errors import BadInput
from recoupe.identity.name_build import BATCH, build, indexed
from recoupe.identity.name_file import FORM, MARK
from recoupe.identity.name_index import NameIndex

NAMES = (
    (1, "Sergei Shoigu", "Person"),
    (2, "Sergei Petrov", "Person"),
    (3, "Li Jiachao", "Person"),
    (4, "Vektor Trading LLC", "Company"),
    (5, "Baltic Trading LLC", "Company"),
    (5, "Северная торговля", "Company"),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    build(tmp_path / "names.index", NAMES)
    return tmp_path / "names.index"


@pytest.mark.parametrize(
    ("asked", "schema", "first"),
    [
        ("Choïgou Sergueï", "Person", 1),
        ("Шойгу Сергей Кужугетович", "Person", 1),
        ("李家超", "Person", 3),
        ("ООО Вектор Трейдинг", "Company", 4),
    ],
)
def test_a_name_is_found_across_scripts(path: Path, asked: str, schema: str, first: int) -> None:
    with NameIndex.open(path) as index:
        found = index.candidates(asked, schema)

    assert found[0] == first


def test_an_id_with_two_names_comes_once(path: Path) -> None:
    with NameIndex.open(path) as index:
        found = index.candidates("Baltic Severnaya Trading", "Company", 50)

        assert found.count(5) == 1
        assert index.names(5) == ((NAMES[4][1], "Company"), (NAMES[5][1], "Company"))


def test_the_limit_is_kept_and_the_rarer_word_leads(path: Path) -> None:
    with NameIndex.open(path) as index:
        found = index.candidates("Petrov Sergei", "Person", 1)

    assert found == (2,)


@pytest.mark.parametrize("asked", ["", "…", "Gwladys Humphreys"])
def test_who_shares_nothing_brings_nobody(path: Path, asked: str) -> None:
    with NameIndex.open(path) as index:
        assert index.candidates(asked, "Person") == ()


def test_an_index_of_nothing_answers_nothing(tmp_path: Path) -> None:
    build(tmp_path / "none", ())

    with NameIndex.open(tmp_path / "none") as index:
        assert len(index) == 0
        assert index.candidates("Sergei Shoigu", "Person") == ()


def test_a_missing_a_foreign_and_a_broken_file_are_told_apart(path: Path, tmp_path: Path) -> None:
    whole = path.read_bytes()
    (tmp_path / "text").write_text("no index at all, but long enough to have a header\n" * 9)
    (tmp_path / "older").write_bytes(whole.replace(MARK + bytes([FORM]), MARK + bytes([1])))
    (tmp_path / "short").write_bytes(whole[:-8])

    for name, said in (
        ("nowhere", "build it first"),
        ("text", "not an index of names"),
        ("older", f"of form 1, not {FORM}; build it anew"),
        ("short", "cut short; build it anew"),
    ):
        with pytest.raises(BadInput, match=said):
            NameIndex.open(tmp_path / name)


def test_a_build_that_fails_leaves_the_older_index(path: Path) -> None:
    def broken() -> Iterator[tuple[int, str, str]]:
        yield 9, "Nobody Else", "Person"
        raise BadInput("the list ends in the middle")

    with pytest.raises(BadInput):
        build(path, broken())

    with NameIndex.open(path) as index:
        assert len(index) == len(NAMES)
    assert [one.name for one in path.parent.iterdir()] == ["names.index"]


def test_several_processes_make_the_same_index(tmp_path: Path) -> None:
    names = [(at, f"Vektor {at} Trading {at % 97}", "Company") for at in range(BATCH + 50)]

    for processes in (1, 2):
        build(tmp_path / str(processes), names, processes)

    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()


def first_of(asked: str, schema: str, *listed: str) -> str:
    """Give the name of a list that is the likeliest."""
    index = NameIndex(indexed([(at, name, schema) for at, name in enumerate(listed)]))
    return listed[index.candidates(asked, schema)[0]]


@pytest.mark.parametrize(
    ("asked", "bearer", "other"),
    [
        # The first letters of a name count instead of its words, not beside them.
        ("Company Raqal Industry", "شركة رقل للصناعة", "Company Rafik Industry"),
        ("LLC Tsaralazhov Trading", "ООО Царалажов Торговля", "LLC Tsarovalov Trading"),
        # A slip that spoils a consonant is nearer than consonants of the same kind.
        ("Hartinenby Trading", "Hartlinenby Trading", "Hurdaninpou Trading"),
    ],
)
def test_the_likelier_bearer_leads(asked: str, bearer: str, other: str) -> None:
    assert first_of(asked, "Company", other, bearer) == bearer


def test_names_much_less_alike_than_the_likeliest_are_left_out() -> None:
    far, near = "Harold Crowtenmor", "Howard Crowlinburn"
    alone, beside = (
        NameIndex(indexed([(at, name, "Person") for at, name in enumerate(names)]))
        for names in ((far,), (near, near, near, far))
    )

    assert alone.candidates(near, "Person") == (0,)
    assert beside.candidates(near, "Person") == (0, 1, 2)
