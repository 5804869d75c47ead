"""A description is followed to the name beside it, or to the words that told it in full."""

import pytest

from recoupe.identity.acronyms import acronyms
from recoupe.identity.resolve import identity
from recoupe.identity.speaker import speaker
from recoupe.model.claim import Source
from recoupe.weighing.trace import provenance
from recoupe.weighing.untraced import is_vague
from tests.weighing_nouns import Page, page, said


def names(of: Page) -> list[str]:
    """Give who each claim of a page is traced to."""
    traces = provenance([of.reading], {of.document.id: of.document})
    return [traces[of.ref(at)].name for at in range(len(of.reading.claims))]


def told(sentence: str, by: str, language: str = "en") -> Page:
    return page(said(sentence, by=(by,), supplier="Kestrel Works"), language=language)


def test_a_name_right_after_a_description_is_who_is_meant() -> None:
    of = told(
        "Selon le centre de recherche CEPA, Kestrel Works a livré.", "centre de recherche", "fr"
    )

    assert names(of) == ["CEPA"]


def test_a_weekday_after_a_description_names_nobody() -> None:
    of = told("Two officials Monday said Kestrel Works had delivered.", "Two officials")

    assert names(of) == ["Two officials"]


def test_a_noun_takes_up_the_source_that_was_told_in_full() -> None:
    of = page(
        said(
            "Kestrel Works sold, a retired officer said.",
            by=("a retired officer",),
            supplier="Kestrel Works",
        ),
        said("The officer said Kestrel Works sold.", by=("officer",), supplier="Kestrel Works"),
    )

    assert names(of) == ["a retired officer", "a retired officer"]


def test_a_noun_that_could_take_up_two_takes_up_neither() -> None:
    of = page(
        said(
            "Kestrel Works sold, a retired officer said.",
            by=("a retired officer",),
            supplier="Kestrel Works",
        ),
        said(
            "A naval officer said Kestrel Works sold.",
            by=("A naval officer",),
            supplier="Kestrel Works",
        ),
        said(
            "Then the officer said Kestrel Works sold.", by=("officer",), supplier="Kestrel Works"
        ),
    )

    assert names(of)[2] == "officer"


def test_a_noun_before_a_name_is_no_part_of_it() -> None:
    assert identity("hacker group BlackTide", "en").key == identity("BlackTide", "fr").key


def test_a_post_in_a_firm_is_not_the_firm() -> None:
    assert identity("manager of Kestrel Works", "en").key != identity("Kestrel Works", "en").key


def test_a_long_name_goes_by_the_acronym_that_stands_beside_it() -> None:
    found = acronyms([("The Bureau for Arms Research (BAR) said so.", "en")])

    assert found == {"bureau for arms research": "bar"}


def test_one_body_in_two_languages_has_one_acronym() -> None:
    found = acronyms(
        [
            ("The Bureau for Arms Research (BAR) said so.", "en"),
            ("Le Bureau de l'Armement et de la Recherche (BAR) le dit.", "fr"),
        ]
    )

    assert set(found.values()) == {"bar"}
    assert len(found) == 2


def test_an_acronym_of_two_bodies_stands_for_neither() -> None:
    found = acronyms(
        [
            ("The Bureau for Arms Research (BAR) said so.", "en"),
            ("The Board of Army Reserves (BAR) said so.", "en"),
        ]
    )

    assert found == {}


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("il", "fr"),
        ("celle-ci", "fr"),
        ("week-end", "fr"),
        ("la fin", "fr"),
        ("une heure", "fr"),
        ("152", "fr"),
        ("drones", "fr"),
        ("16h10", "fr"),
        ("s'", "fr"),
        ("barre", "fr"),
        ("destination", "fr"),
        ("certains médias", "fr"),
        ("it", "en"),
        ("the weekend", "en"),
        ("the end of the year", "en"),
        ("2024", "en"),
        ("missiles", "en"),
        ("affair", "en"),
        ("two", "en"),
        ("Thai media", "en"),
    ],
)
def test_what_cannot_be_asked_is_no_origin(words: str, language: str) -> None:
    assert is_vague(words, language)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("un syndicaliste", "fr"),
        ("deux responsables occidentaux", "fr"),
        ("une source proche du dossier", "fr"),
        ("Le Monde", "fr"),
        ("US officials", "en"),
        ("a port worker", "en"),
        ("navy engineers", "en"),
        ("12 experts from the ministry", "en"),
        ("auditor", "en"),
        ("invoices", "en"),
        ("parquet", "fr"),
        ("customs records", "en"),
        ("soldiers", "en"),
    ],
)
def test_who_is_described_and_can_be_asked_is_an_origin(words: str, language: str) -> None:
    assert not is_vague(words, language)


def test_a_spokesman_of_nobody_told_speaks_for_the_state_that_said_so_before() -> None:
    denied = {"factuality": "CT-", "supplier": "Iceland"}
    of = page(
        said(
            "Iceland's foreign ministry rejected it.", by=("Iceland's foreign ministry",), **denied
        ),  # type: ignore[arg-type]
        said(
            "Spokesman Jon Berg said it had sent nothing.",
            by=("Jon Berg",),
            factuality="CT-",
            supplier="it",
        ),
    )

    traces = provenance([of.reading], {of.document.id: of.document})

    assert {trace.key for trace in traces.values()} == {"IS"}


def test_a_person_without_an_office_speaks_for_himself() -> None:
    of = told("Jon Berg saw Kestrel Works deliver.", "Jon Berg")
    source = of.reading.claims[0].sources[0]

    found = speaker(
        Source(source.span), of.reading, of.document.text, lambda *_: identity("Jon Berg", "en")
    )

    assert found.key == "jon berg"
