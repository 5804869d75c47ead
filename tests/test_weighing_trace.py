"""Every claim is traced to the innermost source that speaks from its own knowledge."""

import pytest

from recoupe.model.finding import Status
from tests.weighing_nouns import Page, Said, counted, only, page, said, tell

WORKS = "Kestrel Works delivered Heron drones to Iceland"
WIRE = "PORTO (Transpress) — The ship left the harbour in the night, unseen by most."


def told(sentence: str, *by: str, factuality: str = "CT+") -> Said:
    return said(
        sentence, factuality, by, supplier="Kestrel Works", recipient="Iceland", item="Heron drones"
    )


def by(*sources: str, factuality: str = "CT+") -> Said:
    return told(
        f"According to {', citing '.join(sources)}, {WORKS}.", *sources, factuality=factuality
    )


def test_an_outlet_that_cites_another_has_the_other_for_origin() -> None:
    finding = only(page(by("Le Monde", "Anna Berg")))

    assert counted(finding) == ["Anna Berg"]


def test_two_outlets_that_cite_one_have_one_origin() -> None:
    finding = only(
        page(told(f"{WORKS}, Le Monde reports.", "Le Monde"), publisher="The Ledger"),
        page(told(f"Le Monde has learnt that {WORKS}.", "Le Monde"), publisher="Evening Mail"),
    )

    assert finding.independent_origins == 1


def test_a_document_in_its_own_voice_has_its_publisher_for_origin() -> None:
    finding = only(page(told(f"{WORKS}.")))

    assert counted(finding) == ["Harbour Gazette"]


def test_an_agency_text_printed_by_three_outlets_has_one_origin() -> None:
    lead = told(
        "Kestrel Works delivered Heron drones to Iceland on a ship that left Porto by night."
    )

    finding = only(
        page(lead, publisher="Transpress", opening=WIRE),
        page(lead, publisher="Evening Mail", published="2024-06-03"),
        page(lead, publisher="The Ledger", published="2024-06-04"),
    )

    assert len(finding.claims) == 3
    assert counted(finding) == ["Transpress"]


def test_outlets_of_one_owner_count_once() -> None:
    finding = only(
        page(told(f"{WORKS}, and a crane was seen."), publisher="Les Echos"),
        page(told(f"On a rainy night {WORKS}."), publisher="Le Parisien"),
    )

    assert finding.independent_origins == 1
    assert finding.status is Status.SINGLE_ORIGIN


def test_outlets_of_two_owners_count_twice() -> None:
    finding = only(
        page(told(f"{WORKS}, and a crane was seen."), publisher="Les Echos"),
        page(told(f"On a rainy night {WORKS}."), publisher="Le Monde"),
    )

    assert finding.independent_origins == 2


def test_a_state_and_its_spokesman_are_one_origin() -> None:
    finding = only(
        page(
            told(
                f"The foreign ministry of Norway said that {WORKS}.", "foreign ministry of Norway"
            ),
            told(f"A spokesman for Norway repeated that {WORKS}.", "A spokesman for Norway"),
        )
    )

    assert finding.independent_origins == 1


def test_a_person_and_his_short_name_are_one_origin() -> None:
    finding = only(
        page(
            told(f"Anna Berg said that {WORKS}.", "Anna Berg"),
            told(f"Later, Berg said once more that {WORKS}.", "Berg"),
            names={"Anna Berg": "Person"},
        )
    )

    assert finding.independent_origins == 1


def test_a_described_speaker_who_knows_it_himself_is_an_origin() -> None:
    finding = only(page(by("a port worker"), by("Anna Berg")))

    assert finding.independent_origins == 2


@pytest.mark.parametrize("nobody", ["local media", "reports", "analysts", "rumours"])
def test_who_cannot_be_traced_is_never_counted(nobody: str) -> None:
    finding = only(page(by(nobody)))

    assert finding.independent_origins == 0
    assert finding.status is Status.UNCONFIRMED


def test_a_pronoun_after_who_speaks_is_the_one_who_speaks() -> None:
    finding = only(
        page(
            told(f"Anna Berg said that {WORKS}.", "Anna Berg"),
            told(f"Anna Berg said it was so; {WORKS}, she added.", "Anna Berg", "she"),
        )
    )

    assert counted(finding) == ["Anna Berg"]


def test_a_pronoun_that_a_paper_cites_is_not_the_paper() -> None:
    finding = only(page(told(f"He told Le Monde that {WORKS}.", "Le Monde", "He")))

    assert finding.independent_origins == 0


def test_a_name_after_a_title_is_the_name() -> None:
    finding = only(
        page(
            told(f"Mr. Berg said that {WORKS}.", "Mr. Berg"),
            told(f"Later, Anna Berg said once more that {WORKS}.", "Anna Berg"),
            names={"Anna Berg": "Person"},
        )
    )

    assert finding.independent_origins == 1


def test_what_is_quoted_of_nobody_is_not_what_the_paper_says() -> None:
    finding = only(page(told(f"“We have seen it all. {WORKS}.")))

    assert finding.independent_origins == 0
    assert finding.status is Status.UNCONFIRMED


def test_a_name_in_quotation_marks_quotes_nobody() -> None:
    finding = only(page(told(f"The ship “Solveig” left port, and {WORKS}.")))

    assert finding.independent_origins == 1


def test_hearsay_that_names_nobody_is_never_counted() -> None:
    finding = only(page(told(f"{WORKS}, it is said.", factuality="PR+")))

    assert finding.independent_origins == 0


def test_who_names_the_source_he_has_it_from_rests_on_it() -> None:
    finding = only(
        page(
            told(f"Le Monde wrote that {WORKS}.", "Le Monde"),
            told(f"Le Monde quotes Anna Berg as saying that {WORKS}.", "Le Monde", "Anna Berg"),
        )
    )

    assert counted(finding) == ["Anna Berg"]


def test_a_headline_over_what_others_said_is_no_origin() -> None:
    headline = told(f"Night ship: {WORKS}")
    page_ = page(headline, by("Anna Berg"), opening="Harbour Gazette")

    assert counted(only(page_)) == ["Anna Berg"]


def test_an_unknown_publisher_is_never_counted() -> None:
    assert only(page(told(f"{WORKS}."), publisher=None)).independent_origins == 0


AGENCY_COPY = (
    "Kestrel Works sent sixty Heron drones to Iceland in the last week of May on board a grey"
    " freighter that had waited two days for calmer weather.",
    "The harbour master of the northern port counted the crates one by one and signed for each"
    " of them before nightfall, as the rules of the port demand. Nobody on the quay could"
    " say who had paid for the journey, nor why the freighter left again without taking on water,"
    " although its captain had asked twice for a berth until the end of the following week.",
)


def printed(publisher: str, published: str, credit: str) -> Page:
    told = said(AGENCY_COPY[0], supplier="Kestrel Works", recipient="Iceland", item="Heron drones")
    return page(
        told, publisher=publisher, published=published, opening=f"{credit}\n{AGENCY_COPY[1]}"
    )


def test_papers_that_credit_one_agency_for_one_text_have_it_for_origin() -> None:
    first = printed("Harbour Gazette", "2024-06-02", "(AFP)")
    second = printed("Fjord Post", "2024-06-03", "With AFP")

    assert counted(only(first, second)) == ["Agence France-Presse"]


def test_papers_that_print_one_text_without_a_credit_have_the_first_for_origin() -> None:
    first = printed("Harbour Gazette", "2024-06-02", "North")
    second = printed("Fjord Post", "2024-06-03", "South")

    assert counted(only(first, second)) == ["Harbour Gazette"]


SENT = {"supplier": "Kestrel Works", "recipient": "Iceland", "item": "Heron drones"}


def citing(publisher: str = "Harbour Gazette") -> Page:
    words = "Kestrel Works sent Heron drones to Iceland, the Financial Times revealed."
    return page(tell(words, by=("Financial Times",), **SENT), publisher=publisher)


def cited(*more: Said) -> Page:
    words = "Kestrel Works sent Heron drones to Iceland, Norwegian officials told this newspaper."
    told = tell(words, by=("Norwegian officials",), **SENT)
    return page(*more, told, publisher="Financial Times", published="2024-06-01")


def test_an_article_that_cites_one_in_the_case_has_the_source_of_that() -> None:
    assert counted(only(citing(), cited())) == ["Norwegian officials"]


def test_what_the_cited_paper_has_seen_itself_is_an_origin_beside_its_source() -> None:
    seen = tell("Our reporters saw Kestrel Works load Heron drones for Iceland.", **SENT)

    assert counted(only(citing(), cited(seen))) == ["Financial Times", "Norwegian officials"]


def test_a_paper_that_is_cited_and_not_in_the_case_is_the_origin() -> None:
    assert counted(only(citing(), citing("Fjord Post"))) == ["Financial Times"]
