"""What cannot be read of a list is named by file and line, and nothing is read in its stead."""

import resource
from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.errors import BadInput
from recoupe.identity.watchlists.format import Unread
from recoupe.identity.watchlists.read import recognise
from tests.test_watchlists import FILES, LISTS

Put = Callable[[str, str], Path]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    def written(name: str, text: str) -> Path:
        (tmp_path / name).write_text(text, "utf-8", newline="")
        return tmp_path / name

    return written


def changed(name: str, old: str, new: str) -> str:
    text = (LISTS / name).read_bytes().decode("utf-8")
    assert old in text
    return text.replace(old, new, 1)


def read(*files: Path) -> list[object]:
    return list(recognise(files).items())


@pytest.mark.parametrize(
    "name", ["sdn_advanced.xml", "eu.xml", "un.xml", "entities.ftm.json"], ids=str
)
def test_a_file_that_was_cut_short_is_refused_and_named(put: Put, name: str) -> None:
    text = (LISTS / name).read_text("utf-8")
    file = put(name, text[: len(text) * 2 // 3])

    with pytest.raises(BadInput, match=rf"{name}, line \d+: .*nothing was loaded"):
        read(file)


def test_it_is_said_how_much_could_be_read_before_the_break(put: Put) -> None:
    file = put("un.xml", changed("un.xml", "</ENTITIES>", "</ENTITY>"))

    with pytest.raises(BadInput, match="2 entries before it could be read"):
        read(file)


def test_a_quote_that_is_never_closed_is_a_break(put: Put) -> None:
    file = put("own.csv", changed("own.csv", "Wuhan", '"Wuhan'))

    with pytest.raises(BadInput, match=r"own\.csv, line 3: not CSV"):
        read(file)


def test_a_row_with_too_few_cells_is_unread_and_the_others_are_read(put: Put) -> None:
    file = put("own.csv", changed("own.csv", ",91420100MA4KX00000,OFAC", ""))

    items = read(file)

    assert isinstance(items[1], Unread)
    assert str(items[1]) == "own.csv, line 3: 5 cells where there are 7 columns"


@pytest.mark.parametrize(
    ("name", "old", "new", "why"),
    [
        ("un.xml", "<FIRST_NAME>RI</FIRST_NAME><SECOND_NAME>WON HO</SECOND_NAME>", "", "리원호"),
        ("eu.xml", 'wholeName="Example Optics LLC"', "", "it has no name"),
        ("sdn_advanced.xml", 'ProfileID="46002"', 'ProfileID="1"', "nothing tells when and why"),
        ("eu.xml", '<subjectType code="person" classificationCode="P"/>', "", "no subjectType"),
        ("own.csv", "2024-10-17", "17 October", "'17 October' is no date such as 2023-12-12"),
        ("targets.simple.csv", '"TSK Vektor","ООО ТСК Вектор;""Vektor; TSK"""', '"",""', "no name"),
    ],
)
def test_an_entry_that_lacks_what_it_needs_says_so(
    put: Put, name: str, old: str, new: str, why: str
) -> None:
    file = put(name, changed(name, old, new))

    assert why in " ".join(map(str, read(file)))


def test_an_unknown_column_of_one_s_own_list_is_not_passed_over(put: Put) -> None:
    file = put("own.csv", changed("own.csv", "country", "contry"))

    with pytest.raises(BadInput, match="unknown column 'contry'"):
        read(file)


def test_sdn_csv_alone_is_refused_since_it_lacks_most_names() -> None:
    with pytest.raises(BadInput, match=r"give alt.csv and add.csv with it"):
        read(LISTS / "sdn.csv")


def test_a_file_that_belongs_to_another_list_is_named() -> None:
    with pytest.raises(BadInput, match=r"alt.csv: does not belong to .*eu.xml"):
        read(LISTS / "eu.xml", LISTS / "alt.csv")


def test_a_web_page_in_place_of_a_list_is_called_so(put: Put) -> None:
    with pytest.raises(BadInput, match="a web page, not a list"):
        read(put("list.xml", "<!DOCTYPE html><html>Log in</html>"))


@pytest.mark.parametrize("text", ["", "hello\n", "PK\x03\x04"])
def test_what_is_no_list_is_refused_with_the_lists_that_are_read(put: Put, text: str) -> None:
    with pytest.raises(BadInput, match="lists that are read: OFAC Advanced XML"):
        read(put("a.bin", text))


def test_bytes_that_are_no_letters_are_named_by_their_line(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_bytes(b"name\nRedlepus\n\xff\xfeVektor\n")

    with pytest.raises(BadInput, match="line 3: not UTF-8"):
        read(file)


def test_a_bomb_of_entities_is_refused_before_it_goes_off(put: Put) -> None:
    bomb = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    file = put("un.xml", changed("un.xml", "<CONSOLIDATED_LIST", f"{bomb}<CONSOLIDATED_LIST"))

    with pytest.raises(BadInput, match="line 2: declares a document type"):
        read(file)


def test_a_large_file_takes_no_more_memory_than_a_small_one(put: Put) -> None:
    text = (LISTS / "un.xml").read_text("utf-8")
    start, end = text.index("<ENTITY>"), text.index("</ENTITIES>")
    file = put("un.xml", text[:start] + text[start:end] * 20_000 + text[end:])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    count = sum(1 for _ in recognise([file]).items())

    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert file.stat().st_size > 10_000_000
    assert count == 20_001
    assert grown < 10_000  # KiB


@pytest.mark.parametrize("format_", FILES)
def test_reading_twice_gives_the_same(format_: str) -> None:
    files = [LISTS / name for name in FILES[format_]]

    assert read(*files) == read(*files)
