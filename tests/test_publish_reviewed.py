"""A dossier says what people decided, and nothing that they rejected."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from recoupe.model.decision import Accepted, Decision, Edited, Rated, Rejected, Retracted, What
from recoupe.model.factuality import Factuality
from recoupe.model.finding import ClaimRef
from recoupe.model.review import Review
from recoupe.publish.dossier import dossier
from recoupe.publish.html import html
from recoupe.publish.markdown import markdown
from recoupe.publish.material import Material
from tests.test_publish_material import material

FIRST = material().readings[0]


def made(what: What, reason: str = "so it is said") -> Decision:
    return Decision(1, datetime(2026, 2, 3, tzinfo=UTC), "Ada", what, reason)


def decided(what: What) -> Material:
    """Give the case of the tests with one decision on the first claim of its first document."""
    decision = made(what)
    reviews = {ClaimRef(FIRST.document, 0): Review((decision,))}
    return replace(material(), decisions=(decision,), reviews=reviews)


def rejecting() -> Material:
    """Give the case as it is when its first claim is rejected: the finding on it is gone."""
    case = decided(Rejected(FIRST.claims[0]))
    first, *others = case.readings
    kept = tuple(
        finding
        for finding in case.findings
        if FIRST.document not in {ref.document for ref in finding.claims}
    )
    readings = (replace(first, rejected=frozenset({0})), *others)
    return replace(case, readings=readings, findings=kept, doubts=())


def test_a_rejected_claim_stands_nowhere_in_the_dossier_but_is_counted_as_left_out() -> None:
    quote = FIRST.claims[0].evidence[0].of(material().documents[FIRST.document].text)

    told = markdown(dossier(rejecting()))

    assert quote in markdown(dossier(material()))
    assert quote not in told
    assert "Left out, as reviewers rejected them" in told
    assert "1 claim" in told


@pytest.mark.parametrize(
    ("what", "says"),
    [
        (Accepted(FIRST.claims[0]), "accepted in review by Ada, 2026-02-03"),
        (
            Edited(FIRST.claims[0], replace(FIRST.claims[0], factuality=Factuality.parse("PS+"))),
            "as changed in review by Ada, 2026-02-03",
        ),
    ],
)
def test_a_footnote_says_who_decided_on_its_claim(what: What, says: str) -> None:
    (note,) = [n for n in dossier(decided(what)).notes if n.claim == f"{FIRST.document}:0"]

    assert note.particulars[-1] == says
    assert says in html(dossier(decided(what)))


def test_a_retracted_document_is_listed_as_such() -> None:
    case = replace(material(), decisions=(made(Retracted(FIRST.document), "corrected in June"),))

    listed = dossier(case).sources[0]

    assert listed.lines[1] == "RETRACTED, nothing here rests on it: corrected in June"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_code_is_shown_and_explained_only_where_people_rated_a_source(language: str) -> None:
    name = material().findings[0].origins[0].name
    case = replace(material(), decisions=(made(Rated(name, "B")),))

    plain, rated = markdown(dossier(material(), language)), markdown(dossier(case, language))

    assert ", B6)" in rated
    assert "6)" not in plain
    assert ("B1" in plain, "B1" in rated) == (False, True)
