"""Nothing rests on a claim that people rejected: the weighing never sees it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from recoupe.model.finding import ClaimRef, Finding, Status
from recoupe.weighing.doubts import doubts
from tests.test_weighing_laws import cases
from tests.weighing_nouns import Page, page, said, weighed

TOLD = {"supplier": "Norway", "recipient": "Iceland", "item": "Heron drones"}


def rejecting(of: Page, *places: int) -> Page:
    return replace(of, reading=replace(of.reading, rejected=frozenset(places)))


def without(of: Page, *places: int) -> Page:
    """Give the page as it would be had these claims never been read."""
    kept = tuple(c for at, c in enumerate(of.reading.claims) if at not in places)
    return replace(of, reading=replace(of.reading, claims=kept))


def in_words(finding: Finding, pages: list[Page]) -> tuple[object, ...]:
    """Give a finding with its claims in place of where they stand."""
    claims = {page.ref(at): c for page in pages for at, c in enumerate(page.reading.claims)}

    def told(refs: tuple[ClaimRef, ...]) -> list[object]:
        return [claims[ref] for ref in refs]

    return (
        finding.event,
        finding.status,
        told(finding.claims),
        [(o.name, o.independent, o.reading, told(o.claims)) for o in finding.origins],
        [
            (d.on, [(claims[s.claim], s.says, s.quote) for s in d.sides])
            for d in finding.disagreements
        ],
        len(finding.linked),
    )


@given(cases(), st.data())
def test_a_rejected_claim_weighs_as_if_it_had_never_been_read(
    case: list[Page], data: st.DataObject
) -> None:
    places = [
        data.draw(st.sets(st.integers(0, len(page.reading.claims) - 1)), label="rejected")
        for page in case
    ]

    rejected = [rejecting(page, *some) for page, some in zip(case, places, strict=True)]
    gone = [without(page, *some) for page, some in zip(case, places, strict=True)]

    assert [in_words(f, rejected) for f in weighed(*rejected)] == [
        in_words(f, gone) for f in weighed(*gone)
    ]


def test_what_stays_keeps_its_place_beside_a_rejected_claim() -> None:
    told = page(
        said("Norway sent Heron drones to Iceland.", **TOLD),
        said("Latvia sent tanks to Denmark.", supplier="Latvia", recipient="Denmark", item="tanks"),
    )

    (finding,) = weighed(rejecting(told, 0))

    assert finding.claims == (told.ref(1),)


def test_a_second_origin_that_is_rejected_corroborates_no_more() -> None:
    one = page(said("Norway sent Heron drones to Iceland.", **TOLD))
    seen = said("A ship with Heron drones has gone from Norway over to Iceland.", **TOLD)
    other = page(seen, publisher="Tide", opening="Anglers watched the pier from dawn on.")

    before, after = weighed(one, other), weighed(one, rejecting(other, 0))

    assert [f.status for f in before] == [Status.CORROBORATED]
    assert [f.status for f in after] == [Status.SINGLE_ORIGIN]


def test_a_rejected_claim_raises_no_doubt() -> None:
    told = page(
        said("Norway sent Heron drones to Iceland in July 2024.", **TOLD, date="July 2024"),
    )

    raised = doubts([rejecting(told, 0).reading], {told.document.id: told.document})

    assert [doubt for doubt in raised if doubt.claims] == []
