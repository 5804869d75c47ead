"""A denial that denies less than was claimed is shown as such."""

from recoupe.model.claim import EventType, Tense
from recoupe.model.finding import Disagreement, Status
from recoupe.model.span import Span
from recoupe.model.value import Date, Quantity
from recoupe.weighing.amounts import Amount, comparable
from tests.weighing_nouns import Said, only, page, tell

CHARGE = "Anna Berg said Kestrel Works sent Iceland drones through Poland, Latvia and Malta."
SENT = {"supplier": "Kestrel Works", "recipient": "Iceland", "item": "drones"}


def charge(**more: object) -> Said:
    carriers = {"intermediary": ("Poland", "Latvia", "Malta")}
    return tell(CHARGE, by=("Anna Berg",), **{**SENT, **carriers, **more})


def on(disagreements: tuple[Disagreement, ...], what: str) -> list[str]:
    return [side.says for one in disagreements if one.on == what for side in one.sides]


def test_one_carrier_of_three_denies_but_its_own_part() -> None:
    denial = tell(
        "Warsaw said Poland had passed no drones on.",
        "CT-",
        ("Warsaw",),
        intermediary="Poland",
        item="drones",
    )

    finding = only(page(charge(), denial))

    assert on(finding.disagreements, "participant") == ["Poland, Latvia, Malta", "CT- Poland"]
    assert finding.status is Status.CONTESTED


def test_who_denies_the_whole_is_not_narrower() -> None:
    denial = tell(
        "Carl Dahl said no drones had gone to Iceland.",
        "CT-",
        ("Carl Dahl",),
        recipient="Iceland",
        item="drones",
    )

    finding = only(page(charge(), denial))

    assert [one.on for one in finding.disagreements] == ["whether"]


def test_a_denial_of_other_goods_says_nothing_of_those_claimed() -> None:
    denial = tell(
        "Kestrel Works denied having sent Iceland rifles.",
        "CT-",
        ("Kestrel Works",),
        supplier="Kestrel Works",
        recipient="Iceland",
        item="rifles",
    )

    finding = only(page(charge(), denial))

    assert on(finding.disagreements, "item") == ["drones", "CT- rifles"]


def test_who_doubts_that_it_comes_so_soon_doubts_the_day() -> None:
    plan = tell(
        "Iceland expects the Heron from Norway by June, Anna Berg said.",
        "PR+",
        ("Anna Berg",),
        tense=Tense.FUTURE,
        supplier="Norway",
        recipient="Iceland",
        item="Heron",
        date=("June", Date("2024-06")),
    )
    doubt = tell(
        "Norway might not hand the Heron over so soon, Carl Dahl said.",
        "PS-",
        ("Carl Dahl",),
        tense=Tense.FUTURE,
        supplier="Norway",
        item="Heron",
    )

    assert on(only(page(plan, doubt)).disagreements, "date")[0] == "June"


def test_of_several_things_by_name_only_those_in_question_are_compared() -> None:
    order = {"event": EventType.ORDER, "recipient": "Iceland"}
    one = tell(
        "Anna Berg said Iceland had ordered the Heron-5.",
        "CT+",
        ("Anna Berg",),
        item="Heron-5",
        **order,
    )
    two = tell(
        "Carl Dahl wrote that Iceland signed for fourteen pieces.",
        "PR+",
        ("Carl Dahl",),
        quantity=("fourteen pieces", Quantity(number=14, unit="pieces")),
        **order,
    )
    three = tell(
        "Files say Iceland ordered twelve Heron-5 and fourteen Kite-7.",
        "PR+",
        ("Files",),
        item=("Heron-5", "Kite-7"),
        quantity=[
            ("twelve Heron-5", Quantity(number=12, unit="Heron-5")),
            ("fourteen Kite-7", Quantity(number=14, unit="Kite-7")),
        ],
        **order,
    )

    assert on(only(page(one, two, three)).disagreements, "quantity") == [
        "fourteen pieces",
        "twelve Heron-5",
    ]


def test_motors_and_servo_motors_are_counted_alike() -> None:
    def of(unit: str) -> Amount:
        return Amount(1.0, 1.0, unit, Span(0, 1))

    assert comparable(of("motors"), of("servo motors"))
    assert not comparable(of("motors"), of("radars"))
