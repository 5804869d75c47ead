"""Texts cut at marks, and long texts cut into stretches."""

from hypothesis import given
from hypothesis import strategies as st

from recoupe.desk.back import own
from recoupe.desk.views.marked import Mark, marked
from recoupe.desk.views.stretch import LONGEST, paragraphs, stretches
from recoupe.model.span import Span

TEXT = "Paris nie avoir livré des drones à Moscou."


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_overlapping_claims_are_both_on_the_words_that_they_share() -> None:
    one = Mark(span("nie avoir livré des drones"), "told", 0)
    other = Mark(span("livré des drones à Moscou"), "told", 1)

    pieces = marked(TEXT, Span(0, len(TEXT)), [one, other])

    assert [(p.text, p.told) for p in pieces] == [
        ("Paris ", ()),
        ("nie avoir ", (0,)),
        ("livré des drones", (0, 1)),
        (" à Moscou", (1,)),
        (".", ()),
    ]


def test_a_claim_begins_where_its_sentence_does_and_nowhere_else() -> None:
    told = Mark(span("nie avoir livré"), "told", 3)

    pieces = marked(TEXT, Span(0, len(TEXT)), [told, Mark(span("avoir"), "cue", 3)])

    assert [p.begins for p in pieces] == [(), (3,), (), (), ()]


def test_marks_outside_the_stretch_are_left_aside() -> None:
    pieces = marked(TEXT, span("drones"), [Mark(span("Paris"), "name"), Mark(span("nie"), "cue")])

    assert [(p.text, p.marks) for p in pieces] == [("drones", ())]


@given(st.text(min_size=1, max_size=60), st.data())
def test_cutting_at_marks_loses_nothing(text: str, data: st.DataObject) -> None:
    ends = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
    spans = [Span(min(a, b - 1), b) for a, b in data.draw(st.lists(ends, max_size=8))]

    pieces = marked(text, Span(0, len(text)), [Mark(s, "told", n) for n, s in enumerate(spans)])

    assert "".join(p.text for p in pieces) == text
    for number, one in enumerate(spans):
        assert "".join(p.text for p in pieces if number in p.told) == one.of(text)


@given(st.integers(0, 4), st.integers(1, 9))
def test_stretches_put_together_are_the_text(many: int, size: int) -> None:
    text = ("a" * (LONGEST // size) + "\n") * many * size + "b" * size

    cut = stretches(text)

    assert "".join(s.of(text) for s in cut) == text
    assert all(s.end - s.start <= LONGEST for s in cut)


def test_a_paragraph_of_five_million_characters_is_cut() -> None:
    text = "x" * 5_000_000

    cut = stretches(text)

    assert max(s.end - s.start for s in cut) <= LONGEST
    assert sum(s.end - s.start for s in cut) == len(text)


def test_a_text_without_a_character_has_no_stretch() -> None:
    assert stretches("") == ()


def test_empty_lines_are_no_paragraphs() -> None:
    text = "one\n\n  \ntwo"

    assert [s.of(text) for s in paragraphs(text, Span(0, len(text)))] == ["one", "two"]


def test_a_form_leads_back_to_the_place_on_the_page_and_to_no_other_desk() -> None:
    assert own("https://elsewhere.example/documents/a?claim=2#claim-2") == (
        "/documents/a?claim=2#claim-2"
    )
