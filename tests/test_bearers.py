"""Whom documents name becomes one entity where it is one, and no other."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.errors import BadLexicon
from recoupe.identity.bearer import Bearers
from recoupe.languages.name_bearers import lexicon
from recoupe.model.decision import Decision, NotSame, Same, What
from tests.bearer_nouns import Page, grouped, known, log, not_same, page, place, same, undone


def together(*pages: Page) -> list[tuple[str, ...]]:
    """Give the names of each bearer that has more than one place."""
    return [one.names for one in known(pages).every if len(one.places) > 1]


@pytest.mark.parametrize(
    ("type_", "one", "other"),
    [
        ("Person", "Sergueï Choïgou", "Шойгу Сергей Кужугетович"),
        ("Person", "Anna Lindqvist", "Anna Lindqvist"),
        ("Company", "IEMZ Koupol", "АО «ИЭМЗ «Купол»"),
        ("Organization", "ONU", "United Nations"),
        ("PublicBody", "Pentagone", "US Department of Defense"),
        ("PublicBody", "armée norvégienne", "Norwegian army"),
        ("Country", "Pékin", "China"),
        ("Place", "Varsovie", "Warsaw"),
        ("WeaponSystem", "MiG-29", "MIG 29"),
    ],
)
def test_names_of_one_bearer_are_joined_across_documents(type_: str, one: str, other: str) -> None:
    found = together(page("a", f"{type_}: {one}", language="fr"), page("b", f"{type_}: {other}"))

    assert [set(names) for names in found] == [{one, other}]


@pytest.mark.parametrize(
    ("type_", "one", "other"),
    [
        ("Person", "Ivan Igorevich Orlov", "Igor Ivanovich Orlov"),
        ("Person", "Orlov", "Orlov"),
        ("Person", "Li", "Li Hua"),
        ("Company", "CETC", "中国电子科技集团"),
        ("Company", "Wuhan Global Sensor", "Wuhan Tongsheng"),
        ("Organization", "NII-33", "NII-35"),
        ("PublicBody", "ministère de la Défense", "ministère de la Défense"),
        ("PublicBody", "Foreign Ministry", "Norwegian Foreign Ministry"),
        ("PublicBody", "embassy of Norway", "embassy of Iceland"),
        ("WeaponSystem", "Su-34", "Su-35"),
        ("Place", "Baku", "Baku airport"),
        ("Organization", "European Union", "European Council"),
    ],
)
def test_what_may_have_two_bearers_is_left_apart(type_: str, one: str, other: str) -> None:
    assert together(page("a", f"{type_}: {one}"), page("b", f"{type_}: {other}")) == []


def test_a_ship_is_not_the_admiral_after_whom_it_is_named() -> None:
    assert together(page("a", "Vessel: Nils Ahlberg"), page("b", "Person: Nils Ahlberg")) == []


def test_a_name_that_two_may_bear_joins_neither() -> None:
    apart = together(
        page("a", "Company: Orion"),
        page("b", "Company: Orion Dynamics Corp"),
        page("c", "Company: Orion Shipping Ltd"),
    )

    assert apart == []


STORY = ("Company: Vega Marine", "WeaponSystem: Heron-5")


def test_a_family_name_alone_is_joined_where_documents_tell_of_the_same_people() -> None:
    (found,) = (
        one
        for one in known(
            [
                page("a", "Person: Anna Lindqvist", *STORY),
                page("b", "Person: Lindqvist", *STORY),
                page("c", "Person: Lindqvist"),
            ]
        ).every
        if one.name == "Anna Lindqvist"
    )

    assert found.documents == ("a", "b")
    assert "both documents name Heron-5, Vega Marine" in found.joins[0].why


def test_a_short_name_is_joined_with_the_full_one_in_another_script_within_a_story() -> None:
    pages = [page("a", "Company: CETC", *STORY), page("b", "Company: 中国电子科技集团", *STORY)]

    assert frozenset({"a CETC", "b 中国电子科技集团"}) in grouped(known(pages))


def test_a_family_name_that_two_bear_in_one_document_stays_alone() -> None:
    found = known([page("a", "Person: Tareq Amin", "Person: Ali Amin", "Person: Amin")])

    assert len(found.every) == 3
    assert {proposal.against for proposal in found.proposals} == {
        "Amin may be Ali Amin or Tareq Amin"
    }


def test_a_name_that_many_bodies_have_is_joined_in_reprints_only() -> None:
    pages = [page(d, "PublicBody: Foreign Ministry", *STORY) for d in "ab"]
    elsewhere = page("c", "PublicBody: Foreign Ministry")

    found = grouped(known([*pages, elsewhere]))

    assert frozenset({"a Foreign Ministry", "b Foreign Ministry"}) in found
    assert frozenset({"c Foreign Ministry"}) in found


def test_a_bearer_says_why_its_names_were_joined() -> None:
    (found,) = known([page("a", "Company: Koupol"), page("b", "Company: Купол")]).every

    (join,) = found.joins
    assert (join.rule, join.why) == ("the names are alike", ("Koupol ~ Купол: transliteration",))


def test_the_id_of_a_bearer_stays_when_later_documents_name_it() -> None:
    early = page("a", "Company: Vega Marine")

    one, two = known([early]), known([early, page("b", "Company: Vega Marine")])

    assert one.every[0].id == two.every[0].id


def test_a_body_of_the_table_stands_in_one_line() -> None:
    with pytest.raises(BadLexicon, match="'ONU' stands for A and B"):
        lexicon('[bodies]\n"A" = ["ONU"]\n"B" = ["ONU"]\n')


def test_a_merge_joins_and_says_who_decided_it() -> None:
    pages = [page("a", "Company: Vega"), page("b", "Company: Lyra")]

    (found,) = known(pages, log(same("a Company: Vega", "b Company: Lyra"))).every

    (join,) = found.joins
    assert (join.decision, join.rule, join.why) == (1, "Ada says so", ("seen",))


def test_a_split_of_one_name_joins_nobody_else_to_either() -> None:
    pages = [page(d, "Company: Vega") for d in "abc"]

    found = known(pages, log(not_same("a Company: Vega", "b Company: Vega")))

    assert grouped(found) == {frozenset({f"{d} Vega"}) for d in "abc"}
    assert {p.against for p in found.proposals} == {"people keep two bearers of this name apart"}


def test_after_a_split_what_documents_tell_says_whom_a_name_means() -> None:
    pages = [
        page("a", "Company: Vega", "Person: Anna Lindqvist", "WeaponSystem: Heron-5"),
        page("b", "Company: Vega", "Person: Nils Ahlberg"),
        page("c", "Company: Vega", "Person: Anna Lindqvist", "WeaponSystem: Heron-5"),
    ]

    found = grouped(known(pages, log(not_same("a Company: Vega", "b Company: Vega"))))

    assert frozenset({"a Vega", "c Vega"}) in found
    assert frozenset({"b Vega"}) in found


def test_of_decisions_at_odds_the_newer_holds() -> None:
    pages = [page("a", "Company: Vega"), page("b", "Company: Lyra")]
    ends = ("a Company: Vega", "b Company: Lyra")

    joined = known(pages, log(not_same(*ends), same(*ends)))
    parted = known(pages, log(same(*ends), not_same(*ends)))

    assert (len(joined.every), len(parted.every)) == (1, 2)


def test_a_decision_holds_though_a_newer_reader_takes_the_name_for_another_kind() -> None:
    pages = [page("a", "Organization: Vega"), page("b", "Company: Lyra")]

    assert len(known(pages, log(same("a Company: Vega", "b Company: Lyra"))).every) == 1


NAMES = (
    "Person: Anna Lindqvist",
    "Person: Lindqvist",
    "Person: Анна Линдквист",
    "Company: Vega",
    "Company: Vega Marine",
    "Company: Vega Shipping",
    "Organization: ONU",
    "PublicBody: Foreign Ministry",
    "Country: Norway",
    "WeaponSystem: Heron-5",
)
WHO = st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True)
CASES = st.lists(WHO, min_size=1, max_size=5).map(
    lambda some: [page(f"d{n}", *names) for n, names in enumerate(some)]
)


@st.composite
def decided(draw: st.DrawFn) -> tuple[list[Page], list[What]]:
    """Draw documents and decisions about whom they name."""
    pages = draw(CASES)
    places = [
        f"{reading.document} {entity.type}: {entity.name}"
        for reading, _ in pages
        for entity in reading.entities
    ]
    pairs = draw(st.lists(st.tuples(*[st.sampled_from(places)] * 2), max_size=4))
    kinds: list[Callable[[str, str], What]] = draw(
        st.lists(st.sampled_from([same, not_same]), min_size=4, max_size=4)
    )
    whats: list[What] = [kind(a, b) for kind, (a, b) in zip(kinds, pairs, strict=False) if a != b]
    return pages, whats


def are_one(found: Bearers, what: Same | NotSame) -> bool:
    by = found.by_place()
    return by[what.one] == by[what.other]


@given(decided(), st.randoms())
def test_the_order_of_documents_changes_nothing(
    case: tuple[list[Page], list[What]], random: object
) -> None:
    pages, whats = case
    turned = list(pages)
    random.shuffle(turned)  # type: ignore[attr-defined]

    assert known(pages, log(*whats)) == known(turned, log(*whats))


@given(decided())
def test_the_last_decision_always_holds(case: tuple[list[Page], list[What]]) -> None:
    pages, whats = case

    found = known(pages, log(*whats))

    for what in whats[-1:]:
        assert isinstance(what, Same | NotSame)
        assert are_one(found, what) is isinstance(what, Same)


@given(decided(), WHO)
def test_another_document_never_splits_what_people_joined_nor_joins_what_they_split(
    case: tuple[list[Page], list[What]], names: Sequence[str]
) -> None:
    pages, whats = case
    before = known(pages, log(*whats))

    after = known([*pages, page("later", *names)], log(*whats))

    for join in (j for one in before.every for j in one.joins if j.decision):
        assert are_one(after, Same(join.one, join.other))
    for what in whats:
        if isinstance(what, NotSame) and not any(isinstance(w, Same) for w in whats):
            assert not are_one(after, what)


@given(decided())
def test_undone_decisions_leave_no_trace(case: tuple[list[Page], list[What]]) -> None:
    pages, whats = case

    back = known(pages, log(*whats, *(undone(n) for n in range(1, len(whats) + 1))))

    assert back == known(pages)


@given(decided())
def test_everybody_is_somebody_once(case: tuple[list[Page], list[What]]) -> None:
    pages, whats = case
    found = known(pages, log(*whats))

    places = [each for one in found.every for each in one.places]

    assert len(places) == len(set(places))
    assert set(places) == {
        place(f"{r.document} {e.type}: {e.name}") for r, _ in pages for e in r.entities
    }


def test_the_joins_of_a_bearer_lead_from_each_place_to_every_other() -> None:
    pages = [
        page(d, f"Company: {name}")
        for d, name in zip("abc", ("Koupol", "Купол", "Kupol"), strict=True)
    ]
    decisions: list[Decision] = []

    (found,) = known(pages, decisions).every

    reached = {found.places[0]}
    for _ in found.joins:
        reached |= {e for j in found.joins if {j.one, j.other} & reached for e in (j.one, j.other)}
    assert reached == set(found.places)
