"""Parts, wholes and events of a series are linked and never merged."""

from recoupe.model.claim import EventType, Tense
from recoupe.model.finding import Finding
from recoupe.model.value import Date, Quantity
from tests.weighing_nouns import Said, only, page, tell, weighed

SANCTION = {"event": EventType.SANCTION, "authority": "Norway", "target": "Kestrel Works"}


def drones(sentence: str, by: str = "Anna Berg", factuality: str = "CT+", **more: object) -> Said:
    who = {"supplier": "Kestrel Works", "recipient": "Iceland", "item": "Heron"}
    return tell(sentence, factuality=factuality, by=(by,), **{**who, **more})


def linked(findings: tuple[Finding, ...]) -> bool:
    first, second = findings
    return first.linked == (second.id,) and second.linked == (first.id,)


def test_further_sanctions_are_not_those_told_before() -> None:
    held = tell(
        "Norway has blacklisted Kestrel Works, Anna Berg said.", by=("Anna Berg",), **SANCTION
    )
    more = tell(
        "Norway is weighing further sanctions on Kestrel Works, Anna Berg said.",
        "PS+",
        ("Anna Berg",),
        tense=Tense.FUTURE,
        **SANCTION,
    )

    assert len(weighed(page(held, more))) == 2


def test_the_same_sanctions_told_again_are_one() -> None:
    held = tell(
        "Norway has blacklisted Kestrel Works, Anna Berg said.", by=("Anna Berg",), **SANCTION
    )
    again = tell(
        "Norway froze what Kestrel Works held, Anna Berg said.", by=("Anna Berg",), **SANCTION
    )

    assert len(weighed(page(held, again))) == 1


def test_two_further_boats_are_not_the_boat_told_before() -> None:
    bought = tell(
        "Iceland ordered a Heron boat, Anna Berg said.",
        by=("Anna Berg",),
        event=EventType.ORDER,
        recipient="Iceland",
        item="Heron boat",
    )
    more = tell(
        "Iceland will not buy the two further Heron boats, Anna Berg said.",
        "CT-",
        ("Anna Berg",),
        EventType.ORDER,
        Tense.FUTURE,
        recipient="Iceland",
        item="Heron boats",
        quantity=("two further Heron boats", Quantity(number=2, unit="boats")),
    )

    assert len(weighed(page(bought, more))) == 2


def test_the_first_of_what_is_to_come_are_linked_with_the_whole() -> None:
    whole = drones(
        "Kestrel Works will send Iceland 36 Heron drones by May, Anna Berg said.",
        tense=Tense.FUTURE,
        quantity=("36 Heron drones", Quantity(number=36, unit="drones")),
    )
    first = drones(
        "Kestrel Works has already sent Iceland the first Heron drones, Carl Dahl said.",
        "Carl Dahl",
    )

    assert linked(weighed(page(whole, first)))


def test_first_ones_that_are_all_that_is_told_are_one_event() -> None:
    one = drones("Kestrel Works sent Iceland the first Heron drones, Anna Berg said.")
    other = drones("Iceland has its first Heron drones, Carl Dahl said.", "Carl Dahl", supplier=())

    assert only(page(one, other)).independent_origins == 2


def test_two_points_of_one_list_are_two_events() -> None:
    lead = tell(
        "Norway sanctioned ten firms, Anna Berg said:",
        by=("Anna Berg",),
        event=EventType.SANCTION,
        authority="Norway",
        target="ten firms",
    )
    points = [
        tell(f"• {name}, for its drones", event=EventType.SANCTION, target=name)
        for name in ("Kestrel Works", "Kestrel Trading")
    ]

    assert len(weighed(page(lead, *points))) == 3


def test_who_deals_no_more_does_not_deny_that_he_did() -> None:
    told = drones("Kestrel Works sent Iceland Heron drones, Anna Berg said.")
    over = drones(
        "Kestrel Works no longer sends Iceland Heron drones, its owner said.",
        "its owner",
        "CT-",
        tense=Tense.ONGOING,
    )

    assert len(weighed(page(told, over))) == 2


def test_nobody_affirms_and_denies_one_event_in_one_breath() -> None:
    words = "Anna Berg said Kestrel Works sold Iceland goods, but sold Iceland no radars."
    who = {"supplier": "Kestrel Works", "recipient": "Iceland"}
    yes = tell(words, "CT+", ("Anna Berg",), **who)
    no = tell(words, "CT-", ("Anna Berg",), item="radars", **who)

    assert len(weighed(page(yes, no))) == 2


def test_a_decade_is_no_day_of_this_year() -> None:
    old = drones(
        "Kestrel Works sent Iceland Heron drones in the 2000s, Anna Berg said.",
        date=("the 2000s", Date("200X")),
    )
    new = drones(
        "Kestrel Works sent Iceland Heron drones in May, Carl Dahl said.",
        "Carl Dahl",
        date=("May", Date("2024-05")),
    )

    assert len(weighed(page(old, new))) == 2
