"""Where the claims of one event differ, each side has its quote, and nothing is resolved."""

from recoupe.model.claim import EventType, Tense
from recoupe.model.finding import Disagreement, Finding, Status
from recoupe.model.value import Date, Money, Quantity
from tests.weighing_nouns import Page, Said, only, page, said

WHO = {"supplier": "Kestrel Works", "recipient": "Mirland", "item": "drones"}


def anna(sentence: str, factuality: str = "CT+", **more: object) -> Said:
    return said(sentence, factuality, ("Anna Berg",), **{**WHO, **more})  # type: ignore[arg-type]


def carl(sentence: str, factuality: str = "CT+", **more: object) -> Said:
    return said(sentence, factuality, ("Carl Dahl",), **{**WHO, **more})  # type: ignore[arg-type]


def on(finding: Finding) -> list[str]:
    return [each.on for each in finding.disagreements]


def quotes(finding: Finding, what: str) -> list[str]:
    (found,) = (each for each in finding.disagreements if each.on == what)
    return [side.quote for side in found.sides]


def counts(mine: Quantity, my_words: str, other: Quantity, words: str) -> Page:
    return page(
        anna(
            f"Kestrel Works sent {my_words} to Mirland, Anna Berg said.", quantity=(my_words, mine)
        ),
        carl(f"Kestrel Works sent {words} to Mirland, Carl Dahl said.", quantity=(words, other)),
    )


def test_one_says_so_and_one_denies() -> None:
    finding = only(
        page(
            anna("Kestrel Works sent drones to Mirland, Anna Berg said."),
            carl("Carl Dahl denied that Kestrel Works sent drones to Mirland.", "CT-"),
        )
    )

    assert on(finding) == ["whether"]
    assert [side.says for side in finding.disagreements[0].sides] == ["CT+", "CT-"]


def test_one_origin_told_at_two_levels() -> None:
    finding = only(
        page(anna("Kestrel Works sent drones to Mirland, Anna Berg said.")),
        page(
            anna("Kestrel Works may have sent drones to Mirland, Anna Berg said.", "PS+"),
            publisher="The Ledger",
        ),
    )

    assert on(finding) == ["certainty"]
    assert [side.says for side in finding.disagreements[0].sides] == ["CT+", "PS+"]


def test_two_origins_at_two_levels_do_not_disagree() -> None:
    finding = only(
        page(
            anna("Kestrel Works sent drones to Mirland, Anna Berg said."),
            carl("Kestrel Works may have sent drones to Mirland, Carl Dahl said.", "PS+"),
        )
    )

    assert on(finding) == []


def test_two_counts_that_cannot_both_be() -> None:
    finding = only(counts(Quantity(60, "drones"), "60 drones", Quantity(75, "drones"), "75 drones"))

    assert on(finding) == ["quantity"]
    assert quotes(finding, "quantity") == ["60 drones", "75 drones"]
    assert finding.status is Status.CONTESTED


def test_a_count_within_a_range_is_no_disagreement() -> None:
    finding = only(
        counts(
            Quantity(60, "drones"),
            "60 drones",
            Quantity(None, "drones", 50, 70),
            "between 50 and 70 drones",
        )
    )

    assert on(finding) == []


def test_a_rounded_count_is_no_disagreement() -> None:
    finding = only(
        counts(Quantity(61, "drones"), "61 drones", Quantity(60, "drones"), "about 60 drones")
    )

    assert on(finding) == []


def test_a_whole_beside_a_part_is_no_disagreement() -> None:
    both = {**WHO, "recipient": ("Mirland", "Sudmark")}
    finding = only(
        page(
            anna(
                "Kestrel Works sent 60 drones to Mirland and Sudmark, Anna Berg said.",
                quantity=("60 drones", Quantity(60, "drones")),
                recipient=both["recipient"],
            ),
            carl(
                "Kestrel Works sent 40 drones to Mirland, Carl Dahl said.",
                quantity=("40 drones", Quantity(40, "drones")),
            ),
        )
    )

    assert on(finding) == []


def test_two_sums_that_cannot_both_be() -> None:
    finding = only(
        page(
            anna(
                "Kestrel Works sent drones worth 5 million euros to Mirland, Anna Berg said.",
                value=("5 million euros", Money(5e6, "EUR")),
            ),
            carl(
                "Kestrel Works sent drones worth 8 million euros to Mirland, Carl Dahl said.",
                value=("8 million euros", Money(8e6, "EUR")),
            ),
        )
    )

    assert on(finding) == ["value"]
    assert quotes(finding, "value") == ["5 million euros", "8 million euros"]


def dates(mine: str, other: str) -> Disagreement | None:
    finding = only(
        page(
            anna(
                "Kestrel Works sent drones to Mirland in May, Anna Berg said.",
                date=("May", Date(mine)),
            ),
            carl(
                "In June Kestrel Works sent drones to Mirland, Carl Dahl said.",
                date=("June", Date(other)),
            ),
        )
    )
    return next((each for each in finding.disagreements if each.on == "date"), None)


def test_a_month_within_a_year_is_no_disagreement() -> None:
    assert dates("2024-05", "2024") is None


def test_a_date_after_which_another_has_it_still_to_come_is_a_disagreement() -> None:
    finding = only(
        page(
            anna(
                "Since April Kestrel Works sends drones to Mirland, Anna Berg said.",
                date=("Since April", Date("2024-04/..")),
                tense=Tense.ONGOING,
            ),
            carl(
                "Kestrel Works will send drones to Mirland in July, Carl Dahl said.",
                date=("July", Date("2024-07")),
                tense=Tense.FUTURE,
            ),
        )
    )

    assert on(finding) == ["date"]
    assert quotes(finding, "date") == ["Since April", "July"]


def test_goods_of_two_kinds_are_a_disagreement() -> None:
    finding = only(
        page(
            anna("The Star took rifles to Mirland, Anna Berg said.", **ship("rifles")),
            carl("The Star took medicine to Mirland, Carl Dahl said.", **ship("medicine")),
        )
    )

    assert on(finding) == ["item"]
    assert quotes(finding, "item") == ["rifles", "medicine"]


def test_a_word_for_any_goods_beside_a_kind_is_no_disagreement() -> None:
    finding = only(
        page(
            anna("The Star took equipment to Mirland, Anna Berg said.", **ship("equipment")),
            carl("The Star took medicine to Mirland, Carl Dahl said.", **ship("medicine")),
        )
    )

    assert on(finding) == []


def ship(item: str) -> dict[str, object]:
    return {"supplier": (), "intermediary": "Star", "item": item}


def test_places_in_two_countries_are_a_disagreement() -> None:
    finding = only(
        page(
            anna(
                "Kestrel Works sent drones to Mirland by way of Norway, Anna Berg said.",
                place="Norway",
            ),
            carl(
                "Kestrel Works sent drones to Mirland by way of Iceland, Carl Dahl said.",
                place="Iceland",
            ),
        )
    )

    assert on(finding) == ["place"]


def test_one_count_of_several_is_laid_beside_the_other_of_its_kind() -> None:
    finding = only(
        page(
            anna(
                "Kestrel Works sent 60 drones and 8 crews to Mirland, Anna Berg said.",
                quantity=(("60 drones", Quantity(60, "drones")), ("8 crews", Quantity(8, "crews"))),
            ),
            carl(
                "Kestrel Works sent 75 drones to Mirland, Carl Dahl said.",
                quantity=("75 drones", Quantity(75, "drones")),
            ),
        )
    )

    assert quotes(finding, "quantity") == ["60 drones", "75 drones"]


def test_a_total_beside_the_sums_it_is_made_of_is_no_disagreement() -> None:
    finding = only(
        page(
            anna(
                "Kestrel Works got 2 million euros and 3 million euros for drones, Anna Berg said.",
                recipient=(),
                value=(
                    ("2 million euros", Money(2e6, "EUR")),
                    ("3 million euros", Money(3e6, "EUR")),
                ),
            ),
            carl(
                "Kestrel Works sent drones worth 5 million euros to Mirland, Carl Dahl said.",
                value=("5 million euros", Money(5e6, "EUR")),
            ),
        )
    )

    assert on(finding) == []


def test_the_number_of_those_in_an_exercise_is_of_its_participants() -> None:
    def drill(who: str, words: str, number: int) -> Said:
        return said(
            f"{words} of Norland and Sudmark joined Steel Dawn, {who} said.",
            by=(who,),
            event=EventType.EXERCISE,
            participant=("Norland", "Sudmark"),
            name="Steel Dawn",
            quantity=(words, Quantity(number, "soldiers")),
        )

    finding = only(
        page(drill("Anna Berg", "700 soldiers", 700), drill("Carl Dahl", "1300 soldiers", 1300))
    )

    assert on(finding) == ["participant"]
