"""People set the letter; the number is 1 where another origin bears it out, and else 6."""

from collections.abc import Mapping
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from recoupe.model.decision import LETTERS, Decision, Rated, Undone, What
from recoupe.model.finding import Origin, Status
from recoupe.weighing.admiralty import admiralty, letters, of_rated
from tests.test_weighing_laws import SPEAKERS, cases
from tests.weighing_nouns import Page, only, page, said, tell, weighed

TOLD = {"supplier": "Norway", "recipient": "Iceland", "item": "Heron drones"}


def decided(*what: What) -> dict[str, str]:
    made = datetime(2026, 1, 1, tzinfo=UTC)
    return dict(letters(Decision(n, made, "Ada", one) for n, one in enumerate(what, 1)))


def named(codes: Mapping[Origin, str]) -> dict[str, str]:
    return {origin.name: code for origin, code in codes.items()}


def two(level: str) -> tuple[Page, Page]:
    """Two papers on one event: the first is certain, the second as told."""
    first = page(said("Norway sent Heron drones to Iceland.", **TOLD), publisher="Tide")
    other = tell("A ship took Heron drones from Norway over to Iceland.", level, **TOLD)
    opening = "Anglers watched the pier from dawn on."
    return first, page(other, publisher="Vestlys", opening=opening)


def test_a_source_that_another_bears_out_has_the_number_1() -> None:
    codes = admiralty(only(*two("CT+")), decided(Rated("Tide", "B")))

    assert named(codes) == {"Tide": "B1", "Vestlys": "F1"}


def test_a_source_that_stands_alone_has_the_number_6() -> None:
    assert named(admiralty(only(two("CT+")[0]), decided(Rated("Tide", "A")))) == {"Tide": "A6"}


def test_a_source_that_another_only_supposes_has_the_number_6() -> None:
    codes = admiralty(only(*two("PR+")), decided(Rated("Tide", "A"), Rated("Vestlys", "A")))

    assert named(codes) == {"Tide": "A6", "Vestlys": "A6"}


def test_only_sources_that_people_rated_are_shown_unless_asked() -> None:
    rated = of_rated(only(*two("CT+")), decided(Rated("Vestlys", "C")))

    assert named(rated) == {"Vestlys": "C1"}
    assert of_rated(only(*two("CT+")), {}) == {}


def test_the_last_letter_counts_and_an_undone_one_does_not() -> None:
    first, last = Rated("Tide", "B"), Rated("TIDE", "E")

    assert decided(first, last) == {"tide": "E"}
    assert decided(first, last, Undone(2)) == {"tide": "B"}


def test_a_letter_is_for_one_outlet_not_for_all_of_its_owner_or_state() -> None:
    assert len(decided(Rated("TASS", "D"), Rated("RIA Novosti", "E"), Rated("Russia", "C"))) == 3


@given(cases(), st.sampled_from(SPEAKERS), st.sampled_from(LETTERS))
def test_no_letter_makes_a_number_and_no_number_but_1_and_6_is_given(
    case: list[Page], source: str, letter: str
) -> None:
    for finding in weighed(*case):
        with_letter, without = (
            admiralty(finding, decided(Rated(source, letter))),
            admiralty(finding, {}),
        )

        assert [code[1] for code in with_letter.values()] == [c[1] for c in without.values()]
        assert {code[1] for code in without.values()} <= {"1", "6"}
        if finding.status is not Status.CORROBORATED:
            assert {code[1] for code in without.values()} == {"6"}
