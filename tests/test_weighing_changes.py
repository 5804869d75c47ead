"""What is said to have changed in the findings is what has, and nothing else."""

from dataclasses import replace

from hypothesis import given

from recoupe.model.change import Turn
from recoupe.model.finding import Status
from recoupe.weighing.changes import changes
from tests.test_weighing_laws import cases
from tests.weighing_nouns import Page, page, said, weighed

TOLD = {"supplier": "Norway", "recipient": "Iceland", "item": "Heron drones"}
DRONES = said("Norway sent Heron drones to Iceland.", **TOLD)
TANKS = said("Latvia sent tanks to Denmark.", supplier="Latvia", recipient="Denmark", item="tanks")


@given(cases())
def test_findings_that_are_made_twice_have_not_changed(case: list[Page]) -> None:
    assert changes(weighed(*case), weighed(*case)) == ()


@given(cases())
def test_a_document_that_comes_and_goes_turns_every_change_around(case: list[Page]) -> None:
    without, with_ = weighed(*case[1:]), weighed(*case)

    there, back = changes(without, with_), changes(with_, without)

    ends = [(c.before and c.before.id, c.after and c.after.id) for c in there]
    turned = [(c.after and c.after.id, c.before and c.before.id) for c in back]
    assert sorted(map(str, ends)) == sorted(map(str, turned))


def test_a_finding_that_loses_its_only_claim_goes() -> None:
    told = page(DRONES, TANKS)

    (change,) = changes(weighed(told), weighed(_without(told, 0)))

    assert (change.turn, change.before.claims) == (Turn.WENT, (told.ref(0),))


def test_a_finding_comes_with_the_first_claim_of_its_event() -> None:
    told = page(DRONES, TANKS)

    (change,) = changes(weighed(_without(told, 1)), weighed(told))

    assert (change.turn, change.after.claims) == (Turn.CAME, (told.ref(1),))


def test_a_finding_that_loses_an_origin_has_changed() -> None:
    one = page(DRONES)
    other = page(
        said("A ship took Heron drones from Norway over to Iceland.", **TOLD),
        publisher="Tide",
        opening="Anglers watched the pier from dawn on.",
    )

    (change,) = changes(weighed(one, other), weighed(one))

    assert change.turn is Turn.CHANGED
    assert (change.before.status, change.after.status) == (
        Status.CORROBORATED,
        Status.SINGLE_ORIGIN,
    )


def _without(told: Page, place: int) -> Page:
    return replace(told, reading=replace(told.reading, rejected=frozenset({place})))
