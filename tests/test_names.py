"""Names across scripts: what is one name, what is another's, and that the answer says why."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.identity.name_keys import keys
from recoupe.identity.name_nearness import ALMOST, eased
from recoupe.identity.name_words import name_words
from recoupe.identity.names import THRESHOLD, Comparison, compare

FOLDER = Path(__file__).parent / "names"
KNOWN_FAILURES = FOLDER / "known-failures.csv"


def marked(file: Path) -> list[tuple[str, str, str, bool, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return [
            (row["name_a"], row["name_b"], row["schema"], row["match"] == "true", row["kind"])
            for row in csv.DictReader(opened)
        ]


def named(pair: tuple[str, str, str, bool, str]) -> str:
    return f"{pair[4]}: {pair[0]} / {pair[1]}"


@pytest.mark.parametrize("pair", marked(FOLDER / "pairs.csv"), ids=named)
def test_a_pair_is_judged_as_it_is_marked(pair: tuple[str, str, str, bool, str]) -> None:
    a, b, schema, same, _ = pair

    found = compare(a, b, schema)

    assert (found.score >= THRESHOLD) is same, list(map(str, found.parts))


@pytest.mark.xfail(reason="known: docs/names.md says why", strict=True)
@pytest.mark.parametrize("pair", marked(KNOWN_FAILURES), ids=named)
def test_what_is_known_to_fail_still_does(pair: tuple[str, str, str, bool, str]) -> None:
    a, b, schema, same, _ = pair

    found = compare(a, b, schema)

    assert (found.score >= THRESHOLD) is same


def test_most_names_of_one_bearer_share_a_key() -> None:
    same = [pair for pair in marked(FOLDER / "pairs.csv") if pair[3] and pair[4] != "acronym"]

    sharing = [pair for pair in same if keys(pair[0], pair[2]) & keys(pair[1], pair[2])]

    assert len(sharing) / len(same) >= 0.97


def test_the_alignment_says_which_part_matched_and_by_which_rule() -> None:
    found = compare("Шойгу Сергей Кужугетович", "Choïgou Sergueï", "Person")

    assert sorted(map(str, found.parts)) == [
        "Кужугетович, in the first name: nothing like it in the other",
        "Сергей ~ Sergueï: transliteration",
        "Шойгу ~ Choïgou: transliteration",
    ]


def test_an_acronym_says_what_it_is_short_for() -> None:
    found = compare("OMPI", "Organisation mondiale de la propriété intellectuelle", "PublicBody")

    assert "is short for" in {part.rule for part in found.parts}


def test_one_family_name_alone_is_no_match() -> None:
    found = compare("Tokaïev", "Kassym-Jomart Tokaïev", "Person")

    assert found.score < THRESHOLD


def test_words_that_only_tell_a_kind_of_body_are_no_match() -> None:
    found = compare("Machine Plant", "Завод «Ротор»", "Company")

    assert found.score < THRESHOLD


@pytest.mark.parametrize(
    ("a", "near", "far", "schema"),
    [
        ("Irina Lomakina", "Irina Lamiakna", "Irina Vetrova", "Person"),
        ("Rotor", "Ratrio", "Kupol", "Company"),
        ("Orbita Elektrosnab", "Orbita Elektr", "Orbita Kupol", "Company"),
    ],
)
def test_words_that_nearly_match_score_above_words_with_nothing_in_common(
    a: str, near: str, far: str, schema: str
) -> None:
    found = compare(a, near, schema)

    assert compare(a, far, schema).score < found.score < THRESHOLD
    assert any("but too little alike" in part.rule for part in found.parts)


@pytest.mark.parametrize(
    ("a", "b"), [("Marina Orlova", "Maria Orlova"), ("НИИ-33", "НИИ-35"), ("J. Orlov", "I. Orlov")]
)
def test_what_is_known_to_differ_is_not_near(a: str, b: str) -> None:
    found = compare(a, b, "Person")

    assert all("too little alike" not in part.rule for part in found.parts)


SOME = (
    "Irina Ветров Пётр Oleksiy محمد 習近平 김정은 トランプ Plant завод of Group ООО JSC al-Ahmad "
    "33 НИИ-35 NORINCO Kupol missile 导弹 Choïgou O'Brien d'Artagnan İzmir Ærø"
)
WORDS = st.sampled_from(SOME.split())
NAMES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join) | st.text(max_size=12)
SCHEMATA = st.sampled_from(("Person", "Company", "PublicBody", "Vessel", "LegalEntity"))


@given(NAMES, NAMES, SCHEMATA)
def test_the_order_of_two_names_changes_nothing_but_the_sides(a: str, b: str, schema: str) -> None:
    one, other = compare(a, b, schema), compare(b, a, schema)

    assert one.score == other.score
    assert sorted(map(repr, one.parts)) == sorted(repr(part.turned()) for part in other.parts)


@given(NAMES, NAMES)
def test_words_that_are_only_near_never_reach_the_threshold(a: str, b: str) -> None:
    words = name_words(a), name_words(b)

    assert eased(Comparison(0.0, ()), *words).score <= ALMOST < THRESHOLD


@given(NAMES, NAMES, SCHEMATA)
def test_a_score_is_between_0_and_1(a: str, b: str, schema: str) -> None:
    assert 0 <= compare(a, b, schema).score <= 1


@given(NAMES.filter(str.strip), SCHEMATA)
def test_a_name_is_itself(name: str, schema: str) -> None:
    assert compare(name, name, schema).score == 1


@given(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), SCHEMATA)
def test_numbers_that_differ_never_raise_the_score(name: str, schema: str) -> None:
    without = compare(name, name, schema).score

    different = compare(f"{name} 41", f"{name} 72", schema).score

    assert different < without


@given(NAMES, SCHEMATA)
def test_keys_are_short(name: str, schema: str) -> None:
    assert all(len(key) <= 80 for key in keys(name, schema))
