"""Who is looked for is found, with what matched and why, the best founded first."""

from recoupe.identity.evidence import Query
from recoupe.identity.names import THRESHOLD, compare
from recoupe.identity.screen import Book, Hit
from recoupe.identity.standing import Period
from recoupe.identity.watchlists.read import recognise
from recoupe.model.listing import (
    Designation,
    Identifier,
    Listed,
    ListedName,
    ListEntry,
    ListVersion,
    Quality,
)
from tests.test_watchlists import FILES, LISTS

DAY = Period("2024-06-30", "2024-06-30")


def entry(number: str, name: str, **said: object) -> ListEntry:
    names = (ListedName(name, Quality.PRIMARY), *said.pop("aliases", ()))  # type: ignore[misc]
    known = {"schema": "Company", "designations": (Designation("OFAC", (), "2023-12-12"),)}
    return ListEntry(number, names=names, **{**known, **said})  # type: ignore[arg-type]


def book(*entries: ListEntry) -> Book:
    version = ListVersion("ofac", "h", "csv", "2024-01-01", None, (), "", len(entries))
    listed = [Listed("ofac", one, ("2024-01-01",)) for one in entries]
    return Book(listed, [version], compare)


def hits(of: Book, *names: str, **known: object) -> tuple[Hit, ...]:
    return of.hits(Query(names, **known), DAY, THRESHOLD)  # type: ignore[arg-type]


def whole(format_: str) -> Book:
    found = recognise([LISTS / name for name in FILES[format_]])
    return book(*(item for item in found.items() if isinstance(item, ListEntry)))


def test_a_hit_names_the_alias_that_matched_and_the_entry() -> None:
    (hit,) = hits(whole("ofac-xml"), "АО «ИЭМЗ «Купол»")

    assert hit.entry.id == "46001"
    assert hit.alias.text in ("АО ИЭМЗ КУПОЛ", "JSC IEMZ KUPOL")
    assert "Купол ~ КУПОЛ: same word" in hit.why
    assert [stand.words for stand in hit.stands] == ["listed since 2023-12-12 by OFAC"]


def test_the_distinguishing_word_keeps_neighbours_apart() -> None:
    found = hits(whole("ofac-xml"), "Wuhan Tongsheng Technology Co., Ltd.")

    assert found == ()


def test_who_is_on_no_list_gives_no_hit() -> None:
    assert hits(whole("ofac-xml"), "Fabrique de boulons de Lorme") == ()


def test_namesakes_are_put_in_order_by_country() -> None:
    names = book(
        entry("1", "Vektor Trading", countries=("CN",)),
        entry("2", "Vektor Trading", countries=("RU",)),
        entry("3", "Vektor Trading"),
    )

    found = hits(names, "Vektor Trading", countries=("RU",))

    assert [hit.entry.id for hit in found] == ["2", "3", "1"]
    assert {hit.score for hit in found} == {1.0}
    assert len({hit.strength for hit in found}) == 3
    assert "another country: RU, the entry's CN" in [e.words for e in found[-1].evidence]


def test_the_same_number_outweighs_all_else() -> None:
    names = book(
        entry("1", "Vektor Trading", countries=("RU",)),
        entry("2", "Vektor Trading", identifiers=(Identifier("INN", "1840-057228"),)),
    )

    found = hits(names, "Vektor Trading", countries=("RU",), identifiers=("1840057228",))

    assert found[0].entry.id == "2"
    assert found[0].evidence[0].words == "the same number: INN 1840-057228"


def test_the_same_number_is_a_hit_under_any_name() -> None:
    names = book(entry("1", "Vektor Trading", identifiers=(Identifier("IMO", "IMO 9000001"),)))

    (hit,) = hits(names, "Bright Star", identifiers=("9000001",))

    assert hit.score < THRESHOLD
    assert hit.entry.id == "1"


def test_a_birth_that_differs_sinks_a_namesake_and_one_that_agrees_lifts_it() -> None:
    names = book(
        entry("1", "Ivan Examplov", schema="Person", birth_dates=("1980-01-01",)),
        entry("2", "Ivan Examplov", schema="Person", birth_dates=("1961-03-14",)),
        entry("3", "Ivan Examplov", schema="Person", birth_dates=("1961",)),
        entry("4", "Ivan Examplov", schema="Person", birth_dates=("1960/1965",)),
    )

    found = hits(names, "Ivan Examplov", schema="Person", birth_date="1961-03-14")

    assert [hit.entry.id for hit in found] == ["2", "3", "4", "1"]


def test_a_person_is_no_company() -> None:
    names = book(entry("1", "Vektor Trading"), entry("2", "Vektor Trading", schema="Person"))

    found = hits(names, "Vektor Trading", schema="Company")

    assert [hit.entry.id for hit in found] == ["1", "2"]
    assert found[1].strength < 0.8


def test_an_alias_that_the_list_calls_weak_counts_for_less() -> None:
    weak = ListedName("Vektor Trading", Quality.WEAK)
    names = book(entry("1", "Something Else", aliases=(weak,)), entry("2", "Vektor Trading"))

    found = hits(names, "Vektor Trading")

    assert [hit.entry.id for hit in found] == ["2", "1"]
    assert "the list calls the alias weak" in [e.words for e in found[1].evidence]


def test_who_takes_part_in_claims_comes_before_who_is_only_mentioned() -> None:
    names = book(entry("1", "Vektor Trading"))

    (acts,) = hits(names, "Vektor Trading", roles=("supplier",))
    (stands_by,) = hits(names, "Vektor Trading")

    assert acts.strength > stands_by.strength


def test_no_hit_is_ever_certain() -> None:
    found = hits(whole("ofac-xml"), "JSC IEMZ Kupol", countries=("RU",), roles=("supplier",))

    assert all(hit.strength < 1 for hit in found)


def test_an_alias_of_a_later_version_still_finds_the_entry_as_it_stood() -> None:
    old = entry("1", "Vektor Trading")
    new = entry("1", "Vektor Trading", aliases=(ListedName("Bright Star", Quality.ALIAS),))
    version = ListVersion("ofac", "h", "csv", "2024-01-01", "2024-09-01", (), "", 1)
    later = ListVersion("ofac", "i", "csv", "2024-09-01", None, (), "", 1)
    listed = [Listed("ofac", old, ("2024-01-01",)), Listed("ofac", new, ("2024-09-01",))]

    (hit,) = hits(Book(listed, [version, later], compare), "Bright Star")

    assert hit.alias.text == "Bright Star"
    assert hit.entry == old
