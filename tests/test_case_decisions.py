"""Decisions are only ever appended; readings follow them, and come back when they are undone."""

from dataclasses import replace
from pathlib import Path

import pytest

from recoupe.case import folder, store
from recoupe.case.folder import Case
from recoupe.case.store import Store
from recoupe.errors import BadDecision, QuoteMoved, Unknown
from recoupe.model.decision import (
    Accepted,
    Added,
    Edited,
    Named,
    NotSame,
    Rated,
    Rejected,
    Retracted,
    Same,
    SourceRetracted,
    Undone,
    What,
)
from recoupe.model.factuality import Factuality
from recoupe.model.finding import ClaimRef
from recoupe.model.review import Stand
from recoupe.model.span import Span
from tests.case_nouns import DENIAL, claim, contested, dated, denial, document, line, reading

YES, NO = dated(), document(DENIAL)
LESS = replace(claim(YES), factuality=Factuality.parse("PS+"))
SURER = replace(claim(YES), factuality=Factuality.parse("CT+"))
MISSED = replace(claim(YES), roles=claim(YES).roles[:2])


@pytest.fixture
def case(tmp_path: Path) -> Case:
    case = folder.create(tmp_path / "mech")
    with store.writing_to(case) as into:
        for of, told in ((YES, claim(YES)), (NO, denial(NO))):
            into.add_document(line(of), of)
            into.save_reading(reading(of, told))
        into.save_findings([contested(YES, NO)], "weigher 1")
    return case


def held(into: Store) -> tuple[object, ...]:
    return into.readings(), into.reviews(), into.decisions()


@pytest.mark.parametrize(
    "what",
    [
        Accepted(claim(YES)),
        Rejected(claim(YES)),
        Edited(claim(YES), LESS),
        Added(MISSED),
        Same(Named(YES.id, "Arvania", "Country"), Named(NO.id, "Arvania", "Country")),
        NotSame(Named(YES.id, "Arvania", "Country"), Named(NO.id, "Arvania", "Country")),
        Retracted(YES.id),
        SourceRetracted("Gazette de Lorme"),
        Rated("Gazette de Lorme", "B"),
    ],
    ids=lambda what: type(what).__name__,
)
def test_every_kind_of_decision_comes_back_from_the_log_as_it_was_made(
    case: Case, what: What
) -> None:
    with store.writing_to(case) as into:
        made = into.decide("Ada", what, "the minister says so himself")
        undone = into.decide("Ben", Undone(1))

        assert into.decisions() == (made, undone)
        assert (made.number, made.author, made.what) == (1, "Ada", what)
        assert made.reason == "the minister says so himself"


def test_a_rejected_claim_keeps_its_place_and_says_who_rejected_it(case: Case) -> None:
    with store.writing_to(case) as into:
        made = into.decide("Ada", Rejected(claim(YES)))

        assert into.reading(YES) == replace(reading(YES, claim(YES)), rejected=frozenset({0}))
        assert into.reading(NO) == reading(NO, denial(NO))
        (review,) = into.reviews().values()
        assert (review.stand, review.decisions) == (Stand.REJECTED, (made,))


def test_a_decision_that_changes_a_reading_takes_its_findings_away(case: Case) -> None:
    with store.writing_to(case) as into:
        into.decide("Ada", Rejected(claim(YES)))

        assert (into.findings(), into.findings_made_by()) == ((), None)


@pytest.mark.parametrize("what", [Accepted(claim(YES)), Rated("Gazette", "A")])
def test_a_decision_that_changes_no_reading_leaves_the_findings_be(case: Case, what: What) -> None:
    with store.writing_to(case) as into:
        into.decide("Ada", what)

        assert into.findings() == (contested(YES, NO),)
        assert into.findings_made_by() == "weigher 1"


def test_a_decision_survives_that_the_document_is_read_anew(case: Case) -> None:
    with store.writing_to(case) as into:
        into.decide("Ada", Edited(claim(YES), LESS))
        into.decide("Ben", Added(MISSED))

        into.save_reading(reading(YES, SURER, reader="reader 2"))

        assert into.reading(YES) == reading(YES, LESS, MISSED, reader="reader 2")
        assert into.as_read(YES) == reading(YES, SURER, reader="reader 2")
        stands = {ref.index: review.stand for ref, review in into.reviews().items()}
        assert stands == {0: Stand.EDITED, 1: Stand.ADDED}


def test_undoing_gives_back_what_was_read(case: Case) -> None:
    with store.writing_to(case) as into:
        before = into.readings()
        into.decide("Ada", Edited(claim(YES), LESS))
        into.decide("Ada", Rejected(LESS))

        into.decide("Ada", Undone(1))
        into.decide("Ada", Undone(2))

        assert into.readings() == before
        assert into.reviews() == {}


def test_an_undoing_that_is_undone_brings_the_decision_back(case: Case) -> None:
    with store.writing_to(case) as into:
        into.decide("Ada", Edited(claim(YES), LESS))
        into.decide("Ada", Undone(1))

        into.decide("Ada", Undone(2))

        assert into.reading(YES) == reading(YES, LESS)


@pytest.mark.parametrize(
    ("what", "error", "says"),
    [
        (Accepted(LESS), Unknown, "no such claim"),
        (
            Rejected(
                claim(
                    document(
                        "Ailleurs, Arvania livré 60 drones Belmark mai 2024 la Gazette aurait."
                    )
                )
            ),
            Unknown,
            "no document",
        ),
        (Edited(LESS, SURER), Unknown, "no such claim"),
        (Edited(claim(YES), SURER), BadDecision, "only with a reason"),
        (Edited(claim(YES), claim(YES)), BadDecision, "has that very claim already"),
        (Added(claim(YES)), BadDecision, "tells that already"),
        (Added(replace(MISSED, evidence=(Span(0, 9999),))), QuoteMoved, "runs past"),
        (
            Same(Named(YES.id, "Belmark", "Country"), Named(NO.id, "Arvania", "Country")),
            Unknown,
            "names no Country 'Belmark'",
        ),
        (Retracted("ab"), Unknown, "no document ab"),
        (SourceRetracted(" "), Unknown, "a source has a name"),
        (Undone(7), Unknown, "no decision 7"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_cannot_be_decided_is_said_and_nothing_changes(
    case: Case, what: What, error: type[Exception], says: str
) -> None:
    with store.writing_to(case) as into:
        before = held(into)

        with pytest.raises(error, match=says):
            into.decide("Ada", what)

        assert held(into) == before


def test_nobody_decides_without_a_name(case: Case) -> None:
    with store.writing_to(case) as into, pytest.raises(BadDecision, match="author"):
        into.decide("  ", Retracted(YES.id))


def test_what_is_undone_is_not_undone_twice(case: Case) -> None:
    with store.writing_to(case) as into:
        into.decide("Ada", Retracted(YES.id))
        into.decide("Ada", Undone(1))

        with pytest.raises(BadDecision, match="decision 1 is undone already"):
            into.decide("Ben", Undone(1))


def test_nobody_decides_the_same_twice_but_another_may(case: Case) -> None:
    with store.writing_to(case) as into:
        into.decide("Ada", Rejected(claim(YES)))

        with pytest.raises(BadDecision, match="Ada decided so before"):
            into.decide("Ada", Rejected(claim(YES)))
        into.decide("Ben", Rejected(claim(YES)))

        (review,) = into.reviews().values()
        assert [decision.author for decision in review.decisions] == ["Ada", "Ben"]


def test_a_claim_is_known_by_its_place_after_every_decision(case: Case) -> None:
    with store.writing_to(case) as into:
        into.decide("Ada", Added(MISSED))
        into.decide("Ada", Rejected(claim(YES)))

        assert set(into.reviews()) == {ClaimRef(YES.id, 0), ClaimRef(YES.id, 1)}
