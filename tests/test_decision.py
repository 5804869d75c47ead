from datetime import UTC, datetime

import pytest

from recoupe.model.claim import Claim, EventType, Tense
from recoupe.model.decision import Decision, Edited, Rated, Retracted, Undone, standing
from recoupe.model.factuality import Factuality
from recoupe.model.span import Span


def decision(number, what, reason=""):
    return Decision(number, datetime(2026, 1, number, tzinfo=UTC), "Ada", what, reason)


def claim(factuality, document="d"):
    told = Factuality.parse(factuality)
    return Claim(document, EventType.TRANSFER, (Span(0, 9),), (), told, Tense.PAST)


def test_an_undone_decision_holds_no_longer():
    log = [decision(1, Retracted("d")), decision(2, Rated("AFP", "A")), decision(3, Undone(1))]

    assert standing(log) == (log[1],)


def test_an_undoing_can_be_undone_as_well():
    log = [decision(1, Retracted("d")), decision(2, Undone(1)), decision(3, Undone(2))]

    assert standing(log) == (log[0],)


@pytest.mark.parametrize(
    ("before", "after"), [("PR+", "CT+"), ("U", "PS+"), ("CT+", "CT-"), ("CT-", "PR+")]
)
def test_a_claim_is_made_surer_only_with_a_reason(before, after):
    edited = Edited(claim(before), claim(after))

    with pytest.raises(ValueError, match="reason"):
        decision(1, edited)
    assert decision(1, edited, "the minister says so himself").what is edited


@pytest.mark.parametrize(("before", "after"), [("CT+", "PR+"), ("PS-", "U"), ("PR+", "PR+")])
def test_a_claim_is_made_less_sure_freely(before, after):
    assert decision(1, Edited(claim(before), claim(after))).reason == ""


def test_a_claim_stays_in_its_document():
    with pytest.raises(ValueError, match="document"):
        Edited(claim("CT+", "d"), claim("CT+", "e"))


def test_every_decision_has_an_author():
    with pytest.raises(ValueError, match="author"):
        Decision(1, datetime.now(UTC), " ", Retracted("d"))


def test_a_source_is_rated_by_a_letter_of_the_admiralty_code():
    with pytest.raises(ValueError, match="A to F"):
        Rated("AFP", "AB")
