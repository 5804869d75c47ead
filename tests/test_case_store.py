"""What goes into a case comes out of it the same."""

from pathlib import Path

import pytest

from recoupe.case import folder, store
from recoupe.case.folder import Case
from recoupe.errors import Unknown
from recoupe.model.finding import ClaimRef
from tests.case_nouns import (
    DENIAL,
    claim,
    contested,
    dated,
    denial,
    document,
    line,
    reading,
)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return folder.create(tmp_path / "mech")


def weighed(case: Case) -> None:
    """Fill the case with a claim, its denial and their finding."""
    yes, no = dated(), document(DENIAL)
    with store.writing_to(case) as into:
        for one, told in ((yes, claim(yes)), (no, denial(no))):
            into.add_document(line(one), one)
            into.save_reading(reading(one, told))
        into.save_findings([contested(yes, no)], "weigher 1")


def test_a_document_comes_back_with_every_particular(case: Case) -> None:
    with store.writing_to(case) as into:
        is_new = into.add_document(line(dated()), dated())

    with store.reading_from(case) as held:
        assert is_new
        assert held.documents() == (dated(),)
        assert held.custody() == (line(dated()),)


def test_the_same_bytes_at_the_same_address_twice_are_nothing_new(case: Case) -> None:
    with store.writing_to(case) as into:
        into.add_document(line(document()), document())

        is_new = into.add_document(line(document()), document())

        assert not is_new
        assert len(into.documents()) == len(into.custody()) == 1


def test_the_same_bytes_at_a_second_address_are_one_document_with_two_lines_of_custody(
    case: Case,
) -> None:
    with store.writing_to(case) as into:
        into.add_document(line(document()), document())

        is_new = into.add_document(line(document(), "b.txt"), document())

        assert not is_new
        assert len(into.documents()) == 1
        assert [one.address for one in into.custody()] == ["a.txt", "b.txt"]


def test_a_reading_comes_back_with_every_claim_and_entity(case: Case) -> None:
    of = dated()
    told = reading(of, claim(of), claim(of, "U"))
    with store.writing_to(case) as into:
        into.add_document(line(of), of)

        into.save_reading(told)

        assert into.readings() == (told,)
        assert into.reading(of) == told


def test_a_second_reading_takes_the_place_of_the_first(case: Case) -> None:
    of = document()
    with store.writing_to(case) as into:
        into.add_document(line(of), of)
        into.save_reading(reading(of, claim(of), claim(of, "U")))

        into.save_reading(reading(of, claim(of), reader="reader 2"))

        assert into.readings() == (reading(of, claim(of), reader="reader 2"),)


def test_a_finding_comes_back_with_origins_and_disagreements(case: Case) -> None:
    weighed(case)

    with store.reading_from(case) as held:
        assert held.findings() == (contested(dated(), document(DENIAL)),)
        assert held.findings_made_by() == "weigher 1"


def test_a_finding_goes_when_a_reading_that_it_rests_on_is_replaced(case: Case) -> None:
    weighed(case)

    with store.writing_to(case) as into:
        into.save_reading(reading(dated(), claim(dated(), "U")))

        assert into.findings() == ()
        assert into.findings_made_by() is None


def test_a_finding_on_a_claim_that_is_not_in_the_case_is_refused_and_the_old_ones_stay(
    case: Case,
) -> None:
    weighed(case)
    elsewhere = contested(document("Ailleurs."), document(DENIAL))

    with store.writing_to(case) as into:
        with pytest.raises(Unknown, match="no claim"):
            into.save_findings([elsewhere], "weigher 2")

        assert [ClaimRef(dated().id, 0) in f.claims for f in into.findings()] == [True]
        assert into.findings_made_by() == "weigher 1"


def test_what_another_reader_read_waits_to_be_read(case: Case) -> None:
    of, waits = document(), document(DENIAL)
    with store.writing_to(case) as into:
        for one in (of, waits):
            into.add_document(line(one), one)
        into.save_reading(reading(of, claim(of)))

        with_the_same = into.unread(lambda language: "reader 1")
        with_a_newer = into.unread(lambda language: "reader 2")

        assert [one.document for one in with_the_same] == [waits.id]
        assert [one.document for one in with_a_newer] == [of.id, waits.id]


def test_a_reading_of_a_document_that_is_not_in_the_case_is_refused(case: Case) -> None:
    with store.writing_to(case) as into, pytest.raises(Unknown, match="no document"):
        into.save_reading(reading(document(), claim(document())))


def test_a_document_goes_by_its_first_digits(case: Case) -> None:
    with store.writing_to(case) as into:
        into.add_document(line(document()), document())

        assert into.document(document().id[:6]) == document()
        with pytest.raises(Unknown, match="no document"):
            into.document("zz")


def test_more_readings_than_are_fetched_at_a_time_come_back_in_order(case: Case) -> None:
    many = [document(f"Arvania aurait livré 60 drones à Belmark, note {n}.") for n in range(450)]
    with store.writing_to(case) as into:
        for one in many:
            into.add_document(line(one), one)
            into.save_reading(reading(one))

        assert [one.document for one in into.readings()] == [one.id for one in many]
