"""Lists in every format are read into the same nouns."""

from pathlib import Path

import pytest

from recoupe.identity.watchlists.format import Unread
from recoupe.identity.watchlists.read import WatchList, recognise
from recoupe.model.listing import Designation, Identifier, ListEntry, Quality

LISTS = Path(__file__).parent / "lists"
FILES = {
    "ofac-xml": ("sdn_advanced.xml",),
    "ofac-csv": ("sdn.csv", "alt.csv", "add.csv"),
    "eu-xml": ("eu.xml",),
    "eu-csv": ("eu.csv",),
    "uk-ofsi": ("ConList.csv",),
    "uk-list": ("UK-Sanctions-List.csv",),
    "un-xml": ("un.xml",),
    "opensanctions-ftm": ("entities.ftm.json",),
    "opensanctions-csv": ("targets.simple.csv",),
    "csv": ("own.csv",),
}


def watchlist(format_: str) -> WatchList:
    return recognise([LISTS / name for name in FILES[format_]])


def entries(format_: str) -> dict[str, ListEntry]:
    """Read a list and give its entries by their primary name."""
    items = list(watchlist(format_).items())
    assert not [item for item in items if isinstance(item, Unread)]
    return {item.name: item for item in items if isinstance(item, ListEntry)}


def names(entry: ListEntry) -> set[tuple[str, str, str | None]]:
    return {(name.text, name.quality.value, name.script) for name in entry.names}


@pytest.mark.parametrize("format_", FILES)
def test_a_list_is_known_by_its_first_lines(format_: str) -> None:
    found = watchlist(format_)

    assert found.format.name == format_


@pytest.mark.parametrize("format_", FILES)
def test_the_order_of_the_files_is_no_matter(format_: str) -> None:
    files = [LISTS / name for name in FILES[format_]]

    assert recognise(files[::-1]).files[0] == files[0]


@pytest.mark.parametrize(
    ("format_", "day"),
    [
        ("ofac-xml", "2024-11-26"),
        ("ofac-csv", None),
        ("eu-xml", "2024-12-11"),
        ("eu-csv", "2024-12-11"),
        ("uk-ofsi", "2024-06-28"),
        ("uk-list", "2026-02-13"),
        ("un-xml", "2024-11-26"),
        ("opensanctions-ftm", "2024-11-26"),
        ("opensanctions-csv", "2024-11-26"),
        ("csv", None),
    ],
)
def test_a_list_tells_when_it_was_published_where_its_format_does(
    format_: str, day: str | None
) -> None:
    assert watchlist(format_).published == day


def test_ofac_xml_joins_names_places_documents_and_dates_by_their_numbers() -> None:
    kupol = entries("ofac-xml")["JOINT STOCK COMPANY IZHEVSK ELECTROMECHANICAL PLANT KUPOL"]

    assert names(kupol) >= {
        ("АО ИЭМЗ КУПОЛ", "alias", "Cyrl"),
        ("JSC IEMZ KUPOL", "alias", "Latn"),
        ("KUPOL", "weak", "Latn"),
    }
    assert kupol.designations == (Designation("OFAC", ("RUSSIA-EO14024",), "2023-12-12"),)
    assert kupol.identifiers == (Identifier("Tax ID No.", "1831083343", "RU"),)
    assert (kupol.addresses, kupol.countries) == (("Izhevsk, Russia",), ("RU",))


def test_ofac_xml_puts_a_person_s_last_name_last() -> None:
    person = entries("ofac-xml")["Ivan Petrovich EXAMPLOV"]

    assert person.schema == "Person"
    assert person.birth_dates == ("1961",)
    assert person.designations[0].programmes == ("RUSSIA-EO14024", "NPWMD")


def test_ofac_xml_tells_its_other_lists_from_the_sdn_list() -> None:
    vessel = entries("ofac-xml")["EXAMPLE STAR"]

    assert vessel.schema == "Vessel"
    assert vessel.designations[0].authority == "OFAC (Consolidated List)"
    assert ("OLD STAR", "former", "Latn") in names(vessel)
    assert vessel.identifiers[0].number == "IMO 9000001"


def test_ofac_csv_takes_other_names_and_addresses_from_the_files_beside_it() -> None:
    found = entries("ofac-csv")

    kupol = found["JOINT STOCK COMPANY IZHEVSK ELECTROMECHANICAL PLANT KUPOL"]
    juhang = found["JUHANG AVIATION TECHNOLOGY SHENZHEN CO., LTD."]
    assert {("JSC IEMZ KUPOL", "alias", "Latn"), ("KUPOL", "weak", "Latn")} <= names(kupol)
    assert kupol.identifiers == (Identifier("Tax ID No.", "1831083343", "RU"),)
    assert ("JUHANG AVIATION TECHNOLOGY", "former", "Latn") in names(juhang)
    assert juhang.countries == ("CN",)


def test_ofac_csv_tells_no_date_of_listing_and_none_is_made_up() -> None:
    listed = {d.listed for entry in entries("ofac-csv").values() for d in entry.designations}

    assert listed == {None}


def test_ofac_csv_reads_a_person_s_particulars_off_the_remarks() -> None:
    person = entries("ofac-csv")["Ivan Petrovich EXAMPLOV"]

    assert person.birth_dates == ("1961-03-14",)
    assert person.countries == ("RU",)
    assert person.identifiers == (Identifier("Passport", "530000001", "RU"),)
    assert person.designations[0].programmes == ("RUSSIA-EO14024", "NPWMD")


@pytest.mark.parametrize("format_", ["eu-xml", "eu-csv"])
def test_the_eu_s_date_of_listing_comes_from_the_remark_and_not_from_an_amendment(
    format_: str,
) -> None:
    roe = entries(format_)["ROSOBORONEXPORT OJSC"]

    assert roe.designations == (Designation("EU", ("UKR",), "2022-03-15"),)
    assert ("Рособоронэкспорт", "alias", "Cyrl") in names(roe)
    assert roe.identifiers[0].number == "7718852163"
    assert roe.countries == ("RU",)


def test_where_the_eu_names_no_day_its_acts_tell_only_by_when_the_entry_was_listed() -> None:
    optics = entries("eu-xml")["Example Optics LLC"]

    assert optics.designations[0].listed == "../2024-02-23"


def test_a_name_that_the_eu_calls_weak_stays_weak() -> None:
    assert ("ROE", "weak", "Latn") in names(entries("eu-xml")["ROSOBORONEXPORT OJSC"])


def test_rows_of_one_entry_that_stand_apart_come_together() -> None:
    roe = entries("uk-ofsi")["ROSOBORONEXPORT"]

    assert names(roe) == {
        ("ROSOBORONEXPORT", "primary", "Latn"),
        ("ROE", "weak", "Latn"),
        ("ROSVOORUZHENIE", "former", "Latn"),
    }
    assert roe.designations == (Designation("UK", ("Russia",), "2022-03-24"),)


def test_the_uk_s_unknown_days_and_several_nationalities_are_read() -> None:
    person = entries("uk-ofsi")["Ivan Petrovich EXAMPLOV"]

    assert person.birth_dates == ("1961-03",)
    assert person.countries == ("RU", "BY")
    assert ("Иван Петрович Экземплов", "alias", "Cyrl") in names(person)


def test_the_uk_sanctions_list_that_followed_ofsi_s_is_read_too() -> None:
    found = entries("uk-list")

    assert found["ROSOBORONEXPORT"].identifiers[0].number == "1117746521452"
    assert found["EXAMPLE STAR"].schema == "Vessel"
    assert found["EXAMPLE STAR"].designations[0].listed == "2024-07-31"


def test_un_entries_have_the_original_script_and_former_names() -> None:
    found = entries("un-xml")

    komid = found["KOREA MINING DEVELOPMENT TRADING CORPORATION"]
    assert ("CHANGGWANG SINYONG CORPORATION", "former", "Latn") in names(komid)
    assert komid.designations == (Designation("UN", ("DPRK",), "2009-04-24"),)
    assert ("리원호", "alias", "Hang") in names(found["RI WON HO"])
    assert found["RI WON HO"].birth_dates == ("1964-07-17",)


def test_opensanctions_entities_have_their_sanctions_addresses_and_ids() -> None:
    kupol = entries("opensanctions-ftm")["JSC IEMZ Kupol"]

    assert (kupol.wikidata, kupol.opensanctions) == ("Q4200001", "NK-kupol")
    assert kupol.addresses == ("Izhevsk, Russia",)
    assert kupol.designations == (
        Designation("Office of Foreign Assets Control", ("US-RUSHAR",), "2023-12-12"),
        Designation("European Union", (), "2022-12-16", "2023-06-30"),
    )


def test_whoever_stands_in_opensanctions_for_another_reason_is_no_entry() -> None:
    assert "A Politician" not in entries("opensanctions-ftm")


def test_when_opensanctions_first_saw_an_entity_is_no_date_of_listing() -> None:
    found = entries("opensanctions-csv")

    assert {d.listed for entry in found.values() for d in entry.designations} == {None}
    assert found["TSK Vektor"].wikidata == "Q4200001"
    assert ("Vektor; TSK", "alias", "Latn") in names(found["TSK Vektor"])


def test_a_list_of_one_s_own_needs_no_more_than_names(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("name\nRedlepus\n", "utf-8")

    items = list(recognise([tmp_path / "mine.csv"]).items())

    assert [item.name for item in items if isinstance(item, ListEntry)] == ["Redlepus"]


def test_a_list_of_one_s_own_may_tell_more() -> None:
    redlepus = entries("csv")["Redlepus Vector Industry Shenzhen Co Ltd"]

    assert redlepus.designations == (Designation("OFAC", ("RUSSIA-EO14024",), "2024-10-17"),)
    assert ("红兔矢量工业", "alias", "Hani") in names(redlepus)
    assert redlepus.names[0].quality is Quality.PRIMARY
