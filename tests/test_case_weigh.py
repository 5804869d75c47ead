"""Findings follow decisions, and the log says what each of them changed."""

import os
import signal
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from recoupe.case import folder, store
from recoupe.case.folder import Case
from recoupe.case.store import Store
from recoupe.case.verify import verify
from recoupe.case.weigh import weigh_again
from recoupe.errors import RecoupeError
from recoupe.model.change import Turn
from recoupe.model.decision import (
    Accepted,
    Added,
    Edited,
    Rated,
    Rejected,
    Retracted,
    SourceRetracted,
    Undone,
    What,
    standing,
)
from recoupe.model.factuality import EVERY_READING, Certainty
from recoupe.model.finding import Status
from tests.case_nouns import fill, line
from tests.test_weighing_laws import SPEAKERS, by_claim, cases, is_surer
from tests.weighing_nouns import Page, page, said, weighed

TOLD = {"supplier": "Norway", "recipient": "Iceland", "item": "Heron drones"}
ONE = page(said("Norway sent Heron drones to Iceland.", **TOLD))
TWO = page(
    said("A ship took Heron drones from Norway over to Iceland.", **TOLD),
    publisher="Tide",
    opening="Anglers watched the pier from dawn on.",
)
(CLAIM,) = TWO.reading.claims


@pytest.fixture
def case(tmp_path: Path) -> Case:
    case = folder.create(tmp_path / "mech")
    with store.writing_to(case) as into:
        fill(into, ONE, TWO)
    return case


def amiss(case: Case) -> list[str]:
    """Give what verify finds, but that the pages of these tests have no bytes."""
    return [p.what for p in verify(case) if p.harmful and "original" not in p.what]


def test_the_first_weighing_is_no_change_that_a_decision_made(tmp_path: Path) -> None:
    case = folder.create(tmp_path / "mech")
    with store.writing_to(case) as into:
        into.add_document(line(ONE.document), ONE.document)
        into.save_reading(ONE.reading)
        into.decide("Ada", Rejected(ONE.reading.claims[0]))

        assert weigh_again(into).changes == ()
        assert into.changes() == {}


def test_a_rejected_claim_leaves_its_finding_and_the_log_says_so(case: Case) -> None:
    with store.writing_to(case) as into:
        into.decide("Ada", Rejected(CLAIM), "he tells it of another ship")

        changes = weigh_again(into)

        (change,) = changes.changes
        assert (changes.findings, change.turn, change.because) == (1, Turn.CHANGED, (1,))
        assert (change.before.status, change.after.status) == (
            Status.CORROBORATED,
            Status.SINGLE_ORIGIN,
        )
        assert into.changes() == {1: (change,)}
        assert [finding.claims for finding in into.findings()] == [(ONE.ref(),)]


@pytest.mark.parametrize("what", [Retracted(TWO.document.id), SourceRetracted("Tide")])
def test_a_retraction_changes_what_rested_on_it(case: Case, what: What) -> None:
    with store.writing_to(case) as into:
        into.decide("Ada", what)

        (change,) = weigh_again(into).changes

        assert change.after.status is Status.SINGLE_ORIGIN
        assert into.reading(TWO.document) == TWO.reading


def test_undoing_is_a_change_of_its_own(case: Case) -> None:
    with store.writing_to(case) as into:
        before = into.findings()
        into.decide("Ada", Rejected(CLAIM))
        weigh_again(into)
        into.decide("Ben", Undone(1))

        (change,) = weigh_again(into).changes

        assert (change.because, change.after.status) == ((2,), Status.CORROBORATED)
        assert into.findings() == before
        assert sorted(into.changes()) == [1, 2]


def test_of_several_decisions_only_those_that_can_have_led_to_a_change_are_named(
    case: Case,
) -> None:
    elsewhere = page(said("Latvia sent tanks to Denmark.", supplier="Latvia", recipient="Denmark"))
    with store.writing_to(case) as into:
        fill(into, elsewhere)
        into.decide("Ada", Rejected(CLAIM))
        into.decide("Ada", Rated("Tide", "B"))
        into.decide("Ada", Accepted(ONE.reading.claims[0]))
        into.decide("Ada", Rejected(elsewhere.reading.claims[0]))

        changes = weigh_again(into).changes

        assert [(c.turn, c.because) for c in changes] == [(Turn.WENT, (4,)), (Turn.CHANGED, (1,))]


def test_what_was_decided_and_changes_nothing_needs_no_weighing(case: Case) -> None:
    with store.writing_to(case) as into:
        into.decide("Ada", Accepted(CLAIM))
        into.decide("Ada", Rated("Tide", "B"))

        assert weigh_again(into).changes == ()
        assert into.last_weighed() == 2


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
def test_a_case_killed_after_a_decision_is_whole_and_catches_up(case: Case) -> None:
    child = os.fork()
    if not child:
        with store.writing_to(case) as into:
            into.decide("Ada", Rejected(CLAIM))
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)

    assert amiss(case) == []
    with store.writing_to(case) as into:
        (change,) = weigh_again(into).changes
        assert (change.turn, change.because) == (Turn.CHANGED, (1,))


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
@pytest.mark.parametrize(
    "statement", ["INSERT INTO decision", "DELETE FROM review", "INSERT INTO gone"]
)
def test_a_decision_that_is_cut_short_leaves_nothing(case: Case, statement: str) -> None:
    def killed_before(connection: object, cursor: object, said: str, *more: object) -> None:
        if said.startswith(statement):
            os.kill(os.getpid(), signal.SIGKILL)

    with store.reading_from(case) as held:
        before = held.readings(), held.findings(), held.findings_made_by()
    child = os.fork()
    if not child:
        with store.writing_to(case) as into:
            event.listen(into.connection.engine, "before_cursor_execute", killed_before)
            into.decide("Ada", Rejected(CLAIM))
        os._exit(0)
    _, ended = os.waitpid(child, 0)

    assert os.WIFSIGNALED(ended)
    with store.reading_from(case) as held:
        assert (held.readings(), held.findings(), held.findings_made_by()) == before
        assert held.decisions() == ()


def decided(into: Store, data: st.DataObject) -> None:
    """Make a decision drawn at random, if it can be made."""
    readings = [reading for reading in into.readings() if reading.claims]
    reading = data.draw(st.sampled_from(readings))
    claim = data.draw(st.sampled_from(reading.claims))
    less = data.draw(st.sampled_from(EVERY_READING))
    other = replace(claim, factuality=less)
    fewer = replace(claim, roles=claim.roles[1:])
    numbers = [decision.number for decision in into.decisions()] or [1]
    what = data.draw(
        st.sampled_from(
            (
                Accepted(claim),
                Rejected(claim),
                Edited(claim, other),
                Edited(claim, fewer),
                Added(fewer),
                Retracted(reading.document),
                SourceRetracted(data.draw(st.sampled_from((*SPEAKERS, "Tide")))),
                Undone(data.draw(st.sampled_from(numbers))),
            )
        )
    )
    try:
        into.decide(data.draw(st.sampled_from(("Ada", "Ben"))), what, "so it is said")
    except RecoupeError:
        return
    if data.draw(st.booleans()):
        weigh_again(into)


@settings(max_examples=25)
@given(cases(), st.data())
def test_whatever_was_decided_is_undone_without_a_trace(
    pages: list[Page], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as place:
        case = folder.create(Path(place) / "mech")
        with store.writing_to(case) as into:
            fill(into, *pages)
            first = into.readings(), into.findings()
            for _ in range(data.draw(st.integers(1, 6))):
                decided(into, data)

            hold = [decision.number for decision in standing(into.decisions())]
            for number in data.draw(st.permutations(hold)):
                into.decide("Ada", Undone(number))
            weigh_again(into)

            assert (into.readings(), into.findings()) == first
            assert into.reviews() == {}
        assert amiss(case) == []


@settings(max_examples=25)
@given(cases(), st.data())
def test_a_rejection_makes_no_finding_surer_than_without_that_claim(
    pages: list[Page], data: st.DataObject
) -> None:
    which = data.draw(st.integers(0, len(pages) - 1))
    at = data.draw(st.integers(0, len(pages[which].reading.claims) - 1))
    claims = pages[which].reading.claims
    kept = replace(pages[which].reading, claims=(*claims[:at], *claims[at + 1 :]))
    without = [replace(p, reading=kept) if p is pages[which] else p for p in pages]
    expected = sorted(finding.status for finding in weighed(*without))

    with tempfile.TemporaryDirectory() as place:
        case = folder.create(Path(place) / "mech")
        with store.writing_to(case) as into:
            fill(into, *pages)
            into.decide("Ada", Rejected(claims[at]))
            weigh_again(into)

            assert sorted(finding.status for finding in into.findings()) == expected


def test_an_acceptance_keeps_a_claim_from_becoming_surer(case: Case) -> None:
    """A newer reader may not lift what a person has read and found right."""
    less = replace(CLAIM, factuality=CLAIM.factuality.at_most(Certainty.PR))
    with store.writing_to(case) as into:
        into.decide("Ada", Edited(CLAIM, less))
        into.decide("Ada", Accepted(less))
        weigh_again(into)
        before = by_claim(into.findings())

        into.save_reading(replace(TWO.reading, reader="reader 2"))
        weigh_again(into)

        for ref, finding in by_claim(into.findings()).items():
            assert not is_surer(finding.status, before[ref].status)
