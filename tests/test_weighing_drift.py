"""Certainty drift: who told it first, who hardened it, who took it back."""

from recoupe.model.drift import Step, Turn
from recoupe.weighing.drift import drift
from tests.weighing_nouns import Page, Said, only, page, tell


def sent(factuality: str, by: str | None = "Anna Berg", start: str = "") -> Said:
    says = {"CT+": "said that", "PR+": "believed that", "U": "did not confirm that"}
    words = f"{by} {says.get(factuality, 'denied that')}" if by else "It is known that"
    return tell(
        f"{start}{words} Kestrel Works sent Heron drones to Iceland.",
        factuality,
        (by,) if by else (),
        supplier="Kestrel Works",
        recipient="Iceland",
        item="Heron drones",
    )


def gazette(day: int, *told: Said) -> Page:
    return page(*told, publisher="Harbour Gazette", published=f"2024-06-0{day}")


def post(day: int, *told: Said) -> Page:
    return page(*told, publisher="Fjord Post", published=f"2024-06-0{day}", opening="Seen at sea.")


def steps(*pages: Page) -> tuple[Step, ...]:
    finding = only(*pages)
    told = {p.ref(i): c.factuality for p in pages for i, c in enumerate(p.reading.claims)}
    return drift(finding, told, {p.document.id: p.document.published.edtf for p in pages})


def turns(*pages: Page) -> list[Turn]:
    return [step.turn for step in steps(*pages)]


def test_a_surer_telling_of_what_one_voice_said_is_hardened() -> None:
    first, second = steps(gazette(1, sent("PR+")), post(2, sent("CT+")))

    assert (first.turn, second.turn) == (Turn.FIRST, Turn.HARDENED)
    assert (str(second.before), str(second.reading)) == ("PR+", "CT+")
    assert second.since == first.claim


def test_a_telling_that_is_less_sure_is_softened() -> None:
    assert turns(gazette(1, sent("CT+")), post(2, sent("PR+"))) == [Turn.FIRST, Turn.SOFTENED]


def test_what_is_told_as_before_is_told_again() -> None:
    assert turns(gazette(1, sent("PR+")), post(2, sent("PR+"))) == [Turn.FIRST, Turn.AGAIN]


def test_another_voice_that_is_surer_hardens_nothing() -> None:
    told = turns(gazette(1, sent("PR+")), post(2, sent("CT+", "Carl Dahl")))

    assert told == [Turn.FIRST, Turn.JOINED]


def test_a_paper_that_rests_on_others_hardens_what_they_told() -> None:
    first = gazette(1, sent("PR+"))
    second = post(2, sent("PR+"), sent("CT+", None))

    assert Turn.HARDENED in turns(first, second)


def test_who_denies_what_he_said_takes_it_back() -> None:
    assert turns(gazette(1, sent("CT+")), post(2, sent("CT-"))) == [Turn.FIRST, Turn.TOOK_BACK]


def test_who_denies_what_others_said_denies() -> None:
    assert turns(gazette(1, sent("CT+")), post(2, sent("CT-", "Carl Dahl"))) == [
        Turn.FIRST,
        Turn.DENIED,
    ]


def test_of_two_papers_of_one_day_neither_hardens() -> None:
    assert Turn.HARDENED not in turns(gazette(1, sent("PR+")), post(1, sent("CT+")))


def test_within_a_document_the_least_certain_counts() -> None:
    bold, careful = sent("CT+"), sent("PR+", start="Later ")

    assert turns(gazette(1, sent("PR+")), post(2, bold, careful)) == [Turn.FIRST, Turn.AGAIN]


def test_what_nobody_can_date_is_compared_with_nothing() -> None:
    undated = page(sent("CT+"), publisher="Fjord Post", published="", opening="Seen at sea.")

    assert turns(gazette(1, sent("PR+")), undated) == [Turn.FIRST, Turn.UNDATED]
