"""The names of the whole reader are counted as the benchmark says."""

from benchmarks.named import compared, names
from training.names import UNSURE, Name, NamedText

TEXT = "The firm Tarvel Optics in Leeds paid Mira Tolland."
FIRM, CITY, PERSON = (9, 22), (26, 31), (37, 49)


def text(*marked: tuple[tuple[int, int], str]) -> NamedText:
    return NamedText(TEXT, tuple(Name(start, end, label, "") for (start, end), label in marked))


def test_a_name_counts_where_both_ends_and_the_kind_are_right() -> None:
    counted = compared(
        text((FIRM, "ORG"), (CITY, "LOC"), (PERSON, "PER")),
        {(*FIRM, "organisations"), (*CITY, "persons"), (37, 48, "persons")},
    )

    assert counted["organisations", "both"] == 1
    assert counted["places", "theirs"] == 1
    assert counted["places", "both"] == counted["persons", "both"] == 0
    assert counted["persons", "ours"] == 2


def test_what_a_source_leaves_open_counts_neither_way() -> None:
    counted = compared(text((FIRM, UNSURE)), {(*FIRM, "organisations")})

    assert not counted


def test_the_names_are_those_of_the_whole_reader() -> None:
    assert (*FIRM, "organisations") in names(TEXT, "en")
