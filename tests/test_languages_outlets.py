"""An outlet is known by its names and domains, and with it who stands behind it."""

import pytest

from recoupe.errors import BadLexicon
from recoupe.languages.outlets import Kind, lexicon, named, outlet

CLASHING = """
shared = []
[[outlet]]
name = "Le Quai"
names = ["LQ"]
kind = "newspaper"
country = "FR"
[[outlet]]
name = "Le Quotidien"
names = ["LQ"]
kind = "newspaper"
country = "SN"
"""


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("AFP", "Agence France-Presse"),
        ("Chine nouvelle", "Xinhua"),
        ("the New York Times", "The New York Times"),
        ("lemonde.fr", "Le Monde"),
        ("www.ft.com", "Financial Times"),
        ("les echos", "Les Échos"),
    ],
)
def test_an_outlet_is_known_by_any_of_its_names(name: str, full: str) -> None:
    found = outlet(name)

    assert found is not None
    assert found.name == full


@pytest.mark.parametrize("name", ["RTS", "Rosoboronexport", ""])
def test_what_names_no_one_outlet_gives_none(name: str) -> None:
    assert outlet(name) is None


def test_state_media_are_told_from_the_others() -> None:
    agencies = [outlet(name) for name in ("TASS", "Interfax")]

    assert [a.kind for a in agencies if a] == [Kind.STATE, Kind.AGENCY]


def test_outlets_of_one_owner_are_seen_as_such() -> None:
    times, journal = outlet("The Times"), outlet("WSJ")

    assert times is not None
    assert journal is not None
    assert times.owner == journal.owner == "News Corp"


def test_the_list_knows_several_hundred_outlets() -> None:
    known = {found.name for found in map(outlet, named()) if found}

    assert len(known) > 300


def test_a_name_of_two_outlets_must_be_declared() -> None:
    with pytest.raises(BadLexicon, match=r"outlets\.toml: 'lq' stands for Le Quai and Le Quot"):
        lexicon("outlets.toml", CLASHING)
