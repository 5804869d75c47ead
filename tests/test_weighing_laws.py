"""Laws of the weighing that hold whatever is told."""

import random
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from recoupe.model.factuality import ASSERTED
from recoupe.model.finding import ClaimRef, Finding, Status
from tests.weighing_nouns import Page, Said, page, said, weighed

SURE = (Status.UNCONFIRMED, Status.SINGLE_ORIGIN, Status.CORROBORATED)
"""Statuses from the least sure to the surest; what is contested or denied is surer than none."""

STATES = ("Norway", "Iceland", "Denmark", "Latvia")
GOODS = ("Heron drones", "Kite radars", "tanks")
LEVELS = ("CT+", "PR+", "PS+", "U", "CT-")
SPEAKERS = ("Anna Berg", "Carl Dahl", "Norwegian officials", "local media", "Fjord Post")


@st.composite
def sentences(draw: st.DrawFn) -> Said:
    """Draw a sentence on who sent what to whom, by somebody or by the paper itself."""
    supplier, recipient = draw(st.permutations(STATES))[:2]
    goods, level = (
        draw(st.sampled_from(GOODS)),
        draw(st.sampled_from(("CT+", "PR+", "PS+", "U", "CT-"))),
    )
    by = draw(st.sampled_from((*SPEAKERS, None)))
    told = f"{supplier} sent {goods} to {recipient} in week {draw(st.integers(1, 9))} of the year"
    words = f"{by} said that {told}." if by else f"Last month {told}."
    return said(
        words, level, (by,) if by else (), supplier=supplier, recipient=recipient, item=goods
    )


@st.composite
def cases(draw: st.DrawFn) -> list[Page]:
    """Draw up to four pages by different papers."""
    names = ("Harbour Gazette", "Northern Post", "Evening Mail", "Tide")
    count = draw(st.integers(1, 4))
    return [
        page(
            *draw(st.lists(sentences(), min_size=1, max_size=4, unique_by=lambda s: s.sentence)),
            publisher=name,
            published=f"2024-06-0{day}",
        )
        for day, name in enumerate(names[:count], 1)
    ]


def by_claim(findings: Sequence[Finding]) -> dict[ClaimRef, Finding]:
    return {ref: finding for finding in findings for ref in finding.claims}


def reprint(of: Page, publisher: str) -> Page:
    """Print a page again, a week later, under another name."""
    reading = of.reading
    told = [
        Said(
            claim.evidence[0].of(of.document.text),
            str(claim.factuality),
            [source.span.of(of.document.text) for source in claim.sources],
            claim.event,
            claim.tense,
            {role.name: (role.span.of(of.document.text),) for role in claim.roles},
        )
        for claim in reading.claims
    ]
    return page(*told, publisher=publisher, published="2024-06-20")


@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_nothing(case: list[Page], chance: random.Random) -> None:
    shuffled = list(case)
    chance.shuffle(shuffled)

    assert weighed(*shuffled) == weighed(*case)


@given(cases())
def test_every_claim_is_in_one_finding(case: list[Page]) -> None:
    found = [ref for finding in weighed(*case) for ref in finding.claims]

    assert sorted(found) == sorted(p.ref(i) for p in case for i in range(len(p.reading.claims)))


@given(cases(), st.integers(0, 3))
def test_a_reprint_adds_no_independent_origin(case: list[Page], which: int) -> None:
    printed = case[which % len(case)]

    before, after = weighed(*case), weighed(*case, reprint(printed, "Sunday Reprint"))

    for ref, finding in by_claim(after).items():
        origin = by_claim(before).get(ref)
        if origin is not None and set(origin.claims) <= set(finding.claims):
            assert finding.independent_origins == origin.independent_origins


@given(cases(), st.sampled_from(STATES), st.sampled_from(GOODS))
def test_a_denial_makes_no_finding_surer(case: list[Page], state: str, goods: str) -> None:
    denial = said(
        f"{state} denied that it had sent {goods} to anybody.",
        "CT-",
        (state,),
        supplier=state,
        item=goods,
    )

    before, after = weighed(*case), weighed(*case, page(denial, publisher="Late Edition"))

    for ref, finding in by_claim(before).items():
        assert not is_surer(by_claim(after)[ref].status, finding.status)


@given(cases())
def test_no_finding_is_surer_than_its_surest_origin(case: list[Page]) -> None:
    for finding in weighed(*case):
        if finding.status in (Status.SINGLE_ORIGIN, Status.CORROBORATED):
            assert any(o.independent and o.reading == ASSERTED for o in finding.origins)


@given(cases())
def test_an_origin_is_no_surer_than_the_surest_of_its_claims(case: list[Page]) -> None:
    told = {p.ref(i): c.factuality for p in case for i, c in enumerate(p.reading.claims)}

    for finding in weighed(*case):
        for origin in finding.origins:
            assert origin.reading.certainty <= max(told[r].certainty for r in origin.claims)


@given(cases())
def test_a_document_that_is_removed_leaves_nothing_behind(case: list[Page]) -> None:
    """What was weighed together with it must not have left a trace in what is kept between."""
    *kept, gone = case
    fresh = [Page(replace(p.document), replace(p.reading)) for p in kept]

    weighed(*case)

    assert gone.document.id not in {ref.document for f in weighed(*kept) for ref in f.claims}
    assert weighed(*kept) == weighed(*fresh)


def is_surer(one: Status, other: Status) -> bool:
    if one not in SURE:
        return False
    return other not in SURE or SURE.index(one) > SURE.index(other)
