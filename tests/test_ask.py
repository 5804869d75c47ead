"""Who is who on the command line: entities, ask, merge, split, and their undoing."""

from pathlib import Path

import pytest

from tests.test_cli_case import records, recoupe
from tests.test_watchlists import LISTS

FRENCH = (
    "Lorme, 3 juin 2024 (Gazette) - Selon la Gazette de Lorme, l'usine IEMZ Koupol a livré "
    "60 drones à la Biélorussie en mai 2024. L'ambassadrice Anna "
    "Lindqvist a salué la livraison, selon Sergueï Orlov.\n"
)
ENGLISH = (
    "LORME, June 5, 2024 - The Russian company IEMZ Kupol delivered 60 drones to Belarus in May "
    "2024, said Sergei Orlov. Anna Lindqvist welcomed it. IEMZ Kupol denied "
    "that it had supplied Vega Marine with engines.\n"
)


@pytest.fixture
def named(tmp_path: Path) -> Path:
    """A case with two documents, in two languages, that name the same people."""
    made = tmp_path / "mech"
    for name, text in (("a.txt", FRENCH), ("b.txt", ENGLISH)):
        (tmp_path / name).write_text(text, "utf-8")
    for arguments in (
        ("new", made),
        ("add", made, tmp_path / "a.txt", tmp_path / "b.txt"),
        ("read", made),
        ("lists", "add", made, "ofac", LISTS / "sdn_advanced.xml"),
    ):
        assert recoupe(*arguments).exit_code == 0
    return made


def names(case: Path) -> list[list[str]]:
    return [one["names"] for one in records(recoupe("entities", case, "--json"))]


def findings(case: Path) -> list[dict[str, list[list[str]]]]:
    return records(recoupe("findings", case, "--json"))


def test_names_in_two_languages_stand_under_one_entity(named: Path) -> None:
    found = names(named)

    assert ["IEMZ Koupol", "IEMZ Kupol"] in found
    assert ["Sergueï Orlov", "Sergei Orlov"] in found
    assert ["Biélorussie", "Belarus"] in found


def test_only_one_type_is_listed_where_it_is_asked_for(named: Path) -> None:
    found = records(recoupe("entities", named, "--type", "person", "--json"))

    assert {one["type"] for one in found} == {"Person"}
    assert "no type" in recoupe("entities", named, "--type", "Bird").output


@pytest.mark.parametrize("name", ["IEMZ Kupol", "ИЭМЗ Купол", "iemz koupol", "Koupol"])
def test_an_entity_is_found_in_any_script_and_spelling(named: Path, name: str) -> None:
    (told,) = records(recoupe("ask", named, name, "--json"))

    assert told["names"] == ["IEMZ Koupol", "IEMZ Kupol"]


def test_an_entity_is_told_with_its_claims_neighbours_lists_and_time(named: Path) -> None:
    (told,) = records(recoupe("ask", named, "IEMZ Kupol", "--as-of", "2024-06-30", "--json"))

    assert {tuple(claim["roles"]) for claim in told["claims"]} >= {("supplier",)}
    belarus = next(one for one in told["neighbours"] if one["name"] == "Biélorussie")
    assert belarus["roles"] == [{"own": "supplier", "other": "recipient", "claims": 2}]
    assert [hit["entry"] for hit in told["lists"]] == ["46001"]
    assert told["lists"][0]["stands"][0]["words"] == "listed since 2023-12-12 by OFAC"
    assert {one["when"] for one in told["timeline"]} >= {"2024-05-01 to 2024-05-31"}


def test_the_timeline_says_who_claims_and_who_denies(named: Path) -> None:
    told = recoupe("ask", named, "IEMZ Kupol").stdout

    assert "claimed by Sergei Orlov (CT+)" in told
    assert "denied by IEMZ Kupol (CT-)" in told


def test_a_name_that_several_bear_is_asked_back(named: Path) -> None:
    told = recoupe("ask", named, "e")

    assert told.exit_code == 1
    assert "recoupe: 'e': no document names anybody so" in told.output


def test_the_first_digits_of_an_id_are_enough(named: Path) -> None:
    (told,) = records(recoupe("ask", named, "Orlov", "--json"))

    (again,) = records(recoupe("ask", named, told["id"][:6], "--json"))

    assert again == told


def test_a_merge_is_told_in_the_log_and_taken_back(named: Path) -> None:
    before = names(named)
    merged = recoupe("merge", named, "Vega Marine", "IEMZ Kupol", "--reason", "one yard")

    assert merged.exit_code == 0
    assert ["IEMZ Koupol", "Vega Marine", "IEMZ Kupol"] in names(named)
    told = records(recoupe("log", named, "--json"))
    assert {one["did"] for one in told if "act" in one} == {"list-kept"}
    (decision,) = [one for one in told if "decision" in one]
    assert (decision["decision"], decision["reason"]) == ("same", "one yard")
    assert recoupe("undo", named, "1").exit_code == 0
    assert names(named) == before


def test_findings_stay_apart_until_a_person_says_that_names_are_one(named: Path) -> None:
    assert {len({document for document, _ in one["claims"]}) for one in findings(named)} == {1}


def test_a_merge_that_confirms_a_likeness_makes_one_finding(named: Path) -> None:
    recoupe("merge", named, "IEMZ Koupol", "IEMZ Kupol", "--reason", "one plant")

    assert 2 in [len({document for document, _ in one["claims"]}) for one in findings(named)]
    assert recoupe("verify", named).exit_code == 0


def test_a_split_keeps_two_apart_that_are_alike(named: Path) -> None:
    recoupe("split", named, "IEMZ Koupol", "IEMZ Kupol", "--reason", "two plants")

    assert ["IEMZ Koupol"] in names(named)
    assert ["IEMZ Kupol"] in names(named)


def test_one_of_two_namesakes_is_named_with_its_document(tmp_path: Path, named: Path) -> None:
    third = tmp_path / "c.txt"
    third.write_text("OSLO, June 9, 2024 - Iceland ordered boats from Vega Marine in 2023.\n")
    recoupe("add", named, third)
    recoupe("read", named)
    (vega,) = [
        one for one in records(recoupe("entities", named, "--json")) if one["name"] == "Vega Marine"
    ]
    one, other = (f"Vega Marine@{document[:8]}" for document in vega["documents"])

    recoupe("split", named, one, other, "--reason", "two yards of that name")

    assert names(named).count(["Vega Marine"]) == 2
    assert "Vega Marine" not in recoupe("entities", named, "--proposed").stdout


def test_a_third_of_a_name_that_two_bear_is_asked_about(tmp_path: Path, named: Path) -> None:
    orders = (
        "OSLO, June 9, 2024 - Iceland ordered boats from Vega Marine in 2023.\n",
        "OSLO, July 2, 2024 - Norway bought boats from Vega Marine in 2022.\n",
    )
    for number, text in enumerate(orders):
        (tmp_path / f"{number}.txt").write_text(text)
        recoupe("add", named, tmp_path / f"{number}.txt")
    recoupe("read", named)
    (vega,) = [
        one for one in records(recoupe("entities", named, "--json")) if one["name"] == "Vega Marine"
    ]
    one, other, _ = (f"Vega Marine@{document[:8]}" for document in vega["documents"])

    recoupe("split", named, one, other, "--reason", "two yards of that name")

    assert "people keep two bearers" in recoupe("entities", named, "--proposed").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("IEMZ Kupol", "iemz kupol", "--reason", "x"), "mean the same entity of one document"),
        (("IEMZ Kupol", "Vega Marine", "--reason", " "), "say why: --reason WORDS"),
        (("IEMZ Kupol", "Nobody Known", "--reason", "x"), "no document names anybody so"),
    ],
)
def test_a_merge_that_makes_no_sense_says_so(
    named: Path, arguments: tuple[str, ...], words: str
) -> None:
    told = recoupe("merge", named, *arguments)

    assert told.exit_code == 1
    assert words in told.output


def test_a_trace_names_whom_people_merged_as_the_finding_does(named: Path) -> None:
    recoupe("merge", named, "IEMZ Koupol", "IEMZ Kupol", "--reason", "one plant")

    for one in records(recoupe("findings", named, "--json")):
        (traced,) = records(recoupe("trace", named, one["id"], "--json"))
        assert {o["name"] for o in traced["origins"]} == {o["name"] for o in one["origins"]}
