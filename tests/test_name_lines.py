"""Words that are read together are read as each alone."""

from collections.abc import Sequence
from pathlib import Path

from recoupe.identity.name_heard import _coarse, _fine
from recoupe.identity.name_lines import Memo, on_lines
from recoupe.identity.name_words import NameWord, name_words, word
from recoupe.identity.sounds import _consonants, _sounds

PAIRS = Path(__file__).parent / "names"


def written() -> tuple[NameWord, ...]:
    """Give every word of the pairs of names, in all their scripts."""
    texts = (file.read_text("utf-8").splitlines() for file in sorted(PAIRS.glob("*.csv")))
    words = (word for lines in texts for line in lines for word in name_words(line))
    return tuple(dict.fromkeys(words))


def test_words_that_are_read_together_are_read_as_each_alone() -> None:
    words = written()

    for read in (_sounds, _consonants, _coarse, _fine):
        assert list(map(set, read(words))) == [set(*read((one,))) for one in words]


def test_no_line_changes_another() -> None:
    assert on_lines(str.strip, ["a"]) == ["a"]
    assert on_lines(str.upper, []) == []
    assert on_lines(str.upper, ["", "a", ""]) == ["", "A", ""]


def test_what_is_known_of_a_word_is_not_asked_again_until_too_much_is_known() -> None:
    asked: list[str] = []

    def lengths(words: Sequence[NameWord]) -> list[int]:
        asked.extend(one.text for one in words)
        return [len(one.text) for one in words]

    memo = Memo(lengths, 2)
    memo.learn((word("Kupol"), word("Vega")))

    assert (memo(word("Kupol")), memo(word("Vega"))) == (5, 4)
    assert asked == ["Kupol", "Vega"]
    assert (memo(word("Almaz")), memo(word("Kupol"))) == (5, 5)
    assert asked == ["Kupol", "Vega", "Almaz", "Kupol"]
