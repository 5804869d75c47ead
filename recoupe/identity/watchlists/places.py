"""Countries as lists write them → ISO 3166 codes."""

from collections.abc import Iterable
from functools import cache

from babel import Locale

from recoupe.languages.countries import country, folded

LANGUAGE = "en"
"""What all lists read here name countries in."""


def codes(named: Iterable[str]) -> tuple[str, ...]:
    """Give the codes of the countries named, each once; what names no country is left out.

    >>> codes(["Russia", "ru", "Hong Kong", "Iran, Islamic Republic of", "unknown", ""])
    ('RU', 'HK', 'IR')
    """
    found = (code(words) for words in named)
    return tuple(dict.fromkeys(c for c in found if c))


@cache
def code(words: str) -> str | None:
    """Give the code of a country by its name or by its code of two letters."""
    if words.upper() in _territories().values():
        return words.upper()
    first = words.partition(",")[0].partition("(")[0].strip()
    for form in (words, words.title(), first, first.title()):
        if found := country(form, LANGUAGE) or _territories().get(_key(form)):
            return found
    return None


@cache
def _territories() -> dict[str, str]:
    """Give the territories of ISO 3166, also those that are no countries: Hong Kong, Bermuda."""
    names = Locale(LANGUAGE).territories.items()
    return {_key(str(name)): code for code, name in names if len(code) == 2 and code.isalpha()}


def _key(words: str) -> str:
    return folded(words).partition(" sar china")[0].replace("&", "and").removeprefix("the ")
