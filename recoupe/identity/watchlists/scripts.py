"""In which script a name is written, told by its letters."""

import unicodedata

from recoupe.model.listing import ListedName, Quality

CODES = {
    "ARABIC": "Arab",
    "ARMENIAN": "Armn",
    "BENGALI": "Beng",
    "CJK": "Hani",
    "CYRILLIC": "Cyrl",
    "DEVANAGARI": "Deva",
    "GEORGIAN": "Geor",
    "GREEK": "Grek",
    "HANGUL": "Hang",
    "HEBREW": "Hebr",
    "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan",
    "LATIN": "Latn",
    "MYANMAR": "Mymr",
    "THAI": "Thai",
}
"""How Unicode names a script → its ISO 15924 code."""


def listed_name(text: str, quality: Quality) -> ListedName:
    """Make a name of a list entry, on one line, with the script of its letters."""
    words = " ".join(text.split())
    return ListedName(words, quality, script(words))


def script(text: str) -> str | None:
    """Give the ISO 15924 code of the one script of a text, None where it has none or several.

    >>> script("АО «ИЭМЗ «Купол»"), script("中国电子科技集团"), script("JSC Купол"), script("33")
    ('Cyrl', 'Hani', None, None)
    """
    codes = {_code(letter) for letter in set(text) if letter.isalpha()}
    if codes == {"Jpan", "Hani"}:
        return "Jpan"
    return codes.pop() if len(codes) == 1 else None


def _code(letter: str) -> str | None:
    return CODES.get(unicodedata.name(letter, "").partition(" ")[0])
