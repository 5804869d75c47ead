"""The date at the head of an entry, and what a date says of a present tense."""

from dataclasses import replace

import pytest

from recoupe.model.claim import Claim
from recoupe.model.document import Publication
from recoupe.model.value import Date
from recoupe.reading.read import read
from tests.marked import document_of

CHRONICLE = {
    "fr": "Juin 2021 – Le Kenya achète des blindés. La Grèce livre douze chars au Tchad.\n"
    "Mai 2022 – La Grèce livre des radars au Kenya.",
    "en": "June 2021. Kenya buys armoured vehicles. Greece delivers twelve tanks to Chad.\n"
    "May 2022. Greece delivers radars to Kenya.",
}


def told(text: str, language: str) -> tuple[Claim, ...]:
    document = replace(document_of(text, language), published=Publication("2024-06-18", "stated"))
    return read(document).claims


@pytest.mark.parametrize("language", CHRONICLE)
def test_every_event_of_an_entry_has_the_date_at_its_head(language: str) -> None:
    claims = told(CHRONICLE[language], language)

    dates = [role.value.edtf for c in claims for role in c.roles if isinstance(role.value, Date)]
    assert dates == ["2021-06", "2021-06", "2022-05"]


@pytest.mark.parametrize("language", CHRONICLE)
def test_a_present_tense_of_a_date_gone_by_is_past(language: str) -> None:
    assert {claim.tense for claim in told(CHRONICLE[language], language)} == {"past"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La Grèce livre des chars au Tchad."),
        ("fr", "La Grèce livre des chars au Tchad depuis mai 2022."),
        ("fr", "La Grèce produit des chars, selon un rapport de mai 2022."),
        ("en", "Greece builds tanks, says a report of May 2022."),
    ],
)
def test_a_present_tense_without_a_date_of_its_own_lasts(language: str, text: str) -> None:
    assert {claim.tense for claim in told(text, language)} == {"ongoing"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le ministre a annoncé une livraison de chars au Tchad en mai 2025."),
        ("en", "The minister announced a delivery of tanks to Chad in May 2025."),
    ],
)
def test_a_noun_of_a_date_to_come_is_future(language: str, text: str) -> None:
    assert {claim.tense for claim in told(text, language)} == {"future"}
