"""What people decided about a claim holds, whatever is read in its document afterwards."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from recoupe.case.review import reviewed, reviewing
from recoupe.model.claim import Claim, Role
from recoupe.model.decision import Accepted, Added, Decision, Edited, Rejected, Undone, What
from recoupe.model.factuality import Factuality
from recoupe.model.review import Stand
from recoupe.model.value import Quantity
from tests.case_nouns import claim, document, reading, span

TEXT = "Selon la Gazette, Arvania aurait livré 60 drones à Belmark en mai 2024, 40 chars en juin."
OF = document(TEXT)
READ = claim(OF)


def log(*decided: What) -> list[Decision]:
    made = datetime(2026, 1, 1, tzinfo=UTC)
    return [Decision(n, made, "Ada", what, "so it is said") for n, what in enumerate(decided, 1)]


def told(factuality: str, of: Claim = READ) -> Claim:
    return replace(of, factuality=Factuality.parse(factuality))


def tanks() -> Claim:
    """The second event of the sentence: the same parties, another thing."""
    kept = [role for role in READ.roles if role.name not in ("quantity", "date")]
    return replace(
        READ, roles=(*kept, Role("quantity", span("40 chars", TEXT), Quantity(40, "chars")))
    )


def test_without_decisions_a_reading_is_as_it_was_read() -> None:
    assert reviewed(reading(OF, READ), []) == reading(OF, READ)


def test_a_rejected_claim_keeps_its_place() -> None:
    now = reviewed(reading(OF, READ, tanks()), log(Rejected(READ)))

    assert now.claims == (READ, tanks())
    assert now.standing() == ((1, tanks()),)


def test_an_edited_claim_takes_the_place_of_the_one_that_was_read() -> None:
    now = reviewed(reading(OF, READ, tanks()), log(Edited(READ, told("PS+"))))

    assert now.claims == (told("PS+"), tanks())


def test_an_added_claim_follows_those_that_were_read() -> None:
    now = reviewed(reading(OF, READ), log(Added(tanks())))

    assert now.claims == (READ, tanks())


def test_an_added_claim_is_not_doubled_when_the_reader_finds_it_too() -> None:
    now = reviewed(reading(OF, told("CT+", tanks()), READ), log(Added(tanks())))

    assert now.claims == (tanks(), READ)


def test_an_accepted_claim_stays_as_it_was_accepted_when_a_newer_reader_makes_it_surer() -> None:
    now = reviewed(reading(OF, told("CT+")), log(Accepted(READ)))

    assert now.claims == (READ,)


@pytest.mark.parametrize(
    ("what", "stays"),
    [(Accepted(READ), (READ,)), (Edited(READ, told("U")), (told("U"),)), (Rejected(READ), ())],
)
def test_what_is_read_no_more_stays_where_people_vouched_for_it(
    what: What, stays: tuple[Claim, ...]
) -> None:
    assert reviewed(reading(OF), log(what)).claims == stays


def test_a_rejection_holds_when_a_newer_reader_words_the_claim_otherwise() -> None:
    newer = replace(READ, factuality=Factuality.parse("PS+"), reasons=())

    assert reviewed(reading(OF, newer), log(Rejected(READ))).rejected == {0}


def test_a_rejected_claim_takes_no_denial_with_it() -> None:
    assert reviewed(reading(OF, told("CT-")), log(Rejected(READ))).rejected == frozenset()


def test_a_rejection_does_not_pass_to_the_other_event_of_the_sentence() -> None:
    assert reviewed(reading(OF, tanks()), log(Rejected(READ))).rejected == frozenset()


def test_a_claim_on_which_another_decided_is_left_to_that_decision() -> None:
    newer = told("PS+")

    now = reviewed(reading(OF, newer), log(Rejected(READ), Accepted(newer)))

    assert now.standing() == ((0, newer),)


def test_the_last_decision_on_a_claim_counts() -> None:
    first, last = Rejected(READ), Accepted(READ)

    assert reviewed(reading(OF, READ), log(first, last)).rejected == frozenset()
    assert reviewed(reading(OF, READ), log(last, first)).rejected == {0}


def test_an_edit_of_an_edit_is_followed() -> None:
    edits = Edited(READ, told("PS+")), Edited(told("PS+"), told("U"))

    assert reviewed(reading(OF, READ), log(*edits)).claims == (told("U"),)
    assert reviewed(reading(OF, READ), log(*edits, Undone(2))).claims == (told("PS+"),)


def test_an_edit_is_not_doubled_when_the_reader_comes_to_read_it_so() -> None:
    now = reviewed(reading(OF, told("U")), log(Edited(READ, told("U"))))

    assert now.claims == (told("U"),)


def test_an_undone_decision_leaves_no_trace() -> None:
    decided = log(Rejected(READ), Added(tanks()), Undone(1), Undone(2))

    assert reviewed(reading(OF, READ), decided) == reading(OF, READ)
    assert reviewing(reading(OF, READ), decided) == {}


def test_decisions_on_another_document_change_nothing() -> None:
    other = document(f"{TEXT} Encore.")

    assert reviewed(reading(OF, READ), log(Rejected(claim(other)))) == reading(OF, READ)


def test_each_claim_says_how_it_stands_and_with_whom() -> None:
    decided = log(Rejected(READ), Added(tanks()), Accepted(READ))

    found = reviewing(reading(OF, READ), decided)

    assert {at: review.stand for at, review in found.items()} == {
        0: Stand.ACCEPTED,
        1: Stand.ADDED,
    }
    assert [d.number for d in found[0].decisions] == [1, 3]
    assert (found[1].author, found[1].made) == ("Ada", decided[1].made)
