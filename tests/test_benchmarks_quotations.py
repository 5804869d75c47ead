"""The check of quotations reads the published format of PolNeAR and asks who says so."""

from pathlib import Path

import pytest

from benchmarks.quotations import articles, attributions, figures
from recoupe.errors import BadInput
from recoupe.model.span import Span

TEXT = """\
Yard to build boats.

"We delivered the boats to Oman," Nadia Kessler said. The yard said it had sold rockets to Chad.

The boats left on Monday.
"""


def said(kind: str, words: str, number: int) -> str:
    start = TEXT.index(words)
    return f"T{number}\t{kind} {start} {start + len(words)}\t{words}"


MARKS = "\n".join(
    (
        said("Content", '"We delivered the boats to Oman,"', 1),
        said("Source", "Nadia Kessler", 2),
        said("Cue", "said", 3),
        "T4\tAttribution 0 4\tsaid",
        "E1\tAttribution:T4 Cue:T3 Source:T2 Content:T1",
        said("Source", "The yard", 5),
        said("Content", "it had sold rockets to Chad", 6),
        "T7\tAttribution 0 4\tsaid",
        "E2\tAttribution:T7 Content:T6 Source:T5",
    )
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in (("text/boats.txt", TEXT), ("attributions/boats_4b22.ann", MARKS)):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(content, "utf-8")
    return tmp_path


def test_a_content_in_two_pieces_is_read_in_the_order_of_the_text() -> None:
    marks = "T1\tContent 30 35;4 9\twhich boats\nE1\tAttribution-no-source:T9 Content:T1"

    (one,) = attributions(marks)

    assert one.content == (Span(4, 9), Span(30, 35))
    assert one.source == ()


def test_the_marks_of_one_person_are_enough(folder: Path) -> None:
    (folder / "attributions" / "boats_6b86.ann").write_text("", "utf-8")

    (article,) = articles(folder)

    assert [one.source[0].of(TEXT) for one in article.attributions] == ["Nadia Kessler", "The yard"]


def test_a_quotation_and_a_report_are_each_asked_for_their_speaker(folder: Path) -> None:
    page = figures(folder)

    assert "| in quotation marks | 1 | 1 | 1 | 1.000 | 1.000 |" in page
    assert "| in other words | 1 | 1 | 1 | 1.000 | 1.000 |" in page


def test_what_nobody_says_has_no_source(folder: Path) -> None:
    assert figures(folder).endswith("sentences with no attribution 2   read with a source 0")


def test_another_folder_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="name a part of PolNeAR"):
        list(articles(tmp_path))
