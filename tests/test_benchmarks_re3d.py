"""The check of names counts those that people marked, and leaves out what they did not judge."""

import json
import lzma
from pathlib import Path

import pytest

from benchmarks.re3d import Marked, Mention, compared, figures
from recoupe.model.span import Span

TEXT = "Minister Anna Berg visited Oslo. They met the Government of Norway."


def at(words: str, kind: str) -> Mention:
    start = TEXT.index(words)
    return Mention(Span(start, start + len(words)), (kind,))


MARKED = Marked(
    TEXT,
    (
        at("Minister Anna Berg", "Person"),
        at("Oslo", "Location"),
        at("They", "Organisation"),
        at("the Government of Norway", "Organisation"),
    ),
)


def test_a_name_with_its_title_is_found_by_the_name_alone() -> None:
    counts = compared(MARKED, [at("Anna Berg", "Person")])

    assert (counts["Person", "found"], counts["Person", "right"]) == (1, 1)


def test_a_pronoun_is_no_name_to_be_found() -> None:
    assert compared(MARKED, [])["Organisation", "theirs"] == 1


def test_a_name_inside_a_longer_one_of_another_kind_counts_neither_way() -> None:
    counts = compared(MARKED, [at("Norway", "Location")])

    assert counts["Location", "ours"] == 0


def test_a_country_may_be_who_acts() -> None:
    norway = Mention(at("Norway", "").span, ("Location", "Organisation"))

    counts = compared(MARKED, [norway])

    assert counts["Organisation", "right"] == 1


@pytest.mark.parametrize(("kept", "theirs"), [(1, 1), (0, 0)])
def test_a_proposal_that_people_refused_is_no_mention(
    tmp_path: Path, kept: float, theirs: int
) -> None:
    plain = {"text": TEXT, "entities": [[27, 31, "Location", kept]]}
    folder = tmp_path / "ner" / "en"
    folder.mkdir(parents=True)
    (folder / "re3d-own.jsonl.xz").write_bytes(lzma.compress(json.dumps(plain).encode()))

    page = figures(tmp_path)

    assert f"| Location | {theirs} | {theirs} |" in page
