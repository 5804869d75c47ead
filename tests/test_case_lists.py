"""Every version of a list is kept, whole, with the days on which it was in force."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from recoupe.archive import originals
from recoupe.case import folder, store
from recoupe.case.folder import Case
from recoupe.case.lists import Arrival, Change, Lists
from recoupe.errors import BadInput
from recoupe.identity.watchlists.read import recognise
from recoupe.model.listing import ListEntry
from tests.test_watchlists import FILES, LISTS

HEADER = "id,name,aliases,listed\n"
FIRST = HEADER + "1,Redlepus,,2024-10-17\n2,TSK Vektor,,2024-10-17\n"
SECOND = HEADER + "2,TSK Vektor,ООО Вектор,2024-10-17\n3,Xiamen Limbach,,2024-10-17\n"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return folder.create(tmp_path / "mech")


@pytest.fixture
def lists(case: Case) -> Iterator[Lists]:
    with store.writing_to(case) as into:
        yield Lists(into)


def arrive(
    lists: Lists, text: str, day: str, source: str = "own", leave_out: bool = False
) -> Change:
    """Add a list of one's own as it stood on a day."""
    file = lists.case.folder / f"{source}-{day}.csv"
    file.write_text(text, "utf-8")
    arrival = Arrival(source, "csv", day, ((file, file.name),))
    return lists.keep(arrival, recognise([file]).items(), leave_out)


@pytest.mark.parametrize("format_", FILES)
def test_entries_of_every_format_come_back_the_same(lists: Lists, format_: str) -> None:
    found = recognise([LISTS / name for name in FILES[format_]])
    files = tuple((file, file.name) for file in found.files)

    change = lists.keep(Arrival("a", found.format.name, "2024-12-31", files), found.items())

    expected = [item for item in found.items() if isinstance(item, ListEntry)]
    assert [listed.entry for listed in lists.listed()] == expected
    assert change.version.entries == change.came == len(expected)


def test_the_bytes_of_a_list_are_kept_under_their_hash(lists: Lists) -> None:
    version = arrive(lists, FIRST, "2024-10-20").version

    (hash_, address) = version.originals[0]
    assert originals.original(lists.case.originals, hash_).decode("utf-8") == FIRST
    assert (address, version.hash) == ("own-2024-10-20.csv", hash_)


def test_a_version_is_in_force_until_the_next_is_published(lists: Lists) -> None:
    arrive(lists, FIRST, "2024-10-20")

    arrive(lists, SECOND, "2024-11-01")

    assert [(v.published, v.until) for v in lists.versions()] == [
        ("2024-10-20", "2024-11-01"),
        ("2024-11-01", None),
    ]


def test_an_older_version_that_comes_later_takes_its_place_in_time(lists: Lists) -> None:
    arrive(lists, SECOND, "2024-11-01")

    change = arrive(lists, FIRST, "2024-10-20")

    assert [v.published for v in lists.versions()] == ["2024-10-20", "2024-11-01"]
    assert change.version.until == "2024-11-01"


def test_versions_of_one_list_say_nothing_about_another(lists: Lists) -> None:
    arrive(lists, FIRST, "2024-10-20", "ours")

    change = arrive(lists, SECOND, "2024-11-01", "theirs")

    assert [v.until for v in lists.versions()] == [None, None]
    assert (change.came, change.went) == (2, 0)


def test_what_came_went_and_changed_is_counted(lists: Lists) -> None:
    arrive(lists, FIRST, "2024-10-20")

    change = arrive(lists, SECOND, "2024-11-01")

    assert (change.came, change.went, change.changed) == (1, 1, 1)


def test_each_wording_of_an_entry_has_the_versions_that_have_it_so(lists: Lists) -> None:
    arrive(lists, FIRST, "2024-10-20")
    arrive(lists, FIRST + "9,Juhang,,\n", "2024-10-25")
    arrive(lists, SECOND, "2024-11-01")

    found = {(one.entry.id, len(one.entry.names)): one.versions for one in lists.listed("own")}

    assert found == {
        ("1", 1): ("2024-10-20", "2024-10-25"),
        ("2", 1): ("2024-10-20", "2024-10-25"),
        ("9", 1): ("2024-10-25",),
        ("2", 2): ("2024-11-01",),
        ("3", 1): ("2024-11-01",),
    }


def test_an_entry_that_does_not_change_is_stored_once(lists: Lists) -> None:
    arrive(lists, FIRST, "2024-10-20")
    arrive(lists, FIRST + "\n", "2024-10-21")

    rows = lists.connection.exec_driver_sql("SELECT count(*) FROM list_entry").scalar()

    assert rows == 2


def test_a_list_with_a_broken_entry_is_not_half_loaded(lists: Lists) -> None:
    with pytest.raises(BadInput, match=r"1 of 3 entries could not be read .*line 4: 2 cells"):
        arrive(lists, FIRST + "3,Juhang\n", "2024-10-20")

    assert (lists.versions(), lists.listed()) == ((), ())


def test_what_is_left_out_when_asked_for_is_noted_with_the_version(lists: Lists) -> None:
    arrive(lists, FIRST + "3,Juhang\n", "2024-10-20", leave_out=True)

    (version,) = lists.versions()
    assert version.entries == 2
    assert version.left_out == ("own-2024-10-20.csv, line 4: 2 cells where there are 4 columns",)


def test_a_file_that_breaks_in_the_middle_leaves_the_version_before_it(lists: Lists) -> None:
    arrive(lists, FIRST, "2024-10-20")

    with pytest.raises(BadInput, match="nothing was loaded"):
        arrive(lists, FIRST + '4,"never closed\n', "2024-11-01")

    assert [v.published for v in lists.versions()] == ["2024-10-20"]
    assert len(lists.listed()) == 2


def test_a_list_without_entries_is_refused(lists: Lists) -> None:
    with pytest.raises(BadInput, match="no entry could be read"):
        arrive(lists, HEADER, "2024-10-20")


def test_the_same_bytes_are_known(lists: Lists) -> None:
    arrive(lists, FIRST, "2024-10-20")

    file = lists.case.folder / "own-2024-10-20.csv"
    assert lists.known("own", [file]) == lists.versions()[0]
    assert lists.known("other", [file]) is None


def test_a_version_that_is_kept_can_not_be_changed(lists: Lists) -> None:
    arrive(lists, FIRST, "2024-10-20")

    with pytest.raises(IntegrityError, match="never changes"), lists.connection.begin():
        lists.connection.exec_driver_sql("UPDATE list_version SET published = '2020-01-01'")


def test_a_case_from_before_there_were_lists_has_none(case: Case) -> None:
    with store.writing_to(case) as into, into.connection.begin():
        for what in ("VIEW lists", "TABLE list_presence", "TABLE list_entry", "TABLE list_version"):
            into.connection.exec_driver_sql(f"DROP {what}")

    with store.reading_from(case) as held:
        assert Lists(held).versions() == Lists(held).listed() == ()
