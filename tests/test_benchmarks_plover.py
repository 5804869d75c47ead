"""The check of events reads the published format of PLOVER's gold, and its mapping is checked."""

import json
import lzma
from pathlib import Path

import pytest

from benchmarks.plover import MAPPING, Table, figures, mapping, records
from recoupe.errors import BadLexicon
from recoupe.languages.toml import check
from recoupe.model.claim import PARTICIPANTS

GOLD = [
    {"id": "PLOVER-GSR01-DOCUMENT-0001", "event": "DOCUMENT", "license": "CC BY-SA 4.0"},
    {
        "id": "PLOVER-GSR01-AID-0003",
        "event": "AID",
        "source": [{"actorText": "Norway", "code": "NOR"}],
        "target": [{"actorText": "Peru", "code": "PER"}],
        "text": " Norway delivered missiles to Peru last year.",
    },
    {
        "id": "PLOVER-GSR01-FIGHT-0001",
        "event": "FIGHT",
        "source": [{"actorText": "Rebels", "code": "REB"}],
        "target": "",
        "text": "Rebels took a village in the hills.",
    },
]


def test_a_record_has_its_actors_and_a_blank_target_is_none() -> None:
    fight = list(records(json.dumps(GOLD)))[1]

    assert fight.id == "FIGHT-0001"
    assert fight.actors == (("source", "Rebels"),)


def test_an_event_with_both_its_actors_is_found(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    packed = lzma.compress(json.dumps(GOLD).encode())
    (tmp_path / "events" / "plover-gold-cameo.txt.xz").write_bytes(packed)

    page = figures(tmp_path)

    assert "| transfer | 1 | 1 | 1.000 | 2 | 2 | 1 | 0 |" in page
    assert page.endswith("other records 1   with a claim, right or wrong 0")


def test_each_role_of_the_mapping_is_one_of_its_event() -> None:
    wrong = [
        record.id
        for record in mapping().records
        for role in (record.source, record.target)
        if role and role not in PARTICIPANTS[record.events[0]]
    ]

    assert wrong == []


def test_each_record_is_mapped_once() -> None:
    numbers = [record.id for record in mapping().records]

    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ('"CT+"', '"sure"', "'sure' is no factuality"),
        ('"party"', '"dancer"', "'dancer' is no participant"),
        ("source", "sauce", "Extra inputs"),
    ],
)
def test_a_mistake_in_the_mapping_is_named(right: str, wrong: str, message: str) -> None:
    text = MAPPING.read_text("utf-8").replace(right, wrong)

    with pytest.raises(BadLexicon, match=message):
        check("plover.toml", text, Table)
