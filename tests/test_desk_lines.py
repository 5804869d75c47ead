"""What findings are called is read out of their claims once, and again when these change."""

from dataclasses import replace
from pathlib import Path

import pytest

from recoupe.case import store
from recoupe.case.folder import Case
from recoupe.case.pages import Pages
from recoupe.case.stamps import Stamped
from recoupe.desk import lines
from recoupe.desk.lines import Lines
from recoupe.desk.views.line import FindingLine
from recoupe.model.decision import Edited
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
    monkeypatch.setattr(lines, "MOST", 1)
    known = Lines()

    called(case, known, "en")
    called(case, known, "fr")

    assert [language for _, language in known.kept] == ["fr"]


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
