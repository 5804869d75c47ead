"""Each word of furniture.toml and publication.toml: a line where it acts, one where it must not."""

import pytest

from recoupe.archive.boilerplate import boilerplate
from recoupe.archive.masthead import date_line
from recoupe.languages.furniture import Phrase, furniture
from recoupe.languages.publication import Marker, publication_words

BODY = "La marine tunisienne a reçu quatre radars. " * 6
MARKERS = [(c, m) for c, one in publication_words().items() for m in one.markers]


def marked(line: str) -> str:
    text = f"{BODY}\n\n{line}"
    return "".join(span.of(text) for span in boilerplate(text))


@pytest.mark.parametrize("phrase", furniture().phrases, ids=lambda p: p.words)
def test_a_phrase_marks_its_line(phrase: Phrase) -> None:
    assert phrase.yes.endswith(marked(phrase.yes))
    assert marked(phrase.yes)


@pytest.mark.parametrize("phrase", furniture().phrases, ids=lambda p: p.words)
def test_a_phrase_leaves_the_article_alone(phrase: Phrase) -> None:
    assert marked(phrase.no) == ""


@pytest.mark.parametrize(("code", "marker"), MARKERS, ids=lambda m: getattr(m, "words", m))
def test_a_marker_dates_the_text(code: str, marker: Marker) -> None:
    line = date_line(marker.yes, code)

    assert line is not None
    assert (line.date.edtf, line.says) == ("2024-05-02", marker.says)


@pytest.mark.parametrize(("code", "marker"), MARKERS, ids=lambda m: getattr(m, "words", m))
def test_a_marker_in_a_sentence_dates_nothing(code: str, marker: Marker) -> None:
    assert date_line(marker.no, code) is None
