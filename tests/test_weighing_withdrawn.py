"""Nothing rests on documents and sources that were retracted, nor on what rested on them."""

from collections.abc import Sequence
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from recoupe.model.decision import Decision, Rated, Retracted, SourceRetracted, Undone, What
from recoupe.model.finding import Finding, Status
from recoupe.weighing.corroborate import findings
from recoupe.weighing.withdrawn import relied_on
from tests.test_weighing_laws import SPEAKERS, by_claim, cases, is_surer
from tests.weighing_nouns import Page, counted, page, tell, weighed

TOLD = {"supplier": "Norway", "recipient": "Iceland", "item": "Heron drones"}
SAYS = "Norway sent Heron drones to Iceland"
OTHERS = "A ship with Heron drones has gone from Norway over to Iceland."
QUIET = "Anglers watched the pier from dawn on, and the tide came in late."


def weighed_with(pages: Sequence[Page], *decided: What) -> tuple[Finding, ...]:
    log = [
        Decision(number, datetime(2026, 1, 1, tzinfo=UTC), "Ada", what)
        for number, what in enumerate(decided, 1)
    ]
    documents = {each.document.id: each.document for each in pages}
    return findings(relied_on([each.reading for each in pages], documents, log), documents)


def own(publisher: str, sentence: str = f"{SAYS} last week.", opening: str = QUIET) -> Page:
    return page(tell(sentence, **TOLD), publisher=publisher, opening=opening)


def citing(publisher: str, *by: str, sentence: str | None = None) -> Page:
    words = sentence or f"{by[0]} reports that {SAYS}."
    return page(tell(words, "CT+", by, **TOLD), publisher=publisher, published="2024-06-09")


def test_a_retracted_document_is_left_out_of_the_findings() -> None:
    one, other = own("Harbour Gazette"), own("Tide", OTHERS, "All was quiet at the mole.")

    before, after = weighed(one, other), weighed_with([one, other], Retracted(one.document.id))

    assert [f.status for f in before] == [Status.CORROBORATED]
    assert [(f.status, f.claims) for f in after] == [(Status.SINGLE_ORIGIN, (other.ref(),))]


def test_what_others_printed_from_a_retracted_document_goes_with_it() -> None:
    first = own("Harbour Gazette")
    reprint = page(
        tell(f"{SAYS} last week.", **TOLD), publisher="Tide", published="2024-06-08", opening=QUIET
    )

    assert weighed_with([first, reprint], Retracted(first.document.id)) == ()
    assert weighed_with([first, reprint], Retracted(reprint.document.id)) == weighed_with([first])


def test_who_only_cites_a_paper_goes_with_the_article_that_it_took_back() -> None:
    article, cites = own("Vestlys"), citing("Tide", "Vestlys")

    assert len(weighed(article, cites)) == 1
    assert weighed_with([article, cites], Retracted(article.document.id)) == ()


def test_what_a_retracted_source_told_is_left_out_in_whatever_document() -> None:
    one = citing("Harbour Gazette", "Anna Berg", sentence=f"Anna Berg said that {SAYS}.")
    two = citing("Tide", "Anna Berg", sentence=f"In the harbour Anna Berg told us: {SAYS}.")
    three = own("Evening Mail", OTHERS)

    after = weighed_with([one, two, three], SourceRetracted("anna berg"))

    assert [(counted(f), f.claims) for f in after] == [(["Evening Mail"], (three.ref(),))]


def test_what_a_retracted_source_only_passed_on_is_left_out_too() -> None:
    passed_on = citing(
        "Tide", "Fjord Post", "Anna Berg", sentence=f"Fjord Post: Anna Berg: {SAYS}."
    )

    assert weighed_with([passed_on], SourceRetracted("Fjord Post")) == ()


def test_a_paper_that_went_on_with_a_retracted_source_does_not_come_to_speak_for_itself() -> None:
    goes_on = page(
        tell(f"Anna Berg said that {SAYS}.", "CT+", ("Anna Berg",), **TOLD),
        tell("The Heron drones that Norway sent to Iceland came by sea.", **TOLD),
    )

    assert weighed_with([goes_on], SourceRetracted("Anna Berg")) == ()


def test_a_retraction_that_is_undone_leaves_nothing_behind() -> None:
    one, other = own("Harbour Gazette"), own("Tide", OTHERS)
    decided = Retracted(one.document.id), SourceRetracted("Tide"), Undone(1), Undone(2)

    assert weighed_with([one, other], *decided) == weighed(one, other)


def test_a_letter_changes_no_finding() -> None:
    one = own("Harbour Gazette")

    assert weighed_with([one], Rated("Harbour Gazette", "E")) == weighed(one)


@given(cases(), st.integers(0, 3))
def test_a_retracted_document_has_no_claim_in_any_finding(case: list[Page], which: int) -> None:
    gone = case[which % len(case)].document.id

    told = {ref.document for f in weighed_with(case, Retracted(gone)) for ref in f.claims}

    assert gone not in told


@given(cases(), st.sampled_from((*SPEAKERS, "Harbour Gazette", "Tide")))
def test_a_retracted_source_makes_no_other_origin_count(case: list[Page], source: str) -> None:
    before, after = by_claim(weighed(*case)), weighed_with(case, SourceRetracted(source))

    for finding in after:
        for origin in finding.origins:
            if origin.independent:
                assert any(
                    o.independent and set(origin.claims) & set(o.claims)
                    for ref in origin.claims
                    for o in before[ref].origins
                )


@given(cases(), st.integers(0, 3))
def test_a_retraction_makes_no_undisputed_finding_surer(case: list[Page], which: int) -> None:
    """What a denial disputed may stand undisputed once that denial is taken back."""
    gone = case[which % len(case)].document.id
    before = by_claim(weighed(*case))

    for finding in weighed_with(case, Retracted(gone)):
        was = [before[ref].status for ref in finding.claims]
        if not {Status.CONTESTED, Status.DENIED} & set(was):
            assert not any(is_surer(finding.status, status) for status in was)
