"""What claims of one event add up to: the status is the first rule that holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.model.claim import EventType, Tense
from recoupe.model.factuality import Factuality
from recoupe.model.finding import ClaimRef, Origin, Status
from recoupe.model.value import Quantity
from recoupe.weighing.corroborate import status
from tests.weighing_nouns import Page, Said, counted, only, page, said, weighed

WORKS = "Kestrel Works delivered 60 drones to Mirland"


def delivered(
    factuality: str = "CT+", by: tuple[str, ...] = (), sentence: str = f"{WORKS}.", **more: object
) -> Said:
    """Say that Kestrel Works delivered 60 drones to Mirland."""
    parts = {"supplier": "Kestrel Works", "recipient": "Mirland", "item": "drones", **more}
    if "60 drones" in sentence:
        parts.setdefault("quantity", ("60 drones", Quantity(60, "drones")))
    return said(sentence, factuality, by, **parts)  # type: ignore[arg-type]


def by(source: str, factuality: str = "CT+") -> Said:
    verb = "denied that" if "-" in factuality else "said that"
    return delivered(factuality, (source,), f"{source} {verb} {WORKS}.")


def origin(reading: str, independent: bool = True, name: str = "X") -> Origin:
    return Origin(name, independent, Factuality.parse(reading), (ClaimRef("d", 0),))


@pytest.mark.parametrize(
    ("readings", "independent", "values_differ", "expected"),
    [
        (["CT-"], True, False, Status.DENIED),
        (["CT-", "PR-", "U"], True, True, Status.DENIED),
        (["CT+", "CT-"], True, False, Status.CONTESTED),
        (["CT+", "PS-"], True, False, Status.CONTESTED),
        (["CT+", "CT+"], True, True, Status.CONTESTED),
        (["PR+", "PS+"], True, False, Status.UNCONFIRMED),
        (["U"], True, False, Status.UNCONFIRMED),
        (["CT+", "CT+"], False, False, Status.UNCONFIRMED),
        (["CT+", "CT+"], True, False, Status.CORROBORATED),
        (["CT+", "PR+"], True, False, Status.SINGLE_ORIGIN),
        (["CT+", "U"], True, False, Status.SINGLE_ORIGIN),
    ],
)
def test_the_status_is_the_first_rule_that_holds(
    readings: list[str], independent: bool, values_differ: bool, expected: Status
) -> None:
    claims = [Factuality.parse(reading) for reading in readings]
    origins = [origin(reading, independent, str(at)) for at, reading in enumerate(readings)]

    assert status(claims, origins, values_differ) is expected


def test_two_who_know_it_themselves_corroborate() -> None:
    finding = only(page(by("Anna Berg"), by("Carl Dahl")))

    assert finding.status is Status.CORROBORATED
    assert finding.independent_origins == 2


def test_one_who_says_it_twice_is_one_origin() -> None:
    finding = only(
        page(by("Anna Berg"), delivered("CT+", ("Anna Berg",), f"{WORKS}, Anna Berg adds."))
    )

    assert finding.status is Status.SINGLE_ORIGIN
    assert finding.independent_origins == 1


def test_a_claim_and_its_denial_are_contested() -> None:
    finding = only(page(by("Anna Berg"), by("Carl Dahl", "CT-")))

    assert finding.status is Status.CONTESTED
    assert [d.on for d in finding.disagreements] == ["whether"]


def test_a_denial_alone_is_denied() -> None:
    assert only(page(by("Carl Dahl", "CT-"))).status is Status.DENIED


def test_who_commits_to_nothing_takes_no_side() -> None:
    finding = only(
        page(
            by("Anna Berg"), delivered("U", ("Carl Dahl",), f"Carl Dahl did not deny that {WORKS}.")
        )
    )

    assert finding.status is Status.SINGLE_ORIGIN
    assert finding.independent_origins == 1
    assert finding.disagreements == ()


def test_a_bold_headline_cannot_lift_a_cautious_body() -> None:
    headline = delivered("CT+", (), WORKS)
    body = delivered("PR+", (), "Our reporters believe Kestrel Works delivered drones to Mirland.")

    finding = only(page(headline, body))

    (own,) = finding.origins
    assert str(own.reading) == "PR+"
    assert finding.status is Status.UNCONFIRMED


def test_an_order_and_its_transfer_are_linked_not_merged() -> None:
    order = said(
        "Mirland ordered 60 drones from Kestrel Works.",
        event=EventType.ORDER,
        supplier="Kestrel Works",
        recipient="Mirland",
        item="drones",
        quantity=("60 drones", Quantity(60, "drones")),
    )

    ordered, moved = sorted(weighed(page(order, delivered())), key=lambda finding: finding.event)

    assert (ordered.event, moved.event) == (EventType.ORDER, EventType.TRANSFER)
    assert (ordered.linked, moved.linked) == ((moved.id,), (ordered.id,))


def test_every_claim_is_in_exactly_one_finding() -> None:
    pages = small_set()

    found = [ref for finding in weighed(*pages) for ref in finding.claims]

    assert len(found) == len(set(found)) == sum(len(p.reading.claims) for p in pages)


def small_set() -> list[Page]:
    """Give a wire, its reprint, a rival and a page on something else."""
    wire = page(
        by("Anna Berg"),
        by("Carl Dahl", "CT-"),
        publisher="Transpress",
        opening="PORTO (Transpress) — The ship left the harbour in the night, unseen by most.",
    )
    reprint = page(by("Anna Berg"), publisher="Evening Mail", published="2024-06-03")
    rival = page(
        delivered(
            "PR+",
            ("a port worker",),
            "Kestrel Works delivered 90 drones to Mirland, a port worker thinks.",
            quantity=("90 drones", Quantity(90, "drones")),
        ),
        publisher="The Ledger",
        published="2024-06-04",
    )
    other = page(
        said(
            "Norland trained 20 pilots of Sudmark.",
            event=EventType.ASSISTANCE,
            provider="Norland",
            recipient="Sudmark",
            tense=Tense.ONGOING,
        ),
        publisher="The Ledger",
    )
    return [wire, reprint, rival, other]


PAGES = small_set()


@given(st.permutations(range(len(PAGES))))
def test_the_order_of_the_inputs_changes_nothing(order: list[int]) -> None:
    assert weighed(*(PAGES[at] for at in order)) == weighed(*PAGES)


@given(st.permutations(range(len(PAGES))))
def test_an_id_stands_for_the_claims_in_any_order(order: list[int]) -> None:
    ids = {finding.id for finding in weighed(*(PAGES[at] for at in order))}

    assert ids == {finding.id for finding in weighed(*PAGES)}


def test_an_id_changes_with_its_claims() -> None:
    with_denial, without = page(by("Anna Berg"), by("Carl Dahl", "CT-")), page(by("Anna Berg"))

    assert only(with_denial).id != only(without).id


def test_a_claim_that_is_taken_out_takes_its_origin_along() -> None:
    both = page(by("Anna Berg"), by("Carl Dahl"))
    one = page(by("Anna Berg"))

    assert counted(only(both)) == ["Anna Berg", "Carl Dahl"]
    assert counted(only(one)) == ["Anna Berg"]
