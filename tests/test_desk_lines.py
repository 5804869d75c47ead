"""What findings are called is read out of their claims once, and again when these change."""

from dataclasses import replace
from pathlib import Path

import pytest

from recoupe.case import store
from recoupe.case.folder import Case
from recoupe.case.pages import Pages
from recoupe.case.stamps import Stamped
from recoupe.desk import calling, lines, same
from recoupe.desk.lines import Lines
from recoupe.desk.same import Same
from recoupe.desk.views.line import FindingLine
from recoupe.errors import Unknown
from recoupe.model.decision import Accepted, Edited
from recoupe.model.factuality import Factuality
from recoupe.model.finding import Status
from recoupe.publish.words import words
from tests import case_nouns as nouns
from tests import desk_case
from tests.desk_case import no, yes


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return desk_case.made(tmp_path / "mech")


def stamped(case: Case) -> tuple[Stamped, ...]:
    with store.reading_from(case) as held:
        return Pages(held).stamps(0, 9)


def called(case: Case, known: Lines, language: str = "en") -> list[FindingLine]:
    with store.reading_from(case) as held, held.as_it_is():
        pages = Pages(held)
        return [*known.of(pages.stamps(0, 9), pages, words(language)).values()]


def test_a_finding_is_named_once(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    known = Lines()
    first = called(case, known)

    monkeypatch.setattr(lines, "line", None)

    assert called(case, known) == first


def test_each_language_has_its_own_name_for_a_finding(case: Case) -> None:
    known = Lines()

    english, french = called(case, known, "en"), called(case, known, "fr")

    assert english[0].id == french[0].id
    assert english[0].heading != french[0].heading


def test_more_names_than_are_kept_are_made_anew(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(same, "MOST_FINDINGS", 1)
    known = Lines()

    called(case, known, "en")
    called(case, known, "fr")

    assert [language for _, language in known.called.kept] == ["fr"]


def test_a_finding_that_is_made_again_of_the_same_claims_is_the_same(case: Case) -> None:
    before = stamped(case)

    with store.writing_to(case) as held:
        held.save_findings([nouns.contested(yes(), no())], "recoupe test")

    assert stamped(case) == before


def test_a_finding_on_a_claim_that_was_edited_is_another(case: Case) -> None:
    before = stamped(case)
    claim = nouns.claim(yes())

    with store.writing_to(case) as held:
        held.decide("Ada", Edited(claim, replace(claim, factuality=Factuality.parse("PS+"))))
        held.save_findings([nouns.contested(yes(), no())], "recoupe test")
    after = stamped(case)

    assert [one.id for one in after] == [one.id for one in before]
    assert after != before


def test_a_finding_of_another_status_is_another(case: Case) -> None:
    before, made = stamped(case), nouns.contested(yes(), no())

    with store.writing_to(case) as held:
        held.save_findings([replace(made, status=Status.DENIED)], "recoupe test")

    assert stamped(case) != before


def test_a_page_that_is_kept_tells_the_next_decision(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recoupe.desk.routes.findings.WHOLE", 0)
    client = desk_case.visitor(case)
    address = f"/findings/{nouns.contested(yes(), no()).id}"
    before = client.get(address).text

    with store.writing_to(case) as held:
        held.decide("Ada", Accepted(nouns.claim(yes())))

    assert client.get(address).text != before
    assert "by Ada" in client.get(address).text


def test_a_page_is_worked_out_once_for_what_it_rests_on() -> None:
    kept, made = Same(), list[int]()

    for basis in ("one", "one", "other"):
        kept.noun(basis, lambda: made.append(1) or len(made))  # type: ignore[func-returns-value]

    assert made == [1, 1]


def test_of_more_pages_than_are_kept_the_last_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(same, "MOST", 2)
    kept = Same()

    for basis in range(3):
        kept.noun(basis, lambda: "page")

    assert list(kept.kept) == [2]


@pytest.mark.parametrize("beginning", ["%", "_", "", "zz", "\U0010ffff"])
def test_a_finding_is_known_by_the_beginning_of_its_id_and_by_nothing_else(
    case: Case, beginning: str
) -> None:
    id_ = nouns.contested(yes(), no()).id
    with store.reading_from(case) as held:
        assert Pages(held).stamp(id_[:4]).id == id_

        with pytest.raises(Unknown):
            Pages(held).stamp(beginning)


def test_findings_of_a_large_case_are_named_beside_the_pages(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calling, "LARGE", 1)
    known, asked = Lines(), Lines()

    calling.call_beside(case, known).join()

    for language in ("en", "fr"):
        called(case, asked, language)
    assert known.called.kept == asked.called.kept


def test_in_a_small_case_pages_name_findings_themselves(case: Case) -> None:
    known = Lines()

    calling.call_beside(case, known).join()

    assert known.called.kept == {}


def test_where_the_other_process_fails_pages_name_findings_themselves(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calling, "LARGE", 1)
    monkeypatch.setattr(calling, "PROGRAM", "recoupe.desk.nothing")
    known = Lines()

    calling.call_beside(case, known).join()

    assert called(case, known)


def test_findings_come_in_their_order_however_they_are_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recoupe.case.findings.AT_A_TIME", 2)
    case = desk_case.example(tmp_path / "example")

    with store.reading_from(case) as held:
        pages = Pages(held)
        whole, stamped_ = pages.findings(0, 99), pages.stamps(0, 99)

    assert len(whole) > 4
    assert [finding.id for finding in whole] == [one.id for one in stamped_]
    origins = [finding.independent_origins for finding in whole]
    assert origins == sorted(origins, reverse=True)
