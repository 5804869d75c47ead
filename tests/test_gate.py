"""The gate: on the development sets the reader may not become worse than it was.

A floor stands a little below the figure of docs/scores.md. It is raised when the reader has become
better; it is lowered only in a commit that says why. What is inflated may only become less.
"""

from dataclasses import dataclass
from typing import Any

import pytest

from benchmarks.sets import SETS, SHARED, read_set, total
from recoupe.model.gold import reading_to_plain
from recoupe.reading.score import share

pytestmark = pytest.mark.skipif(
    not SHARED.is_dir(), reason="needs ../shared/corpus: the development sets lie there"
)


@dataclass(frozen=True, slots=True)
class Floor:
    """What a set must reach. digest: the texts and gold on which it was measured."""

    digest: str
    claims: float
    full: float
    factuality: float
    source: float


FLOORS = {
    "gold": Floor("41c3e94bd83f", claims=0.61, full=0.33, factuality=0.84, source=0.79),
    "dev-fr": Floor("78c09230e1f9", claims=0.72, full=0.57, factuality=0.93, source=0.88),
    "dev-en": Floor("c1dd6d48ee94", claims=0.72, full=0.66, factuality=0.98, source=0.94),
}
INFLATED = {
    ("gold", "dev-fr", "dev-en"): 0.0,
    ("train-fr", "train-en"): 0.012,
    ("unseen-fr", "unseen-en"): 0.04,
}
"""Of the claims found in some sets together, the share read as surer than the gold, at most."""


@pytest.mark.parametrize("name", FLOORS)
def test_the_floors_were_measured_on_these_texts(name: str) -> None:
    assert SETS[name].digest() == FLOORS[name].digest, "measure again and set the floors anew"


@pytest.mark.parametrize("name", FLOORS)
def test_as_many_claims_are_found_as_before(name: str) -> None:
    assert total(name).claims.f1 >= FLOORS[name].claims


@pytest.mark.parametrize("name", FLOORS)
def test_as_many_claims_are_fully_right_as_before(name: str) -> None:
    assert total(name).fully.f1 >= FLOORS[name].full


@pytest.mark.parametrize("name", FLOORS)
def test_as_many_claims_are_as_sure_as_their_source_as_before(name: str) -> None:
    found = total(name)

    assert share(found.factuality, found.right) >= FLOORS[name].factuality


@pytest.mark.parametrize("name", FLOORS)
def test_as_many_claims_have_their_source_as_before(name: str) -> None:
    found = total(name)

    assert share(found.source, found.right) >= FLOORS[name].source


@pytest.mark.parametrize("names", INFLATED, ids=" ".join)
def test_hardly_a_claim_is_read_surer_than_its_source_made_it(names: tuple[str, ...]) -> None:
    found = total(*names)

    assert share(found.inflated, found.right) <= INFLATED[names]


@pytest.mark.parametrize("name", SETS)
def test_every_quote_stands_in_its_file(name: str) -> None:
    for one in read_set(name):
        text = one.gold.text.read_bytes().decode("utf-8")
        plain = reading_to_plain(one.reading, one.document.text)

        broken = [q for q in quotes(plain) if text[q["start"] : q["end"]] != q["text"]]

        assert broken == []


def quotes(plain: dict[str, Any]) -> list[dict[str, Any]]:
    parts = ("evidence", "roles", "sources")
    told = [quote for claim in plain["claims"] for part in parts for quote in claim[part]]
    return [*told, *(mention for entity in plain["entities"] for mention in entity["mentions"])]
