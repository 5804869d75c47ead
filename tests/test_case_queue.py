"""What matters comes first to a reviewer: contested, of one origin, to be doubted, the rest."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from sqlalchemy import select

from recoupe.case import folder, schema, store, tables
from recoupe.case.connect import readable
from recoupe.case.folder import Case
from recoupe.case.pages import Pages
from recoupe.case.queue import Waiting
from recoupe.case.turns import TURNS
from recoupe.case.verify import verify
from recoupe.case.weigh import weigh_again
from recoupe.model.claim import Claim
from recoupe.model.decision import Accepted, Rejected, Undone
from recoupe.model.document import Document, Publication
from recoupe.model.finding import ClaimRef, Finding, Origin, Status
from recoupe.model.reading import Reading
from tests.case_nouns import claim, document, line, reading

TEXT = "Selon la Gazette, Arvania aurait livré 60 drones à Belmark en mai 2024. Page {}."
SOON, LATE = Publication("2024-06-02"), Publication("2024-04-01")
"""Published after what it tells; published before, so that the date cannot be."""

TO_0006 = """
DROP INDEX document_language;
DROP INDEX finding_rank;
DROP INDEX finding_status;
ALTER TABLE finding DROP COLUMN stamp;
ALTER TABLE finding DROP COLUMN claims;
DROP INDEX reading_version;
ALTER TABLE reading DROP COLUMN version;
UPDATE alembic_version SET version_num = '0006';
"""
"""What makes a case one of before findings had stamps."""

TO_0005 = f"""{TO_0006}
DROP INDEX claim_turn;
ALTER TABLE claim DROP COLUMN turn;
ALTER TABLE reading DROP COLUMN doubted_by;
DROP TABLE doubt;
UPDATE alembic_version SET version_num = '0005';
"""
"""What makes a case one of before there were doubts in it."""

STATUSES = (*Status, None)


def told(number: int, published: Publication) -> Document:
    return document(TEXT.format(number), published=published)


def finding(of: Document, status: Status) -> Finding:
    ref = ClaimRef(of.id, 0)
    return Finding(
        event=claim(of).event,
        claims=(ref,),
        origins=(Origin("Gazette", True, claim(of).factuality, (ref,)),),
        status=status,
    )


def of_all_kinds() -> list[tuple[Document, Status | None, bool]]:
    """Make a document for each status and for the claims of none, doubtful and not."""
    kinds = enumerate(product(STATUSES, (False, True)))
    return [(told(at, LATE if late else SOON), status, late) for at, (status, late) in kinds]


@pytest.fixture
def case(tmp_path: Path) -> Case:
    case = folder.create(tmp_path / "mech")
    with store.writing_to(case) as into:
        for of, _, _ in of_all_kinds():
            into.add_document(line(of), of)
            into.save_reading(reading(of, claim(of)))
        kept = [finding(of, status) for of, status, _ in of_all_kinds() if status]
        into.save_findings(kept, "weigher 1")
    return case


def waiting(case: Case, at: int = 0, size: int = 50) -> tuple[Waiting, ...]:
    with store.reading_from(case) as held:
        return Pages(held).waiting(at, size)


def reasons(case: Case) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(one.status, one.doubts) for one in waiting(case)]


def test_what_is_to_be_doubted_waits_behind_what_one_origin_tells_and_before_the_rest(
    case: Case,
) -> None:
    assert reasons(case) == [
        ("contested", ("date",)),
        ("contested", ()),
        ("single-origin", ("date",)),
        ("single-origin", ()),
        ("unconfirmed", ("date",)),
        ("denied", ("date",)),
        ("corroborated", ("date",)),
        (None, ("date",)),
        ("unconfirmed", ()),
        ("denied", ()),
        ("corroborated", ()),
        (None, ()),
    ]


@pytest.mark.parametrize("size", [1, 2, 5])
def test_pages_give_each_claim_once_and_in_the_order_of_the_whole(case: Case, size: int) -> None:
    whole = waiting(case)

    pages = [waiting(case, at, size) for at in range(0, len(whole), size)]

    assert tuple(one for page in pages for one in page) == whole


def test_from_claim_to_claim_the_queue_leads_through_all_and_begins_again(case: Case) -> None:
    whole = [one.claim for one in waiting(case)]

    with store.reading_from(case) as held:
        behind = [Pages(held).next_waiting(after) for after in [None, *whole]]

    assert behind == [*whole, whole[0]]


def test_behind_a_claim_that_was_decided_on_the_queue_goes_on(case: Case) -> None:
    whole = [one.claim for one in waiting(case)]
    with store.writing_to(case) as into:
        into.decide("Ada", Accepted(claim_at(into, whole[2])))
        assert Pages(into).next_waiting(whole[2]) == whole[3]


def test_a_claim_of_a_new_reading_waits_by_what_is_doubted_in_it(case: Case) -> None:
    of = next(of for of, status, late in of_all_kinds() if status is None and not late)
    later = replace(reading(of, claim(of), reader="reader 2"), published="2024-04-01")
    with store.writing_to(case) as into:
        into.save_reading(later)

    assert reasons(case).count((None, ("date",))) == 2
    assert (None, ()) not in reasons(case)


def test_a_rejected_claim_is_doubted_no_more_and_again_when_that_is_undone(case: Case) -> None:
    of = next(of for of, status, late in of_all_kinds() if status is None and late)

    with store.writing_to(case) as into:
        into.decide("Ada", Rejected(claim(of)))
        after = doubts_in(into, of)
        into.decide("Ada", Undone(1))
        again = doubts_in(into, of)

    assert (after, again) == ([], ["date"])
    assert reasons(case).count((None, ("date",))) == 1


def test_when_findings_are_made_again_claims_wait_by_how_these_stand(case: Case) -> None:
    with store.writing_to(case) as into:
        into.save_findings([finding(told(0, SOON), Status.CONTESTED)], "weigher 2")

    first, *rest = reasons(case)
    assert first == ("contested", ())
    assert rest == [(None, ("date",))] * 6 + [(None, ())] * 5


def test_every_turn_is_one_of_the_table(case: Case) -> None:
    with readable(case.database) as connection:
        turns = connection.execute(select(tables.claim.c.turn)).scalars().all()

    assert sorted(turns) == list(range(len(TURNS)))


def test_a_document_too_long_to_be_looked_through_waits_by_its_finding_alone(
    tmp_path: Path,
) -> None:
    case = folder.create(tmp_path / "long")
    of = document(TEXT.format("a" * 60_000), published=LATE)
    with store.writing_to(case) as into:
        into.add_document(line(of), of)
        into.save_reading(reading(of, claim(of)))
        assert Pages(into).doubts_in(of.id) is None
        assert into.not_looked_through() == ()

    assert reasons(case) == [(None, ())]


def test_what_an_older_recoupe_read_is_looked_through_once(case: Case) -> None:
    with store.writing_to(case) as into, into.connection.begin():
        into.connection.exec_driver_sql("DELETE FROM doubt")
        into.connection.exec_driver_sql("UPDATE reading SET doubted_by = '0.0.1'")
        into.connection.exec_driver_sql("UPDATE claim SET turn = 11")

    with store.writing_to(case) as into:
        left = into.not_looked_through()
        for of in left:
            into.look_through(of)
        after = into.not_looked_through()

    assert list(left) == [of.id for of, _, _ in of_all_kinds()]
    assert after == ()
    assert reasons(case)[:2] == [("contested", ("date",)), ("contested", ())]


def test_a_case_of_an_older_recoupe_keeps_its_claims_and_their_order(case: Case) -> None:
    def held_now() -> tuple[object, ...]:
        with store.reading_from(case) as held:
            return held.readings(), held.findings()

    before = held_now()
    with sqlite3.connect(case.database) as older:
        older.executescript(TO_0005)

    assert held_now() == before
    assert reasons(case) == [
        (status, ())
        for status in ("contested", "single-origin", "unconfirmed", "denied", "corroborated", None)
        for _ in range(2)
    ]


def test_a_case_of_an_older_recoupe_is_verified_as_it_stands(case: Case) -> None:
    of = next(of for of, _, _ in of_all_kinds())
    with store.writing_to(case) as into:
        into.decide("Ada", Accepted(claim(of)))

    with sqlite3.connect(case.database) as older:
        older.executescript(TO_0006)

    harmful = [problem.what for problem in verify(case) if "original" not in problem.what]
    assert harmful == []
    assert schema.version(case.database) == "0006"


def test_weighing_puts_every_claim_in_its_place(case: Case) -> None:
    with store.writing_to(case) as into:
        weigh_again(into, anew=True)
        statuses = {ref: f.status.value for f in into.findings() for ref in f.claims}

    assert {one.claim: one.status for one in waiting(case)} == statuses
    assert len({status for status, _ in reasons(case)}) == 1


def claim_at(held: store.Store, ref: ClaimRef) -> Claim:
    found: Sequence[Reading] = [r for r in held.readings() if r.document == ref.document]
    return found[0].claims[ref.index]


def doubts_in(held: store.Store, of: Document) -> list[str]:
    return [doubt.kind for doubt in Pages(held).doubts_in(of.id) or ()]
