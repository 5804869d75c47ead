"""Sentences that go on with an event, leave it in time, or tell another version of it."""

import pytest

from recoupe.languages.leaders import led_by
from recoupe.model.claim import EventType, Tense
from recoupe.model.finding import Status
from recoupe.model.value import Date
from tests.weighing_nouns import Said, counted, only, page, tell, weighed

SENT = {"supplier": "Norway", "recipient": "Iceland"}


def anna(sentence: str, **more: object) -> Said:
    return tell(sentence, **{"by": ("Anna Berg",), **more})


def test_a_sentence_that_goes_on_need_not_name_the_same_party_again() -> None:
    first = "Iceland unloaded a ship on 2 May, Anna Berg said."
    told = anna(first, recipient="Iceland", date=("2 May", Date("2024-05-02")))
    more = tell(
        "The crates came from Norway, Anna Berg said.",
        by=("Anna Berg",),
        supplier="Norway",
        item="crates",
        also=(first,),
    )

    assert len(weighed(page(told, more))) == 1


def test_a_leap_in_time_parts_what_only_states_tie() -> None:
    first = anna("Norway armed Iceland, Anna Berg said.", **SENT)
    then = tell(
        "A year later Norway shipped goods to Iceland, Carl Dahl said.", by=("Carl Dahl",), **SENT
    )

    assert len(weighed(page(first, then))) == 2


def test_without_the_leap_they_are_one() -> None:
    first = anna("Norway armed Iceland, Anna Berg said.", **SENT)
    then = tell("Norway shipped goods to Iceland, Carl Dahl said.", by=("Carl Dahl",), **SENT)

    assert len(weighed(page(first, then))) == 1


def test_who_may_be_another_supplier_is_not_tied_by_one_state() -> None:
    first = anna(
        "Kestrel Works sent goods to Iceland, Anna Berg said.",
        supplier="Kestrel Works",
        recipient="Iceland",
    )
    then = tell(
        "Ten states sent Iceland arms, Carl Dahl said.",
        by=("Carl Dahl",),
        supplier="Ten states",
        recipient="Iceland",
    )

    assert len(weighed(page(first, then))) == 2


def test_another_version_of_who_gets_it_is_a_disagreement_on_the_party() -> None:
    first = anna(
        "All of it will go to the Icelandic army, Anna Berg said.",
        tense=Tense.FUTURE,
        recipient="Icelandic army",
    )
    then = tell(
        "On the contrary, Norway will give it to Kestrel Works, Carl Dahl said.",
        by=("Carl Dahl",),
        tense=Tense.FUTURE,
        supplier="Norway",
        recipient="Kestrel Works",
    )

    finding = only(page(first, then))

    assert [one.on for one in finding.disagreements] == ["participant"]
    assert finding.status is Status.CONTESTED


def test_goods_that_one_named_ship_carried_are_in_dispute_and_one_event() -> None:
    one = anna(
        "The Solveig took tanks to Iceland, Anna Berg said.",
        intermediary="Solveig",
        item="tanks",
        recipient="Iceland",
    )
    other = tell(
        "The Solveig carried medicine, Carl Dahl said.",
        by=("Carl Dahl",),
        intermediary="Solveig",
        item="medicine",
    )

    assert [d.on for d in only(page(one, other)).disagreements] == ["item"]


def test_a_visit_may_be_dated_by_two_days() -> None:
    who = {"event": EventType.MEETING, "participant": ("Anna Berg", "Carl Dahl")}
    first = tell(
        "Anna Berg came to see Carl Dahl on 11 May.", date=("11 May", Date("2024-05-11")), **who
    )
    then = tell(
        "Anna Berg and Carl Dahl met on 12 May.", date=("12 May", Date("2024-05-12")), **who
    )

    assert only(page(first, then)).status is Status.SINGLE_ORIGIN


def test_a_standing_ban_told_by_two_papers_is_one() -> None:
    ban = {
        "event": EventType.SANCTION,
        "tense": Tense.ONGOING,
        "authority": "Norway",
        "target": "Iceland",
    }
    drones = {"supplier": "Norway", "recipient": "Denmark", "item": "Heron"}
    one = page(
        tell("Norway bans all sales to Iceland.", **ban),
        tell("Norway sent Denmark the Heron.", **drones),
    )
    other = page(
        tell("Norway, which forbids exports to Iceland, looked into it.", **ban),
        tell("Denmark took the Heron from Norway.", **drones),
        publisher="Fjord Post",
    )

    assert len(weighed(one, other)) == 2


def test_what_two_sentences_tell_beside_one_event_is_one_too() -> None:
    def told(start: str, publisher: str, who: str) -> list[Said]:
        words = (
            f"{start} Kestrel Works built the Heron in Norway and {who} paid, {publisher} hears."
        )
        return [
            tell(words, event=EventType.PRODUCTION, producer="Kestrel Works", item="Heron"),
            tell(words, event=EventType.PAYMENT, payer=who),
        ]

    one = page(*told("In May", "Gazette", "Iceland"))
    other = page(*told("Since spring", "Fjord Post", "the Icelandic army"), publisher="Fjord Post")

    assert len(weighed(one, other)) == 2


def test_a_general_word_elsewhere_in_the_sentence_makes_no_general_denial() -> None:
    told = anna(
        "Norway sold Iceland drones, Anna Berg said.",
        event=EventType.ORDER,
        item="drones",
        supplier="Norway",
        recipient="Iceland",
    )
    asked = tell(
        "Asked about drones sold to Iceland, Carl Dahl said exports always had rules.",
        "U",
        ("Carl Dahl",),
        EventType.ORDER,
        item="drones",
        recipient="Iceland",
    )

    assert only(page(told, asked)).status is Status.SINGLE_ORIGIN


def test_who_leads_a_state_and_its_government_are_one_origin() -> None:
    first = tell(
        "Emmanuel Macron said France sent Iceland drones.",
        by=("Emmanuel Macron",),
        supplier="France",
        recipient="Iceland",
        item="drones",
    )
    then = tell(
        "The French government said France sent Iceland drones.",
        by=("French government",),
        supplier="France",
        recipient="Iceland",
        item="drones",
    )

    assert len(counted(only(page(first, then)))) == 1


@pytest.mark.parametrize(
    ("name", "published", "state"),
    [
        ("Olaf Scholz", "2024-03-01", "DE"),
        ("Olaf Scholz", "2025-09-01", None),
        ("Donald Trump", "2022-05", None),
        ("Vladimir Poutine", "2025-09-16", "RU"),
        ("Emmanuel Macron", None, None),
    ],
)
def test_a_leader_speaks_for_his_state_while_he_leads_it(
    name: str, published: str | None, state: str | None
) -> None:
    assert led_by(name, published) == state


def on(day: str, edtf: str) -> tuple[str, Date]:
    return (day, Date(edtf))


def test_the_day_on_which_somebody_spoke_parts_no_events() -> None:
    told = anna(
        "Norway shipped drones to Iceland in April, Anna Berg said.",
        item="drones",
        date=on("April", "2024-04"),
        **SENT,
    )
    denied = tell(
        "Norway denied on Saturday that it had sent Iceland drones.",
        "CT-",
        ("Norway",),
        item="drones",
        date=on("Saturday", "2024-06-01"),
        **SENT,
    )

    assert only(page(told, denied)).status is Status.CONTESTED


def test_a_day_that_a_paper_gives_itself_is_that_of_the_event() -> None:
    told = tell("Norway shipped drones to Iceland in April.", date=on("April", "2024-04"), **SENT)
    again = tell(
        "Norway shipped drones to Iceland on Saturday.", date=on("Saturday", "2024-06-01"), **SENT
    )

    assert len(weighed(page(told, again))) == 2


def test_a_pronoun_speaks_neither_for_one_event_nor_against_it() -> None:
    told = anna(
        "Norway sold Iceland a frigate, Anna Berg said.",
        event=EventType.ORDER,
        supplier="Norway",
        recipient="Iceland",
        item="frigate",
    )
    denied = tell(
        "“They sold us no frigate,” said Carl Dahl.",
        "CT-",
        ("Carl Dahl",),
        EventType.ORDER,
        supplier="They",
        recipient="us",
        item="frigate",
    )

    assert len(weighed(page(told, denied))) == 1
