"""Texts, quotes and names are found by their words."""

from pathlib import Path

import pytest

from recoupe.case import folder, search, store
from recoupe.case.search import Hit
from recoupe.case.store import Store
from recoupe.model.decision import Rejected, Undone
from tests.case_nouns import TEXT, claim, dated, document, line, reading

CHINESE = "北京向莫斯科交付六十架无人机。"
ARABIC = "سلمت أرفانيا ستين طائرة إلى بلمارك."


@pytest.fixture
def held(tmp_path: Path) -> Store:
    case = folder.create(tmp_path / "mech")
    with store.writing_to(case) as into:
        for of in (dated(), document(CHINESE), document(ARABIC), document("No drone here.\nNone.")):
            into.add_document(line(of), of)
        into.save_reading(reading(dated(), claim(dated())))
        yield into


def kinds(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.kind for hit in hits]


@pytest.mark.parametrize(
    "query", ["livré", "livre", "LIVRE", "livr*", "livré\0", '"livre 60 drones"']
)
def test_words_are_found_without_diacritics_and_capitals(held: Store, query: str) -> None:
    hits = held.search(query)

    assert kinds(hits) == ["document", "claim"]
    assert hits[0].item == dated().id
    assert hits[1].item == f"{dated().id}:0"


def test_of_words_that_are_everywhere_the_newest_come_first(
    held: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    long, short = document("Drone " + "and so on " * 50), document("Drone. Drone.")
    for of in (short, long):
        held.add_document(line(of), of)

    by_rank = [hit.item for hit in held.search("drone")]
    monkeypatch.setattr(search, "COMMON", 3)
    by_age = [hit.item for hit in held.search("drone")]

    assert by_rank[0] == short.id
    assert by_age == [long.id, short.id, document("No drone here.\nNone.").id]
    assert sorted(by_rank) == sorted(by_age)


def test_a_name_is_found_with_its_document(held: Store) -> None:
    hits = held.search("arvania")

    assert kinds(hits) == ["document", "claim", "name"]
    assert hits[2].snippet == "Arvania"


def test_a_snippet_marks_the_words_found(held: Store) -> None:
    hit, *_ = held.search("drones belmark")

    assert [mark.of(hit.snippet) for mark in hit.marks] == ["drones", "Belmark"]


def test_a_title_is_found(held: Store) -> None:
    assert kinds(held.search("des drones")) == ["document"]


@pytest.mark.parametrize("query", ["莫斯科", "北京", "طائرة"])
def test_words_of_a_script_without_spaces_are_found_anywhere(held: Store, query: str) -> None:
    hits = held.search(query)

    assert kinds(hits) == ["document"]
    assert [mark.of(hits[0].snippet) for mark in hits[0].marks] == [query]


@pytest.mark.parametrize("query", ["", "  ", "!!!", '"', "*", "AND", "NEAR(", "a:b", "-x", "%"])
def test_no_query_breaks_the_search(held: Store, query: str) -> None:
    assert all(isinstance(hit, Hit) for hit in held.search(query))


def test_what_an_earlier_reading_quoted_is_forgotten(held: Store) -> None:
    held.save_reading(reading(dated()))

    assert kinds(held.search("60 drones")) == ["document"]
    assert TEXT in [of.text for of in held.documents()]


def test_a_claim_that_people_rejected_is_found_in_its_document_only(held: Store) -> None:
    assert kinds(held.search("60 drones")) == ["document", "claim"]

    held.decide("Ada", Rejected(claim(dated())))

    assert kinds(held.search("60 drones")) == ["document"]
    held.decide("Ada", Undone(1))
    assert kinds(held.search("60 drones")) == ["document", "claim"]
