"""Printed lines become paragraphs again."""

from recoupe.archive.paragraphs import Line, paragraphs


def page(*texts: str, size: float = 10, right: float = 500) -> list[Line]:
    return [Line(text, 50, right, 700 - 12 * i, size) for i, text in enumerate(texts)]


def test_wrapped_lines_are_one_paragraph() -> None:
    lines = page("Tunis dément avoir commandé", "quatre radars à Lisbonne.")

    assert paragraphs([lines]) == ["Tunis dément avoir commandé quatre radars à Lisbonne."]


def test_a_hyphen_at_the_end_of_a_line_is_undone() -> None:
    lines = page("Le construc-", "teur dément.")

    assert paragraphs([lines]) == ["Le constructeur dément."]


def test_a_hyphen_that_the_word_has_elsewhere_stays() -> None:
    lines = page("L'accord sino-russe tient. L'exercice sino-", "russe aussi.")

    assert paragraphs([lines]) == ["L'accord sino-russe tient. L'exercice sino-russe aussi."]


def test_a_wide_gap_another_size_and_a_bullet_begin_a_paragraph() -> None:
    lines = [
        Line("Des radars", 50, 200, 740, 16),
        *page("Tunis dément.", "Lisbonne aussi,"),
        Line("Un second lot suit.", 50, 500, 650, 10),
        Line("• Quatre radars", 50, 500, 638, 10),
    ]

    assert paragraphs([lines]) == [
        "Des radars",
        "Tunis dément. Lisbonne aussi,",
        "Un second lot suit.",
        "• Quatre radars",
    ]


def test_a_sentence_goes_on_over_the_page() -> None:
    first = page("Note 12", "Tunis dément avoir", "commandé")
    second = page("Note 12", "quatre radars.", "Lisbonne aussi.")

    assert paragraphs([first, second]) == [
        "Note 12 Tunis dément avoir commandé quatre radars. Lisbonne aussi."
    ]


def test_page_numbers_are_left_out_and_figures_in_the_text_are_not() -> None:
    first = page("Tunis a reçu", "12", "radars, pas 13,", "selon Lisbonne,", "qui en compte", "1")
    second = page("davantage.", "Un second lot", "suivra en mai,", "dit une source", "à Rome.", "2")

    text = " ".join(paragraphs([first, second]))

    assert text == (
        "Tunis a reçu 12 radars, pas 13, selon Lisbonne, qui en compte davantage. "
        "Un second lot suivra en mai, dit une source à Rome."
    )


def test_a_count_of_pages_is_left_out_whatever_its_words() -> None:
    first = page("Tunis dément avoir", "Page 1 / 2")
    second = page("commandé des radars.", "Page 2 / 2")

    assert paragraphs([first, second]) == ["Tunis dément avoir commandé des radars."]


def test_no_lines_are_no_paragraphs() -> None:
    assert paragraphs([[], []]) == []
