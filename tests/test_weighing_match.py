"""Which claims tell one event: what ties them, and what keeps them apart."""

from recoupe.model.claim import EventType, Tense
from recoupe.model.finding import Status
from recoupe.model.value import Date, Quantity
from recoupe.weighing.memory import Memory
from recoupe.weighing.stories import stories
from recoupe.weighing.telling import tellings
from tests.weighing_nouns import Page, Said, counted, only, page, said, weighed

WHO = {"supplier": "Kestrel Works", "recipient": "Iceland", "item": "Heron drones"}


def sent(sentence: str, by: str = "", factuality: str = "CT+", **more: object) -> Said:
    return said(sentence, factuality, (by,) if by else (), **{**WHO, **more})  # type: ignore[arg-type]


def test_a_denial_in_the_sentence_of_the_claim_denies_that_claim() -> None:
    words = "Anna Berg said Kestrel Works sent Heron drones to Iceland; Carl Dahl denied it."

    finding = only(page(sent(words, "Anna Berg"), sent(words, "Carl Dahl", "CT-", item=())))

    assert finding.status is Status.CONTESTED


def test_who_is_accused_denies_what_he_is_accused_of() -> None:
    charge = sent(
        "Anna Berg accused Norway of arming Iceland.", "Anna Berg", supplier="Norway", item=()
    )
    reply = said("Norway denied arming anybody.", "CT-", ("Norway",), supplier="Norway")

    assert only(page(charge, reply)).status is Status.CONTESTED


def test_who_also_denies_denies_the_same_event() -> None:
    first = sent("Kestrel Works sent Heron drones to Iceland, Anna Berg said.", "Anna Berg")
    reply = sent(
        "Carl Dahl also denied that Kestrel Works sent drones to Iceland.",
        "Carl Dahl",
        "CT-",
        item="drones",
    )

    assert only(page(first, reply)).status is Status.CONTESTED


def test_a_denial_need_not_repeat_the_date() -> None:
    first = sent(
        "In 2022 Kestrel Works sent Heron drones to Iceland, Anna Berg said.",
        "Anna Berg",
        date=("2022", Date("2022")),
    )
    reply = sent("Carl Dahl denied that Kestrel Works armed Iceland.", "Carl Dahl", "CT-", item=())

    assert only(page(first, reply)).status is Status.CONTESTED


def test_a_paper_that_denies_does_not_mean_what_it_tells_itself() -> None:
    told = said(
        "Iceland bought 42 jets in 2022.",
        event=EventType.ORDER,
        recipient="Iceland",
        item="jets",
        date=("2022", Date("2022")),
    )
    none = said(
        "No new contract for jets with Iceland has been signed.",
        "CT-",
        event=EventType.ORDER,
        recipient="Iceland",
        item="jets",
    )

    statuses = {finding.status for finding in weighed(page(none, told))}

    assert statuses == {Status.DENIED, Status.SINGLE_ORIGIN}


def drill(sentence: str, **more: object) -> Said:
    return said(sentence, event=EventType.EXERCISE, participant=("Norway", "Iceland"), **more)  # type: ignore[arg-type]


def test_fourteen_exercises_are_not_one_of_them() -> None:
    many = drill(
        "Norway and Iceland held 14 exercises in 2023.",
        quantity=("14 exercises", Quantity(14, "exercises")),
        date=("2023", Date("2023")),
    )
    one = drill(
        "In May 2023 Norway and Iceland met for Steel Dawn.",
        name="Steel Dawn",
        date=("May 2023", Date("2023-05")),
    )

    assert len(weighed(page(many, one))) == 2


def test_two_pages_on_one_named_exercise_tell_one_story() -> None:
    pages = (
        page(drill("Norway and Iceland ended Steel Dawn.", name="Steel Dawn")),
        page(
            drill("In May Steel Dawn brought Norway and Iceland together.", name="Steel Dawn"),
            publisher="The Ledger",
        ),
    )

    assert counted(only(*pages)) == ["Harbour Gazette", "The Ledger"]


def test_pages_that_share_no_name_are_never_one_story() -> None:
    pages = (
        page(said("Norway armed Iceland.", supplier="Norway", recipient="Iceland")),
        page(
            said("Norway gave arms to Iceland.", supplier="Norway", recipient="Iceland"),
            publisher="The Ledger",
        ),
    )

    assert len(weighed(*pages)) == 2


def test_what_is_past_and_what_is_to_come_years_later_are_two_events() -> None:
    past = sent("Kestrel Works sent Heron drones to Iceland in 2019.", date=("2019", Date("2019")))
    future = sent(
        "Kestrel Works will send Heron drones to Iceland in 2027.",
        date=("2027", Date("2027")),
        tense=Tense.FUTURE,
    )

    assert len(weighed(page(past, future))) == 2


def test_two_articles_on_one_leak_have_one_origin() -> None:
    leak = said(
        "The group BlackTide published the documents.",
        event=EventType.DISCLOSURE,
        publisher="BlackTide",
        subject="documents",
    )
    first = page(
        leak,
        sent(
            "According to the documents, Kestrel Works sent Heron drones to Iceland.",
            "documents",
            "PR+",
        ),
    )
    second = page(
        sent(
            "The same documents say Kestrel Works sent Heron drones to Iceland.",
            "same documents",
            "PR+",
        ),
        publisher="The Ledger",
    )

    (finding,) = (f for f in weighed(first, second) if f.event is EventType.TRANSFER)

    assert len(finding.claims) == 2
    assert finding.independent_origins == 1


def test_a_study_under_its_name_and_its_acronym_is_one_origin() -> None:
    first = page(
        sent(
            "Kestrel Works sent Heron drones to Iceland, the Bureau for Arms Research (BAR) says.",
            "Bureau for Arms Research",
        )
    )
    second = page(
        sent(
            "Selon le BAR, Kestrel Works a fourni des drones Heron à l'Islande.",
            "BAR",
            recipient="Islande",
            item="drones Heron",
        ),
        publisher="Le Phare",
        language="fr",
        opening="Le port était calme toute la semaine, et personne n'y avait vu de navire.",
    )

    assert only(first, second).independent_origins == 1


def linked(*pages: Page) -> list[set[str]]:
    """Give the kinds of events that are linked with each other."""
    found = {finding.id: finding for finding in weighed(*pages)}
    return [
        {one.event.value, found[other].event.value}
        for one in found.values()
        for other in one.linked
    ]


def test_an_order_is_linked_with_the_delivery_that_follows_it_years_later() -> None:
    order = said(
        "Iceland ordered 42 Heron drones in 2022.",
        event=EventType.ORDER,
        recipient="Iceland",
        item="Heron drones",
        date=("2022", Date("2022")),
    )
    delivery = said(
        "The Heron drones will reach Iceland in 2026.",
        tense=Tense.FUTURE,
        recipient="Iceland",
        item="Heron drones",
        date=("2026", Date("2026")),
    )

    assert linked(page(order, delivery)) == [{"order", "transfer"}] * 2


def test_a_delivery_before_the_order_does_not_follow_from_it() -> None:
    delivery = said(
        "The first Heron drones reached Iceland in 2019.",
        recipient="Iceland",
        item="Heron drones",
        date=("2019", Date("2019")),
    )
    order = said(
        "Iceland ordered 42 Heron drones in 2022.",
        event=EventType.ORDER,
        recipient="Iceland",
        item="Heron drones",
        date=("2022", Date("2022")),
    )

    assert linked(page(delivery, order)) == []


def test_who_pays_is_who_ordered() -> None:
    order = said(
        "Iceland ordered Heron drones from Kestrel Works.",
        event=EventType.ORDER,
        supplier="Kestrel Works",
        recipient="Iceland",
        item="Heron drones",
    )
    payment = said(
        "Iceland has paid Kestrel Works a first sum for them.",
        event=EventType.PAYMENT,
        payer="Iceland",
        payee="Kestrel Works",
    )

    assert linked(page(order, payment)) == [{"order", "payment"}] * 2


def test_a_denial_and_its_reprint_deny_one_event() -> None:
    told = said(
        "Kestrel Works sent Heron drones to Iceland, Anna Berg said.",
        by=("Anna Berg",),
        supplier="Kestrel Works",
        recipient="Iceland",
        item="Heron drones",
    )
    words = "Norway had never sent any weapons to anybody in the north, Carl Dahl said on Friday."
    denial = said(words, "CT-", ("Carl Dahl",), supplier="Norway", item="weapons")
    pages = (page(told, denial), page(told, denial, publisher="Fjord Post"))

    denials = {
        frozenset(ref for ref in finding.claims if ref.index == 1) for finding in weighed(*pages)
    }

    assert frozenset({pages[0].ref(1), pages[1].ref(1)}) in denials


NAMES = {"Anna Berg": "Person", "Kestrel Works": "Company", "Fjord Fair": "Event"}


def named_pages(names: dict[str, str]) -> tuple[Page, Page]:
    """Give two pages on a sale by Norway to Iceland, beside which the names stand."""
    telling = ", ".join(names)
    return (
        page(
            said("Norway sold Iceland radars.", supplier="Norway", recipient="Iceland"),
            opening=f"In the harbour hall they spoke of {telling} all day long.",
            names=names,
        ),
        page(
            said("Iceland took radars from Norway.", supplier="Norway", recipient="Iceland"),
            opening=f"Little else than {telling} was talked about at the market.",
            names=names,
            publisher="Fjord Post",
        ),
    )


def test_names_beside_the_claims_make_one_story_of_two_pages() -> None:
    one, other = named_pages(NAMES)

    assert related(one, other)


def test_a_place_beside_the_claims_makes_no_story() -> None:
    one, other = named_pages({"Old Harbour": "Place"})

    assert not related(one, other)


def related(one: Page, other: Page) -> bool:
    documents = {each.document.id: each.document for each in (one, other)}
    told = {each.document.id: tellings([each.reading], documents) for each in (one, other)}
    return bool(stories(told, Memory()))


def test_a_denial_repeated_by_one_voice_goes_where_the_first_went() -> None:
    both = "Anna Berg said Kestrel Works sent Heron drones to Iceland; Carl Dahl denied the drones."
    charge, reply = sent(both, "Anna Berg"), sent(both, "Carl Dahl", "CT-")
    radars = sent(
        "Anna Berg said Kestrel Works sent Kite radars to Iceland.", "Anna Berg", item="Kite radars"
    )
    beside = said(
        f"The minister met the mayor, {'and the rain fell on the harbour, ' * 12}they said.",
        event=EventType.MEETING,
        participant="minister",
    )
    again = sent(
        "Kestrel Works armed nobody in Iceland, Carl Dahl said.", "Carl Dahl", "CT-", item=()
    )

    found = weighed(page(charge, reply, radars, beside, again))

    assert sorted(len(finding.claims) for finding in found) == [1, 1, 3]
