"""Findings follow what people decided about who is who, and come back when it is undone."""

from pathlib import Path

import pytest

from recoupe.case import folder, store
from recoupe.case.entities import known_as
from recoupe.case.folder import Case
from recoupe.case.store import Store
from recoupe.case.weigh import weigh_again
from recoupe.model.decision import Named, NotSame, Same, Undone
from recoupe.model.finding import Status
from tests.bearer_nouns import log
from tests.case_nouns import line
from tests.weighing_nouns import Page, page, tell

GOODS = {"recipient": "Iceland", "item": "Heron drones"}


TOLD = {
    "Tide": "{name} sent Heron drones to Iceland.",
    "Harbour Gazette": "A ship took Heron drones from {name} over to Iceland.",
}


def seller(name: str, publisher: str, type_: str = "Company") -> Page:
    """Make a page on which a paper tells in its own words that somebody sent drones."""
    told = tell(TOLD[publisher].format(name=name), supplier=name, **GOODS)
    opening = f"{publisher} looked at the books of the harbour for a week."
    return page(told, publisher=publisher, opening=opening, names={name: type_})


def place(of: Page) -> Named:
    (entity,) = of.reading.entities
    return Named(of.document.id, entity.name, entity.type)


def statuses(into: Store) -> list[Status]:
    weigh_again(into)
    return sorted(finding.status for finding in into.findings())


def filled(at: Path, *pages: Page) -> Case:
    case = folder.create(at / "mech")
    with store.writing_to(case) as into:
        for each in pages:
            into.add_document(line(each.document), each.document)
            into.save_reading(each.reading)
        weigh_again(into)
    return case


VEGA, LYRA = seller("Vega Marine", "Tide"), seller("Kestrel Works", "Harbour Gazette")
ONE, TWO = seller("Vega Marine", "Tide"), seller("Vega Marine", "Harbour Gazette")


def test_a_merge_makes_two_accounts_one_finding_and_undoing_it_parts_them(tmp_path: Path) -> None:
    with store.writing_to(filled(tmp_path, VEGA, LYRA)) as into:
        before = into.findings()
        assert statuses(into) == [Status.SINGLE_ORIGIN, Status.SINGLE_ORIGIN]

        into.decide("Ada", Same(place(VEGA), place(LYRA)), "one yard, says the register")

        assert statuses(into) == [Status.CORROBORATED]
        assert {change.because for change in into.changes()[1]} == {(1,)}
        into.decide("Ada", Undone(1))
        assert statuses(into) == [Status.SINGLE_ORIGIN, Status.SINGLE_ORIGIN]
        assert into.findings() == before


def test_a_split_keeps_accounts_of_two_namesakes_apart(tmp_path: Path) -> None:
    with store.writing_to(filled(tmp_path, ONE, TWO)) as into:
        assert statuses(into) == [Status.CORROBORATED]

        into.decide("Ada", NotSame(place(ONE), place(TWO)), "another yard of that name")

        assert statuses(into) == [Status.SINGLE_ORIGIN, Status.SINGLE_ORIGIN]


def test_without_a_decision_readings_are_as_they_were() -> None:
    readings = (VEGA.reading, LYRA.reading)

    assert known_as(readings, {}, ()) is readings


def test_a_source_that_was_merged_is_counted_once(tmp_path: Path) -> None:
    pages = [
        page(
            tell(
                f"Norway sent Heron drones to Iceland, said {who}.",
                by=[who],
                supplier="Norway",
                **GOODS,
            ),
            publisher=paper,
            names={who: "Company"},
            opening=f"{paper} looked at the books of the harbour for a week.",
        )
        for who, paper in (("Vega Marine", "Tide"), ("Kestrel Works", "Harbour Gazette"))
    ]
    with store.writing_to(filled(tmp_path, *pages)) as into:
        assert statuses(into) == [Status.CORROBORATED]

        into.decide("Ada", Same(place(pages[0]), place(pages[1])), "one yard")

        assert statuses(into) == [Status.SINGLE_ORIGIN]


@pytest.mark.parametrize("other", ["Vega Marine", "Vega"])
def test_two_whom_people_keep_apart_have_names_that_tell_so(other: str) -> None:
    one, two = seller("Vega Marine", "Tide"), seller(other, "Harbour Gazette")
    readings = (one.reading, two.reading)
    texts = {each.document.id: each.document.text for each in (one, two)}

    known = known_as(readings, texts, log(NotSame(place(one), place(two))))

    names = {reading.entities[0].name for reading in known}
    assert len(names) == 2
    assert all(name.startswith("Vega") and name.endswith(")") for name in names)
    assert {
        role.resolved for r in known for c in r.claims for role in c.fillers("supplier")
    } == names
