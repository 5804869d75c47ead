"""In which language and light a page is shown, and its own words in that language."""

import gettext
from dataclasses import dataclass
from functools import cache
from importlib import resources
from io import BytesIO, StringIO

from babel import Locale, negotiate_locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from starlette.requests import Request

from recoupe.publish.words import Words, words

LANGUAGES = ("en", "fr")
"""Of the interface; quotes and names stay as they stand in the documents."""

THEMES = ("auto", "light", "dark")
"""`auto` follows the machine."""

LANGUAGE_COOKIE, THEME_COOKIE = "recoupe_language", "recoupe_theme"
WRITTEN_IN = "en"
"""The language that templates are written in: its words are the keys of the others."""


@dataclass(frozen=True, slots=True)
class Interface:
    """How a page is shown. language: one of `LANGUAGES`; theme: one of `THEMES`."""

    language: str
    theme: str

    @property
    def words(self) -> Words:
        """Give the words that tell claims and findings, the same as in a dossier."""
        return words(self.language)

    @property
    def locale(self) -> Locale:
        """Give how the language writes numbers and names languages."""
        return Locale.parse(self.language)

    def translated(self, message: str, **filled: str) -> str:
        """Give one of the desk's own sentences in the language, its braces filled in."""
        return catalogue(self.language).gettext(message).format(**filled)

    def numbered(self, one: str, many: str, number: int) -> str:
        """Count in words; {n} stands for the number."""
        said = catalogue(self.language).ngettext(one, many, number)
        return said.format(n=self.words.number(number))


def interface(request: Request) -> Interface:
    """Give what the visitor chose, else what the browser asks for."""
    language = request.cookies.get(LANGUAGE_COOKIE, "")
    theme = request.cookies.get(THEME_COOKIE, "")
    return Interface(
        language if language in LANGUAGES else _asked(request),
        theme if theme in THEMES else THEMES[0],
    )


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """Load the translation of the desk's own sentences into that language."""
    if language == WRITTEN_IN:
        return gettext.NullTranslations()
    file = resources.files("recoupe.desk").joinpath("locale", f"{language}.po")
    made = BytesIO()
    write_mo(made, read_po(StringIO(file.read_text("utf-8")), locale=language))
    made.seek(0)
    return gettext.GNUTranslations(made)


def _asked(request: Request) -> str:
    """Give the first language that the browser asks for and the desk has."""
    ranked = sorted(map(_ranked, request.headers.get("accept-language", "").split(",")))
    wanted = [language for rank, language in ranked if language and rank < 0]
    return negotiate_locale(wanted, LANGUAGES, sep="-") or WRITTEN_IN


def _ranked(part: str) -> tuple[float, str]:
    """Read `fr-CA;q=0.8`, the most wanted first when sorted."""
    language, _, quality = part.strip().partition(";q=")
    try:
        return -float(quality or 1), language
    except ValueError:
        return 0.0, language
